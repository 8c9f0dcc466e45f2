package transcript

import (
	"strings"

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
	voices := gather(blocks, found)
	for i, l := range found {
		v := voices[l.key]
		if !v.isSpeaker(voices) {
			delete(found, i)
			continue
		}
		l.asks = v.isAsker(voices)
		found[i] = l
	}
	return found
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
	if !ok || l.isHeading() || i == 0 && l.alone {
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

// gather returns the voices behind the labels, by their keys.
func gather(blocks []furniture.Block, found map[int]label) map[string]*voice {
	voices := map[string]*voice{}
	var v *voice
	for i, b := range blocks {
		if l, ok := found[i]; ok {
			if v = voices[l.key]; v == nil {
				v = &voice{form: l.form}
				voices[l.key] = v
			}
			v.turns++
			v.hear(b.Text[l.words-b.Start:])
			continue
		}
		if v != nil && b.Kind == furniture.Body {
			v.hear(b.Text)
		}
	}
	for _, v := range voices {
		v.known = named != v.role || isNamed(blocks, found, v.parts[len(v.parts)-1])
	}
	return voices
}

// hear takes in a paragraph of what a voice says.
func (v *voice) hear(text string) {
	if strings.HasSuffix(strings.TrimRight(text, "\"”’'*_)] "), "?") {
		v.asks++
	}
	for w := range strings.FieldsSeq(text) {
		if speaking.Has(strings.ToLower(strings.ReplaceAll(strings.Trim(w, ".,;:!?\"“”()—–"), "’", "'"))) {
			v.speaks = true
			return
		}
	}
}

// isNamed reports whether the surname stands somewhere outside the labels, as a name does.
func isNamed(blocks []furniture.Block, found map[int]label, surname string) bool {
	name := strings.ToUpper(surname[:1]) + surname[1:]
	for i, b := range blocks {
		text := b.Text
		if l, ok := found[i]; ok {
			text = text[l.words-b.Start:]
		}
		if at := strings.Index(text, name); at >= 0 && !isLetter(text, at-1) && !isLetter(text, at+len(name)) {
			return true
		}
	}
	return false
}

func isLetter(text string, at int) bool {
	return at >= 0 && at < len(text) && (text[at]|0x20 >= 'a' && text[at]|0x20 <= 'z')
}

// isSpeaker reports whether the label is that of somebody who speaks.
func (v *voice) isSpeaker(all map[string]*voice) bool {
	sure, others, speak := 0, 0, 0
	for key, o := range all {
		if o.role != named || o.titled && o.caps {
			sure++
		}
		if key != v.key {
			others++
		}
		if o.speaks {
			speak++
		}
	}
	switch {
	case v.key == "q":
		return v.turns > 1 || others > 0
	case v.key == "a":
		return all["q"] != nil || all["question"] != nil
	case v.alone && v.turns < 2 && !(v.titled || v.role == unnamed):
		return false
	case v.role != named:
		return v.caps || v.turns > 1 || others > 0
	case v.titled && (v.caps || !v.stop):
		return true
	case v.caps && v.turns > 1, sure > 0 && (v.turns > 1 || v.known || v.speaks || v.caps):
		return true
	case speak == 0:
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
func (v *voice) isAsker(all map[string]*voice) bool {
	switch {
	case v.role == asker:
		return true
	case v.role == replier || len(all) < 2:
		return false
	case v.aside:
		return 2*v.asks >= v.turns
	}
	return v.asks >= v.turns && v.asks > 0 && (v.turns > 1 || !v.titled)
}
