package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"talksbot/ask"
	"talksbot/ask/gaps"
	"talksbot/bot/store"
	"talksbot/knowledge"
	"talksbot/page"
)

// A gapsCmd tells what readers asked on Discord and the articles do not say.
type gapsCmd struct {
	Server string `placeholder:"ID" help:"${gaps_server}"`
	Clear  int64  `placeholder:"ID" help:"${gaps_clear}"`
	JSON   bool   `name:"json" help:"${json}"`
}

// Run lists them, server by server, or clears one group. The bot may be running meanwhile.
func (c *gapsCmd) Run(e *env) error {
	asker, err := e.asker(e.quiet())
	if err != nil {
		return err
	}
	kept, err := store.OpenToRead(e.ctx, e.settings.database)
	if err != nil {
		return err
	}
	defer kept.Close()
	all, err := kept.Gaps(e.ctx, c.Server, e.clock())
	if err != nil {
		return err
	}
	lib := asker.Articles.Library()
	if c.Clear != 0 {
		return c.clear(e, lib, all)
	}
	if err := e.embed(lib, ""); err != nil {
		return err
	}
	reader := new(gaps.Reader)
	out := gapsOut{Servers: []serverGapsOut{}}
	for _, server := range serversOf(all) {
		lacks, err := lacking(e.ctx, reader, lib, gapsOf(all, server), asker.Answer)
		if err != nil {
			return errStopped
		}
		out.Servers = append(out.Servers, newServerGaps(server, lacks))
		if !c.JSON {
			fmt.Fprintln(e.stdout, e.screen().show(page.Gaps(lacks, len(lacks), server, e.words)))
		}
	}
	switch {
	case c.JSON:
		return output{JSON: true}.write(e, out, page.Page{})
	case len(all) == 0:
		return output{}.write(e, nil, e.words.Page("gaps.nowhere"))
	}
	return nil
}

// clear forgets the group of the gap with the ID.
func (c *gapsCmd) clear(e *env, lib *knowledge.Library, all []store.Gap) error {
	at := slices.IndexFunc(all, func(g store.Gap) bool { return g.ID == c.Clear })
	if at < 0 {
		return usageError{fmt.Errorf("no question has the id %d (talksbot gaps --json lists them)", c.Clear)}
	}
	server := all[at].Guild
	groups, err := new(gaps.Reader).Groups(e.ctx, lib, gapsOf(all, server))
	if err != nil {
		return errStopped
	}
	changing, err := store.Open(e.ctx, e.settings.database)
	if err != nil {
		return err
	}
	defer changing.Close()
	for _, g := range groups {
		ids := g.IDs()
		if !slices.Contains(ids, c.Clear) {
			continue
		}
		if err := changing.DropGaps(e.ctx, server, ids); err != nil {
			return err
		}
		return output{JSON: c.JSON}.write(e, clearedOut{ids}, e.words.Page("gaps.cleared", "N", len(ids), "Question", g.Question))
	}
	return errors.New("the question is in no group")
}

// serversOf are the servers of gaps, in order.
func serversOf(all []store.Gap) (servers []string) {
	for _, g := range all {
		servers = append(servers, g.Guild)
	}
	slices.Sort(servers)
	return slices.Compact(servers)
}

// gapsOf are the gaps of a server.
func gapsOf(all []store.Gap, server string) (of []gaps.Gap) {
	for _, g := range all {
		if g.Guild == server {
			of = append(of, gaps.Gap{ID: g.ID, Day: g.Day, Question: g.Question, Wrong: g.Why == store.Wrong, Reason: g.Reason})
		}
	}
	return of
}

// lacking returns gaps in groups, with what answers them now.
func lacking(ctx context.Context, reader *gaps.Reader, lib *knowledge.Library, of []gaps.Gap, answer func(context.Context, ask.Question) ask.Answer) ([]page.Lack, error) {
	groups, err := reader.Groups(ctx, lib, of)
	if err != nil {
		return nil, err
	}
	var lacks []page.Lack
	for _, g := range groups {
		lack := page.Lack{Group: g}
		if a, ok := g.Answered(ctx, lib, answer); ok {
			lack.Now = &a.Claims[0].Cites[0]
		}
		lacks = append(lacks, lack)
	}
	return lacks, ctx.Err()
}

type gapsOut struct {
	Servers []serverGapsOut `json:"servers"`
}

type serverGapsOut struct {
	Server    string   `json:"server"`
	Questions []gapOut `json:"questions"`
}

type gapOut struct {
	ID       string   `json:"id"` // of its first gap, which --clear takes
	Question string   `json:"question"`
	Wordings []string `json:"wordings"`
	Times    int      `json:"times"`
	Since    string   `json:"since"`
	Refused  int      `json:"refused"`
	Wrong    int      `json:"wrong"`
	Reasons  []string `json:"reasons,omitempty"`
	Now      *citeOut `json:"now"` // where it is answered now
}

type clearedOut struct {
	Cleared []int64 `json:"cleared"`
}

func newServerGaps(server string, lacks []page.Lack) serverGapsOut {
	out := serverGapsOut{Server: server, Questions: []gapOut{}}
	for _, l := range lacks {
		one := gapOut{ID: strconv.FormatInt(l.Gaps[0].ID, 10), Question: l.Question, Times: len(l.Gaps), Since: l.Since(), Refused: l.Refused, Wrong: l.Wrong, Reasons: l.Reasons}
		for _, g := range l.Gaps {
			if !slices.Contains(one.Wordings, g.Question) {
				one.Wordings = append(one.Wordings, g.Question)
			}
		}
		if l.Now != nil {
			cite := newCite(*l.Now)
			one.Now = &cite
		}
		out.Questions = append(out.Questions, one)
	}
	return out
}
