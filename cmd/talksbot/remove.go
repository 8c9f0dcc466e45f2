package main

import (
	"fmt"
	"slices"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/page"
	"talksbot/shelf"
)

// A removeCmd takes articles out of the default library, or a server's.
type removeCmd struct {
	Articles []string `arg:"" name:"ARTICLE" help:"${remove_what}"`
	Forget   bool     `help:"${remove_forget}"`
	Server   string   `placeholder:"ID" help:"${library_server}"`
}

// Run takes each article out. They are all looked for first, so that a slip of the keyboard removes nothing.
func (c *removeCmd) Run(e *env) error {
	return withShelf(e, func(held *shelf.Shelf) error {
		if err := stockShipped(e, held); err != nil {
			return err
		}
		holdings, err := held.Holdings(e.ctx, c.Server)
		if err != nil {
			return err
		}
		var chosen []shelf.Holding
		for _, named := range c.Articles {
			at := slices.IndexFunc(holdings, func(h shelf.Holding) bool { return h.ID == named || h.URL != "" && h.URL == named })
			if at < 0 {
				return usageError{fmt.Errorf("no article that was added has the id or address %q (talksbot articles lists them)", named)}
			}
			chosen = append(chosen, holdings[at])
		}
		for _, h := range chosen {
			done := "terminal.removed"
			if c.Forget {
				gone, err := held.Forget(e.ctx, c.Server, h.Article, "")
				if err != nil {
					return err
				}
				if done = "terminal.kept-elsewhere"; gone {
					done = "terminal.forgotten"
				}
			} else if _, err := held.Remove(e.ctx, c.Server, h.Article, ""); err != nil {
				return err
			}
			name := h.Title
			if name == "" {
				name = h.ID
			}
			if err := (output{}).write(e, nil, e.words.Page(done, "Article", page.Outside(name))); err != nil {
				return err
			}
		}
		return nil
	})
}

// stockShipped has the default library hold the shipped article, where no others are named and nobody has put it away,
// so that it can be.
func stockShipped(e *env, held *shelf.Shelf) error {
	shipped, err := knowledge.Shipped()
	if len(e.settings.articles) > 0 || err != nil {
		return err
	}
	for _, a := range shipped {
		if _, err := held.Put(e.ctx, "", a, nil, article.Whole, shelf.Source{Kind: shelf.FromShipped}); err != nil {
			return err
		}
	}
	return nil
}
