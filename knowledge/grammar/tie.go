package grammar

import (
	"slices"
	"strings"
)

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

// findTies says what the words of a sentence are to one another.
func findTies(s *Sentence) {
	r := &tier{s: s, list: phrases(s), whose: -1, noun: -1, cur: &clause{verb: -1}}
	r.list = slices.DeleteFunc(r.list, r.aside)
	r.noun = -1
	for r.at = range r.list {
		p := r.list[r.at]
		if p.broken {
			r.breaks(p)
		}
		switch p.kind {
		case Noun:
			r.nounPhrase(p)
			r.coord, r.held = r.held, false
		case Verb:
			r.verbPhrase(p)
			r.coord, r.prep = false, ""
		case Prepositional:
			r.prep = s.Norm(p.first)
			r.held = r.coord && r.prep == "according"
			if p.last > p.first {
				r.prep += " " + s.Norm(p.last)
			}
		case Coordinator:
			r.coord = true
		case Relative:
			r.relative(p)
		case Subordinator:
			if s.Norm(p.first) == "where" && r.noun >= 0 {
				r.cur = &clause{up: r.cur, kind: Relative, set: p.broken, verb: -1, gap: []int{r.noun}, gapWord: "in"}
				continue
			}
			r.cur = &clause{up: r.cur, kind: Subordinator, set: p.broken || r.at == 0, word: s.Norm(p.first), verb: -1}
			r.prep, r.coord = "", false
		case Adverb:
			r.adverb(p)
		}
	}
	r.stranded()
	s.Ties = slices.DeleteFunc(r.ties, func(t Tie) bool { return t.Dep < 0 || len(t.Heads) == 0 })
}

// aside reads what stands in parentheses: another name for what is before them, or nothing that
// belongs to the sentence around. It reports whether the phrase stands so.
func (r *tier) aside(p phrase) bool {
	switch {
	case p.kind != Noun:
	case !p.aside:
		r.noun = p.head
	default:
		r.inside(p)
		if r.s.Tokens[p.head].Name > 0 {
			r.tie(Same, p.head, "", r.noun)
		}
	}
	return p.aside
}

// breaks ends at punctuation the clauses that hang on another.
func (r *tier) breaks(p phrase) {
	if p.hard {
		r.cur, r.prep, r.coord, r.noun = &clause{verb: -1}, "", false, -1
		return
	}
	for r.cur.up != nil && r.cur.verb >= 0 {
		r.cur = r.cur.up
	}
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

// adverb ties an adverb that says something of its own to the verb before it, or after.
func (r *tier) adverb(p phrase) {
	if r.s.Tokens[p.first].Key == "" {
		return
	}
	k := r.tie(Modifier, p.first, "", r.center(r.cur)...)
	if r.cur.verb < 0 {
		r.cur.waiting = append(r.cur.waiting, k)
	}
}
