package main

import (
	"encoding/hex"
	"errors"
	"slices"
	"strings"

	"talksbot/bot/library"
	"talksbot/ingest"
	"talksbot/knowledge/article"
	"talksbot/libraries"
	"talksbot/shelf"
)

// An addCmd adds articles to the default library, or to a server's.
type addCmd struct {
	What   []string `arg:"" name:"LINK|FILE" help:"${add_what}"`
	Server string   `placeholder:"ID" help:"${library_server}"`
	JSON   bool     `name:"json" help:"${json}"`
}

// Run takes up each file and link, and tells what became of it. Where nothing could be taken up, that is an error.
func (c *addCmd) Run(e *env) error {
	links, files := parted(c.What, isLink)
	var read article.Loaded
	if len(files) > 0 {
		var err error
		if read, err = (article.Loader{Strict: e.settings.strict, Stdin: e.stdin}).Load(files...); err != nil {
			return usageError{err}
		}
		e.tell("skipped", read.Skipped)
		e.tell("wonders at", read.Odd)
	}
	return withShelf(e, func(held *shelf.Shelf) error {
		outcomes, err := c.take(e, newReader(e, held, e.quiet()), read, links)
		if err != nil {
			return err
		}
		if err := (output{JSON: c.JSON}).write(e, newAdded(outcomes), library.Commands{Words: e.words}.Told(len(read.Articles)+len(links), outcomes)); err != nil {
			return err
		}
		if !slices.ContainsFunc(outcomes, func(o ingest.Outcome) bool { return o.What != ingest.Refused }) {
			return errors.New("nothing was added")
		}
		return nil
	})
}

// take takes up what was read of files, and what links lead to. When it is told to stop, what is done by then is done.
func (c *addCmd) take(e *env, reader *ingest.Reader, read article.Loaded, links []string) (outcomes []ingest.Outcome, err error) {
	for i, a := range read.Articles {
		kept, err := reader.Keep(e.ctx, c.Server, []*article.Article{a}, shelf.Source{Kind: shelf.FromAttachment, Where: read.Files[i]}, libraries.FileAlias(read.Files[i], a))
		if err != nil {
			return nil, err
		}
		outcomes = append(outcomes, kept...)
	}
	if len(links) == 0 {
		return outcomes, nil
	}
	bar := newProgress(e, "terminal.links")
	defer bar.end()
	more, err := reader.Add(e.ctx, c.Server, links, "", bar.tell)
	if e.ctx.Err() != nil {
		err = nil
	}
	return append(outcomes, more...), err
}

// isLink reports whether an argument is an address, of the web or not, and no file.
func isLink(what string) bool { return strings.Contains(what, "://") }

// parted returns the texts that are so, and the others.
func parted(all []string, is func(string) bool) (so, others []string) {
	for _, one := range all {
		if is(one) {
			so = append(so, one)
		} else {
			others = append(others, one)
		}
	}
	return so, others
}

type addedOut struct {
	Outcomes []outcomeOut `json:"outcomes"`
}

type outcomeOut struct {
	Where   string        `json:"where"`
	What    ingest.What   `json:"what"`              // added, held, updated or refused
	ID      string        `json:"article,omitempty"` // its id
	Title   string        `json:"title,omitempty"`
	Version string        `json:"version,omitempty"` // SHA-256 of what it says, in hexadecimal
	Partial bool          `json:"partial,omitempty"` // only its first paragraphs could be read
	Since   string        `json:"since,omitempty"`   // when the library got it, RFC 3339
	Reason  ingest.Reason `json:"reason,omitempty"`
}

func newAdded(all []ingest.Outcome) addedOut {
	out := addedOut{Outcomes: make([]outcomeOut, len(all))}
	for i, o := range all {
		one := outcomeOut{Where: o.Where, What: o.What, Reason: o.Reason}
		if h := o.Holding; o.What != ingest.Refused {
			one.ID, one.Title, one.Partial, one.Since = h.ID, h.Title, o.Teaser, rfc3339(o.Since)
			one.Version = hex.EncodeToString(h.Version[:])
		}
		out.Outcomes[i] = one
	}
	return out
}
