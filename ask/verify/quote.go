package verify

import (
	"slices"
	"strings"
	"unicode"

	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
)

// judgeQuote reports words that the claim puts in quotation marks and that do not stand in the
// evidence so, or that it cuts off where their sense turns.
func judgeQuote(c *comparison) []Reason {
	if len(c.claim.Quotes) == 0 {
		return nil
	}
	var reasons []Reason
	begins := beginnings(c)
	for _, q := range c.claim.Quotes {
		for _, part := range quoteParts(c.claim.String[q.Start:q.End]) {
			if why := misquoted(c, part, begins); why != nil {
				reasons = append(reasons, why...)
				break
			}
		}
	}
	return reasons
}

// quoteParts cuts a quotation where it marks an omission: each part must stand as it is.
func quoteParts(quoted string) []string {
	quoted = strings.NewReplacer("[...]", "…", "[…]", "…", "(...)", "…", ". . .", "…", "...", "…").Replace(quoted)
	return strings.Split(quoted, "…")
}

// beginnings returns where a quotation that begins with each word may begin.
func beginnings(c *comparison) map[string][]place {
	begins := map[string][]place{}
	for s, e := range c.evidence {
		for i := range e.Tokens {
			if own := norms(e.Written(i)); len(own) > 0 {
				begins[own[0]] = append(begins[own[0]], place{s, i})
			}
		}
	}
	return begins
}

// misquoted reports a part of a quotation that does not stand anywhere so.
func misquoted(c *comparison, part string, begins map[string][]place) []Reason {
	want := norms(part)
	if len(want) == 0 {
		return nil
	}
	var cut []Reason
	for _, p := range begins[want[0]] {
		e := c.evidence[p.sentence]
		end := match(e, p.token, want)
		if end == p.token {
			continue
		}
		turn := turnsAfter(e, end)
		if turn == "" {
			return nil
		}
		cut = because(Quote, cutOff, strings.TrimSpace(part), turn)
	}
	if cut != nil {
		return cut
	}
	return because(Quote, noWords, c.sources(), strings.TrimSpace(part))
}

// norms returns the words of text as they are compared in a quotation: their letters and
// digits, whatever their case.
func norms(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) })
}

// match returns the token after the words, where they stand one after the other from token
// at on, and at where they do not.
func match(s *grammar.Sentence, at int, words []string) int {
	i := at
	for ; i < len(s.Tokens) && len(words) > 0; i++ {
		own := norms(s.Written(i))
		if len(own) > len(words) || !slices.Equal(own, words[:len(own)]) {
			return at
		}
		words = words[len(own):]
	}
	if len(words) > 0 {
		return at
	}
	return i
}

// turnsAfter returns the word at token i where a quotation that ends before it is cut from
// what limits it: "concessions | that would be unilateral".
func turnsAfter(s *grammar.Sentence, i int) string {
	if i >= len(s.Tokens) || !turns.Has(s.Tokens[i].Norm) {
		return ""
	}
	if s.Tokens[i].Quoted && i > 0 && s.Tokens[i-1].Quoted && strings.Trim(s.Gap(i), ", ") == "" {
		return s.Written(i) // "tired, | but not beaten"
	}
	if gap := s.Gap(i); strings.ContainsAny(gap, ".,;:!?\"”») ") && strings.TrimSpace(gap) != "" {
		return ""
	}
	return s.Written(i)
}

var turns = english.Class("turns")
