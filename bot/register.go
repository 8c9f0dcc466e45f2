package bot

import (
	"context"
	"encoding/json"
	"errors"
	"reflect"
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
}

// Command types.
const (
	slashCommand   = 1
	messageCommand = 3
)

// registration returns the table's commands as Discord wants to be told of them.
func (t table) registration() []registered {
	var out []registered
	for _, r := range t.commands {
		c := registered{Type: slashCommand, Name: r.name, Description: r.description}
		if r.onMessage {
			c.Type, c.Description = messageCommand, ""
		}
		for _, o := range r.options {
			c.Options = append(c.Options, registeredOption{o.kind, o.name, o.description, o.required, o.suggested, o.longest, o.choices})
		}
		out = append(out, c)
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

// sameCommands compares without the IDs Discord adds and the order it keeps.
func sameCommands(a, b []registered) bool {
	return reflect.DeepEqual(inOrder(a), inOrder(b))
}

func inOrder(commands []registered) []registered {
	out := slices.Clone(commands)
	for i := range out {
		out[i].ID = ""
		out[i].Type = max(out[i].Type, slashCommand)
		if len(out[i].Options) == 0 {
			out[i].Options = nil
		}
	}
	slices.SortFunc(out, func(a, b registered) int {
		if a.Type != b.Type {
			return a.Type - b.Type
		}
		return strings.Compare(a.Name, b.Name)
	})
	return out
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
