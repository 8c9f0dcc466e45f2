package library

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/page"
	"talksbot/shelf"
)

// A seen is an article that a server sees.
type seen struct {
	shelf.Holding
	common bool // it is one of the default library, which every server sees
}

// seenBy returns the articles that a server sees, those that came last first.
func (c Commands) seenBy(ctx context.Context, server string) (all []seen, err error) {
	common, err := c.Shelf.Holdings(ctx, "")
	if err != nil {
		return nil, err
	}
	own, err := c.Shelf.Holdings(ctx, server)
	if err != nil {
		return nil, err
	}
	away, err := c.Shelf.Removed(ctx, server)
	if err != nil {
		return nil, err
	}
	for _, h := range own {
		all, away = append(all, seen{Holding: h}), append(away, h.Article)
	}
	for _, h := range common {
		if !slices.Contains(away, h.Article) {
			all = append(all, seen{h, true})
		}
	}
	slices.SortStableFunc(all, func(a, b seen) int { return b.Since.Compare(a.Since) })
	return all, nil
}

// matching returns those of which the title, the outlet or the address has each word that was typed.
func matching(all []seen, typed string) []seen {
	words := strings.Fields(strings.ToLower(typed))
	return slices.DeleteFunc(all, func(s seen) bool {
		text := strings.ToLower(s.Title + " " + s.Outlet + " " + s.URL + " " + s.ID)
		return slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
	})
}

// suggestHeld completes which article is meant, of those that the server sees.
func (c Commands) suggestHeld(ctx context.Context, e discord.Event) command.Reply {
	all, err := c.seenBy(ctx, e.Guild)
	if err != nil {
		return command.Reply{Err: err}
	}
	return command.Reply{Choices: choices(matching(all, e.Values[e.Focused]))}
}

// suggestAll completes which article is meant, also of those that were put away.
func (c Commands) suggestAll(ctx context.Context, e discord.Event) command.Reply {
	all, err := c.seenBy(ctx, e.Guild)
	if err != nil {
		return command.Reply{Err: err}
	}
	away, err := c.away(ctx, e.Guild)
	if err != nil {
		return command.Reply{Err: err}
	}
	return command.Reply{Choices: choices(matching(append(all, away...), e.Values[e.Focused]))}
}

// away returns the articles that a server has put away, without those that are forgotten.
func (c Commands) away(ctx context.Context, server string) (all []seen, err error) {
	removed, err := c.Shelf.Removed(ctx, server)
	if err != nil {
		return nil, err
	}
	for _, id := range removed {
		last, err := c.last(ctx, id)
		if err != nil {
			return nil, err
		}
		if last.N > 0 && last.Forgotten == nil {
			all = append(all, seen{Holding: holdingOf(last)})
		}
	}
	return all, nil
}

// last returns what an article says now; the zero edition where there is no such article.
func (c Commands) last(ctx context.Context, id int64) (shelf.Edition, error) {
	all, err := c.Shelf.Editions(ctx, id)
	if err != nil || len(all) == 0 {
		return shelf.Edition{}, err
	}
	return all[len(all)-1], nil
}

// holdingOf returns what an edition says of its article.
func holdingOf(e shelf.Edition) shelf.Holding {
	return shelf.Holding{Article: e.Article, ID: e.ID, N: e.N, Version: e.Version, Title: e.Title, Outlet: e.Outlet, URL: e.URL, State: e.State}
}

func choices(all []seen) (choices []discord.Choice) {
	for _, s := range all[:min(len(all), discord.MaxChoices)] {
		name := page.Clean(nameOf(s.Holding))
		if s.Outlet != "" {
			name += " · " + page.Clean(s.Outlet)
		}
		choices = append(choices, discord.Choice{Name: page.Shorten(name, discord.MaxChoiceText), Value: strconv.FormatInt(s.Article, 10)})
	}
	return choices
}

func nameOf(h shelf.Holding) string {
	if h.Title != "" {
		return h.Title
	}
	return h.ID
}

// meant returns the article that was chosen or, where something was typed, the only one that it fits. Where there is
// none, no is the reply.
func (c Commands) meant(ctx context.Context, e discord.Event, among []seen) (h shelf.Holding, no command.Reply, ok bool) {
	typed := strings.TrimSpace(e.Values[articleOption])
	if i := slices.IndexFunc(among, func(s seen) bool { return strconv.FormatInt(s.Article, 10) == typed || s.ID == typed }); i >= 0 {
		return among[i].Holding, command.Reply{}, true
	}
	fits := matching(slices.Clone(among), typed)
	switch len(fits) {
	case 0:
		return shelf.Holding{}, command.Privately(c.Words, "library.no-article", "Typed", page.Shorten(typed, longestSearch)), false
	case 1:
		return fits[0].Holding, command.Reply{}, true
	}
	return shelf.Holding{}, command.Privately(c.Words, "library.several", "Typed", page.Shorten(typed, longestSearch), "N", len(fits)), false
}
