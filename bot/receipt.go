package bot

import (
	"context"
	"encoding/base64"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"talksbot/ask"
	"talksbot/ask/verify"
	"talksbot/knowledge"
)

// receiptName is the button that shows how an answer was checked.
const receiptName = "receipt"

// A slip is what a receipt's button carries: how the answer was made, and its citations. When
// it was made stands in the ID of the message; what it said, in the message.
type slip struct {
	mode  ask.Mode
	model [4]byte // with WordedModel: the hash of its name
	refs  []ref
}

// slipMarks say in a button how the answer was made.
var slipMarks = map[ask.Mode]string{ask.Extract: "e", ask.WordedModel: "m"}

// receiptButton returns the button for an answer's receipt.
func (b *Bot) receiptButton(a ask.Answer) button {
	head := slipMarks[a.Mode]
	if a.Mode == ask.WordedModel {
		h := hash(b.model)
		head += base64.RawURLEncoding.EncodeToString(h[:])
	}
	return button{label: "Receipt", name: receiptName, arg: head + citations(a.Sources()).encodeIn(maxCustomID-len(receiptName)-1-len(head))}
}

// decodeSlip undoes receiptButton. Any other text is an error.
func decodeSlip(arg string) (s slip, err error) {
	switch {
	case strings.HasPrefix(arg, "e"):
		s.mode, arg = ask.Extract, arg[1:]
	case strings.HasPrefix(arg, "m") && len(arg) > 7:
		h, err := base64.RawURLEncoding.DecodeString(arg[1:7])
		if err != nil {
			return slip{}, errMalformed
		}
		s.mode, s.model, arg = ask.WordedModel, [4]byte(h), arg[7:]
	default:
		return slip{}, errMalformed
	}
	s.refs, err = decodeRefs(arg)
	if err == nil && len(s.refs) == 0 {
		err = errMalformed
	}
	return s, err
}

// receipt shows how an answer was checked: each sentence it rests on with its neighbours, from
// the article as it is now, and the checks, made once more.
func (b *Bot) receipt(ctx context.Context, e event) reply {
	s, err := decodeSlip(e.Arg)
	if err != nil || e.Message == nil {
		return reply{text: "This button is from another version of me. Please ask again."}
	}
	said := shownClaims(e.Message.Content)
	made := b.extractChecks
	if s.mode == ask.WordedModel {
		made = b.wordedChecks
	}
	head := b.slipHead(e.Message.ID, s)
	text, whole := "", false
	for _, size := range []struct{ around, longest int }{{1, maxLength}, {1, 300}, {1, 160}, {0, 300}, {0, 160}, {0, 80}} {
		if text, whole = stacked(head, made(ctx, s, said, size.around, size.longest)); whole {
			break
		}
	}
	return reply{text: text}
}

// stacked returns the head and as many of the parts as a message has room for, and whether that
// is all of them.
func stacked(head string, parts []string) (text string, whole bool) {
	const left = "\n\n-# Shortened: the message has no room for all of it."
	text = head
	for i, p := range parts {
		room := maxLength
		if i+1 < len(parts) {
			room -= length(left)
		}
		if length(text)+2+length(p) > room {
			return text + left, false
		}
		text += "\n\n" + p
	}
	return text, true
}

// slipHead says when and how the answer was made.
func (b *Bot) slipHead(message string, s slip) string {
	text := "**Receipt**"
	if at, ok := sentAt(message); ok {
		text += fmt.Sprintf(" · answered <t:%d:f>", at.Unix())
	}
	switch {
	case s.mode == ask.Extract:
		return text + "\nIn the articles' own sentences: no language model wrote any of it."
	case s.model == hash(b.model) && b.model != "":
		return text + "\nWorded by a language model (" + escape(b.model) + "), each sentence checked against those it cites."
	}
	return text + "\nWorded by a language model that I no longer use, each sentence checked against those it cites."
}

// discordEpoch is the first millisecond of 2015, from which Discord's IDs count.
const discordEpoch = 1420070400000

// sentAt returns when a message was sent: its ID tells.
func sentAt(id string) (time.Time, bool) {
	n, err := strconv.ParseUint(id, 10, 64)
	return time.UnixMilli(int64(n>>22) + discordEpoch), err == nil && n > 0
}

// extractChecks shows of each sentence that it stands in its article as the answer has it.
func (b *Bot) extractChecks(_ context.Context, s slip, said []shownClaim, around, longest int) (parts []string) {
	for i, r := range s.refs {
		p, part := b.reread(r, i+1, around, longest)
		if p.Article != nil {
			mark := "✅ word for word in the article"
			if !wordForWord(said, p.Text()) {
				mark = "➖ the message shows it shortened; all of it stands in the article"
			}
			span := p.Span()
			part += fmt.Sprintf("\n-# %s, bytes %d to %d of its text (SHA-256 `%x…`)", mark, span.Start, span.End, r.text)
		}
		parts = append(parts, part)
	}
	return parts
}

// reread returns the passage of a citation and shows it in its place. Where it is not there as
// it was, there is no passage, and that is said.
func (b *Bot) reread(r ref, number, around, longest int) (knowledge.Passage, string) {
	head := fmt.Sprintf("**[%d]** ", number)
	a, trouble := b.find(r)
	if trouble == "" {
		p := knowledge.Passage{Article: a, Index: r.index}
		return p, head + source(a) + "\n> " + inContext(p, around, longest)
	}
	text := head + "⚠️ " + trouble
	if now := b.byHash[r.id]; now != nil {
		text += fmt.Sprintf("\n-# SHA-256 of its text then `%x…`, now `%x…`", r.text, hash(now.Text))
	}
	return knowledge.Passage{}, text
}

// wordForWord says whether the message shows the sentence as the article has it.
func wordForWord(said []shownClaim, sentence string) bool {
	for _, c := range said {
		if c.text == strings.TrimSpace(unescape(escape(sentence))) {
			return true
		}
	}
	return false
}

// wordedChecks says of each of the model's sentences what was checked, then shows those cited.
func (b *Bot) wordedChecks(ctx context.Context, s slip, said []shownClaim, around, longest int) (parts []string) {
	passages := make([]knowledge.Passage, len(s.refs))
	var sources []string
	for i, r := range s.refs {
		p, part := b.reread(r, i+1, around, longest)
		if p.Article != nil {
			part += fmt.Sprintf("\n-# the article is as it was (SHA-256 of its text `%x…`)", r.text)
		}
		passages[i] = p
		sources = append(sources, part)
	}
	for _, c := range said {
		parts = append(parts, fmt.Sprintf("“%s” %s\n%s", escape(shorten(c.text, longest)), c.numbers(), b.ticks(ctx, c, passages)))
	}
	return append(parts, sources...)
}

// ticks judges a claim once more by the passages it cites and says what was compared.
func (b *Bot) ticks(ctx context.Context, c shownClaim, passages []knowledge.Passage) string {
	var cites []knowledge.Passage
	for _, n := range c.cites {
		if n < 1 || n > len(passages) || passages[n-1].Article == nil {
			return "➖ cannot be checked again: what it cites is not there as it was."
		}
		cites = append(cites, passages[n-1])
	}
	if strings.HasSuffix(c.text, "…") {
		return "➖ cannot be checked again: the message shows it shortened."
	}
	wrong := map[verify.Rule]string{}
	for _, r := range b.checker.Judge(ctx, c.text, cites).Reasons {
		wrong[r.Rule] = r.String()
	}
	var compared, passed []string
	failed := map[string]string{} // why, by what was compared
	for _, r := range verify.Rules() {
		if !slices.Contains(compared, r.Tick) {
			compared = append(compared, r.Tick)
		}
		if why := wrong[r.Rule]; why != "" {
			failed[r.Tick] = why
		}
	}
	text := ""
	for _, tick := range compared {
		if failed[tick] == "" {
			passed = append(passed, tick)
			continue
		}
		text += "\n❌ " + tick + ": " + escape(shorten(failed[tick], longestShown))
	}
	return "-# ✅ " + strings.Join(passed, " · ✅ ") + text
}
