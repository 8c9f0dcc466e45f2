//go:build unix

package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"syscall"
	"testing"

	"talksbot/ask"
	"talksbot/ask/model"
	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/markdown"
	"talksbot/knowledge"
	"talksbot/prompts"
)

// An instant model answers at once, with the beginnings of some of the sentences that it was shown, and
// finds every claim supported.
type instant struct{}

func (instant) Complete(_ context.Context, p prompts.Prompt) (prompts.Completion, error) {
	var claims, verdicts []string
	for line := range strings.Lines(p.User) {
		var told struct {
			Passage, Claim int
			Text           string
		}
		switch json.Unmarshal([]byte(line), &told); {
		case told.Passage%3 == 1 && len(claims) < 4:
			text, _, _ := strings.Cut(told.Text, ",")
			quoted, _ := json.Marshal(strings.TrimSuffix(text, ".") + ".")
			claims = append(claims, fmt.Sprintf(`{"text":%s,"cites":[%d]}`, quoted, told.Passage))
		case told.Claim > 0:
			verdicts = append(verdicts, fmt.Sprintf(`{"claim":%d,"why":"it says so","supported":true}`, told.Claim))
		}
	}
	text := `{"claims":[` + strings.Join(claims, ",") + `]}`
	if len(verdicts) > 0 {
		text = `{"verdicts":[` + strings.Join(verdicts, ",") + `]}`
	}
	return prompts.Completion{Text: text, Tokens: 1}, nil
}

func (m instant) Stream(ctx context.Context, p prompts.Prompt, said func(string)) (prompts.Completion, error) {
	reply, err := m.Complete(ctx, p)
	for _, piece := range strings.SplitAfter(reply.Text, " ") {
		said(piece)
	}
	return reply, err
}

// BenchmarkWithModel measures what the bot itself takes for a question that a model answers at once, from
// the event to the message as it is sent: with the shipped article, without the encoder, the answer watched
// while it grows and read a second time. It tells the processor time of one question, in milliseconds, with
// all that runs beside it.
//
//	go test ./bot -run '^$' -bench WithModel
func BenchmarkWithModel(b *testing.B) {
	library := shippedLibrary(b)
	asker := &ask.Asker{Articles: knowledge.NewCurrent(library), Model: &model.Model{Completer: instant{}}, Opinion: &model.Model{Completer: instant{}}}
	bot, err := New(Options{Token: "t", Store: inMemory(b), Answer: asker.Answer, Libraries: Everywhere(knowledge.NewCurrent(library)), Model: "instant"})
	if err != nil {
		b.Fatal(err)
	}
	ctx := command.Watched(b.Context(), func(r command.Reply) { r.Wire(markdown.Writer{}) })
	row := bot.table.Find(discord.Event{Kind: discord.Used, Name: "ask"})
	say := func(i int) {
		e := discord.Event{Kind: discord.Used, Name: "ask", Values: map[string]string{"question": fmt.Sprintf(asked[i%3], i)}}
		if r := row.Run(ctx, e); len(r.Page.Cited) == 0 {
			b.Fatal("no answer")
		} else {
			r.Wire(markdown.Writer{})
		}
	}
	say(0) // the names of the article are found once
	began := used(b)
	n := 0
	for b.Loop() {
		n++
		say(n)
	}
	b.ReportMetric((used(b)-began)/float64(n), "ms-CPU/op")
	if calls := asker.Counts().Calls; calls != int64(n)+1 || asker.Opinion.Calls() == 0 {
		b.Errorf("%d calls of the model and %d of the second reading for %d questions", calls, asker.Opinion.Calls(), n+1)
	}
}

// used returns the processor time that this program has used, in milliseconds.
func used(b *testing.B) float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e6
}
