package bot

import (
	"context"
	"encoding/base64"
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"

	"talksbot/ask"
	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/store"
	"talksbot/knowledge/article"
	"talksbot/page"
)

// The sources of an answer are one place with two depths: each sentence where it stands, and how all was
// checked, each a press away from the other. Their buttons carry a letter for how the answer was made, of a
// model's the hash of its name, and the citations. When it was made stands in the ID of its message; what a
// model said is remembered by that ID.
const (
	readName    = "read"  // under an answer: shows its sources
	deeperName  = "proof" // under these: how it was checked, in their place
	shallowName = "back"
)

var slipMarks = map[ask.Mode]string{ask.Extract: "e", ask.WordedModel: "m"}

// withReceipt returns the buttons of an answer, of which that for the sources leads to the receipt too.
func (a archives) withReceipt(p page.Page, mode ask.Mode) []page.Button {
	head := slipMarks[mode]
	if mode == ask.WordedModel {
		h := hash(a.model)
		head += base64.RawURLEncoding.EncodeToString(h[:])
	}
	buttons := slices.Clone(p.Buttons)
	for i, b := range buttons {
		if b.Does == page.ShowSources {
			buttons[i].Does, buttons[i].Arg = readName, command.Cites(p.Cited, deeperName, head)
		}
	}
	return buttons
}

// slip returns what a receipt's button carries.
func (a archive) slip(ctx context.Context, e discord.Event) (s page.Slip, err error) {
	code := e.Arg
	switch {
	case strings.HasPrefix(code, "e"):
		s.Mode, code = ask.Extract, code[1:]
	case strings.HasPrefix(code, "m") && len(code) > 7:
		s.Mode = ask.WordedModel
		h := hash(a.model)
		if code[1:7] == base64.RawURLEncoding.EncodeToString(h[:]) {
			s.Model = a.model
		}
		code = code[7:]
	default:
		return s, errMalformed
	}
	s.Cited, err = a.citedBy(ctx, e, code)
	return s, err
}

// receipts show how answers were checked.
type receipts struct {
	archives      archives
	conversations *conversations
}

// receipt shows how an answer was checked: the checks of what a model said, made once more, and
// each sentence it rests on, from the article as it is now.
func (r receipts) receipt(ctx context.Context, e discord.Event) command.Reply {
	a := r.archives.of(e)
	s, err := a.slip(ctx, e)
	switch {
	case err != nil:
		return notCited(err, r.archives.words)
	case e.Message == nil:
		return command.Say(r.archives.words, "button.ask")
	}
	return r.of(ctx, a, s, e.Message.ID)
}

// of returns the receipt of the answer that is that message.
func (r receipts) of(ctx context.Context, a archive, s page.Slip, message string) command.Reply {
	s.At, _ = discordgo.SnowflakeTimestamp(message)
	if s.Mode == ask.WordedModel {
		for _, c := range r.conversations.answered(ctx, message).Claims {
			s.Claims = append(s.Claims, a.recheck(ctx, c, s.Cited))
		}
	}
	return command.Reply{Page: page.Receipt(s, r.archives.words)}
}

// read shows what an answer cites, in its place, with a button that leads deeper.
func (r receipts) read(ctx context.Context, e discord.Event) command.Reply {
	s, err := r.archives.of(e).slip(ctx, e)
	if err != nil {
		return notCited(err, r.archives.words)
	}
	shown := command.Reply{Page: page.Sources(s.Cited, r.archives.words)}
	shown.Page.Buttons = []page.Button{{Does: deeperName, Label: r.archives.words.Text("button.checked"), Arg: e.Arg}}
	return shown
}

// deeper shows in place of the sources of an answer how it was checked.
func (r receipts) deeper(ctx context.Context, e discord.Event) command.Reply {
	a := r.archives.of(e)
	s, err := a.slip(ctx, e)
	switch {
	case err != nil:
		return notCited(err, r.archives.words)
	case e.Message == nil:
		return command.Privately(r.archives.words, "button.ask")
	}
	shown := r.of(ctx, a, s, e.Message.On())
	shown.Page.Buttons = []page.Button{{Does: shallowName, Label: r.archives.words.Text("button.back"), Arg: e.Arg}}
	return command.Turned(e, shown)
}

// shallow shows the sources again.
func (r receipts) shallow(ctx context.Context, e discord.Event) command.Reply {
	return command.Turned(e, r.read(ctx, e))
}

// recheck judges a claim once more by the sentences it cites.
func (a archive) recheck(ctx context.Context, c store.Claim, cited []page.Cited) page.Rechecked {
	again := page.Rechecked{Text: c.Text, Cites: c.Cites}
	var cites []article.Passage
	for _, n := range c.Cites {
		if n < 1 || n > len(cited) || cited[n-1].Article == nil {
			again.Missing = true
			return again
		}
		cites = append(cites, cited[n-1].Passage())
	}
	again.Reasons = ask.Judge(ctx, a.library, c.Text, cites).Reasons
	return again
}
