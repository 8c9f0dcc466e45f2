package meta

import (
	"regexp"
	"strings"
	"unicode"

	"talksbot/knowledge/english"
	"talksbot/knowledge/timex"
)

// A stamp is what a line around an article says of it: when it was published or changed, by
// whom, for whom.
type stamp struct {
	published, changed day
	author, outlet     string
	labelled           bool // it says that it is the day of publication
	alone              bool // it has nothing but a day
}

func (s stamp) role() Role {
	if s.published.Day.IsZero() && s.changed.Day.IsZero() {
		return Byline
	}
	return Stamp
}

// longestStamp is the longest line that is looked at for one, in bytes.
const longestStamp = 160

// mostNames is how many words a stamp has beside the days and the words around them: a place, an
// outlet, a name.
const mostNames = 6

// readStamp reads a line that holds when an article was published, or by whom, and nothing else.
func readStamp(text string) (stamp, bool) {
	if len(text) > longestStamp {
		return stamp{}, false
	}
	if outlet, ok := strings.CutPrefix(text, "Source: "); ok && len(outlet) < 60 {
		return stamp{outlet: strings.TrimSpace(outlet)}, true
	}
	var s stamp
	rest := text
	if strings.ContainsFunc(text, unicode.IsDigit) {
		rest = s.takeDays(text)
	}
	rest = s.takeAuthor(rest)
	dated := !s.published.Day.IsZero() || !s.changed.Day.IsZero()
	if !dated && s.author == "" {
		return stamp{}, false
	}
	names, ok := names(rest)
	s.alone = names == 0
	if !ok || names > mostNames || names > 0 && !s.isParted(rest, dated) {
		return stamp{}, false
	}
	return s, true
}

// dayMark stands for the bytes of a day in what is left of a stamp.
const dayMark = '#'

// readNote reads the day of publication in a line that others have told to be about the text
// itself, whatever else it says: "This article was first published on 5 March 2024."
func readNote(text string) (stamp, bool) {
	var s stamp
	if len(text) > longestStamp || !strings.ContainsFunc(text, unicode.IsDigit) {
		return s, false
	}
	s.takeDays(text)
	return s, s.labelled
}

// takeDays reads the days of a line and returns it with marks in their place.
func (s *stamp) takeDays(text string) string {
	rest := []byte(text)
	from := 0
	for _, d := range days(text) {
		d.addClock(text)
		label := english.Read(text[from:d.Start])
		switch {
		case hasAny(label, ofChange) && !hasAny(label, ofPublishing):
			if s.changed.Day.IsZero() {
				s.changed = d
			}
		case s.published.Day.IsZero():
			s.published = d
			s.labelled = hasAny(label, ofPublishing)
		case s.published.Day == d.Day && !s.published.HasClock:
			s.published = d // "March 5, 2024 / 02:30 PM": the clock on its own
		}
		for i := d.Start; i < d.End; i++ {
			rest[i] = dayMark
		}
		from = d.End
	}
	return string(rest)
}

func hasAny(t english.Text, words english.Set) bool {
	for _, token := range t.Tokens {
		if words.Has(token.Norm) {
			return true
		}
	}
	return false
}

// clock is a time of day.
var clock = regexp.MustCompile(`(?i)\b\d{1,2}[:.h]\d{2}(:\d{2})?\s*([ap]\.?m\.?)?\b`)

// addClock adds the clock that stands apart from the day: "10:15 | 5 March 2024".
func (d *day) addClock(text string) {
	if d.HasClock {
		return
	}
	around := text[:d.Start] + " " + text[d.End:]
	at := clock.FindString(around)
	if at == "" {
		return
	}
	for _, e := range timex.Find(english.Read(d.Day.String()+" "+strings.ReplaceAll(at, "h", ":")), timex.Moment{}) {
		if m, err := timex.ParseMoment(e.Value); err == nil && m.HasClock && m.Day == d.Day {
			d.Clock, d.HasClock = m.Clock, true
		}
	}
}

// author is a name behind "by", up to a mark that parts it from what follows.
var author = regexp.MustCompile(`^[\s|•·–—-]*(?i:by|author|authors|written by|reported by|posted by|words by|story by|text by):?\s+((?:\p{Lu}[\pL\pN.'’&-]*|and|of|the|de|van|von|der|al|bin|&|,)(?:,? (?:\p{Lu}[\pL\pN.'’&-]*|and|of|the|de|van|von|der|al|bin|&)){0,8})`)

// takeAuthor reads the author of a line and returns it with a blank in its place.
func (s *stamp) takeAuthor(text string) string {
	for _, part := range strings.FieldsFunc(text, isParting) {
		m := author.FindStringSubmatch(part)
		if m == nil {
			continue
		}
		name := strings.TrimSpace(m[1])
		// "By ANI Published": the next label is no part of the name.
		words := strings.Fields(name)
		for i, w := range words {
			if i > 0 && (ofPublishing.Has(strings.ToLower(w)) || ofChange.Has(strings.ToLower(w)) || strings.EqualFold(w, "last")) {
				words = words[:i]
				break
			}
		}
		name = strings.Trim(strings.Join(words, " "), " ,")
		s.author = name
		return strings.Replace(strings.Replace(text, m[0], " , "+strings.TrimPrefix(m[0][strings.Index(m[0], m[1]):], name), 1), name, "", 1)
	}
	return text
}

func isParting(r rune) bool { return strings.ContainsRune("|•·\t/;", r) }

// names counts the words of what is left of a stamp beside the words around a date. It reports
// whether they can be names: each begins with a capital or a digit.
func names(rest string) (n int, ok bool) {
	for w := range strings.FieldsFuncSeq(clock.ReplaceAllString(rest, " "), func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("|•·/,:;()[]–—-*_+#", r) }) {
		w = strings.Trim(w, ".\"'“”’")
		lower := strings.ToLower(w)
		if w == "" || aroundDates.Has(lower) || strings.Trim(w, "0123456789") == "" {
			continue
		}
		if first := []rune(w)[0]; !unicode.IsUpper(first) && !beforeAuthor.Has(lower) && lower != "de" && lower != "von" && lower != "van" {
			return 0, false
		}
		n++
	}
	return n, true
}

// parting is what stands between a date and a name in a line of a page, and not in a title.
var parting = regexp.MustCompile(`[|•·\t;()\[\]]| [–—-] |,|: `)

// isParted reports whether the names of a line are parted from its date, or stand behind it.
func (s *stamp) isParted(rest string, dated bool) bool {
	return dated && (s.author != "" || s.labelled || strings.HasPrefix(rest, string(dayMark)) || parting.MatchString(rest))
}

// leadEnd is what stands between an agency's dateline and the article's first sentence.
var leadEnd = regexp.MustCompile(`\s?(?:—|–|--)\s?|\s-\s|:\s|\.\s`)

// agency is whom a dateline names in brackets.
var agency = regexp.MustCompile(`\(([\pL&. ]{2,30})\)`)

// longestLead is the longest dateline at the beginning of an article, in bytes.
const longestLead = 100

// lead reads an agency's dateline at the beginning of a paragraph: "OSBY, March 3, 2024 (NPA) — It
// rained." It returns how many bytes it takes.
func lead(text string) (stamp, int) {
	head := text[:min(len(text), longestLead)]
	all := days(head)
	if len(all) == 0 {
		return stamp{}, 0
	}
	end := leadEnd.FindStringIndex(head[all[0].End:])
	if end == nil {
		return stamp{}, 0
	}
	before, behind := head[:all[0].Start], head[all[0].End:all[0].End+end[0]]
	m := agency.FindStringSubmatch(behind)
	_, placed := names(before)
	left := behind
	if m != nil {
		left = strings.Replace(behind, m[0], "", 1)
	}
	if _, named := names(left); !placed || !named || strings.ContainsAny(head[all[0].End+end[0]:all[0].End+end[1]], ".") && m == nil {
		return stamp{}, 0
	}
	s := stamp{published: all[0]}
	if m != nil {
		s.outlet = strings.TrimSpace(m[1])
	}
	return s, all[0].End + end[1]
}
