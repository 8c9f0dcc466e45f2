// Package quotation finds who said what in a text: direct speech between
// quotation marks, indirect speech behind the words of saying, and what mixes both.
//
// Find reads a text bottom up, once, in time linear in its length:
//
//   - marks.go pairs quotation marks; cut.go makes tokens of the words of english.Text and of the
//     marks between them, each quoted stretch a single token; token.go tags them; text.go groups
//     them into sentences, which sentence.go lets the rules ask about.
//   - cues.go holds the verbs of saying with the frames they take. What a new verb can do is a
//     word in data/speech.txt of package english.
//   - predicate.go, phrase.go, subject.go and shared.go read the words around a cue: its verb
//     group (is anything said at all?), noun phrases, and who the subject is.
//   - leads.go reads cues before what was said, with complement.go and ahead.go for where the
//     content begins and end.go for where it ends; follows.go reads cues behind it; noun.go and
//     plain.go those that are no verbs ("according to").
//   - attribution.go goes through a sentence with these; join.go puts together what goes on over
//     sentences and paragraphs.
//   - mention.go, roles.go, places.go and people.go know what the text calls people and bodies;
//     speaker.go and pronoun.go give each speaker the name those tell, or leave the text's words.
//
// It knows the grammar of news English by word classes and word order, without a
// parser or a model. Saying that is denied, asked for or supposed ("did not say
// whether", "if he says") is no quotation. A quotation within another one belongs
// to the outer one.
package quotation

import (
	"talksbot/knowledge/english"
	sentences "talksbot/knowledge/sentence"
)

// A Kind says how closely a quotation keeps to the words that were spoken.
type Kind string

const (
	Direct   Kind = "direct"   // the speaker's own words, between quotation marks
	Mixed    Kind = "mixed"    // reported, with some of the speaker's own words in quotation marks
	Indirect Kind = "indirect" // reported in the writer's words
)

// A Quotation is one act of reported speech. All its spans are byte offsets into
// the text's String, at rune boundaries where the text is valid UTF-8.
type Quotation struct {
	Kind    Kind
	Spans   []english.Span // the content as the text has it, its quotation marks included; two where "he said" breaks it
	Cue     english.Span   // the words of saying ("also said", "according to"); zero when none
	Speaker english.Span   // as written at the cue ("the top Russian diplomat", "he"); zero when none
	Name    string         // the person, office or body it resolves to; the text's own words when unresolved
	Role    string         // the office the text gives with the name; empty when none
	Hearer  english.Span   // to whom it was said, as written behind the cue ("reporters"); zero when the text does not say
	Stance  bool           // the cue tells what the speaker thinks, wants or backs, not words that were said
}

// Options tell Find what its caller knows beyond the text. The zero value is ready for use.
type Options struct {
	Sentences []english.Span                      // sentences known to the caller, in order; nil: Find divides the text itself
	Alias     func(mention string) (string, bool) // names that the text itself does not settle; nil: none
	Turns     []Turn                              // who speaks at length, in a transcript, in order; nil: nobody
}

// A Turn is what somebody says behind a label, in a printed interview or the like.
type Turn struct {
	Label english.Span   // "MS KERN", "Ida Kern"
	Words []english.Span // its paragraphs
}

// Find returns the quotations of text, ordered by where they begin. Their contents
// do not overlap one another, and no cue or speaker stands inside the content it
// belongs to. Any text is accepted; one without speech gives nil.
func Find(text english.Text, opt Options) []Quotation {
	bounds := opt.Sentences
	if bounds == nil {
		bounds = sentences.Split(text.String)
	}
	d := parse(text, bounds)
	told := d.outside(opt.Turns)
	perSentence := make([][]attribution, len(told.sents))
	for i, s := range told.sents {
		var prev phrase
		if i > 0 && len(perSentence[i-1]) > 0 {
			prev = perSentence[i-1][len(perSentence[i-1])-1].speaker
		}
		perSentence[i] = attribute(s, prev)
	}
	var out []Quotation
	r := &resolver{d: d, p: census(d), alias: opt.Alias}
	all := join(told, perSentence)
	heard := heard(told, all)
	for _, a := range all {
		if !a.label || a.direct || r.p.speaks(a.speaker, heard) {
			out = append(out, r.quotation(a))
		}
	}
	return r.turns(out, opt.Turns)
}

// quotation is the attribution a with its speaker resolved.
func (r *resolver) quotation(a attribution) Quotation {
	q := Quotation{Kind: Indirect, Cue: r.d.span(a.cue), Stance: a.stance && !a.direct}
	for _, c := range a.content {
		q.Spans = append(q.Spans, r.d.span(c))
		if r.d.any(c, func(t *token) bool { return t.has(quoted) }) {
			q.Kind = Mixed
		}
	}
	if a.direct {
		q.Kind = Direct
	}
	if a.speaker.ok() {
		q.Speaker = r.d.span(a.speaker)
		q.Name, q.Role = r.resolve(a.speaker)
	}
	if h := r.d.hearer(a); h.ok() {
		q.Hearer = r.d.span(h)
	}
	return q
}
