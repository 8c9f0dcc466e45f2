package main

import (
	"errors"
	"fmt"
	"strings"

	"talksbot/ask"
	"talksbot/knowledge"
	"talksbot/page"
)

// output is how a command that takes words or lines is to read and write.
type output struct {
	JSON  bool `name:"json" xor:"form" help:"${json}"`
	JSONL bool `name:"jsonl" xor:"form" help:"${jsonl}"`
}

// text returns the words of the command line as one, which must be given if and only if
// the input does not come as lines.
func (o output) text(words []string, noun string) (string, error) {
	switch {
	case o.JSONL && len(words) > 0:
		return "", usageError{fmt.Errorf("with --jsonl every %s comes from standard input: leave %q out", noun, strings.Join(words, " "))}
	case !o.JSONL && len(words) == 0:
		return "", usageError{fmt.Errorf("which %s? Write it after the command, or give --jsonl and lines on standard input", noun)}
	}
	return strings.Join(words, " "), nil
}

// write prints value as JSON where that was asked for, else the page.
func (o output) write(e *env, value any, p page.Page) error {
	text := ""
	if o.JSON {
		line, err := marshal(value)
		if err != nil {
			return err
		}
		text = string(line)
	} else {
		text = e.screen().show(p)
	}
	if _, err := fmt.Fprintln(e.stdout, strings.TrimRight(text, "\n")); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}

type askCmd struct {
	output
	Question []string `arg:"" optional:"" help:"${question}"`
}

func (c *askCmd) Run(e *env) error {
	text, err := c.text(c.Question, "question")
	if err != nil {
		return err
	}
	asker, err := e.asker(e.quiet())
	if err != nil {
		return err
	}
	if c.JSONL {
		return eachLine(e, func(in questionIn) (any, error) {
			question, err := given(asker.Articles.Library(), "question", in.Question, in.Article)
			if err != nil {
				return nil, err
			}
			if err := e.embed(asker.Articles.Library(), in.Article); err != nil {
				return nil, err
			}
			return newAnswer(in.ID, asker.Answer(e.ctx, ask.Question{Text: question, Article: in.Article})), nil
		})
	}
	if err := e.embed(asker.Articles.Library(), ""); err != nil {
		return err
	}
	answer := asker.Answer(e.ctx, ask.Question{Text: text, Offers: true})
	if err := e.ctx.Err(); err != nil {
		return errors.New("stopped before the answer was there")
	}
	return c.write(e, newAnswer(nil, answer), page.Answer(answer, e.words))
}

type searchCmd struct {
	output
	Query []string `arg:"" optional:"" help:"${query}"`
}

func (c *searchCmd) Run(e *env) error {
	text, err := c.text(c.Query, "query")
	if err != nil {
		return err
	}
	lib, err := e.encodedLibrary()
	if err != nil {
		return err
	}
	if c.JSONL {
		return eachLine(e, func(in questionIn) (any, error) {
			question, err := given(lib, "question", in.Question, in.Article)
			if err != nil {
				return nil, err
			}
			if err := e.embed(lib, in.Article); err != nil {
				return nil, err
			}
			return newSearch(in.ID, lib.Search(e.ctx, knowledge.Query{Question: lib.Analyze(question), Article: in.Article, Limit: maxRanked})), nil
		})
	}
	if err := e.embed(lib, ""); err != nil {
		return err
	}
	passages := lib.Search(e.ctx, knowledge.Query{Question: lib.Analyze(text)})
	return c.write(e, newSearch(nil, passages), page.Search(passages, e.words))
}

// maxRanked is how many passages a program gets for a line of search.
const maxRanked = 100

type checkCmd struct {
	output
	Claim []string `arg:"" optional:"" help:"${claim}"`
}

func (c *checkCmd) Run(e *env) error {
	text, err := c.text(c.Claim, "claim")
	if err != nil {
		return err
	}
	lib, err := e.library()
	if err != nil {
		return err
	}
	if c.JSONL {
		return eachLine(e, func(in claimIn) (any, error) {
			claim, err := given(lib, "claim", in.Claim, in.Article)
			if err != nil {
				return nil, err
			}
			return newFinding(in.ID, ask.Rule(e.ctx, lib, claim, in.Article)), nil
		})
	}
	if c.JSON {
		return c.write(e, newFinding(nil, ask.Rule(e.ctx, lib, text, "")), page.Page{})
	}
	return c.write(e, nil, page.Check(ask.Examine(e.ctx, lib, text), e.words))
}

type annotateCmd struct{}

func (annotateCmd) Run(e *env) error { return eachLine(e, annotate) }

// given returns the text of a line, which it must have, once the article it is restricted
// to is known to be there. "" restricts it to none.
func given(lib *knowledge.Library, field string, text *string, article string) (string, error) {
	if article != "" && lib.Article(article) == nil {
		return "", fmt.Errorf(`"article": there is none with the id %q`, article)
	}
	return need(field, text)
}
