package grammar

import (
	"strconv"
)

// A Speech is the part of speech of a token where it stands, as far as the reader of clauses
// needs it. Adjectives are nouns to it: both stand in a phrase with the noun they go with, or
// behind "is".
type Speech uint8

const (
	Noun Speech = iota
	Determiner
	Pronoun
	Verb
	Auxiliary
	InfinitiveTo // the "to" of one
	Prepositional
	Adverb
	Relative
	Subordinator
	Coordinator
)

// A Mood is what the words before a verb make of it. The first of them, and the kinds of
// Quantity and Hedge, are numbered as their sections in english/data list them.
type Mood int

const (
	Factual  Mood = iota
	Future        // will, would, is to, is due to
	Possible      // may, might, could, can, perhaps
	Bound         // must, should, has to
	Intended      // to V or V-ing after a word of intention: asked to, plans to, accused of
	Alleged       // the same after "accused of"
	Settled       // the same after "decided to", "agreed to": will do as good as
)

// A Quantity is how much of a thing a sentence speaks of.
type Quantity int

const (
	Bare Quantity = iota
	All
	Most
	Many
	Some
	Few
	None
	Only
)

// A Number is a quantity a text states, in figures or words.
type Number struct {
	First, Last int // its tokens
	Value       float64
	Ordinal     bool   // "third", "18th"
	Unit        string // what it counts: "%", "$", or the key of the word after it; "" when there is none
	Hedge       Hedge
}

// key is what a number is compared by in a trace: its value.
func (n Number) key() string {
	s := "#" + strconv.FormatFloat(n.Value, 'g', -1, 64)
	if n.Ordinal {
		s += "th"
	}
	return s
}

// A Hedge is how exactly a number is meant.
type Hedge int

const (
	Exactly Hedge = iota
	About
	AtLeast
	AtMost
	Nearly
)

// A Report is a part of a sentence that it gives as somebody's words or opinion.
type Report struct {
	First, Last   int // the tokens reported, both included
	Source, Until int // the tokens that say whose words they are, until exclusive; equal when unsaid
}

// A Relation is what one word of a sentence is to another.
type Relation uint8

const (
	Agent    Relation = iota // it does what the verb says, or is what it says
	Patient                  // it is done to
	Tied                     // tied to it by a preposition; of a date, with none
	Modifier                 // an adjective, a number, a noun before a noun
	Owner                    // by a possessive
	Same                     // one thing by another word: "captain Dean Okafor", "Moen is the coach"
	Under                    // a verb under another: "asked to leave", "said it left"
	Linked                   // a clause by a connective: "because it rained"
)

// A Tie says what one word of a sentence is to another. Where grammar leaves open which of
// several words that is, all of them are heads, the likeliest first.
type Tie struct {
	Relation
	Heads []int  // tokens
	Dep   int    // the token that is tied to one of them
	Word  string // the preposition or connective; "" where there is none
	Meant bool   // likely but not said: Onix sells of "asked Onix to sell"
}
