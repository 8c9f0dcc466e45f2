package ask

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/prompts"
)

// A wording is an answer of a model's, put together claim by claim.
type wording struct {
	plan
	passages []article.Passage // that the model was shown, by the numbers it cites them with
	drafts   []draft
	doubted  bool // what is worded otherwise than its sentence waits to be read a second time
}

// A draft is a claim as the model worded it, and what is known of it.
type draft struct {
	Claim
	from   prompts.ClaimDraft
	why    error // it may not be shown as it is worded; nil where it may
	copied bool  // it is one of the sentences that it cites, or nearly
	worded bool  // it is shown as it is worded
}

// mostInstead is how many sentences stand for a claim that did not pass.
const mostInstead = 2

// consider checks what a model claims, in the place it has among its claims. What was considered before
// is not checked again.
func (w *wording) consider(ctx context.Context, place int, from prompts.ClaimDraft) {
	if place < len(w.drafts) && w.drafts[place].from.Text == from.Text && slices.Equal(w.drafts[place].from.Cites, from.Cites) {
		return
	}
	d := draft{Claim: Claim{Text: from.Text, Cites: citedBy(from, w.passages)}, from: from}
	if d.why = w.refuses(ctx, d.Claim); d.why == nil {
		d.Marks = w.wordedMarks(d.Claim)
		d.copied = slices.ContainsFunc(d.Cites, func(s article.Passage) bool { return w.copies(d.Text, s) })
	}
	w.drafts = append(w.drafts[:place], d)
}

// citedBy returns the passages that a draft cites, each once. Numbers of none count for nothing.
func citedBy(d prompts.ClaimDraft, passages []article.Passage) []article.Passage {
	var cited []article.Passage
	for _, n := range d.Cites {
		if n < 1 || n > len(passages) {
			continue
		}
		if s := passages[n-1]; Number(cited, s) == 0 {
			cited = append(cited, s)
		}
	}
	return cited
}

// refuses returns why a claim may not be shown as it is worded, nil where it may.
func (w *wording) refuses(ctx context.Context, c Claim) error {
	if len(c.Cites) == 0 {
		return errors.New("it cites none of the passages")
	}
	if strings.Count(c.Text, `"`)%2 > 0 || strings.Count(c.Text, "“") != strings.Count(c.Text, "”") {
		return errors.New("a quotation in it does not end, or does not begin")
	}
	verdict := judge(w.library).Judge(ctx, c.Text, c.Cites)
	if verdict.Supported {
		return nil
	}
	return Unsupported(verdict.Reasons)
}

var (
	personalPronouns = english.Class("personal pronouns")
	ownersPronouns   = english.Class("possessive determiners")
)

// dangles returns the pronoun with which a text begins, where the one before it names nobody whom it
// could mean; "" where there is nothing to wonder at.
func (w *wording) dangles(text, before string) string {
	read := english.Read(text)
	if len(read.Tokens) == 0 {
		return ""
	}
	first := read.Tokens[0]
	if !personalPronouns.Has(first.Norm) && !ownersPronouns.Has(first.Norm) || len(w.library.Names().FindIn(english.Read(before))) > 0 {
		return ""
	}
	return text[first.Start:first.End]
}

// settled returns how many of the drafts stand as they are, whatever is still to come.
func (w *wording) settled() int {
	if !w.doubted {
		return len(w.drafts)
	}
	waits := slices.IndexFunc(w.drafts, func(d draft) bool { return d.why == nil && !d.copied })
	if waits < 0 {
		return len(w.drafts)
	}
	return waits
}

// listening returns what hears a reply while it is written, and tells grows what may be shown of it; nil
// where nobody wants to know.
func (w *wording) listening(ctx context.Context, grows func([]Claim)) func(piece string) {
	if grows == nil {
		return nil
	}
	var begun prompts.Begun
	told := 0
	return func(piece string) {
		heard := begun.Write(piece)
		for _, d := range heard {
			w.consider(ctx, len(w.drafts), d)
		}
		if len(heard) == 0 {
			return
		}
		if claims, _ := w.claims(w.settled()); len(claims) > told {
			told = len(claims)
			grows(claims)
		}
	}
}

// claims returns the answer that the first so many drafts make: each in its own words where the sentences
// that it cites support them and whoever it speaks of is known by then, and else those sentences. Nothing
// is said twice, whoever says it first; so an answer of more drafts begins with that of fewer. dropped says
// why drafts are not shown as they are worded.
func (w *wording) claims(first int) (claims []Claim, dropped []error) {
	before := "" // what the draft before says, where it is shown
	for i := range w.drafts[:first] {
		d := &w.drafts[i]
		why := d.why
		if pronoun := w.dangles(d.Text, before); why == nil && pronoun != "" {
			why = fmt.Errorf("nobody before it is whom %q means", pronoun)
		}
		d.worded = why == nil && !isToldBy(claims, d.Cites)
		before = ""
		switch {
		case d.worded:
			before = d.Text
			claims = append(claims, d.Claim)
		case why != nil:
			dropped = append(dropped, Dropped{d.Text, why})
			claims = append(claims, w.instead(d.Claim, claims)...)
		}
	}
	return claims, dropped
}

// instead returns the sentences that stand for a claim, without those that the claims before it say.
func (w *wording) instead(c Claim, before []Claim) []Claim {
	var told []Claim
	for _, s := range restsOn(c.Text, c.Cites, mostInstead) {
		if !alreadySay(before, s, c.Text) {
			own := w.claim(s)
			own.Own = true
			told = append(told, own)
		}
	}
	return told
}

// isToldBy reports whether every one of the sentences stands in the answer by itself.
func isToldBy(claims []Claim, cites []article.Passage) bool {
	return !slices.ContainsFunc(cites, func(s article.Passage) bool {
		return !slices.ContainsFunc(claims, func(c Claim) bool { return c.Own && Number(c.Cites[:1], s) > 0 })
	})
}

// mostSaid is the share of a sentence's words of weight that says what it says.
const mostSaid = 0.7

// alreadySay reports whether claims have a sentence, or rest on it and say most of what it says, or all that a
// draft takes from it.
func alreadySay(claims []Claim, s article.Passage, draft string) bool {
	has := english.ContentStems(s.Text())
	taken := slices.DeleteFunc(english.ContentStems(draft), func(w string) bool { return !slices.Contains(has, w) })
	return slices.ContainsFunc(claims, func(c Claim) bool {
		if c.Own {
			return Number(c.Cites[:1], s) > 0
		}
		all := len(taken) > 0 && shared(taken, english.ContentStems(c.Text)) == len(taken)
		return Number(c.Cites, s) > 0 && (all || covers(c.Text, s.Text()) >= mostSaid)
	})
}

// covers returns which share of the second text's words of weight the first has.
func covers(first, second string) float64 {
	wanted := english.ContentStems(second)
	return float64(shared(wanted, english.ContentStems(first))) / float64(max(len(wanted), 1))
}
