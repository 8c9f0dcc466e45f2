package quotation

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"talksbot/knowledge/english"
	sentences "talksbot/knowledge/sentence"
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
		for _, s := range stretches(c.text, span(0, len(c.text))) {
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
		d := parse(english.Read(c.text), sentences.Split(c.text))
		var got []string
		for _, s := range d.sents {
			got = append(got, d.textOf(phrase{s.first, s.last}))
		}
		if diff := cmp.Diff(c.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("sentences of %q:\n%s", c.text, diff)
		}
	}
}

// TestLexicon holds the table of the verbs of saying to its own rules: a typing error in a row shows here.
func TestLexicon(t *testing.T) {
	before := ""
	for _, row := range english.Rows("verbs of saying") {
		v := newVerb(row)
		if v.lemma <= before {
			t.Errorf("%q stands behind %q", v.lemma, before)
		}
		before = v.lemma
		if v.frames == 0 && len(v.preps) == 0 && len(v.after) == 0 {
			t.Errorf("%q takes nothing", v.lemma)
		}
		for _, preps := range []english.Set{v.preps, v.after} {
			for w := range preps {
				if closed[w]&(prep|adverb) == 0 {
					t.Errorf("%q takes %q, which is no preposition", v.lemma, w)
				}
			}
		}
	}
}

func TestFits(t *testing.T) {
	words := english.SetOf
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
	russian := english.Set{"Russia": {}, "diplomat": {}, "top": {}}
	pole := &person{words: english.Set{"Poland": {}, "foreign": {}, "minister": {}}}
	lavrov := &person{words: english.Set{"Russia": {}, "foreign": {}, "minister": {}}}
	if pole.fits(russian) {
		t.Error("a Russian diplomat is no Polish minister")
	}
	if !lavrov.fits(russian) {
		t.Error("the top Russian diplomat is Russia's foreign minister")
	}
}
