package bot

import (
	"context"
	"slices"
	"time"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/store"
	"talksbot/page"
)

// wrongName is the button that says that an answer is wrong.
const wrongName = "wrong"

// reasonName is the menu of what may be wrong with an answer.
const reasonName = "wrong-why"

// A reason is what may be wrong: as it is kept, and the name of the sentence that says it.
type reason struct{ kept, says string }

var reasons = []reason{{"not-asked", "wrong.not-asked"}, {"otherwise", "wrong.otherwise"}, {"outdated", "wrong.outdated"},
	{"unclear", "wrong.unclear"}, {"else", "wrong.else"}}

// reasonOf returns the reason that is kept so; the zero reason where there is none.
func reasonOf(kept string) reason {
	i := slices.IndexFunc(reasons, func(r reason) bool { return r.kept == kept })
	if i < 0 {
		return reason{}
	}
	return reasons[i]
}

// A critic hears what is wrong with answers.
type critic struct {
	conversations *conversations
	keep          func(ctx context.Context, g store.Gap, now time.Time) (kept bool, err error)
	now           func() time.Time
	words         page.Printer
}

// wrongs returns the button that says that an answer to an event is wrong, where that is kept: not of what somebody
// asked for themselves alone.
func wrongs(e discord.Event, r command.Reply, w page.Printer, chosen store.Settings) []page.Button {
	if r.Private || r.Said == nil || r.Said.Question == "" || e.Guild == "" || e.Abroad || chosen.NoGaps {
		return nil
	}
	return []page.Button{{Does: wrongName, Label: w.Text("button.wrong"), Arg: "it"}}
}

// wrong asks what is wrong with an answer.
func (c critic) wrong(ctx context.Context, e discord.Event) command.Reply {
	if e.Message == nil || e.Guild == "" {
		return command.Privately(c.words, "button.ask")
	}
	if c.conversations.answered(ctx, e.Message.ID).Question == "" {
		return command.Privately(c.words, "wrong.forgotten")
	}
	m := command.Menu{Name: reasonName, Arg: e.Message.ID, Asks: c.words.Text("wrong.choose")}
	for _, r := range reasons {
		m.Choices = append(m.Choices, discord.Choice{Name: c.words.Text(r.says), Value: r.kept})
	}
	return command.Reply{Page: c.words.Page("wrong.what"), Menu: m}
}

// why keeps what is wrong with the answer that the menu was opened from.
func (c critic) why(ctx context.Context, e discord.Event) command.Reply {
	if e.Message == nil || e.Guild == "" || len(e.Chosen) != 1 || reasonOf(e.Chosen[0]).says == "" || e.Message.On() != e.Arg {
		return command.Privately(c.words, "button.ask")
	}
	said := c.conversations.recall(ctx, e.Arg)
	if said.Question == "" {
		return command.Privately(c.words, "wrong.forgotten")
	}
	g := store.Gap{Guild: e.Guild, Question: keptQuestion(said.Question, e), Why: store.Wrong, Reason: e.Chosen[0]}
	kept, err := c.keep(ctx, g, c.now())
	if err != nil {
		return command.Reply{Err: err}
	}
	says := "wrong.noted"
	if !kept {
		says = "gaps.off"
	}
	r := command.Privately(c.words, says)
	r.Replace = true
	return r
}

// reasonIn says in a language what was wrong.
func reasonIn(kept string, w page.Printer) string {
	if r := reasonOf(kept); r.says != "" {
		return w.Text(r.says)
	}
	return kept
}
