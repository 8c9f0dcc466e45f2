package quotation

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
)

// A frame is one way in which a verb of saying takes what was said.
type frame uint32

const (
	quoting  frame = 1 << iota // … , “words” — and may follow the words: “…,” she said
	clausal                    // … that the talks failed
	bare                       // … the talks failed (no that)
	question                   // … whether, how, why the talks failed
	toDo                       // … to leave, not to leave
	askToDo                    // … them to leave
	told                       // … them that the talks failed; them, “words”
	naming                     // … the deal a disaster
	topic                      // … the deal (what was said is named, not told)
)

// frames are the frames by their names in the table of the verbs of saying.
var frames = map[string]frame{
	"quotes": quoting, "that": clausal, "bare": bare, "whether": question, "to-do": toDo,
	"asks": askToDo, "tells": told, "names": naming, "topic": topic,
}

// A verb is one verb of saying with all its frames.
type verb struct {
	lemma    string
	frames   frame
	preps    english.Set // prepositions that an object comes before: "accused him of …"
	after    english.Set // prepositions that follow at once: "warned against …"
	attitude bool        // tells what someone thinks, wants or backs, not words that were said
	noun     bool        // its present form is as often a noun
	shows    bool        // tells what a study or a letter shows; nobody else does with it
	written  bool        // tells what stands on something: a person who reads it says nothing
}

func (v *verb) has(f frame) bool { return v.frames&f != 0 }

// The forms of a verb: how a cue stands in its sentence.
const (
	base       = english.Base
	present    = english.Present
	past       = english.Past
	participle = english.Participle
	ing        = english.Gerund
)

// A form is one word form of a verb of saying.
type form struct {
	verb *verb
	form english.Form
}

// lexicon maps every form of every verb of saying to its verb. A form that two verbs share
// goes to the one first in the table: "found" is of find.
var lexicon = readLexicon(english.Rows("verbs of saying"))

func readLexicon(rows [][]string) map[string]form {
	forms := map[string]form{}
	for _, row := range rows {
		v := newVerb(row)
		for word, f := range english.Inflect(v.lemma) {
			if _, taken := forms[word]; !taken {
				forms[word] = form{v, f}
			}
		}
	}
	return forms
}

func newVerb(row []string) *verb {
	v := &verb{lemma: row[0], preps: english.Set{}, after: english.Set{}}
	for takes := range strings.FieldsSeq(row[1]) {
		if f, ok := frames[takes]; ok {
			v.frames |= f
		} else if prep, behind := strings.CutPrefix(takes, "_"); behind {
			v.preps[prep] = struct{}{}
		} else {
			v.after[takes] = struct{}{}
		}
	}
	if len(row) > 2 {
		is := strings.Fields(row[2])
		v.attitude, v.noun = slices.Contains(is, "attitude"), slices.Contains(is, "noun")
		v.written, v.shows = slices.Contains(is, "written"), slices.Contains(is, "shows")
	}
	return v
}
