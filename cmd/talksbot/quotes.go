package main

import (
	"errors"
	"fmt"

	"talksbot/knowledge/quotation"
	"talksbot/knowledge/quote"
	"talksbot/page"
)

type quotesCmd struct {
	Speaker string `placeholder:"NAME" help:"${speaker}"`
	About   string `placeholder:"WORDS" help:"${quotes_about}"`
	Kind    string `placeholder:"KIND" help:"${kind}"`
	Match   string `placeholder:"TEXT" help:"${match}"`
	JSON    bool   `name:"json" help:"${json}"`
}

// Validate is called by kong once the flags are read.
func (c *quotesCmd) Validate() error {
	switch quotation.Kind(c.Kind) {
	case "", quotation.Direct, quotation.Mixed, quotation.Indirect:
		return nil
	}
	return fmt.Errorf("--kind: there is no %q: write direct, mixed or indirect", c.Kind)
}

// Run writes who said what, or whose words a text has.
func (c *quotesCmd) Run(e *env) error {
	lib, err := e.library()
	if err != nil {
		return err
	}
	out := output{JSON: c.JSON}
	if c.Match != "" {
		if c.Speaker != "" || c.About != "" || c.Kind != "" {
			return usageError{errors.New("--match looks for a text among all quotes: leave --speaker, --about and --kind out")}
		}
		found := lib.WhoSaid(c.Match)
		return out.write(e, newMatches(found), page.WhoSaid(found, e.words))
	}
	q := quote.Query{Speaker: c.Speaker, About: c.About, Kind: quotation.Kind(c.Kind)}
	found := lib.Quotes(q)
	if len(found) == 0 {
		speakers, known := lib.OtherSpeakers(q)
		return out.write(e, newQuotes(nil, speakers), page.NoQuotes(q, speakers, known, e.words))
	}
	return out.write(e, newQuotes(found, quote.CountSpeakers(found)), page.Quotes(quote.Group(found), q, e.words))
}
