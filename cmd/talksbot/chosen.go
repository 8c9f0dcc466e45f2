package main

import (
	"cmp"
	"maps"
	"slices"

	chosen "talksbot/bot/settings"
	"talksbot/bot/store"
	"talksbot/page"
)

// A chosenCmd tells what servers have chosen on Discord.
type chosenCmd struct {
	JSON bool `name:"json" help:"${json}"`
}

// Run lists the servers that have chosen something, with what of it is not as usual. The bot may be running
// meanwhile.
func (c *chosenCmd) Run(e *env) error {
	kept, err := store.OpenToRead(e.ctx, e.settings.database)
	if err != nil {
		return err
	}
	defer kept.Close()
	all, err := kept.AllSettings(e.ctx)
	if err != nil {
		return err
	}
	out := chosenOut{Servers: []serverChosenOut{}}
	p := e.words.Page("settings.nobody")
	if len(all) > 0 {
		p = page.Page{}
	}
	bounds := chosen.BoundsOf(e.settings.rate, e.settings.serverRate, cmp.Or(e.settings.modelName(), "OPENAI_MODEL"))
	for _, server := range slices.Sorted(maps.Keys(all)) {
		out.Servers = append(out.Servers, serverChosenOut{server, all[server]})
		lines := e.words.Page("settings.of", "Server", page.Span{Text: server}).Parts[0].Lines
		for _, item := range chosen.Items(all[server], bounds, e.words) {
			if !item.Usual {
				lines = append(lines, page.Line{Kind: page.Item, Spans: item.Is})
			}
		}
		p.Parts = append(p.Parts, page.Part{Lines: lines})
	}
	return output{JSON: c.JSON}.write(e, out, p)
}

type chosenOut struct {
	Servers []serverChosenOut `json:"servers"`
}

type serverChosenOut struct {
	Server string         `json:"server"`
	Chosen store.Settings `json:"chosen"` // what is not there is as usual
}
