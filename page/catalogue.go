package page

import (
	"cmp"
	"embed"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// catalogues hold every sentence that a reader is shown, a file for each language.
//
//go:embed words/*.yaml
var catalogues embed.FS

// original is the language of the articles, and of whatever another has no words for.
const original = "en"

// Languages are those that the catalogue speaks, as Discord and browsers call them, English first.
func Languages() []string { return []string{original, "de", "fr", "es", "pt-BR", "pl", "uk", "ru"} }

// In returns the printer of a language, by a code such as "de", "pt-BR", "es_419" or "ru_RU.UTF-8":
// what follows the language is not looked at. A language without a catalogue is English.
func In(code string) Printer {
	base := baseOf(code)
	for _, l := range Languages()[1:] {
		if baseOf(l) == base {
			return Printer{tongues[l]()}
		}
	}
	return Printer{}
}

// Speaks reports whether there is a catalogue of a language.
func Speaks(code string) bool { return In(code) != Printer{} || baseOf(code) == original }

// baseOf returns the language of a code in lower case.
func baseOf(code string) string {
	if end := strings.IndexAny(code, "-_.@"); end >= 0 {
		code = code[:end]
	}
	return strings.ToLower(code)
}

// A tongue is a language as it was read.
type tongue struct {
	code  string
	local *i18n.Localizer
	names []string // of its sentences
}

// orEnglish returns the language, which is English where none was chosen.
func (t *tongue) orEnglish() *tongue {
	if t == nil {
		return tongues[original]()
	}
	return t
}

// tongues read each language once, when it is first spoken.
var tongues = func() map[string]func() *tongue {
	all := map[string]func() *tongue{}
	for _, code := range Languages() {
		all[code] = sync.OnceValue(func() *tongue { return learn(code) })
	}
	return all
}()

// inEnglish are the English sentences, which stand in for those that another language lacks.
var inEnglish = sync.OnceValue(func() []*i18n.Message { return whole(messages(original)) })

// learn reads a language.
func learn(code string) *tongue {
	b := i18n.NewBundle(language.English)
	add := func(code string, all []*i18n.Message) {
		if err := b.AddMessages(language.MustParse(code), all...); err != nil {
			panic("page: " + err.Error()) // they are part of the program; a test reads them
		}
	}
	t := &tongue{code: code}
	own := inEnglish()
	add(original, own)
	if code != original {
		own = whole(messages(code))
		add(code, own)
	}
	for _, m := range own {
		t.names = append(t.names, m.ID)
	}
	t.local = i18n.NewLocalizer(b, code)
	return t
}

// messages returns the sentences of a language.
func messages(code string) []*i18n.Message {
	name := "words/" + code + ".yaml"
	text, err := catalogues.ReadFile(name)
	if err != nil {
		panic("page: " + err.Error())
	}
	file, err := i18n.ParseMessageFileBytes(text, name, map[string]i18n.UnmarshalFunc{"yaml": yaml.Unmarshal})
	if err != nil {
		panic("page: " + err.Error())
	}
	return file.Messages
}

// whole gives sentences every form that a number may call for. Where a sentence has none of its own, it is
// the one for most numbers: one that does not change, or of fractions and millions, which are not counted
// here.
func whole(all []*i18n.Message) []*i18n.Message {
	for _, m := range all {
		most := cmp.Or(m.Other, m.Many)
		m.One, m.Few, m.Many, m.Other = cmp.Or(m.One, most), cmp.Or(m.Few, most), cmp.Or(m.Many, most), most
	}
	return all
}

// Names returns the names of all sentences.
func Names() []string { return tongues[original]().names }

// decimal writes a number with two digits behind its point.
func decimal(x float64, w Printer) string {
	return strings.Replace(strconv.FormatFloat(x, 'f', 2, 64), ".", w.Text("number.decimal"), 1)
}

// manyDigits is a number that is easier to read in groups of three digits.
var manyDigits = regexp.MustCompile(`\d{5,}`)

// grouped returns a text in which long numbers have a separator between every three digits.
func grouped(text, separator string) string {
	return manyDigits.ReplaceAllStringFunc(text, func(digits string) string {
		first := (len(digits)-1)%3 + 1
		out := digits[:first]
		for ; first < len(digits); first += 3 {
			out += separator + digits[first:first+3]
		}
		return out
	})
}
