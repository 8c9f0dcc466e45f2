package bot

import (
	"context"
	"encoding/base64"
	"strconv"
	"strings"
	"time"

	"talksbot/ask"
	"talksbot/knowledge/article"
	"talksbot/page"
)

// A slip is what a receipt's button carries: how the answer was made, and its citations. When
// it was made stands in the ID of the message; what a model said is remembered by that ID.
type slip struct {
	mode  ask.Mode
	model [4]byte // with WordedModel: the hash of its name
	refs  []ref
}

// slipMarks say in a button how the answer was made.
var slipMarks = map[ask.Mode]string{ask.Extract: "e", ask.WordedModel: "m"}

// receiptButton returns the button for the receipt of an answer that cites places.
func (b *Bot) receiptButton(mode ask.Mode, cited []page.Place) page.Button {
	head := slipMarks[mode]
	if mode == ask.WordedModel {
		h := hash(b.model)
		head += base64.RawURLEncoding.EncodeToString(h[:])
	}
	return page.Button{Does: page.ShowReceipt, Label: b.words.Text("button.receipt"),
		Arg: head + encodeIn(cited, false, maxCustomID-len(page.ShowReceipt)-1-len(head))}
}

// decodeSlip undoes receiptButton. Any other text is an error.
func decodeSlip(arg string) (s slip, err error) {
	switch {
	case strings.HasPrefix(arg, "e"):
		s.mode, arg = ask.Extract, arg[1:]
	case strings.HasPrefix(arg, "m") && len(arg) > 7:
		h, err := base64.RawURLEncoding.DecodeString(arg[1:7])
		if err != nil {
			return slip{}, errMalformed
		}
		s.mode, s.model, arg = ask.WordedModel, [4]byte(h), arg[7:]
	default:
		return slip{}, errMalformed
	}
	s.refs, err = decodeRefs(arg)
	return s, err
}

// receipt shows how an answer was checked: the checks of what a model said, made once more, and
// each sentence it rests on, from the article as it is now.
func (b *Bot) receipt(ctx context.Context, e event) reply {
	s, err := decodeSlip(e.Arg)
	if err != nil || e.Message == nil {
		return b.says("button.ask")
	}
	shown := page.Slip{At: sentAt(e.Message.ID), Mode: s.mode}
	shown.Cited, _ = b.evidence(s.refs, false) // it fails with ends only
	if s.model == hash(b.model) {
		shown.Model = b.model
	}
	if s.mode == ask.WordedModel {
		for _, c := range b.answered(ctx, e.Message.ID).Claims {
			shown.Claims = append(shown.Claims, b.recheck(ctx, c, shown.Cited))
		}
	}
	return reply{page: page.Receipt(shown, b.words)}
}

// recheck judges a claim once more by the sentences it cites.
func (b *Bot) recheck(ctx context.Context, c claim, cited []page.Evidence) page.Rechecked {
	again := page.Rechecked{Text: c.Text, Cites: c.Cites}
	var cites []article.Passage
	for _, n := range c.Cites {
		if n < 1 || n > len(cited) || cited[n-1].Trouble != page.Found {
			again.Missing = true
			return again
		}
		cites = append(cites, cited[n-1].Passage())
	}
	again.Reasons = b.checker.Judge(ctx, c.Text, cites).Reasons
	return again
}

// discordEpoch is the first millisecond of 2015, from which Discord's IDs count.
const discordEpoch = 1420070400000

// sentAt returns when a message was sent, which its ID tells; zero where it is none.
func sentAt(id string) time.Time {
	n, err := strconv.ParseUint(id, 10, 64)
	if err != nil || n == 0 {
		return time.Time{}
	}
	return time.UnixMilli(int64(n>>22) + discordEpoch)
}
