package page

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// inEnglishOnly are the sentences that there are in English only. The help of the command line stands in a frame
// of kong's that is English; what doctor, eval and the commands that look after articles tell whoever runs the bot stands beside errors and logs, which
// are; and what is said to whom asks in another language is in that language.
var inEnglishOnly = regexp.MustCompile(`^(cli|terminal|checkup|eval|language)\.`)

// forms returns the forms that a sentence has, by their names in CLDR.
func forms(m *i18n.Message) map[string]string {
	all := map[string]string{"one": m.One, "few": m.Few, "many": m.Many, "other": m.Other}
	for name, text := range all {
		if text == "" {
			delete(all, name)
		}
	}
	return all
}

// counted are the forms that a number can call for in a language.
var counted = map[string][]string{"de": {"one", "other"}, "fr": {"one", "other"}, "es": {"one", "other"}, "pt-BR": {"one", "other"},
	"pl": {"one", "few", "many"}, "uk": {"one", "few", "many"}, "ru": {"one", "few", "many"}}

// oneIsMore are the languages in which the form for one also stands for other numbers: 0, 21.
var oneIsMore = map[string]bool{"fr": true, "pt-BR": true, "uk": true, "ru": true}

// isSame matches sentences that may be the same as in English: those of marks and filled in words alone.
var isSame = regexp.MustCompile(`^(\{\{[^}]*\}\}|[^\p{L}]|talksbot|SHA|ID)*$`)

// mayBeSame are words that another language shares with English.
var mayBeSame = []string{"fr button.sources", "fr picture.dates", "fr command-name.dates", "fr option-name.question", "fr part.menu",
	"fr chat.articles", "es polar.no", "pt-BR part.menu", "pl part.menu",
	"de option-name.settings-server", "de option-name.settings-threads", "de option-name.settings-person", "pl command-name.settings-model",
	"de option-name.library-link", "pt-BR option-name.library-link", "pl option-name.library-link", "de option-name.library-feed-link", "pt-BR option-name.library-feed-link",
	"pl option-name.library-feed-link", "fr option-name.library-article", "de option-name.library-feed", "pt-BR option-name.library-feed",
	"de command-name.library-feeds", "pt-BR command-name.library-feeds"}

// sameEverywhere are English words in every language: one stands among the words of an article, another is an
// example of what to ask.
var sameEverywhere = map[string]bool{"phrase.in-or-on": true, "follow.hint": true}

// placeholders returns the names of what is filled in to a text, each once.
func placeholders(text string) []string {
	var names []string
	for _, m := range regexp.MustCompile(`\.([A-Z]\w*)`).FindAllStringSubmatch(strings.Join(regexp.MustCompile(`\{\{[^}]*\}\}`).FindAllString(text, -1), " "), -1) {
		names = append(names, m[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// tokens returns the commands, and what is to be typed, in a text.
func tokens(text string) []string {
	all := regexp.MustCompile("`[^`]+`").FindAllString(text, -1)
	slices.Sort(all)
	return slices.Compact(all)
}

// Every language has every sentence, with what is filled in to it, in the forms that its numbers ask for.
func TestLanguages(t *testing.T) {
	for _, code := range Languages()[1:] {
		theirs := map[string]*i18n.Message{}
		for _, m := range messages(code) {
			theirs[m.ID] = m
		}
		var missing []string
		for _, m := range messages(original) {
			has := theirs[m.ID]
			switch {
			case inEnglishOnly.MatchString(m.ID):
				if has != nil {
					t.Errorf("%s: %s is said in English only", code, m.ID)
				}
			case has == nil:
				missing = append(missing, m.ID)
			default:
				compare(t, code, m, has)
			}
			delete(theirs, m.ID)
		}
		for name := range theirs {
			t.Errorf("%s: %s is no sentence", code, name)
		}
		if len(missing) > 0 {
			t.Errorf("%s lacks %d: %s", code, len(missing), strings.Join(missing, ", "))
		}
	}
}

// compare holds a sentence against the English one.
func compare(t *testing.T, code string, english, has *i18n.Message) {
	of, most := forms(has), cmp.Or(has.Many, has.Other)
	counts := slices.ContainsFunc(slices.Collect(maps.Values(of)), func(text string) bool { return strings.Contains(text, "{{.N}}") })
	for _, form := range counted[code] {
		if english.One != "" && counts && of[form] == "" {
			t.Errorf("%s: %s counts, and has no form for %s", code, english.ID, form)
		}
	}
	if oneIsMore[code] && has.One != "" && has.One != most && !strings.Contains(has.One, ".N") && (counts || len(counted[code]) > 2) {
		t.Errorf("%s: %s for one also stands for other numbers, and does not look at N: %s", code, english.ID, has.One)
	}
	may, fills := placeholders(english.One+english.Other), placeholders(strings.Join(slices.Collect(maps.Values(of)), ""))
	if !slices.Equal(slices.DeleteFunc(slices.Clone(may), mayLack), slices.DeleteFunc(fills, mayLack)) {
		t.Errorf("%s: %s fills in %q, English %q", code, english.ID, fills, may)
	}
	for _, text := range of {
		if !slices.Equal(tokens(text), tokens(english.Other)) {
			t.Errorf("%s: %s has %q to type, English %q", code, english.ID, tokens(text), tokens(english.Other))
		}
		if strings.Count(text, "**")%2 != 0 || strings.Count(text, "~~")%2 != 0 || strings.Count(text, "`")%2 != 0 {
			t.Errorf("%s: %s has a mark without its other half: %s", code, english.ID, text)
		}
		if strings.Contains(text, "**") != strings.Contains(english.Other, "**") || strings.Contains(text, "~~") != strings.Contains(english.Other, "~~") {
			t.Errorf("%s: %s is not marked as in English: %s", code, english.ID, text)
		}
		if text == english.Other && !isSame.MatchString(text) && !slices.Contains(mayBeSame, code+" "+english.ID) && !sameEverywhere[english.ID] {
			t.Errorf("%s: %s is as in English: %s", code, english.ID, text)
		}
		if most := longest(english); most > 0 && utf8.RuneCountInString(text) > most {
			t.Errorf("%s: %s has %d characters, of %d: %s", code, english.ID, utf8.RuneCountInString(text), most, text)
		}
	}
}

// mayLack reports whether a sentence may leave out what is filled in: a number for which it has a form of
// its own, and a weekday, which would take another form within a sentence.
func mayLack(name string) bool { return name == "N" || name == "Weekday" }

// longest returns how many characters Discord shows of a label or a name; 0 for sentences, of which it shows all.
func longest(m *i18n.Message) int {
	group, _, _ := strings.Cut(m.ID, ".")
	if group == "button" && strings.HasSuffix(m.Other, ".") {
		return 0
	}
	return map[string]int{"button": 80, "try": 80, "menu": 100, "follow": 45, "command": 100, "option": 100, "choice": 100, "command-name": 32, "option-name": 32}[group]
}

// What a language lacks is said in English.
func TestMissing(t *testing.T) {
	if got := In("de").Text("language.en.ask"); got != (Printer{}).Text("language.en.ask") {
		t.Errorf("got %q", got)
	}
}

func TestIn(t *testing.T) {
	for code, want := range map[string]string{"": "en", "en-GB": "en", "de": "de", "de_AT.UTF-8": "de", "es-419": "es", "es-ES": "es", "pt_PT": "pt-BR",
		"pt-BR": "pt-BR", "RU": "ru", "uk": "uk", "C": "en", "POSIX": "en", "C.UTF-8": "en", "it": "en", "dev": "en", "-": "en", "fr.UTF-8": "fr", "ru@cyrillic": "ru"} {
		if got := LanguageOf(In(code)); got != want {
			t.Errorf("%q is %s, want %s", code, got, want)
		}
	}
	if In("de-CH") != In("de") || In("en") != (Printer{}) || In("xx") != (Printer{}) {
		t.Error("printers of a language differ")
	}
}

func TestGrouped(t *testing.T) {
	for in, want := range map[string]string{"": "", "1234 words": "1234 words", "12345 words": "12.345 words", "of 1234567, 100000": "of 1.234.567, 100.000"} {
		if got := grouped(in, "."); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}
