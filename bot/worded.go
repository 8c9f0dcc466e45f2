package bot

import (
	"context"
	"time"

	"talksbot/ask"
	"talksbot/bot/discord"
	"talksbot/bot/store"
)

// worded answers a question, with the language model only as far as its server has chosen.
func (q asking) worded(ctx context.Context, e discord.Event, asked ask.Question) ask.Answer {
	chosen := store.Settings{}
	if !e.Abroad {
		chosen = q.settings.Of(e.Guild)
	}
	asked.Plain = chosen.NoModel
	if chosen.NoModel || chosen.Worded == 0 || q.archives.model == "" {
		return q.answers(ctx, asked)
	}
	day := q.archives.now().UTC().Format(time.DateOnly)
	may, err := q.store.TakeWorded(ctx, e.Guild, day, chosen.Worded)
	if err != nil {
		q.log.Error("what the model words is not counted, so it is not asked", "error", err, "server", e.Guild)
	}
	asked.Plain = !may
	a := q.answers(ctx, asked)
	switch {
	case !may && (a.Outcome == ask.Answered || a.Outcome == ask.Silent):
		a.Fallback = ask.OverBudget
	case may && !wasAsked(a):
		q.running.Go(func() { q.giveBack(e.Guild, day) })
	}
	return a
}

// wasAsked reports whether the model was asked for an answer, as far as that can be told: where it finds that
// the articles do not say, the answer is as it would be without it.
func wasAsked(a ask.Answer) bool {
	return a.Mode == ask.WordedModel || a.Outcome == ask.Silent || a.Fallback != 0 && a.Fallback != ask.OverBudget
}

// giveBack gives back an answer that the model may word, as it did not.
func (q asking) giveBack(guild, day string) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if err := q.store.GiveBackWorded(ctx, guild, day); err != nil {
		q.log.Warn("an answer that the model did not word counts as one", "error", err)
	}
}
