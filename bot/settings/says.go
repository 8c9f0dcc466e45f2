package settings

import (
	"cmp"

	"talksbot/bot/store"
	"talksbot/page"
)

// Bounds are what whoever runs the bot has set, within which a server chooses.
type Bounds struct {
	PerPerson, PerServer int    // questions a minute
	Model                string // that words answers; "": none
}

// BoundsOf returns bounds with the usual limits where they are not set, so many questions a minute.
func BoundsOf(perPerson, perServer int, model string) Bounds {
	return Bounds{PerPerson: cmp.Or(max(perPerson, 0), 5), PerServer: cmp.Or(max(perServer, 0), 30), Model: model}
}

// Limits returns how many questions a minute one person, and all of a server that has chosen c, may ask.
func (b Bounds) Limits(c store.Settings) (perPerson, perServer int) {
	return within(c.PerPerson, b.PerPerson), within(c.PerServer, b.PerServer)
}

// within returns what was chosen, or the most there may be where that is less or nothing was chosen.
func within(chosen, most int) int {
	if chosen <= 0 {
		return most
	}
	return min(chosen, most)
}

// An Item is one thing to choose, as it is now.
type Item struct {
	Command string // by which it is changed
	Name    string // of the setting, as programs know it
	Usual   bool   // nothing was chosen
	Is      []page.Span
}

// Items are what there is to choose in a server, in the order in which it is shown.
func Items(c store.Settings, b Bounds, w page.Printer) []Item {
	perPerson, perServer := b.Limits(c)
	items := []Item{
		{"settings channels", "channels", len(c.Channels) == 0, w.Say("settings.channels", "Channels", channels(c.Channels, w))},
		{"settings answers", "private", !c.Private, w.Say("settings.shown", "Private", yes(c.Private))},
		{"settings answers", "threads", !c.Threads, w.Say("settings.threads", "Threads", yes(c.Threads))},
		{"settings answers", "forums", !c.NoForums, w.Say("settings.forums", "Off", yes(c.NoForums))},
		{"settings language", "language", c.Language == "", w.Say("settings.language", "Language", spoken(c.Language))},
		{"settings limits", "per_person", c.PerPerson == 0, w.Say("settings.person", "N", perPerson)},
		{"settings limits", "per_server", c.PerServer == 0, w.Say("settings.server", "N", perServer)},
	}
	if b.Model != "" {
		items = append(items, Item{"settings model", "model", !c.NoModel && c.Worded == 0,
			w.Say("settings.model", "Model", b.Model, "Off", yes(c.NoModel), "Daily", c.Worded)})
	}
	return append(items, Item{"settings gaps", "gaps", !c.NoGaps, w.Say("settings.gaps", "Off", yes(c.NoGaps))})
}

// spoken returns a language as it calls itself; "" where none was chosen.
func spoken(code string) string {
	if code == "" {
		return ""
	}
	return page.In(code).Text("own-name")
}

// yes is what a sentence is told of what is so.
func yes(is bool) string {
	if is {
		return "yes"
	}
	return ""
}

// channels names channels in a row.
func channels(ids []string, w page.Printer) []page.Span {
	var all [][]page.Span
	for _, id := range ids {
		all = append(all, []page.Span{channel(id)})
	}
	return w.List("list.and", all)
}

// channel returns a channel as a page names it.
func channel(id string) page.Span { return page.Span{Text: id, Mark: page.Channel} }
