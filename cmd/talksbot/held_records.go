package main

import (
	"talksbot/knowledge/article"
	"talksbot/knowledge/article/furniture"
	"talksbot/knowledge/english"
)

type heldOut struct {
	Articles []articleOut `json:"articles"`
	Skipped  []skippedOut `json:"skipped"`
	Odd      []skippedOut `json:"odd,omitempty"`
}

type articleOut struct {
	ID          string         `json:"id"`
	Also        []string       `json:"also,omitempty"`
	Title       string         `json:"title"`
	Outlet      string         `json:"outlet"`
	Author      string         `json:"author"`
	URL         string         `json:"url"`
	Published   string         `json:"published"`
	Guessed     bool           `json:"guessed,omitempty"`
	Foreign     bool           `json:"foreign,omitempty"`
	Words       int            `json:"words"`
	Sentences   int            `json:"sentences"`
	Parts       map[string]int `json:"parts"`
	Corrections []string       `json:"corrections,omitempty"`
}

type skippedOut struct {
	Where string `json:"where"`
	Why   string `json:"why"`
}

type partsOut struct {
	articleOut
	Text  string         `json:"text"`
	Marks []partOut      `json:"marks"`
	Cited []english.Span `json:"cited"`
	Turns []turnOut      `json:"turns"`
}

type partOut struct {
	english.Span
	Kind furniture.Kind `json:"kind"`
}

type turnOut struct {
	english.Span
	Speaker      string `json:"speaker"`
	SpeakerStart int    `json:"speaker_start"`
	SpeakerEnd   int    `json:"speaker_end"`
	Asked        bool   `json:"asked"`
}

func newHeld(held article.Loaded) heldOut {
	out := heldOut{Articles: []articleOut{}, Skipped: []skippedOut{}}
	for _, a := range held.Articles {
		out.Articles = append(out.Articles, newArticle(a))
	}
	for _, s := range held.Skipped {
		out.Skipped = append(out.Skipped, skippedOut{s.Where, s.Err.Error()})
	}
	for _, s := range held.Odd {
		out.Odd = append(out.Odd, skippedOut{s.Where, s.Err.Error()})
	}
	return out
}

func newArticle(a *article.Article) articleOut {
	out := articleOut{ID: a.ID, Also: a.Also, Title: a.Title, Outlet: a.Outlet, Author: a.Author, URL: a.URL, Published: a.Published.Day.String(),
		Guessed: a.Guessed, Foreign: a.IsForeign(), Words: a.CountWords(), Sentences: len(a.Sentences), Parts: map[string]int{}}
	for kind, n := range a.CountParts() {
		out.Parts[kind.String()] = n
	}
	for _, c := range a.Corrections() {
		out.Corrections = append(out.Corrections, c.Of(a.Text))
	}
	return out
}

// newParts returns an article with the spans of its parts, of the sentences that may be cited, and of
// who says what.
func newParts(a *article.Article) partsOut {
	out := partsOut{articleOut: newArticle(a), Text: a.Text, Marks: []partOut{}, Cited: append([]english.Span{}, a.Sentences...), Turns: []turnOut{}}
	for _, p := range a.Parts {
		out.Marks = append(out.Marks, partOut{p.Span, p.Kind})
	}
	for _, t := range a.Turns {
		out.Turns = append(out.Turns, turnOut{t.Words, t.Label.Of(a.Text), t.Label.Start, t.Label.End, t.Asked})
	}
	return out
}
