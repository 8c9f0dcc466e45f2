package transcript

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/article/furniture"
	"talksbot/knowledge/english"
)

var (
	headings = english.Class("words of headings")
	speaking = english.Class("speaking to somebody")
	calendar = english.Lowered("calendar names")
	places   = placeNames()
)

func placeNames() english.Set {
	all := english.Set{}
	for _, section := range []string{"countries", "cities", "regions"} {
		for _, row := range english.Rows(section) {
			all[strings.ToLower(row[0])] = struct{}{}
		}
	}
	return all
}

// A voice is all that stands behind one label in a text.
type voice struct {
	form
	turns  int
	asks   int  // turns that end in a question
	speaks bool // it has words that only somebody says
	known  bool // the rest of the text has the name
}

// A chorus is all the voices of a text, by their labels.
type chorus struct {
	voices map[string]*voice
	sure   int // those whose label tells by itself
	speak  int // those that have words that only somebody says
}

// find returns the labels of the blocks that say who speaks, by the blocks' places.
func find(blocks []furniture.Block) map[int]label {
	found := map[int]label{}
	for i := range blocks {
		if l, ok := candidate(blocks, i); ok {
			found[i] = l
		}
	}
	if len(found) == 0 {
		return nil
	}
	all := gather(blocks, found)
	if len(found) == 1 && (isTitle(blocks, found) || isDateline(blocks, found)) {
		return nil
	}
	speakers, askers := map[string]bool{}, map[string]bool{}
	for key, v := range all.voices {
		speakers[key], askers[key] = all.isSpeaker(v), all.isAsker(v)
	}
	for i, l := range found {
		if l.asks = askers[l.key]; speakers[l.key] {
			found[i] = l
		} else {
			delete(found, i)
		}
	}
	return found
}

// isTitle reports whether the one label of a text is the first half of a title, which stands elsewhere
// with its colon and the word behind it: "Night Harbour: Second Watch is a game".
func isTitle(blocks []furniture.Block, found map[int]label) bool {
	for i, l := range found {
		b := blocks[i]
		word, _, _ := strings.Cut(b.Text[l.words-b.Start:], " ")
		whole := b.Text[l.name.Start-b.Start:l.words-b.Start] + word
		for k, other := range blocks {
			if k != i && strings.Contains(other.Text, whole) {
				return true
			}
		}
	}
	return false
}

// isDateline reports whether the one label of a text opens it in capitals, as the name of a town does:
// "NEW BRIDGE: The town".
func isDateline(blocks []furniture.Block, found map[int]label) bool {
	for i, b := range blocks {
		if b.Kind == furniture.Body {
			l, ok := found[i]
			return ok && l.caps && !l.titled && l.role == named && !l.alone
		}
	}
	return false
}

// candidate returns the label of block i, if it has the form of one and something is said behind it.
func candidate(blocks []furniture.Block, i int) (label, bool) {
	b := blocks[i]
	switch b.Kind {
	case furniture.Body, furniture.Headline, furniture.Byline, furniture.Related, furniture.Notice:
	default:
		return label{}, false
	}
	l, ok := labelOf(b)
	if !ok || l.isHeading() || i == 0 && l.alone && !(l.caps && l.titled) {
		return label{}, false
	}
	if b.Kind != furniture.Body && !(l.role != named || l.caps && l.titled) && !l.alone {
		return label{}, false
	}
	if l.alone {
		return l, i+1 < len(blocks) && blocks[i+1].Kind == furniture.Body && sentenceLike(blocks[i+1].Text)
	}
	return l, sentenceLike(b.Text[l.words-b.Start:]) || i+1 < len(blocks) && strings.HasSuffix(b.Text, ":")
}

// isHeading reports whether the label is one of those that name nobody.
func (f form) isHeading() bool {
	if f.role != named || f.titled {
		return false
	}
	last := f.parts[len(f.parts)-1]
	if _, known := places[f.key]; known || headings.Has(last) || headings.Has(f.parts[0]) || calendar.Has(last) || calendar.Has(f.parts[0]) {
		return true
	}
	for _, w := range f.parts {
		if strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s") {
			return true
		}
	}
	return false
}

// sentenceLike reports whether a text is something said rather than an entry of a list.
func sentenceLike(text string) bool {
	return furniture.EndsSentence(text) && !strings.HasSuffix(text, ",") && !strings.HasSuffix(text, ";") || strings.Count(text, " ") > 12
}

// gather returns the voices behind the labels.
func gather(blocks []furniture.Block, found map[int]label) chorus {
	all := chorus{voices: map[string]*voice{}}
	named := english.Set{} // the words with a capital that stand outside the labels
	var v *voice
	for i, b := range blocks {
		words := b.Text
		if l, ok := found[i]; ok {
			if v = all.voices[l.key]; v == nil {
				v = &voice{form: l.form}
				all.voices[l.key] = v
			}
			v.turns++
			words = b.Text[l.words-b.Start:]
			v.hear(words)
		} else if v != nil && b.Kind == furniture.Body && blocks[i-1].Kind == furniture.Body {
			v.ask(words)
		}
		for w := range strings.FieldsFuncSeq(words, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
			if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
				named[strings.ToLower(w)] = struct{}{}
			}
		}
	}
	for _, v := range all.voices {
		v.known = v.role != 0 || named.Has(v.parts[len(v.parts)-1])
		if v.role != 0 || v.titled && v.caps {
			all.sure++
		}
		if v.speaks {
			all.speak++
		}
	}
	return all
}

// ask takes in a paragraph that goes on with what a voice says.
func (v *voice) ask(text string) {
	if strings.HasSuffix(strings.TrimRight(text, "\"”’'*_)] "), "?") {
		v.asks++
	}
}

// hear takes in the first paragraph of what a voice says.
func (v *voice) hear(text string) {
	v.ask(text)
	for w := range strings.FieldsSeq(text) {
		if speaking.Has(strings.ToLower(strings.ReplaceAll(strings.Trim(w, ".,;:!?\"“”()—–"), "’", "'"))) {
			v.speaks = true
			return
		}
	}
}

// isSpeaker reports whether the label is that of somebody who speaks.
func (all chorus) isSpeaker(v *voice) bool {
	others := len(all.voices) - 1
	switch {
	case v.key == "q":
		return v.turns > 1 || others > 0
	case v.key == "a":
		return all.voices["q"] != nil || all.voices["question"] != nil
	case v.alone && v.turns < 2 && !(v.titled || v.role == unnamed):
		return false
	case v.role != named:
		return v.caps || v.turns > 1 || others > 0
	case v.titled && (v.caps || !v.stop):
		return true
	case v.turns > 1 && v.asks >= v.turns && others > 0: // a newspaper that asks
		return true
	case v.caps && v.turns > 1, all.sure > 0 && (v.turns > 1 || v.known || v.speaks || v.caps):
		return true
	case all.speak == 0:
		return v.known && len(v.parts) > 1 && v.isPerson()
	case v.isPerson() && len(v.parts) > 1:
		return v.speaks || v.turns > 1 || others > 0
	}
	return (v.turns > 1 || v.known) && (v.speaks || others > 0) && !english.IsCommon(english.Stem(v.parts[len(v.parts)-1]))
}

// isPerson reports whether the label can be a person's name: of words that are hardly anything else.
func (v *voice) isPerson() bool {
	if len(v.parts) > 4 {
		return false
	}
	common := 0
	for _, w := range v.parts {
		if english.IsCommon(english.Stem(w)) {
			common++
		}
	}
	return common < len(v.parts) && !bodies.Has(v.parts[len(v.parts)-1])
}

var bodies = english.Class("body words")

// isAsker reports whether the voice only asks: its label says so, or all it says is questions and
// others answer.
func (all chorus) isAsker(v *voice) bool {
	switch {
	case v.role == asker:
		return true
	case v.role == replier || len(all.voices) < 2:
		return false
	case v.aside:
		return 2*v.asks >= v.turns
	}
	return v.asks >= v.turns && v.asks > 0 && (v.turns > 1 || !v.titled)
}
