package bot

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"
)

// registered is a command as Discord holds it, as far as we set it.
type registered struct {
	ID          string             `json:"id,omitempty"`
	Type        int                `json:"type"`
	Name        string             `json:"name"`
	Description string             `json:"description,omitempty"`
	Options     []registeredOption `json:"options,omitempty"`
}

type registeredOption struct {
	Type         optionKind `json:"type"`
	Name         string     `json:"name"`
	Description  string     `json:"description"`
	Required     bool       `json:"required,omitempty"`
	Autocomplete bool       `json:"autocomplete,omitempty"`
	MaxLength    int        `json:"max_length,omitempty"`
	Choices      []choice   `json:"choices,omitempty"`

	ChannelTypes []int `json:"channel_types,omitempty"`

	Options []registeredOption `json:"options,omitempty"` // of a subcommand
}

// Command types, and the type of the option that is a subcommand.
const (
	slashCommand   = 1
	messageCommand = 3
	subcommand     = optionKind(1)
)

// registration returns the table's commands as Discord wants to be told of them. Rows named
// "digest now" and "digest list" are subcommands of one command, described by the group of the
// first.
func (t table) registration() []registered {
	var out []registered
	for _, r := range t.commands {
		name, sub, isSub := strings.Cut(r.name, " ")
		switch {
		case r.onMessage:
			out = append(out, registered{Type: messageCommand, Name: r.name})
		case !isSub:
			out = append(out, registered{Type: slashCommand, Name: name, Description: r.description, Options: r.registration()})
		default:
			at := slices.IndexFunc(out, func(c registered) bool { return c.Type == slashCommand && c.Name == name })
			if at < 0 {
				at = len(out)
				out = append(out, registered{Type: slashCommand, Name: name, Description: r.group})
			}
			out[at].Options = append(out[at].Options, registeredOption{Type: subcommand, Name: sub, Description: r.description, Options: r.registration()})
		}
	}
	return out
}

func (r row) registration() []registeredOption {
	var out []registeredOption
	for _, o := range r.options {
		var types []int
		if o.kind == channel {
			types = postable
		}
		out = append(out, registeredOption{ChannelTypes: types, Type: o.kind, Name: o.name, Description: o.description, Required: o.required,
			Autocomplete: o.suggested, MaxLength: o.longest, Choices: o.choices})
	}
	return out
}

// again is how long to wait before telling Discord of the commands once more.
const again = time.Minute

// register tells Discord of the commands, trying until it succeeds or Discord refuses.
func (b *Bot) register(ctx context.Context, app string) {
	for {
		err := b.sync(ctx, app)
		var no *refusal
		switch {
		case err == nil || ctx.Err() != nil:
			return
		case errors.As(err, &no) && no.Status < 500 && no.Status != 429:
			b.log.Error("Discord refused the commands; mentions and direct messages work without", "error", err, "server", b.guild)
			return
		}
		b.log.Warn("the commands could not be registered", "error", err, "again in", again)
		select {
		case <-ctx.Done():
			return
		case <-time.After(again):
		}
	}
}

// sync compares the commands Discord holds with the table and replaces them all when they
// differ.
func (b *Bot) sync(ctx context.Context, app string) error {
	path := "applications/" + app + "/commands"
	if b.guild != "" {
		path = "applications/" + app + "/guilds/" + b.guild + "/commands"
	}
	var held []registered
	if err := b.rest.do(ctx, call{doing: "reading the commands", method: "GET", path: path}, &held); err != nil {
		return err
	}
	wanted := b.table.registration()
	if !sameCommands(held, wanted) {
		if err := b.rest.do(ctx, call{doing: "registering the commands", method: "PUT", path: path, body: wanted}, &held); err != nil {
			return err
		}
		b.log.Info("commands registered", "commands", len(wanted), "server", b.guild)
	}
	ids := make(map[string]string, len(held))
	for _, c := range held {
		ids[c.Name] = c.ID
	}
	b.commandIDs.Store(&ids)
	return nil
}

// sameCommands compares without the IDs Discord adds, the order it keeps, and the difference
// between nothing and an empty list.
func sameCommands(a, b []registered) bool { return inOrder(a) == inOrder(b) }

func inOrder(commands []registered) string {
	sorted := slices.Clone(commands)
	for i := range sorted {
		sorted[i].ID, sorted[i].Type = "", max(sorted[i].Type, slashCommand)
	}
	slices.SortFunc(sorted, func(a, b registered) int {
		return cmp.Or(cmp.Compare(a.Type, b.Type), strings.Compare(a.Name, b.Name))
	})
	text, _ := json.Marshal(sorted) // never fails: there are only texts and numbers
	return string(text)
}

// A greeting is what READY tells.
type greeting struct {
	User        user `json:"user"`
	Application struct {
		ID string `json:"id"`
	} `json:"application"`
	Guilds []struct {
		ID string `json:"id"`
	} `json:"guilds"`
}

// ready takes note of who we are and, the first time, tells Discord of the commands, for as
// long as ctx lasts.
func (b *Bot) ready(ctx context.Context, data []byte) {
	defer b.rescue(func() {})
	var g greeting
	if json.Unmarshal(data, &g) != nil || g.User.ID == "" {
		b.log.Error("Discord's greeting says not who we are")
		return
	}
	first := b.self.Swap(&g.User) == nil
	b.log.Info("connected to Discord", "as", g.User.Name, "servers", len(g.Guilds))
	if first && g.Application.ID != "" {
		b.log.Info("to add the bot to a server, open the invite link", "invite", invite(g.Application.ID))
		b.running.Go(func() { b.register(ctx, g.Application.ID) })
	}
}
