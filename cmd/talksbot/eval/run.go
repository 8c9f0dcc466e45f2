package eval

import (
	"context"
	"strings"
	"sync"
	"time"

	"talksbot/ask"
	"talksbot/ask/model"
	"talksbot/page"
	"talksbot/prompts"
)

// A Result is a case and what came of it.
type Result struct {
	Case
	Without Answer
	With    *Answer // nil where there is no model
}

// An Answer is one answer to a case.
type Answer struct {
	Grade    Grade
	Lacks    []string // what of the wanted it lacks
	Said     []string // what a reader is shown, claim by claim
	Worded   int      // claims in the model's words
	Own      int      // sentences of the articles in the place of claims
	Dropped  []ask.Dropped
	Fallback ask.Fallback // why the model's answer is not shown
	Spent
	Took time.Duration
}

// Run asks each case, first without the model of the asker and then with it, where it has one, and
// calls done with each result. It ends with ctx; a case that was not ended is left out. Nobody else may use the
// asker meanwhile.
func Run(ctx context.Context, asker *ask.Asker, m *Meter, cases []Case, w page.Printer, done func(Result)) {
	plain := &ask.Asker{Articles: asker.Articles}
	for _, c := range cases {
		r := Result{Case: c, Without: c.ask(ctx, plain, &Meter{}, w)}
		if asker.Model != nil {
			with := c.ask(ctx, asker, m, w)
			r.With = &with
		}
		if ctx.Err() != nil {
			return
		}
		done(r)
	}
}

// ask has the case answered.
func (c Case) ask(ctx context.Context, asker *ask.Asker, m *Meter, w page.Printer) Answer {
	var a Answer
	asker.Drops = func(d ask.Dropped) { a.Dropped = append(a.Dropped, d) }
	before, began := m.Spent(), time.Now()
	got := asker.Answer(ctx, ask.Question{Text: c.Question, Article: c.Article})
	a.Took, a.Fallback, a.Said = time.Since(began), got.Fallback, said(got, w)
	after := m.Spent()
	a.Spent = Spent{after.Calls - before.Calls, after.In - before.In, after.Out - before.Out}
	a.Grade, a.Lacks = c.grade(got.Outcome, strings.Join(a.Said, "\n"))
	for _, claim := range got.Claims {
		switch {
		case got.Mode != ask.WordedModel:
		case claim.Own:
			a.Own++
		default:
			a.Worded++
		}
	}
	return a
}

// said returns what a reader is shown of an answer, line by line, without its sources.
func said(a ask.Answer, w page.Printer) (lines []string) {
	p := page.Answer(a, w)
	all := p.Head
	for _, part := range p.Parts {
		all = append(all, part.Lines...)
	}
	for _, l := range all {
		text := ""
		for _, s := range l.Spans {
			switch s.Mark {
			case page.Citation:
			case page.Note:
				text += " [" + s.Text + "]"
			default:
				text += s.Text
			}
		}
		if text = strings.Join(strings.Fields(text), " "); text != "" {
			lines = append(lines, text)
		}
	}
	return lines
}

// A Spent is what calls of a model cost.
type Spent struct {
	Calls   int
	In, Out int // tokens
}

// A Meter counts what the calls of a model cost.
type Meter struct {
	mu    sync.Mutex
	spent Spent
}

// Spent returns what was spent so far.
func (m *Meter) Spent() Spent {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.spent
}

// Counting returns a Completer whose calls the meter counts.
func (m *Meter) Counting(c model.Completer) model.Completer {
	return model.Func(func(ctx context.Context, p prompts.Prompt) (prompts.Completion, error) {
		reply, err := c.Complete(ctx, p)
		m.mu.Lock()
		defer m.mu.Unlock()
		m.spent.Calls++
		m.spent.In += reply.Tokens - reply.Written
		m.spent.Out += reply.Written
		return reply, err
	})
}
