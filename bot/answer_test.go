package bot

import (
	"fmt"
	"strings"
	"testing"

	"talksbot/ask"
	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
)

// TestMessagesAsRead keeps every kind of message as people read it.
func TestMessagesAsRead(t *testing.T) {
	w := &world{t: t, library: held(t)}
	talks, council := w.passage("January 10"), w.passage("January 12")
	asked := ask.Question{Text: "When are the talks?"}
	model := ask.Answer{Outcome: ask.Answered, Mode: ask.WordedModel, Claims: []ask.Claim{
		{Text: "The United States and Russia talk on January 10.", Cites: []article.Passage{talks}, Marks: []ask.Mark{{Start: 37, End: 47, Bold: true, Note: "10 January 2022"}}},
		{Text: "The NATO-Russia Council meets two days later, to talk about Ukraine.", Cites: []article.Passage{council, talks}},
	}}
	noted := w.saying(ask.Extract, "January 10", "January 12")
	noted.Fallback = ask.Slow
	followUp := w.saying(ask.Extract, "January 12")
	followUp.Question = "When are the talks with NATO?"
	planted := article.New(article.Article{ID: "planted", Title: "[Free](https://evil.example) @everyone **now**", Outlet: "<@1> ||x||",
		URL: "https://ok.example/a)b>(c", Text: "@here read discord.gg/evil and [this](https://evil.example) <#1> `now`. It was on Monday(https://evil.example) at noon."})
	plantedAnswer := ask.Answer{Outcome: ask.Answered, Mode: ask.Extract}
	for i := range planted.Sentences {
		p := article.Passage{Article: planted, Index: i}
		c := ask.Claim{Text: p.Text(), Cites: []article.Passage{p}}
		if at := strings.Index(c.Text, "Monday"); at >= 0 {
			c.Marks = []ask.Mark{{Start: at, End: at + len("Monday"), Bold: true, Note: "27 December 2021"}}
		}
		plantedAnswer.Claims = append(plantedAnswer.Claims, c)
	}
	hostile := ask.Question{Text: "**Ping** @everyone <@1> [free](https://evil.example) # now\n> and `this`"}
	about := func(model string) *Bot {
		b, err := New(Options{Token: "t", Store: inMemory(t), Answer: gives(ask.Answer{}), Libraries: Everywhere(knowledge.NewCurrent(w.library)), Version: "1.2.3", Model: model})
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	b, worded := about(""), about("gpt-oss_20b")
	var all strings.Builder
	for _, m := range []struct {
		name string
		command.Reply
	}{
		{"one sentence, to a message", b.archives.answer(asked, w.saying(ask.Extract, "January 12"), false)},
		{"two sentences of one article, with a note", b.archives.answer(asked, noted, true)},
		{"two articles", b.archives.answer(asked, w.saying(ask.Extract, "January 12", "41 years"), true)},
		{"a model's words", b.archives.answer(asked, model, true)},
		{"a follow-up", b.archives.answer(ask.Question{Text: "And NATO?", Earlier: []ask.Turn{{Question: "When?"}}}, followUp, false)},
		{"silence", b.archives.answer(asked, ask.Answer{Outcome: ask.Silent, Closest: []article.Passage{talks, council}}, true)},
		{"silence with nothing near", b.archives.answer(asked, ask.Answer{Outcome: ask.Silent}, false)},
		{"purpose", b.archives.answer(asked, ask.Answer{Outcome: ask.Purpose, Held: 2}, true)},
		{"a hostile question", b.archives.answer(hostile, ask.Answer{Outcome: ask.Silent}, true)},
		{"a hostile article", b.archives.answer(asked, plantedAnswer, true)},
		{"help", b.uses(t, "help", discord.Event{})},
		{"about", b.uses(t, "about", discord.Event{})},
		{"about, with a model", worded.uses(t, "about", discord.Event{})},
	} {
		fmt.Fprintf(&all, "-- %s --\n%s\n", m.name, shown(m.Reply))
		for _, button := range m.Page.Buttons {
			fmt.Fprintf(&all, "(%s)\n", button.Label)
		}
	}
	golden(t, "messages", all.String())
}
