package bot

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge"
	"talksbot/knowledge/quotation"
	"talksbot/knowledge/timex"
)

// quotesText returns quotes as they are read, in at most room characters: under each
// speaker's name and office, in small print when and how close to the words spoken, and what
// was said with the number of its source. Where it is too much, the longest are shortened.
func quotesText(quotes []knowledge.Quote, room int) (string, places) {
	var cited places
	for _, q := range quotes {
		cited.add(placeOf(q))
	}
	text := ""
	for _, longest := range []int{maxLength, 1000, 600, 400, 300, 220, 150, 80, 30} {
		if text = cited.layOut(quotes, longest); length(text) <= room {
			return text, cited
		}
	}
	return shorten(text, room), cited
}

func (ps places) layOut(quotes []knowledge.Quote, longest int) string {
	var b strings.Builder
	for i, q := range quotes {
		if i == 0 || quotes[i-1].Speaker != q.Speaker {
			b.WriteString("\n" + speakerLine(q, longest) + "\n")
		}
		if line := manner(q, longest); i == 0 || quotes[i-1].Speaker != q.Speaker || manner(quotes[i-1], longest) != line {
			b.WriteString("-# " + line + "\n")
		}
		fmt.Fprintf(&b, "> %s [%d]\n", spoken(q, longest), ps.number(placeOf(q)))
	}
	b.WriteByte('\n')
	for _, a := range ps.articles() {
		fmt.Fprintf(&b, "-# %s %s\n", ps.numbersOf(a), source(a))
	}
	return strings.TrimSpace(b.String())
}

// speakerLine names who is quoted: "**Sergei Lavrov** · Russian Foreign Minister".
func speakerLine(q knowledge.Quote, longest int) string {
	if q.Speaker == "" {
		return "**Somebody the article does not name**"
	}
	line := bold(escape(upperFirst(shorten(q.Speaker, longest))))
	if q.Role != "" {
		line += " · " + escape(upperFirst(shorten(q.Role, longest)))
	}
	return line
}

// manner says when a quote was said or published, how close it is to what was spoken, and
// what the article calls the speaker there.
func manner(q knowledge.Quote, longest int) string {
	when := "Undated"
	switch {
	case !q.Said.IsZero():
		when = "Said on " + weekday(q.Said)
	case !q.Article.Published.Day.IsZero():
		when = "Published " + weekday(q.Article.Published.Day)
	}
	line := when + " · " + knowledge.Manner(q.Kind)
	if as := q.WrittenAs(); as != "" {
		line += " · in the article: “" + escape(shorten(as, min(longest, maxChoiceText))) + "”"
	}
	return line
}

func weekday(d timex.Day) string {
	return fmt.Sprintf("%s, %d %s %d", d.Weekday(), d.Day, d.Month, d.Year)
}

// spoken returns what was said: in quotation marks where the words are the speaker's own, else
// behind the words of saying, in italics.
func spoken(q knowledge.Quote, longest int) string {
	words := q.Plain()
	left := longest
	for i, w := range words {
		words[i] = escape(shorten(w, max(left, 10)))
		left -= length(w)
		if q.Kind == quotation.Direct {
			words[i] = "“" + words[i] + "”"
		}
		if left <= 0 {
			words = words[:i+1]
			break
		}
	}
	text := strings.Join(words, " … ")
	if lead := strings.TrimSpace(escape(q.Lead())); lead != "" {
		text = "*" + lead + "* " + text
	}
	return text
}

// upperFirst returns a name as a heading begins.
func upperFirst(name string) string {
	if name == "" {
		return ""
	}
	r, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(r)) + name[size:]
}
