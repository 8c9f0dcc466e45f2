package verify

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
	"talksbot/knowledge/names"
	"talksbot/knowledge/timex"
)

// A twin is a sentence with one fact changed, which the sentence must not support.
type twin struct{ kind, text string }

// A corpus is the sentences twins are made of.
type corpus struct {
	lib       *knowledge.Library
	sentences []article.Passage
	names     []names.Mention // all names that stand in them, in a settled order
}

func newCorpus(t testing.TB, limit int, articles ...*article.Article) corpus {
	c := corpus{lib: library(t, articles...)}
	for _, a := range articles {
		for _, p := range everySentence(a) {
			if len(strings.Fields(p.Text())) >= 6 && len(c.sentences) < limit {
				c.sentences = append(c.sentences, p)
			}
		}
	}
	seen := map[string]bool{}
	for _, p := range c.sentences {
		for _, m := range c.lib.Names().Find(p.Text()) {
			m.Name = p.Text()[m.Start:m.End]
			if !seen[m.Name] && (m.Kind == names.Person || m.Kind == names.Place) {
				seen[m.Name] = true
				c.names = append(c.names, m)
			}
		}
	}
	return c
}

// twins makes every false twin of a sentence the generator knows of.
func (c corpus) twins(p article.Passage) []twin {
	s := p.Text()
	var list []twin
	add := func(kind, text string) {
		if text != "" && text != s {
			list = append(list, twin{kind, text})
		}
	}
	for _, d := range p.Dates() {
		add("date", s[:d.Start]+otherDate(s[d.Start:d.End])+s[d.End:])
	}
	add("number", otherNumber(s, p))
	add("name", c.otherName(s))
	add("negation", negate(s))
	add("role", c.swapRoles(s))
	add("quantifier", replaceFirst(s, otherQuantifiers))
	add("attribution", dropAttribution(s))
	return list
}

var (
	dayNumber = regexp.MustCompile(`\b([12]?\d)\b`)
	yearOnly  = regexp.MustCompile(`\b(1[89]|20)\d\d\b`)
	figures   = regexp.MustCompile(`\b\d[\d,]*(\.\d+)?\b`)
	sayThat   = regexp.MustCompile(`^(?:[A-Z][^,"]*?) (?:said|told \w+|announced|claimed)(?: on \w+)?(?: that)? (.*)$`)
	saidLast  = regexp.MustCompile(`^(.*), (?:[^,]* (?:said|announced|promised|say)|(?:said|says) [^,]*|according to [^,]*)\.$`)
	byReports = regexp.MustCompile(`^According to [^,]*, (.*)$`)
)

var otherDates = [][2]string{
	{"January", "March"}, {"February", "May"}, {"March", "June"}, {"April", "October"}, {"May", "August"}, {"June", "January"},
	{"July", "November"}, {"August", "April"}, {"September", "December"}, {"October", "July"}, {"November", "February"}, {"December", "September"},
	{"Monday", "Wednesday"}, {"Tuesday", "Thursday"}, {"Wednesday", "Friday"}, {"Thursday", "Saturday"}, {"Friday", "Sunday"}, {"Saturday", "Monday"}, {"Sunday", "Tuesday"},
	{"yesterday", "tomorrow"}, {"today", "yesterday"}, {"last year", "this year"}, {"last week", "next week"}, {"last month", "next month"},
}

// otherDate changes the day of a date, else its year, else a name in it.
func otherDate(date string) string {
	if m := dayNumber.FindStringIndex(date); m != nil && !strings.ContainsAny(date, ":") {
		d := date[m[0]:m[1]]
		return date[:m[0]] + map[bool]string{true: "3", false: "17"}[d == "17"] + date[m[1]:]
	}
	if m := yearOnly.FindStringIndex(date); m != nil && m[1]-m[0] == len(date) {
		return "1976"
	}
	for _, o := range otherDates {
		for _, form := range [][2]string{o, {strings.ToLower(o[0]), strings.ToLower(o[1])}} {
			if strings.Contains(date, form[0]) {
				return strings.Replace(date, form[0], form[1], 1)
			}
		}
	}
	return date
}

// otherNumber changes the first number that is no part of a date.
func otherNumber(s string, p article.Passage) string {
	inDate := func(at int) bool {
		return slices.ContainsFunc(p.Dates(), func(d timex.Expression) bool { return d.Start <= at && at < d.End })
	}
	for _, m := range figures.FindAllStringIndex(s, -1) {
		if !inDate(m[0]) {
			return s[:m[0]] + "7" + s[m[0]:]
		}
	}
	words := [][2]string{{"two", "nine"}, {"three", "eight"}, {"four", "six"}, {"five", "two"}, {"six", "eleven"}, {"seven", "three"}, {"ten", "thirty"}, {"twelve", "five"}, {"half", "a third"}, {"Two", "Nine"}, {"Three", "Eight"}}
	for i := range words {
		words[i][0] += " "
		words[i][1] += " "
	}
	return replaceFirst(s, words)
}

// otherName puts a name from elsewhere in the place of the first name of a person or place.
func (c corpus) otherName(s string) string {
	known := c.lib.Names()
	own := known.Find(s)
	for _, m := range own {
		if m.Kind != names.Person && m.Kind != names.Place {
			continue
		}
		for i := range c.names {
			o := c.names[(i+len(s))%len(c.names)]
			if o.Kind != m.Kind || slices.ContainsFunc(own, func(n names.Mention) bool { return known.Same(n.Name, o.Name) || n.Of == o.Name }) || strings.Contains(s, o.Name) {
				continue
			}
			return s[:m.Start] + o.Name + s[m.End:]
		}
	}
	return ""
}

var auxiliaryWords = []string{"will", "would", "is", "are", "was", "were", "has", "have", "had", "can", "could", "must", "should", "may", "might"}

// negate takes a "not" out of the sentence, or puts one in after its first auxiliary.
func negate(s string) string {
	for _, n := range []string{" not", "n't"} {
		if i := strings.Index(s, n); i >= 0 && !strings.HasPrefix(s[i+len(n):], " only") && !strings.HasPrefix(s[i:], " noth") && strings.HasPrefix(s[i+len(n):], " ") && !strings.Contains(s[:i], "can no") {
			return s[:i] + s[i+len(n):]
		}
	}
	words := strings.Split(s, " ")
	for i, w := range words[:len(words)-1] {
		if i > 0 && slices.Contains(auxiliaryWords, w) && words[i-1] != "what" {
			return strings.Join(slices.Insert(slices.Clone(words), i+1, "not"), " ")
		}
	}
	return ""
}

// swapRoles exchanges the first two names that have a verb of the past or future between them.
func (c corpus) swapRoles(s string) string {
	found := c.lib.Names().Find(s)
	for i := 0; i+1 < len(found); i++ {
		a, b := found[i], found[i+1]
		between := strings.Fields(strings.ToLower(s[a.End:b.Start]))
		if a.Kind == names.Role || b.Kind == names.Role || c.lib.Names().Same(a.Name, b.Name) || strings.ContainsAny(s[a.End:b.Start], ",;:.\"”") {
			continue
		}
		verb := slices.ContainsFunc(between, func(w string) bool {
			return swapVerbs.Has(w) || strings.HasSuffix(w, "ed") && len(w) > 4 && !slices.Contains(between, "and")
		})
		if verb && !slices.Contains(between, "on") {
			return s[:a.Start] + s[b.Start:b.End] + s[a.End:b.Start] + s[a.Start:a.End] + s[b.End:]
		}
	}
	return ""
}

var swapVerbs = english.SetOf(`accuse bought beat lent sell send ask tell told gave took sent won struck`)

var otherQuantifiers = [][2]string{
	{"All ", "Some "}, {"all ", "some "}, {"Some ", "All "}, {"some of", "all of"}, {"Most ", "All "}, {"most of", "all of"}, {"Many ", "Few "}, {"many ", "few "},
	{"Several ", "All "}, {"several ", "all "}, {"Every ", "No "}, {"every ", "no "}, {"only ", "also "}, {"always ", "never "},
}

func replaceFirst(s string, pairs [][2]string) string {
	for _, p := range pairs {
		if i := strings.Index(" "+s, " "+p[0]); i >= 0 {
			return s[:i] + p[1] + s[i+len(p[0]):]
		}
	}
	return ""
}

// dropAttribution leaves what is said and drops who says it.
func dropAttribution(s string) string {
	for _, form := range []*regexp.Regexp{byReports, sayThat, saidLast} {
		if m := form.FindStringSubmatch(s); m != nil && len(strings.Fields(m[1])) > 4 {
			rest := strings.Trim(m[1], "\" ")
			return strings.ToUpper(rest[:1]) + strings.TrimRight(rest[1:], ".,") + "."
		}
	}
	return ""
}

// shortenings leave out a clause that the rest does not hang on.
func shortenings(s string) []string {
	var list []string
	add := func(text string) {
		if words := strings.Fields(text); len(words) >= 6 && !strings.ContainsAny(text, "\"`“") {
			list = append(list, strings.ToUpper(text[:1])+text[1:])
		}
	}
	parts := clauseEnd.Split(strings.TrimRight(s, "."), -1)
	last := len(parts) - 1
	if last > 0 && droppable(parts[last]) && !strings.Contains(parts[last], " and ") {
		add(strings.Join(parts[:last], ", ") + ".")
	}
	if last == 2 && droppable(parts[1]) && droppable(parts[2]) {
		add(parts[0] + " " + parts[2] + ".")
	}
	if last == 1 && droppable(parts[0]) && leadIn.Has(strings.ToLower(strings.Fields(parts[0] + " x")[0])) {
		add(parts[1] + ".")
	}
	if i, j := strings.Index(s, "("), strings.Index(s, ")"); i > 0 && j > i {
		add(strings.TrimSpace(s[:i]) + s[j+1:])
	}
	return list
}

var clauseEnd = regexp.MustCompile(`, \b`)

var leadIn = english.SetOf(`in on at after before during amid with despite since under addressing`)

// droppable says whether a clause can go without changing what the rest says: it is no
// condition, and names no source.
func droppable(clause string) bool {
	if clause[0] >= '0' && clause[0] <= '9' {
		return false
	}
	for _, w := range strings.Fields(strings.ToLower(clause)) {
		if grammar.Speaks.Has(english.Stem(strings.Trim(w, ".'`"))) || w == "if" || w == "unless" || w == "according" || w == "not" || w == "but" || w == "or" || w == "without" || w == "show" {
			return false
		}
	}
	return true
}
