package doctor

import (
	"context"
	"errors"
	"time"

	"talksbot/knowledge/encoder"
)

// passes are how many sentences the encoder reads to tell its pace.
const passes = 5

// Encoder says whether sentences are also found by what they mean, and how fast they are read for that. off is
// the setting.
func Encoder(ctx context.Context, n *Notes, off bool) {
	if off {
		n.Well("checkup.encoder.off")
		return
	}
	e, err := encoder.New()
	switch {
	case errors.Is(err, encoder.ErrNone):
		n.Well("checkup.encoder.none")
		return
	case err != nil:
		n.Broken("checkup.encoder.unread", "Why", err.Error())
		return
	}
	began := time.Now()
	for range passes {
		if _, err := e.Vector(ctx, "The council of the harbour town meets on Tuesday to decide about the new ferry and its timetable."); err != nil {
			n.Doubt("checkup.encoder.stopped")
			return
		}
	}
	each := int(time.Since(began).Milliseconds()) / passes
	if e.Fast() {
		n.Well("checkup.encoder.held", "Milliseconds", max(each, 1))
	} else {
		n.Doubt("checkup.encoder.slow", "Milliseconds", max(each, 1))
	}
}
