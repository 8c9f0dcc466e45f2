package bot

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"talksbot/ask"
	"talksbot/ask/gaps"
	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/settings"
	"talksbot/bot/store"
	"talksbot/knowledge"
	"talksbot/page"
)

const (
	gapsTurn  = "lacks" // the buttons that turn a page of /gaps
	gapsClear = "ungap" // the menu that clears one
	perGaps   = 5       // on a page: each may come with a sentence that answers it now
)

// A lacking shows those who manage a server what its readers wanted to know and the articles did not say.
type lacking struct {
	archives archives
	store    *store.Store
	settings *settings.Book
	answers  func(context.Context, ask.Question) ask.Answer
	reader   *gaps.Reader
}

// gaps lists them.
func (l lacking) gaps(ctx context.Context, e discord.Event) command.Reply {
	return l.page(ctx, e, command.View{Per: perGaps})
}

// turn turns a page of the list.
func (l lacking) turn(ctx context.Context, e discord.Event) command.Reply {
	v, err := command.DecodeView(e.Arg, 0)
	if err != nil {
		return command.Say(l.archives.words, "button.gaps")
	}
	v.Per = perGaps
	return command.Turned(e, l.page(ctx, e, v))
}

// clear forgets a group, which any of its questions stands for.
func (l lacking) clear(ctx context.Context, e discord.Event) command.Reply {
	v, err := command.DecodeView(e.Arg, 0)
	if err != nil || len(e.Chosen) != 1 {
		return command.Say(l.archives.words, "button.gaps")
	}
	groups, err := l.groups(ctx, l.archives.of(e).library, e.Guild)
	if err != nil {
		return command.Reply{Err: err}
	}
	for _, g := range groups {
		ids := g.IDs()
		if !slices.ContainsFunc(ids, func(id int64) bool { return strconv.FormatInt(id, 10) == e.Chosen[0] }) {
			continue
		}
		if err := l.store.DropGaps(ctx, e.Guild, ids); err != nil {
			return command.Reply{Err: err}
		}
		break
	}
	v.Per = perGaps
	return command.Turned(e, l.page(ctx, e, v))
}

// groups returns what is kept of a server, in groups.
func (l lacking) groups(ctx context.Context, library *knowledge.Library, guild string) ([]gaps.Group, error) {
	kept, err := l.store.Gaps(ctx, guild, l.archives.now())
	if err != nil {
		return nil, err
	}
	var all []gaps.Gap
	for _, g := range kept {
		all = append(all, gaps.Gap{ID: g.ID, Day: g.Day, Question: g.Question, Wrong: g.Why == store.Wrong, Reason: reasonIn(g.Reason, l.archives.words)})
	}
	return l.reader.Groups(ctx, library, all)
}

// page shows a page of the list, with what the articles answer by now.
func (l lacking) page(ctx context.Context, e discord.Event, v command.View) command.Reply {
	w, library := l.archives.words, l.archives.of(e).library
	groups, err := l.groups(ctx, library, e.Guild)
	switch {
	case err != nil:
		return command.Reply{Err: fmt.Errorf("grouping what was not answered: %w", err)}
	case len(groups) == 0 && l.settings.Of(e.Guild).NoGaps:
		return command.Say(w, "gaps.off")
	case len(groups) == 0:
		return command.Say(w, "gaps.none")
	}
	v, first, end := v.Within(len(groups))
	var lacks []page.Lack
	clear := command.Menu{Name: gapsClear, Arg: v.Encode(), Asks: w.Text("gaps.clear")}
	for _, g := range groups[first:end] {
		lack := page.Lack{Group: g}
		if a, ok := g.Answered(ctx, library, l.answers); ok {
			lack.Now = &a.Claims[0].Cites[0]
		}
		lacks = append(lacks, lack)
		clear.Choices = append(clear.Choices, discord.Choice{Name: page.Shorten(page.Clean(g.Question), discord.MaxChoiceText), Value: strconv.FormatInt(g.Gaps[0].ID, 10)})
	}
	p := page.Gaps(lacks, len(groups), "", w)
	p.Notes = append(v.Foot(len(groups), "pages.gaps", w), page.Line{Kind: page.Small, Spans: w.Say("gaps.foot")})
	p.Buttons = v.Turns(gapsTurn, len(groups), w)
	return command.Reply{Page: p, Menu: clear}
}
