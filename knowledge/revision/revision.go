// Package revision says what a newer version of an article says differently.
//
// Two versions are aligned by their sentences, wherever these stand: what was moved, split or joined has
// not changed. Of sentences that are one, changed, it compares what they state, not their words: days as they
// are resolved, numbers by their value, names by whom they stand for, what is denied, what is quoted. Anything
// else that differs is wording.
//
// The house, bottom up:
//
//	revision.go  what is said of two versions
//	fact.go      what a sentence states
//	words.go     how alike two sentences are
//	align.go     which sentences are one
//	differ.go    what differs between sentences that are one
//	came.go      what sentences came that state something new
//	stands.go    where what was said stands now
//	between.go   the whole
package revision

import (
	"slices"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
)

// A Kind says what it is that has changed.
type Kind string

const (
	Note      Kind = "note"      // the publisher says what was wrong
	Date      Kind = "date"      // a day or a longer time of the calendar
	Number    Kind = "number"    // how many, how much
	Name      Kind = "name"      // who, where
	Denial    Kind = "denial"    // what was so is not, or the contrary is
	Quotation Kind = "quotation" // what somebody said
	Sentence  Kind = "sentence"  // a whole sentence that states something new
	Wording   Kind = "wording"   // anything else
)

// What two versions are to each other, as shelf.News has it.
const (
	Corrected = "corrected"
	Updated   = "updated"
)

// A Side is what one version has at a change.
type Side struct {
	Span  article.Span `json:"span"`           // the sentence, or the note, in the version's text; empty where it has none
	Words article.Span `json:"words,omitzero"` // what of it has changed, in the version's text
	Text  string       `json:"text,omitempty"` // what stands in Span
}

// Has reports whether the version has anything there.
func (s Side) Has() bool { return s.Span.End > s.Span.Start }

// A Change is one thing that differs.
type Change struct {
	Kind   Kind `json:"kind"`
	Before Side `json:"before,omitzero"`
	After  Side `json:"after,omitzero"`
}

// Both reports whether something was stated before and something else is now.
func (c Change) Both() bool { return c.Before.Has() && c.After.Has() }

// Changes are what differs between two versions of an article.
type Changes struct {
	Changes []Change `json:"changes"`           // in the order of the newer version; what only the older has stands last
	Partial bool     `json:"partial,omitempty"` // the versions differ in so much that not all was compared
}

// Verdict returns Corrected where the publisher says so or a sentence now states something else, Updated
// where it only states more, and "" where nothing but wording has changed.
func (c Changes) Verdict() string {
	verdict := ""
	for _, d := range c.Changes {
		switch {
		case d.Kind == Note || d.Kind != Wording && d.Both() && !d.adds():
			return Corrected
		case d.Kind != Wording && d.After.Has():
			verdict = Updated
		}
	}
	return verdict
}

// adds reports whether a sentence that is known only states more than it did.
func (c Change) adds() bool { return c.Before.Words == (article.Span{}) }

// IsNews reports whether more than wording has changed.
func (c Changes) IsNews() bool { return c.Verdict() != "" }

// Of returns the changes of some kinds.
func (c Changes) Of(kinds ...Kind) []Change {
	var all []Change
	for _, d := range c.Changes {
		if slices.Contains(kinds, d.Kind) {
			all = append(all, d)
		}
	}
	return all
}

// side returns a sentence of an article, and what of it has changed.
func side(a *article.Article, sentence, words english.Span) Side {
	return Side{Span: sentence, Words: words, Text: sentence.Of(a.Text)}
}
