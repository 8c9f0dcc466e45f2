package bot

import (
	"cmp"

	lru "github.com/hashicorp/golang-lru/v2"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/page"
)

// languages know in which language to answer whom. Whoever uses a command or a button is answered in
// the language of their Discord; all else is said in that of the server, or of a person who used one
// before. Where a server has chosen a language, everything is said in that.
type languages struct {
	tables map[page.Printer]command.Table // what there is to ask, for each language but English
	people *lru.Cache[string, string]     // the language of those who used a command or a button lately, by their IDs
	server func(guild string) string      // the language of a server
	chosen func(guild string) string      // the one it wants for everything said there; "": none
}

// newLanguages returns languages that have no tables yet.
func newLanguages(server, chosen func(guild string) string) languages {
	people, _ := lru.New[string, string](maxRemembered) // fails for a size below one
	return languages{tables: map[page.Printer]command.Table{}, people: people, server: server, chosen: chosen}
}

// of returns the language in which an event is answered.
func (l languages) of(e discord.Event) page.Printer {
	switch {
	case e.Locale != "":
		l.people.Add(e.User.ID, e.Locale)
		if chosen := l.chosen(e.Guild); chosen != "" && !e.Abroad {
			return page.In(chosen)
		}
		return page.In(e.Locale)
	case e.Guild == "":
		code, _ := l.people.Get(e.User.ID)
		return page.In(code)
	}
	return l.in(e.Guild)
}

// in returns the language of a server.
func (l languages) in(guild string) page.Printer {
	return page.In(cmp.Or(l.chosen(guild), l.server(guild)))
}
