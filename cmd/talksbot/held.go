package main

import (
	"fmt"
	"slices"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/page"
)

// A heldCmd tells which articles there are and how they are read.
type heldCmd struct {
	List heldListCmd `cmd:"" default:"withargs" help:"${held_list}"`
	Show heldShowCmd `cmd:"" help:"${held_show}"`
}

type heldListCmd struct {
	JSON bool `name:"json" help:"${json}"`
}

func (c *heldListCmd) Run(e *env) error {
	held, err := e.load()
	if err != nil {
		return err
	}
	return output{JSON: c.JSON}.write(e, newHeld(held), page.Held(held, e.words))
}

type heldShowCmd struct {
	ID   string `arg:"" name:"ID" help:"${held_id}"`
	JSON bool   `name:"json" help:"${json}"`
}

func (c *heldShowCmd) Run(e *env) error {
	held, err := e.load()
	if err != nil {
		return err
	}
	for _, a := range held.Articles {
		if a.ID == c.ID || slices.Contains(a.Also, c.ID) {
			return output{JSON: c.JSON}.write(e, newParts(a), page.HeldOne(a, e.words))
		}
	}
	if near := nearestID(held.Articles, c.ID); near != "" {
		return usageError{fmt.Errorf("no article has the id %q: did you mean %q? (talksbot articles lists them)", c.ID, near)}
	}
	return usageError{fmt.Errorf("no article has the id %q (talksbot articles lists them)", c.ID)}
}

// nearestID returns the ID, or the title's, that is closest to what was written; "" for none that is
// close.
func nearestID(articles []*article.Article, written string) string {
	near, best := "", 0.5
	for _, a := range articles {
		for _, called := range []string{a.ID, a.Title} {
			if like := likeness(english.Norm(called), english.Norm(written)); like > best {
				near, best = a.ID, like
			}
		}
	}
	return near
}

// likeness returns the share of pairs of neighbouring letters that two words have in common.
func likeness(a, b string) float64 {
	count := map[string]int{}
	for i := range max(0, len(a)-1) {
		count[a[i:i+2]]++
	}
	shared := 0
	for i := range max(0, len(b)-1) {
		if count[b[i:i+2]]--; count[b[i:i+2]] >= 0 {
			shared++
		}
	}
	return 2 * float64(shared) / float64(max(1, len(a)+len(b)-2))
}
