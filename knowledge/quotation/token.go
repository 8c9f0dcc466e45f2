package quotation

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/english"
)

// A tag says what a token can be. A word may carry several.
type tag uint32

const (
	det        tag = 1 << iota // the, a, this, some
	possessive                 // his, their; also the 's of a noun
	subject                    // he, they, who: a pronoun that can speak
	object                     // him, them
	prep
	conj // and, but, or
	sub  // while, because: begins a clause
	wh   // what, why, whether
	that
	to
	be
	have
	do
	modal
	negative
	adverb
	date // Tuesday, January, yesterday, 2022
	number
	finite // a verb form that is no cue: met, was
	cue    // a form of a verb of saying; see token.verb
	upper  // begins with a capital
	quoted // a whole quoted stretch
	comma
	colon
	stop  // . ? !
	brk   // ; or a dash
	paren // ( or [
	unparen
	other // any other mark
)

const auxiliary = be | have | do | modal

// A token is one word, one mark, or one whole quoted stretch.
type token struct {
	english.Span
	is   tag
	low  string // in lower case, with straight apostrophes; "'s" for any ending of a possessive
	verb *verb  // set when cue is
	form english.Form
	mark int32 // index into doc.marks when quoted
}

func (t *token) has(x tag) bool { return t.is&x != 0 }

// says reports whether the token is one of the forms f of a verb of saying.
func (t *token) says(f english.Form) bool { return t.has(cue) && t.form&f != 0 }

func newToken(text string, sp english.Span, low string) token {
	t := token{Span: sp, low: low, is: closed[strings.TrimSuffix(low, ".")]}
	r, _ := utf8.DecodeRuneInString(text[sp.Start:sp.End])
	switch {
	case unicode.IsUpper(r), r == '@':
		t.is |= upper
	case unicode.IsDigit(r), r == '$':
		t.is |= number
		if isYear(low) {
			t.is |= date
		}
	}
	if stem, not := strings.CutSuffix(low, "n't"); not {
		t.is |= negative | auxiliaryOf(stem)
	}
	if f, ok := lexicon[low]; ok {
		t.is |= cue
		t.verb, t.form = f.verb, f.form
	} else if t.is == 0 {
		t.is = guess(low)
	}
	return t
}

// isYear reports whether a number is a year of ours, or a day as 2022-01-09.
func isYear(low string) bool {
	day := len(low) == 10 && low[4] == '-' && low[7] == '-'
	return (len(low) == 4 || day) && (strings.HasPrefix(low, "19") || strings.HasPrefix(low, "20"))
}

// auxiliaryOf is the tag of the auxiliary in didn't, isn't, won't.
func auxiliaryOf(stem string) tag {
	if x := closed[stem] & auxiliary; x != 0 {
		return x
	}
	return modal // won't, can't, ain't
}

// guess tags a word by its ending.
func guess(low string) tag {
	switch {
	case len(low) > 4 && strings.HasSuffix(low, "ly") && !noAdverbs.Has(low):
		return adverb
	case len(low) > 4 && strings.HasSuffix(low, "ed") && !strings.HasSuffix(low, "eed"):
		return finite
	case thirdPersons().Has(low):
		return finite
	case english.FormOf(low)&(past|participle) != 0 && english.FormOf(low)&(base|present) == 0:
		return finite
	}
	return 0
}

// thirdPersons are the forms in -s of what is hardly ever a noun: "contains".
var thirdPersons = sync.OnceValue(func() english.Set { return english.Inflected("verbs", english.Present) })

// settle corrects what a word's neighbours decide: May behind a given name is no
// month and no auxiliary, Will and Per before one are names.
func settle(toks []token) {
	has := func(i int, x tag) bool { return i >= 0 && i < len(toks) && toks[i].has(x) }
	name := func(i int) bool { return has(i, upper) && toks[i].is == upper }
	for i := range toks {
		t := &toks[i]
		if t.has(upper) && t.has(adverb) && strings.HasSuffix(t.low, "ly") && closed[t.low] == 0 {
			opens := i == 0 || has(i-1, stop|brk|colon|quoted|other|paren)
			if !opens || has(i+1, cue|have) && toks[i+1].form&(base|ing) == 0 {
				t.is = upper // Kelly said
			}
			continue
		}
		if !t.has(upper) || t.low != "may" && t.low != "will" && t.low != "per" {
			continue
		}
		if t.low == "per" {
			if name(i + 1) {
				t.is = upper
			}
			continue
		}
		if name(i-1) && !has(i+1, number) || has(i+1, cue) || t.low == "will" && name(i+1) {
			t.is = upper
		}
	}
}
