package bot

import (
	"context"
	"encoding/base64"
	"strings"

	"github.com/bwmarrin/discordgo"

	"talksbot/ask"
	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/store"
	"talksbot/knowledge/article"
	"talksbot/page"
)

// A receipt's button carries a letter for how the answer was made, of a model's the hash of its
// name, and the citations. When it was made stands in the ID of the message; what a model said is
// remembered by that ID.
var slipMarks = map[ask.Mode]string{ask.Extract: "e", ask.WordedModel: "m"}

// receiptButton returns the button for the receipt of an answer that cites places.
func (a *archive) receiptButton(mode ask.Mode, cited []page.Place) page.Button {
	head := slipMarks[mode]
	if mode == ask.WordedModel {
		h := hash(a.model)
		head += base64.RawURLEncoding.EncodeToString(h[:])
	}
	return page.Button{Does: page.ShowReceipt, Label: a.words.Text("button.receipt"), Arg: command.Cites(cited, page.ShowReceipt, head)}
}

// slip returns what a receipt's button carries.
func (a *archive) slip(e discord.Event) (s page.Slip, err error) {
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
	s.Cited, err = a.citedBy(e, code)
	return s, err
}

// receipts show how answers were checked.
type receipts struct {
	archive       *archive
	conversations *conversations
}

// receipt shows how an answer was checked: the checks of what a model said, made once more, and
// each sentence it rests on, from the article as it is now.
func (r receipts) receipt(ctx context.Context, e discord.Event) command.Reply {
	s, err := r.archive.slip(e)
	if err != nil || e.Message == nil {
		return command.Say(r.archive.words, "button.ask")
	}
	s.At, _ = discordgo.SnowflakeTimestamp(e.Message.ID)
	if s.Mode == ask.WordedModel {
		for _, c := range r.conversations.answered(ctx, e.Message.ID).Claims {
			s.Claims = append(s.Claims, r.archive.recheck(ctx, c, s.Cited))
		}
	}
	return command.Reply{Page: page.Receipt(s, r.archive.words)}
}

// recheck judges a claim once more by the sentences it cites.
func (a *archive) recheck(ctx context.Context, c store.Claim, cited []page.Place) page.Rechecked {
	again := page.Rechecked{Text: c.Text, Cites: c.Cites}
	var cites []article.Passage
	for _, n := range c.Cites {
		if n < 1 || n > len(cited) || cited[n-1].Article == nil {
			again.Missing = true
			return again
		}
		cites = append(cites, cited[n-1].Passage())
	}
	again.Reasons = a.checker.Judge(ctx, c.Text, cites).Reasons
	return again
}
