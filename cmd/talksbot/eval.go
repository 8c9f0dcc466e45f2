package main

import (
	"bytes"
	"fmt"
	"io"
	"os"

	"golang.org/x/term"

	"talksbot/ask"
	"talksbot/ask/model"
	"talksbot/cmd/talksbot/eval"
)

// An evalCmd asks a file of questions, with the model and without, and says how many answers are right.
type evalCmd struct {
	File string `arg:"" name:"FILE" help:"${eval_file}"`
	JSON bool   `name:"json" help:"${json}"`
	eval.Prices
}

func (c *evalCmd) Run(e *env) error {
	asker, err := e.asker(e.quiet())
	if err != nil {
		return err
	}
	cases, err := c.cases(e, asker)
	if err != nil {
		return err
	}
	if err := e.embed(asker.Articles.Library(), ""); err != nil {
		return err
	}
	report := eval.Report{Cases: len(cases), Prices: c.Prices}
	if asker.Model != nil {
		report.Model = asker.Model.Name
	}
	words := e.words
	if c.JSON {
		words = forPrograms
	}
	meter := measured(asker)
	eval.Run(e.ctx, asker, meter, cases, words, func(r eval.Result) {
		report.Results = append(report.Results, r)
		e.progress(len(report.Results), len(cases))
	})
	if err := (output{JSON: c.JSON}).write(e, newReport(report), report.Page(words)); err != nil {
		return err
	}
	if e.ctx.Err() != nil {
		return fmt.Errorf("stopped after %d of %d questions", len(report.Results), len(cases))
	}
	return nil
}

// measured has the calls of an asker's models counted, and each made anew.
func measured(asker *ask.Asker) *eval.Meter {
	meter := &eval.Meter{}
	for _, m := range []*model.Model{asker.Model, asker.Opinion} {
		if m != nil {
			m.Completer, m.Cache = meter.Counting(m.Completer), nil
		}
	}
	return meter
}

// cases reads the file, of which every line must be one that can be asked.
func (c *evalCmd) cases(e *env, asker *ask.Asker) ([]eval.Case, error) {
	from := e.stdin
	if c.File != "-" {
		f, err := os.Open(c.File)
		if err != nil {
			return nil, usageError{fmt.Errorf("reading the questions: %w", err)}
		}
		defer f.Close()
		from = f
	}
	cases, err := readCases(from, func(id string) bool { return asker.Articles.Library().Article(id) != nil })
	switch {
	case err != nil:
		return nil, usageError{fmt.Errorf("%s: %w", c.File, err)}
	case len(cases) == 0:
		return nil, usageError{fmt.Errorf("%s: there is no question in it", c.File)}
	}
	return cases, nil
}

// readCases reads cases, a line each; blank lines are left out. isHeld reports whether there is an article
// with an ID.
func readCases(from io.Reader, isHeld func(id string) bool) (cases []eval.Case, wrong error) {
	n := 0
	err := readLines(from, func(text []byte) bool {
		n++
		if len(bytes.TrimSpace(text)) == 0 {
			return true
		}
		one, err := eval.Parse(text)
		if err == nil && one.Article != "" && !isHeld(one.Article) {
			err = fmt.Errorf(`"article": there is none with the id %q`, one.Article)
		}
		if err != nil {
			wrong = fmt.Errorf("line %d: %w", n, err)
			return false
		}
		one.Line = n
		cases = append(cases, one)
		return true
	})
	if wrong == nil && err != nil {
		wrong = fmt.Errorf("line %d: %w", n+1, err)
	}
	return cases, wrong
}

// progress tells whoever waits at a terminal how far it is.
func (e *env) progress(done, all int) {
	f, ok := e.stderr.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return
	}
	fmt.Fprintf(f, "\r%d/%d", done, all)
	if done == all {
		fmt.Fprint(f, "\r\x1b[K")
	}
}
