package quotation

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestStretches(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"no marks", ""},
		{"a “b c” d “e”", "“b c”|“e”"},
		{`a "b c" d "e"`, `"b c"|"e"`},
		{"a “b ‘c’ d” e", "“b ‘c’ d”"},
		{"a ‘b “c” d’ e", "‘b “c” d’"},
		{"„a“ and «b» and ``c'' and ''d''", "„a“|«b»|``c''|''d''"},
		{"the workers’ rights and the dogs' bowls", ""},
		{"it's the ’90s, rock 'n' roll, give 'em time", ""},
		{"a board of 6'2\" by 4'1\"", ""},
		{"“a runs on", "“a runs on"},
		{"a \"b and \"c\" d", `"c"`},
		{"‘The workers’ rights,’ he said", "‘The workers’ rights,’"},
	} {
		var got []string
		for _, s := range stretches(c.text, Span{0, len(c.text)}) {
			got = append(got, c.text[s.Start:s.End])
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("stretches(%q) = %s, want %s", c.text, g, c.want)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"He came. She left.", "He came.|She left."},
		{"Mr. Lee met Gen. Ada B. Stone in Washington, D.C. on Monday. He left.", "Mr. Lee met Gen. Ada B. Stone in Washington, D.C. on Monday.|He left."},
		{"It is in the U.S. The rest is not.", "It is in the U.S.|The rest is not."},
		{"“Go. Now,” he said. “Stay.” She left.", "“Go. Now,” he said.|“Stay.”|She left."},
		{"“Why?” Lee asked. “Why?” No reply came.", "“Why?” Lee asked.|“Why?”|No reply came."},
		{"A line folded\nin two. Next.\nA title\nA line", "A line folded\nin two.|Next.|A title|A line"},
	} {
		d := parse(c.text, nil)
		var got []string
		for _, s := range d.sents {
			got = append(got, d.textOf(phrase{s.first, s.last}))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("sentences of %q:\n%s", c.text, diff)
		}
	}
}

func TestInflect(t *testing.T) {
	for _, c := range []struct {
		lemma string
		forms string // base, third person, past, participle, -ing
	}{
		{"warn", "warn warns warned warned warning"},
		{"say", "say says said said saying"},
		{"deny", "deny denies denied denied denying"},
		{"pledge", "pledge pledges pledged pledged pledging"},
		{"agree", "agree agrees agreed agreed agreeing"},
		{"admit", "admit admits admitted admitted admitting"},
		{"lie", "lie lies lied lied lying"},
		{"signal", "signal signals signalled signaled signalling"},
		{"write", "write writes wrote written writing"},
		{"stress", "stress stresses stressed stressed stressing"},
	} {
		got := inflect(c.lemma)
		for i, word := range strings.Fields(c.forms) {
			if f := []form{base, present, past, participle, ing}[i]; got[word]&f == 0 {
				t.Errorf("inflect(%q) lacks %q as form %b: %v", c.lemma, word, f, got)
			}
		}
	}
}

// TestLexicon holds the table to its own rules: a typing error in a row shows here.
func TestLexicon(t *testing.T) {
	for lemma := range irregular {
		if e, ok := lexicon()[lemma]; !ok || e.verb.lemma != lemma {
			t.Errorf("irregular verb %q has no frame", lemma)
		}
	}
	for _, row := range prepositions {
		if closed[row.words]&(prep|adverb) == 0 {
			t.Errorf("%q is no preposition", row.words)
		}
	}
	for word, e := range lexicon() {
		if e.verb.frames == 0 && len(e.verb.preps) == 0 && len(e.verb.after) == 0 {
			t.Errorf("%q takes nothing", word)
		}
	}
}

func TestFits(t *testing.T) {
	words := set
	for _, c := range []struct {
		role, person string
		want         bool
	}{
		{"top diplomat", "foreign minister", true},
		{"secretary state", "foreign minister", true},
		{"minister", "deputy foreign minister", false},
		{"deputy foreign minister", "foreign minister", false},
		{"president", "former president", false},
		{"leader", "president", true},
		{"prime minister", "leader union", false},
		{"defense minister", "foreign minister", false},
		{"minister", "", false},
	} {
		if got := fits(words(c.role), words(c.person), means(words(c.person))); got != c.want {
			t.Errorf("fits(%q, %q) = %v", c.role, c.person, got)
		}
	}
	russian := class{"Russia": {}, "diplomat": {}, "top": {}}
	pole := &person{words: class{"Poland": {}, "foreign": {}, "minister": {}}}
	lavrov := &person{words: class{"Russia": {}, "foreign": {}, "minister": {}}}
	if pole.fits(russian) {
		t.Error("a Russian diplomat is no Polish minister")
	}
	if !lavrov.fits(russian) {
		t.Error("the top Russian diplomat is Russia's foreign minister")
	}
}
