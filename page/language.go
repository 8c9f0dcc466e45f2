package page

import "talksbot/ask"

// inTheirs are the sentences that say in each language that the articles are in English, and
// that other languages need a model.
var inTheirs = map[string][2]string{
	"ar": {"language.ar.ask", "language.ar.model"}, "de": {"language.de.ask", "language.de.model"},
	"en": {"language.en.ask", "language.en.model"},
	"el": {"language.el.ask", "language.el.model"}, "es": {"language.es.ask", "language.es.model"},
	"fa": {"language.fa.ask", "language.fa.model"}, "fr": {"language.fr.ask", "language.fr.model"},
	"hi": {"language.hi.ask", "language.hi.model"}, "id": {"language.id.ask", "language.id.model"},
	"it": {"language.it.ask", "language.it.model"}, "ja": {"language.ja.ask", "language.ja.model"},
	"ko": {"language.ko.ask", "language.ko.model"}, "nl": {"language.nl.ask", "language.nl.model"},
	"pl": {"language.pl.ask", "language.pl.model"}, "pt": {"language.pt.ask", "language.pt.model"},
	"ru": {"language.ru.ask", "language.ru.model"}, "tr": {"language.tr.ask", "language.tr.model"},
	"uk": {"language.uk.ask", "language.uk.model"}, "zh": {"language.zh.ask", "language.zh.model"},
}

// foreign answers a question in another language: in that language where we have the words, and in the
// reader's, which are English where they have no other.
func (w Printer) foreign(a ask.Answer) []Line {
	var lines []Line
	reader := baseOf(LanguageOf(w))
	for i, names := range [][2]string{inTheirs[a.Language], inTheirs[reader]} {
		if names[0] == "" || i > 0 && a.Language == reader {
			continue
		}
		said := w.Say(names[0])
		if !a.Helped {
			said = spans(said, " ", w.Say(names[1]))
		}
		lines = append(lines, line(Plain, said))
	}
	return lines
}

// askInEnglish asks a reader of another language for questions in English.
func askInEnglish(w Printer) []Line {
	reader := baseOf(LanguageOf(w))
	if reader == original {
		return nil
	}
	return []Line{line(Plain, w.Say(inTheirs[reader][0]))}
}
