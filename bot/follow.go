package bot

import (
	"context"
	"strings"
	"unicode/utf8"

	"talksbot/ask"
	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/page"
)

// The controls that lead on from an answer.
const (
	followName = "follow" // opens a form for a question that follows; the form has the name too
	offerName  = "offer"  // asks what could be asked instead
)

// askedIn is the field of the form.
const askedIn = "question"

// goesOn returns the buttons that lead on from an answer to an event.
func (a archives) goesOn(given ask.Answer) []page.Button {
	var buttons []page.Button
	add := func(does, label, arg string) {
		buttons = append(buttons, page.Button{Does: does, Label: a.words.Text(label), Arg: arg})
	}
	switch {
	case given.Outcome == ask.Purpose:
		return nil
	case given.Outcome == ask.Answered:
		add(followName, "button.follow", "on")
	case given.Refusal.Offer != "":
		add(offerName, "button.offer", given.Refusal.Offer)
	}
	return buttons
}

// follow opens a form for a question that follows the answer under which the button stands.
func (q asking) follow(_ context.Context, e discord.Event) command.Reply {
	if e.Message == nil {
		return command.Privately(q.archives.words, "button.ask")
	}
	w := q.archives.words
	return command.Reply{Form: discord.Form{ID: followName + ":" + e.Message.ID, Title: w.Text("follow.title"), Field: askedIn,
		Asks: w.Text("follow.asks"), Hint: w.Text("follow.hint"), Most: longestQuestion}}
}

// followed answers what was filled in. Only a form that stands on the answer it carries is one of ours.
func (q asking) followed(ctx context.Context, e discord.Event) command.Reply {
	text := strings.Join(strings.Fields(e.Values[askedIn]), " ")
	if text == "" || utf8.RuneCountInString(text) > longestQuestion || e.Message == nil || e.Message.ID != e.Arg {
		return command.Privately(q.archives.words, "button.ask")
	}
	return q.after(ctx, e, text, e.Arg)
}

// offered asks the question that a button carries.
func (q asking) offered(ctx context.Context, e discord.Event) command.Reply {
	if strings.TrimSpace(e.Arg) == "" {
		return command.Privately(q.archives.words, "button.ask")
	}
	return q.after(ctx, e, e.Arg, "")
}
