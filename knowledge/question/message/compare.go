package message

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
)

// A Comparison is what a message would have set side by side.
type Comparison struct {
	Sides [2]string // in the words of the message: "Marr", "the Senate bill"
	On    string    // in what they are compared; "" for whatever there is
	Bid   bool      // the message bids to compare: it asks for no sentence that says how they differ
}

var (
	comparing = english.Stems("comparing")
	differing = english.Stems("differing")
	between   = english.Class("between sides")
	stances   = english.Stems("stance nouns")
	onWhat    = english.Class("compared on")
)

// ComparisonOf returns the comparison that a message asks for: "Compare the Senate bill and the
// House bill", "What is the difference between Marr's and Kern's position on fish?", "How do Marr and
// Kern differ on fish?", "Marr vs Kern".
func ComparisonOf(text string) (c Comparison, ok bool) {
	t := english.Read(strings.TrimRight(text, "?!. "))
	from, to := 0, len(t.Tokens)
	for i, w := range t.Tokens {
		switch {
		case comparing.Has(w.Stem) && i <= leadWords && !differing.Has(w.Stem):
			from, c.Bid, ok = i+1, true, true
		case differing.Has(w.Stem) && i+1 < to && t.Tokens[i+1].Norm == "between":
			from, ok = i+2, true
		case w.Norm == "versus" || w.Norm == "vs":
			c.Bid, ok = true, true
		case differing.Has(w.Stem) && i > 2 && t.Tokens[0].Norm == "how" && questionAuxiliaries.Has(t.Tokens[1].Norm):
			return c.differ(t, i)
		}
		if ok {
			break
		}
	}
	if !ok {
		return Comparison{}, false
	}
	return c.cut(t, from, to)
}

// leadWords is how many words may stand before the one that bids to compare: "could you please".
const leadWords = 3

// differ reads "How do Marr and Kern differ on fish?" and "How does Marr differ from Kern on fish?",
// where the verb is token i.
func (c Comparison) differ(t english.Text, i int) (Comparison, bool) {
	if i+1 < len(t.Tokens) && t.Tokens[i+1].Norm == "from" {
		end := onFrom(t, i+2)
		c.Sides = [2]string{written(t, 2, i), written(t, i+2, end)}
		c.On = written(t, end+1, len(t.Tokens))
		return c, c.Sides[0] != "" && c.Sides[1] != ""
	}
	c.On = written(t, onFrom(t, i+1)+1, len(t.Tokens))
	return c.split(t, 2, i)
}

// cut reads the sides between two tokens, and behind them in what they are compared.
func (c Comparison) cut(t english.Text, from, to int) (Comparison, bool) {
	end := onFrom(t, from)
	c.On = written(t, end+1, to)
	return c.split(t, from, end)
}

// onFrom returns the first token from i on that leads to in what the sides are compared, or the end.
func onFrom(t english.Text, i int) int {
	for ; i < len(t.Tokens); i++ {
		if onWhat.Has(t.Tokens[i].Norm) {
			return i
		}
	}
	return len(t.Tokens)
}

// split reads two sides that one word divides. What belongs to both is in what they are compared: the
// budget of "Marr's and Kern's budget"; but a position is what they say.
func (c Comparison) split(t english.Text, from, to int) (Comparison, bool) {
	at := 0
	for i := from + 1; i+1 < to; i++ {
		if between.Has(t.Tokens[i].Norm) {
			if at > 0 && t.Tokens[i].Norm != "and" {
				continue
			}
			at = i
			if t.Tokens[i].Norm != "and" {
				break
			}
		}
	}
	if at == 0 {
		return Comparison{}, false
	}
	a, b := t.In(english.Span{Start: t.Tokens[from].Start, End: t.Tokens[at-1].End}), t.In(english.Span{Start: t.Tokens[at+1].Start, End: t.Tokens[to-1].End})
	c.Sides = [2]string{written(a, 0, len(a.Tokens)), written(b, 0, len(b.Tokens))}
	if owner, ok := owned(a, len(a.Tokens)-1); ok {
		for i := range b.Tokens[:len(b.Tokens)-1] {
			if other, ok := owned(b, i); ok {
				if held := b.In(english.Span{Start: b.Tokens[i+1].Start, End: len(b.String)}); !slices.ContainsFunc(held.Tokens, func(t english.Token) bool { return stances.Has(t.Stem) }) {
					c.On = strings.TrimSpace(written(b, i+1, len(b.Tokens)) + " " + c.On)
				}
				c.Sides = [2]string{owner, other}
				break
			}
		}
	}
	return c, slices.ContainsFunc(a.Tokens, particular) && slices.ContainsFunc(b.Tokens, particular)
}

// owned returns the words up to token i without the ending that says that something is theirs.
func owned(t english.Text, i int) (string, bool) {
	all := written(t, 0, i+1)
	for _, ending := range []string{"'s", "’s", "'", "’"} {
		if cut, ok := strings.CutSuffix(all, ending); ok {
			return cut, true
		}
	}
	return "", false
}
