package grammar

import (
	"math"
	"strconv"
	"strings"

	"talksbot/knowledge/english"
)

// findNumbers reads the numbers that are no part of a date.
func findNumbers(s *Sentence) {
	for i := 0; i < len(s.Tokens); i++ {
		n, ok := numberAt(s, i)
		if !ok {
			continue
		}
		n.Hedge = hedgeOf(s, n)
		if n.Unit == "" {
			n.Unit = unitAfter(s, n.Last)
		}
		s.Numbers = append(s.Numbers, n)
		for k := n.First; k <= n.Last; k++ {
			s.Tokens[k].Number = len(s.Numbers)
		}
		i = n.Last
	}
}

// numberAt reads the number that begins at token i: "1,000", "$5", "two hundred and fifty",
// "3.5 million", "a thousand", "18th".
func numberAt(s *Sentence, i int) (Number, bool) {
	n := Number{First: i, Last: i - 1}
	if d := s.Tokens[i].Date; d > 0 && Dated(s.Dates[d-1]) {
		return n, false
	}
	at := i
	if v, unit, ordinal, ok := figure(s.Tokens[i].Norm); ok {
		n.Last, n.Value = thousands(s, i, v)
		n.Unit, n.Ordinal = unit, ordinal
		at = n.Last + 1
	}
	if !n.Ordinal {
		numberWords(s, &n, at)
	}
	return n, n.Last >= i
}

// numberWords reads number words from token at on, and multiplies the figures before them: "3.5
// million". The value so far is that of the group below the next thousand.
func numberWords(s *Sentence, n *Number, at int) {
	total, group := 0.0, n.Value
	for k := at; k < len(s.Tokens) && (k == n.First || !s.Broken(k)); k++ {
		norm := s.Tokens[k].Norm
		scale, isScale := scales[norm]
		v, isSmall := small[norm]
		started := n.Last >= n.First
		switch {
		case isScale && k > n.First:
			group = max(group, 1) * scale
			if scale >= 1000 {
				total, group = total+group, 0
			}
			n.Last = k
		case k == n.First && (norm == "a" || norm == "an") && scales[s.Norm(k+1)] > 0:
			continue // "a thousand"
		case norm == "and" && started && group >= 100 && small[s.Norm(k+1)] > 0:
			continue // "two hundred and fifty"
		case isSmall && (!started && counts(s, k) || started && joinsWords(group, v)):
			group += v
			n.Last = k
		default:
			k = len(s.Tokens)
		}
	}
	n.Value = total + group
}

// thousands goes on the figures at token i with groups of three, "160, 000" as tokenised
// corpora write it, and returns the last token and the value.
func thousands(s *Sentence, i int, v float64) (int, float64) {
	for k := i + 1; k < len(s.Tokens) && v > 0 && v < 1e9 && s.Gap(k) == ", "; k++ {
		t := s.Tokens[k]
		if len(t.Norm) != 3 || strings.Trim(t.Norm, "0123456789") != "" || t.Date > 0 {
			break
		}
		rest, _ := strconv.ParseFloat(t.Norm, 64)
		i, v = k, v*1000+rest
	}
	return i, v
}

// joinsWords reports whether a number word goes on a number: "twenty-five", not "two three".
func joinsWords(group, v float64) bool {
	return group >= 100 || group >= 20 && math.Mod(group, 10) == 0 && v < 10
}

// counts reports whether the number word at token i is one: "one" is where it counts
// something, "one soldier", "one in ten".
func counts(s *Sentence, i int) bool {
	if s.Norm(i) != "one" {
		return true
	}
	if i > 0 && s.Tokens[i-1].Stop && s.Norm(i-1) != "of" || i+1 >= len(s.Tokens) || s.Broken(i+1) {
		return false
	}
	return s.Norm(i+1) == "in" || !s.Tokens[i+1].Stop
}

// figure reads a token of digits with what is bound to it.
func figure(norm string) (v float64, unit string, ordinal, ok bool) {
	if v, ok := ordinals[norm]; ok {
		return v, "", true, true
	}
	s := strings.TrimLeft(norm, "$€£")
	if s != norm {
		unit = "$"
	}
	if t, percent := strings.CutSuffix(s, "%"); percent {
		s, unit = t, "%"
	}
	suffix := strings.TrimLeft(s, "0123456789.,")
	v, err := strconv.ParseFloat(strings.ReplaceAll(strings.TrimSuffix(s, suffix), ",", ""), 64)
	scale := 1.0
	switch suffix {
	case "", "s":
	case "st", "nd", "rd", "th":
		ordinal = true
	default:
		if scale = suffixes[suffix]; scale == 0 {
			return 0, "", false, false
		}
	}
	return v * scale, unit, ordinal, err == nil
}

// unitAfter returns what the number that ends at token i counts: the key of the first word
// with meaning after it, adjectives included.
func unitAfter(s *Sentence, i int) string {
	for k := i + 1; k < len(s.Tokens) && k <= i+3 && !s.Broken(k); k++ {
		t := s.Tokens[k]
		switch {
		case t.Norm == "percent" || t.Norm == "per" && s.Norm(k+1) == "cent" || t.Norm == "percentage":
			return "%"
		case strings.HasPrefix(t.Norm, "dollar") || strings.HasPrefix(t.Norm, "euro") || t.Norm == "pounds":
			return "$"
		case t.Norm == "of" || t.Norm == "more" || t.Norm == "other":
			continue
		case t.Stop:
			return ""
		}
		if _, _, _, digits := figure(t.Norm); digits {
			return ""
		}
		return english.Key(t.Norm, t.Stem)
	}
	return ""
}

// hedgeOf reads the words before and after a number that say how exactly it is meant.
func hedgeOf(s *Sentence, n Number) Hedge {
	words, longest := "", Exactly
	for k := n.First - 1; k >= max(n.First-3, 0); k-- {
		words = strings.TrimSpace(s.Norm(k) + " " + words)
		if h, ok := hedges[words]; ok {
			longest = h
		}
	}
	if longest != Exactly {
		return longest
	}
	if s.Norm(n.Last+1) == "or" {
		switch s.Norm(n.Last + 2) {
		case "more":
			return AtLeast
		case "so":
			return About
		case "less", "fewer":
			return AtMost
		}
	}
	return Exactly
}

var (
	hedges        = kinds[Hedge]("hedges")
	ordinals      = english.Values("ordinals")
	suffixes      = english.Values("short scales")
	small, scales = numeralWords()
)

// numeralWords returns the words for numbers below a hundred, and those that multiply the
// number before them.
func numeralWords() (small, scales map[string]float64) {
	small, scales = english.Values("multiples"), map[string]float64{"bn": 1e9, "m": 1e6, "mn": 1e6}
	for word, v := range english.Values("numerals") {
		if v < 100 && word != "dozen" {
			small[word] = v
		} else {
			scales[word], scales[word+"s"] = v, v
		}
	}
	return small, scales
}
