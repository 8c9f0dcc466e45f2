package grammar

import (
	"slices"
	"strings"
)

// A tier reads a sentence phrase by phrase and ties its words together.
type tier struct {
	s      *Sentence
	list   []phrase
	at     int
	cur    *clause
	prep   string   // a preposition that waits for its noun
	apart  bool     // the last noun only says more of the one before it
	held   bool     // an "and" before "according to"
	coord  bool     // an "and" before this phrase
	whose  int      // the owner of the next noun, or -1
	noun   int      // the last noun
	places []placed // of the last noun, and of those it is tied to
	ties   []Tie
}

// A placed is a noun that has found its place.
type placed struct {
	phrase
	subject bool
	tie     int // where it is no subject
}

// tie adds a tie and returns its number.
func (r *tier) tie(rel Relation, dep int, word string, heads ...int) int {
	heads = slices.DeleteFunc(slices.Clone(heads), func(h int) bool { return h < 0 || h == dep })
	heads = heads[:min(len(heads), most)]
	r.ties = append(r.ties, Tie{Relation: rel, Heads: heads, Dep: dep, Word: word})
	return len(r.ties) - 1
}

// place ties a noun into its place. A noun tied to the one before it keeps the places of that one.
func (r *tier) place(p phrase, rel Relation, word string, heads ...int) {
	own := placed{phrase: p, tie: r.tie(rel, p.head, word, heads...)}
	if rel != Tied {
		r.places = nil
	}
	r.places = append(r.places, own)
}

// opens makes a noun the subject of the clause.
func (r *tier) opens(p phrase) {
	r.cur.subjects = append(r.cur.subjects, p.head)
	r.places = []placed{{phrase: p, subject: true}}
}

// again gives a noun the place of the one before it. Of several places that the last nouns have,
// it takes that of the nearest one that is of its kind: "a farmer in his seventies and a volunteer".
func (r *tier) again(p phrase) {
	at := len(r.places) - 1
	for k := at; k >= 0; k-- {
		if shapeOf(r.s, r.places[k].phrase) == shapeOf(r.s, p) {
			at = k
			break
		}
	}
	for at >= 0 && r.s.Tokens[r.places[at].head].Date > 0 && r.s.Tokens[p.head].Date == 0 {
		at--
	}
	if at < 0 {
		return
	}
	r.places = r.places[:at+1]
	r.places[at].phrase = p
	if r.places[at].subject {
		if len(r.cur.subjects) < most {
			r.cur.subjects = append(r.cur.subjects, p.head)
		}
		return
	}
	t := r.ties[r.places[at].tie]
	r.tie(t.Relation, p.head, t.Word, t.Heads...)
}

// most bounds how many words share one place, and so the work on a list without end.
const most = 8

// A shape tells nouns apart that do not stand beside one another in a list.
type shape struct {
	named, counted bool
	opening        string
}

func shapeOf(s *Sentence, p phrase) shape {
	own := shape{named: s.Tokens[p.head].Name > 0, counted: s.Tokens[p.first].Number > 0}
	if !own.named && s.Tokens[p.first].Speech == Determiner {
		own.opening = strings.TrimSuffix(s.Norm(p.first), "n") // "a", "an"
	}
	return own
}

// A clause is one verb with what goes with it, as far as it has been read.
type clause struct {
	up       *clause
	kind     Speech // Noun for a sentence of its own, Relative, Subordinator, Verb for one without a finite verb
	set      bool   // opened behind a comma, and so closed by one
	word     string // the connective that opened it
	subjects []int
	verb     int // -1 until it is read
	phrase   phrase
	objects  []int
	gap      []int    // what a relative pronoun stands for, until a place is found for it
	gapWord  string   // the preposition before that pronoun
	gapped   []int    // the ties that gave it its place
	guesses  []int    // what else it may stand for
	waiting  []int    // ties that wait for the verb
	links    []int    // clauses that wait for the verb to be tied to
	shares   []int    // verbs before this one that have its object too: "received and considers an offer"
	early    []phrase // verbs before the subject, which is theirs too: "If convicted, he"
}

// isCalled reports whether token i is a name or a pronoun, of which nothing is an "of".
func isCalled(s *Sentence, i int) bool {
	return i >= 0 && (s.Tokens[i].Speech == Pronoun || s.Tokens[i].Name > 0)
}
