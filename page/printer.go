package page

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// A Printer has the words of one language. The zero Printer speaks English. Printers of the same
// language are equal.
type Printer struct{ *tongue }

// LanguageOf returns the code of a printer's language, one of [Languages].
func LanguageOf(w Printer) string { return w.orEnglish().code }

// Say returns the sentence of the catalogue with that name. What stands in it in double braces
// is filled in: args are names, each followed by its value. A string is text from outside; a
// Span or []Span is what it says; of an int named N the sentence has its plural. Two asterisks
// begin and end what is bold, two tildes what is struck out, backquotes what is to be typed, or a
// command.
func (w Printer) Say(name string, args ...any) []Span {
	var filled [][]Span
	data := map[string]any{}
	config := &i18n.LocalizeConfig{MessageID: name, TemplateData: data}
	for i := 0; i+1 < len(args); i += 2 {
		key := args[i].(string)
		var value []Span
		switch v := args[i+1].(type) {
		case int:
			data[key] = v
			if key == "N" {
				config.PluralCount = v
			}
			continue
		case string:
			if v != "" {
				value = []Span{Outside(v)}
			}
		default:
			value = spans(v)
		}
		if data[key] = ""; len(value) > 0 {
			data[key] = string(firstFilled + rune(len(filled)))
			filled = append(filled, value)
		}
	}
	text, err := w.orEnglish().local.Localize(config)
	if err != nil && text == "" {
		return []Span{Outside(name)}
	}
	if manyDigits.MatchString(text) {
		text = grouped(text, w.Text("number.group"))
	}
	return read(strings.TrimRight(text, "\n"), filled)
}

// Text returns what Say does as plain text, where nothing can be marked: on a button.
func (w Printer) Text(name string, args ...any) string { return text(w.Say(name, args...)) }

// List says several things in a row by the sentence of that name, which joins the last one to
// those before it: "A, B and C".
func (w Printer) List(name string, all [][]Span) []Span {
	var before []Span
	for i, last := range all {
		switch {
		case i == 0:
			before = last
		case i == len(all)-1:
			return w.Say(name, "Before", before, "Last", last)
		default:
			before = spans(before, ", ", last)
		}
	}
	return before
}

// ListText is List of texts from outside, as one text.
func (w Printer) ListText(name string, all []string) string {
	var each [][]Span
	for _, one := range all {
		each = append(each, spans(Outside(one)))
	}
	return text(w.List(name, each))
}

// Permissions names permissions as people know them in Discord, by their English names there.
func Permissions(all []string, w Printer) string {
	var each []string
	for _, one := range all {
		each = append(each, w.Text("permission."+strings.ReplaceAll(strings.ToLower(one), " ", "-")))
	}
	return w.ListText("list.and", each)
}

// firstFilled is the character that stands in a sentence for the first value filled in, the next
// one for the second. They are of the private use area and in no text of ours.
const firstFilled = '\uE000'

// markup is what in a sentence of the catalogue is not to be read as it stands.
var markup = regexp.MustCompile("\\*\\*|~~[^~]+~~|`[^`]+`|[\uE000-\uE0FF]")

// read returns a sentence of the catalogue as spans.
func read(sentence string, filled [][]Span) []Span {
	var all []Span
	bold := false
	put := func(s Span) {
		if bold && s.Mark == Words {
			s.Mark = Bold
		}
		switch last := len(all) - 1; {
		case s.Text == "" && s.Mark != Citation:
		case last >= 0 && s.Mark <= Bold && all[last] == (Span{Text: all[last].Text, Mark: s.Mark}) && s == (Span{Text: s.Text, Mark: s.Mark}):
			all[last].Text += s.Text // two bold texts of ours are one
		default:
			all = append(all, s)
		}
	}
	at := 0
	for _, m := range markup.FindAllStringIndex(sentence, -1) {
		put(own(sentence[at:m[0]]))
		at = m[1]
		switch mark := sentence[m[0]:m[1]]; {
		case mark == "**":
			bold = !bold
		case mark[0] == '~':
			put(Span{Text: strings.Trim(mark, "~"), Mark: Struck})
		case strings.HasPrefix(mark, "`/"):
			put(Span{Text: strings.Trim(mark, "`/"), Mark: CommandName})
		case mark[0] == '`':
			put(Span{Text: strings.Trim(mark, "`"), Mark: Code})
		default:
			r, _ := utf8.DecodeRuneInString(mark)
			for _, s := range filled[r-firstFilled] {
				put(s)
			}
		}
	}
	put(own(sentence[at:]))
	return all
}

// text returns the words of spans.
func text(all []Span) string {
	var b strings.Builder
	for _, s := range all {
		if s.Mark == CommandName {
			b.WriteByte('/')
		}
		b.WriteString(s.Text)
	}
	return b.String()
}

// Page returns a page of one sentence; see [Printer.Say].
func (w Printer) Page(name string, args ...any) Page {
	p := Page{words: w}
	p.add(line(Plain, w.Say(name, args...)))
	return p
}
