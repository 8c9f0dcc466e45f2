package message

import (
	"strings"
	"unicode"

	"talksbot/knowledge/english"
)

// Unknown is the language of a message that is not in English and of which no more is known.
const Unknown = "und"

// A tongue is a language by its small words.
type tongue struct {
	code          string
	telling, also english.Set // words that tell it alone, other words
}

var tongues = func() []tongue {
	var all []tongue
	for _, row := range english.Rows("foreign words") {
		all = append(all, tongue{row[0], english.SetOf(row[1]), english.SetOf(row[2])})
	}
	return all
}()

var (
	scripts       = english.Rows("foreign scripts")
	nameParticles = english.Class("name particles")
	nameBegins    = english.Class("foreign words that begin names")
)

// LanguageOf returns the language of a message that is not in English, as BCP 47 has it: "de",
// "ru"; "" of one that is, or may be, and of one that is too long to be read.
func LanguageOf(message string) string {
	if len(message) > longest {
		return ""
	}
	if code := scriptOf(message); code != "" {
		return code
	}
	words := english.Read(message)
	best, most := "", 0
	for _, t := range tongues {
		if n := t.in(words); n > most {
			best, most = t.code, n
		}
	}
	return best
}

// in returns how many small words of the tongue tell that a message is in it; 0 where they do not.
// A name in a question in English may have such words too: "Who is Marie de la Tour?" So a message
// that begins with a small word of English is English, capitals count at its beginning only,
// nothing is told by words that all stand in names ("ursula von der leyen"), and one word is
// enough only where it is all there is, or asks, and begins no name ("Wen Jiabao?").
func (t tongue) in(words english.Text) int {
	own, nameless, telling, other := 0, 0, 0, 0
	for i, w := range words.Tokens {
		written := strings.ToLower(strings.ReplaceAll(words.Written(i), "’", "'"))
		mine := (t.telling.Has(written) || t.also.Has(written)) && (i == 0 || !w.Upper)
		isEnglish := english.IsStop(w.Norm)
		switch {
		case mine && !isEnglish:
			own++
			if !nameParticles.Has(written) {
				nameless++
			}
			if t.telling.Has(written) && !(i == 0 && beginsName(words)) {
				telling++
			}
		case !mine && isEnglish:
			if other++; i == 0 {
				return 0
			}
		}
	}
	alone := telling > 0 && (len(words.Tokens) == 1 || strings.Contains(words.String, "?"))
	if own < 2 && !alone || nameless == 0 || own <= other {
		return 0
	}
	return own
}

// beginsName reports whether the first word may be that of a name.
func beginsName(words english.Text) bool {
	first := words.Tokens[0]
	return nameBegins.Has(first.Norm) || first.Upper && len(words.Tokens) > 1 && words.Tokens[1].Upper
}

// scriptOf returns the language of a message most of whose letters are not Latin.
func scriptOf(message string) string {
	letters, foreign := 0, 0
	for _, r := range message {
		if unicode.IsLetter(r) {
			if letters++; !unicode.Is(unicode.Latin, r) {
				foreign++
			}
		}
	}
	if 2*foreign <= letters {
		return ""
	}
	for _, row := range scripts {
		in := func(r rune) bool { return unicode.Is(unicode.Scripts[row[1]], r) }
		if strings.ContainsFunc(message, in) && (row[2] == "" || strings.ContainsAny(strings.ToLower(message), row[2])) {
			return row[0]
		}
	}
	return Unknown
}
