// Package doctor looks at what talksbot is set up with, and says what would go wrong.
//
// A check looks at one thing: the articles, the language model, Discord. It changes nothing, and uses
// the network only for what is configured.
package doctor

import (
	"context"
	"time"

	"talksbot/page"
)

// A Check looks at one thing.
type Check struct {
	About string // what it looks at, in a word
	Look  func(context.Context, *Notes)
}

// Examine makes all checks at once and returns what they found, in the order of the checks. What a
// check has not said when the limit is over is never heard: that it did not end is what is found.
func Examine(ctx context.Context, checks []Check, limit time.Duration, w page.Printer) []page.Finding {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	ends := make([]chan []page.Finding, len(checks))
	for i, c := range checks {
		ends[i] = make(chan []page.Finding, 1)
		go func() {
			n := Notes{words: w, about: c.About}
			c.Look(ctx, &n)
			ends[i] <- n.findings
		}()
	}
	var all []page.Finding
	for i, c := range checks {
		all = append(all, await(ctx, ends[i], c.About, limit, w)...)
	}
	return all
}

// lastWord is how long a check may take to say that its time was over.
const lastWord = 200 * time.Millisecond

// await returns what a check found, or that it did not end.
func await(ctx context.Context, end <-chan []page.Finding, about string, limit time.Duration, w page.Printer) []page.Finding {
	select {
	case found := <-end:
		return found
	case <-ctx.Done():
	}
	select {
	case found := <-end:
		return found
	case <-time.After(lastWord):
		n := Notes{words: w, about: about}
		n.Broken("checkup.hangs", "Limit", limit.String())
		return n.findings
	}
}

// Notes are what a check writes down.
type Notes struct {
	words    page.Printer
	about    string
	findings []page.Finding
}

// Well notes what is as it should be, by the name of its sentence and what is filled in; see
// [page.Printer.Say].
func (n *Notes) Well(name string, args ...any) { n.note(page.Well, n.words.Say(name, args...)) }

// Doubt notes what works, and not as people will want it.
func (n *Notes) Doubt(name string, args ...any) { n.note(page.Doubted, n.words.Say(name, args...)) }

// Broken notes what does not work.
func (n *Notes) Broken(name string, args ...any) { n.note(page.Broken, n.words.Say(name, args...)) }

func (n *Notes) note(h page.Health, says []page.Span) {
	n.findings = append(n.findings, page.Finding{About: n.about, Health: h, Says: says})
}
