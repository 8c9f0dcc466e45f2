package verify

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
	"talksbot/knowledge/timex"
)

// judgeDate reports a date of the claim that no cited sentence states, or that only a sentence
// about something else does.
func judgeDate(c *comparison) []Reason {
	var reasons []Reason
	for k, d := range c.claim.Dates {
		about, places := sentenceAround(c, k), c.datePlaces(k)
		switch there := datesIn(c, about); {
		case !grammar.Fixes(c.claim, d), slices.ContainsFunc(places, func(l link) bool { return l.sentence == about }):
		case there != "":
			reasons = append(reasons, because(Date, differs, there, c.claim.Date(k))...)
		case len(places) == 0:
			reasons = append(reasons, because(Date, noDate, c.sources(), c.claim.Date(k))...)
		}
	}
	return reasons
}

// datesIn returns how the sentence, which may be none, writes its own dates.
func datesIn(c *comparison, sentence int) string {
	var written []string
	if sentence >= 0 {
		for k, d := range c.evidence[sentence].Dates {
			if grammar.Dated(d) {
				written = append(written, c.evidence[sentence].Date(k))
			}
		}
	}
	return strings.Join(written, " and ")
}

// sentenceAround returns the sentence in which the words around date k of the claim stand,
// or -1. Nearer words count more, and those of its clause most.
func sentenceAround(c *comparison, k int) int {
	votes := make([]float64, len(c.evidence))
	d := c.claim.Dates[k]
	first, last := c.claim.TokenAt(d.Start), c.claim.TokenAt(d.End)
	if s := c.sentenceOfVerb(k); s >= 0 {
		return s
	}
	for i, l := range c.links {
		if !l.found() || c.claim.Tokens[i].Date > 0 {
			continue
		}
		away := max(first-i, i-last+1, 1)
		vote := c.claim.Tokens[i].Weight / float64(2+away)
		if first < len(c.claim.Tokens) && c.claim.Tokens[i].Clause == c.claim.Tokens[first].Clause {
			vote *= 4
		}
		votes[l.sentence] += vote
	}
	best := -1
	for s, v := range votes {
		if v > 0 && (best < 0 || v > votes[best]) {
			best = s
		}
	}
	return best
}

// sentenceOfVerb returns the sentence in which the verb stands that date k of the claim is tied to, or -1.
func (c *comparison) sentenceOfVerb(k int) int {
	for _, t := range c.claim.Ties {
		if t.Relation != grammar.Tied || c.claim.Tokens[t.Dep].Date != k+1 {
			continue
		}
		for _, h := range t.Heads {
			if c.claim.Tokens[h].Speech == grammar.Verb && c.links[h].found() {
				return c.links[h].sentence
			}
		}
	}
	return -1
}

// datePlaces returns where the evidence states date k of the claim.
func (c *comparison) datePlaces(k int) []link {
	if links, known := c.dated[k]; known {
		return links
	}
	var links []link
	for s, e := range c.evidence {
		own := c.claimDate(k, e.Passage.Article.Published)
		for _, d := range e.Dates {
			if len(links) < maxPlaces && c.sameDate(e.String, d, own) && !(ofNoun(e, d) && !ofNoun(c.claim, c.claim.Dates[k]) && otherDay(e, d)) {
				links = append(links, link{place{s, e.TokenAt(d.Start)}, 1})
			}
		}
	}
	c.dated[k] = links
	return links
}

// ofNoun reports whether a day belongs to the noun behind it: "the March 21 call".
func ofNoun(s *grammar.Sentence, d timex.Expression) bool {
	next := s.TokenAt(d.End)
	return next < len(s.Tokens) && !s.Broken(next) && s.Tokens[next].Speech == grammar.Noun && s.Tokens[next].Key != "" && s.Tokens[next].Date == 0 && s.Tokens[next].Name == 0
}

// otherDay reports whether a sentence has a day beside this one that belongs to no noun.
func otherDay(s *grammar.Sentence, d timex.Expression) bool {
	return slices.ContainsFunc(s.Dates, func(o timex.Expression) bool { return o.Start != d.Start && grammar.Dated(o) && !ofNoun(s, o) })
}

// sameDate reports whether a date of the evidence's text is that of the claim, or within it.
func (c *comparison) sameDate(text string, d, own timex.Expression) bool {
	if grammar.Deictic(c.claim.String, own) {
		return strings.EqualFold(strings.Trim(text[d.Start:d.End], "."), strings.Trim(c.claim.String[own.Start:own.End], "."))
	}
	if d.Relative && own.Relative && strings.EqualFold(text[d.Start:d.End], c.claim.String[own.Start:own.End]) {
		return true // the same words in the same article: "that year"
	}
	if d.Relative && own.Relative && sameMonth(text[d.Start:d.End], c.claim.String[own.Start:own.End]) {
		return within(yearless(d.Value), yearless(own.Value))
	}
	return grammar.Dated(d) && entails(d, own)
}

// sameMonth reports whether two dates name a month and no year: which year each means is only likely, but in one
// article it is the same.
func sameMonth(a, b string) bool {
	return !yearWritten.MatchString(a) && !yearWritten.MatchString(b) && monthFirst(a) && monthFirst(b)
}

var (
	monthNames  = english.Class("months")
	yearWritten = regexp.MustCompile(`\d{4}`)
)

// monthFirst reports whether a date begins with a month or the day in it, and not with "last" or "next".
func monthFirst(written string) bool {
	first, rest, _ := strings.Cut(strings.ToLower(written), " ")
	if first != "" && first[0] >= '0' && first[0] <= '9' {
		first, _, _ = strings.Cut(rest, " ")
	}
	return monthNames.Has(strings.TrimSuffix(first, "."))
}

// yearless returns a value with its year left open.
func yearless(value string) string {
	if len(value) < 4 {
		return value
	}
	return "XXXX" + value[4:]
}

// claimDate returns date k of the claim as a reader of an article published then takes it.
func (c *comparison) claimDate(k int, published timex.Moment) timex.Expression {
	d := c.claim.Dates[k]
	if !d.Relative {
		return d
	}
	all, ok := c.claimAt[published]
	if !ok {
		all = timex.Find(c.claim.Text, published)
		c.claimAt[published] = all
	}
	if i := slices.IndexFunc(all, func(e timex.Expression) bool { return e.Start == d.Start }); i >= 0 {
		return all[i]
	}
	return d
}

// entails reports whether what happened on the days of article happened on those of claim: the
// claim may be less precise, never more.
func entails(article, claim timex.Expression) bool {
	if article.From.IsZero() || claim.From.IsZero() {
		return within(article.Value, claim.Value)
	}
	from := !article.From.Before(claim.From)
	to := claim.To.IsZero() && article.To.IsZero() || !article.To.IsZero() && !claim.To.IsZero() && !article.To.After(claim.To)
	if !from || !to {
		return false
	}
	return !claim.HasClock || !article.HasClock || claim.FromClock == article.FromClock
}

// within compares TIMEX3 values part by part; an X stands for what is not known.
func within(article, claim string) bool {
	if len(claim) > len(article) {
		return false
	}
	for i := range len(claim) {
		if a, b := article[i], claim[i]; a != b && a != 'X' && b != 'X' {
			return false
		}
	}
	return len(claim) == len(article) || article[len(claim)] == '-' || article[len(claim)] == 'T'
}

// judgePeriod reports a date of the claim that the article has only as another end of a time.
func judgePeriod(c *comparison) []Reason {
	for k, d := range c.claim.Dates {
		about := sentenceAround(c, k)
		if about < 0 || !grammar.Dated(d) {
			continue
		}
		if theirs, differs := otherEnd(c, k, about); differs {
			written := c.claim.Date(k)
			return because(Date, differsEnd, cmp.Or(theirs, onThatDay), written, cmp.Or(grammar.BoundOf(c.claim, k), onThatDay), written)
		}
	}
	return nil
}

// otherEnd returns what the sentence makes of date k of the claim, if the claim makes
// something else of it.
func otherEnd(c *comparison, k, sentence int) (end string, differs bool) {
	e := c.evidence[sentence]
	own, claim := grammar.BoundOf(c.claim, k), c.claimDate(k, e.Passage.Article.Published)
	for n, there := range e.Dates {
		if !c.sameDate(e.String, there, claim) {
			continue
		}
		end = grammar.BoundOf(e, n)
		if end == own || end == "" && own != "before" && own != "after" {
			return "", false
		}
		differs = true
	}
	return end, differs
}

// mendDate puts a date of the sentence for one of the claim that it cannot be.
func mendDate(c *comparison) (all []repair) {
	e := c.evidence[0]
	for k, d := range c.claim.Dates {
		own := c.claimDate(k, e.Passage.Article.Published)
		for n, there := range e.Dates {
			if !grammar.Dated(own) || !grammar.Dated(there) || !exclude(there, own) {
				continue
			}
			written, said := c.claim.Date(k), e.Date(n)
			if !strings.ContainsAny(said, "0123456789") && strings.Contains(written, lastWord(said)) {
				continue // which Monday, or which March, is only likely
			}
			why, words := differs, []string{said, written}
			if own.From.Year != there.From.Year && !there.From.IsZero() && !strings.Contains(said, strconv.Itoa(there.From.Year)) {
				why, words = differsYear, append(words, dated(there, said))
			}
			all = append(all, put(c, d.Start, d.End, said, Date, why, words...))
		}
	}
	return all
}

// dated returns what the words for a date leave open: the day of "Monday", the year of "May 3".
func dated(d timex.Expression, said string) string {
	if d.From == d.To && !strings.ContainsAny(said, "0123456789") {
		return fmt.Sprintf("%d %s %d", d.From.Day, d.From.Month, d.From.Year)
	}
	return strconv.Itoa(d.From.Year)
}

// exclude reports whether two dates have no day in common. A date that contains the other, or
// whose days are not known, excludes nothing.
func exclude(a, b timex.Expression) bool {
	if a.From.IsZero() || b.From.IsZero() || a.To.IsZero() || b.To.IsZero() {
		return a.Value != b.Value && len(a.Value) == len(b.Value) && !within(a.Value, b.Value)
	}
	return a.To.Before(b.From) || b.To.Before(a.From)
}
