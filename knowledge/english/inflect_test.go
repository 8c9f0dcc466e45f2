package english

import (
	"strings"
	"testing"
)

func TestInflect(t *testing.T) {
	for _, c := range []struct {
		verb  string
		forms string // base, third person, past, participle, -ing
	}{
		{"warn", "warn warns warned warned warning"},
		{"say", "say says said said saying"},
		{"deny", "deny denies denied denied denying"},
		{"pledge", "pledge pledges pledged pledged pledging"},
		{"agree", "agree agrees agreed agreed agreeing"},
		{"admit", "admit admits admitted admitted admitting"},
		{"beg", "beg begs begged begged begging"},
		{"quip", "quip quips quipped quipped quipping"},
		{"lie", "lie lies lied lied lying"},
		{"signal", "signal signals signalled signaled signalling"},
		{"write", "write writes wrote written writing"},
		{"read", "read reads read read reading"},
		{"win", "win wins won won winning"},
		{"show", "show shows showed shown showing"},
		{"stress", "stress stresses stressed stressed stressing"},
	} {
		got := Inflect(c.verb)
		for i, word := range strings.Fields(c.forms) {
			if f := []Form{Base, Present, Past, Participle, Gerund}[i]; got[word]&f == 0 {
				t.Errorf("Inflect(%q) lacks %q as form %b: %v", c.verb, word, f, got)
			}
		}
	}
}

func TestFormOf(t *testing.T) {
	for word, want := range map[string]Form{
		"took": Past, "taken": Participle, "won": Past | Participle, "cut": Base | Past | Participle, "sails": 0,
		"voted": Past | Participle, "agreed": Past | Participle, "need": 0, "meeting": Gerund, "men": 0,
	} {
		if got := FormOf(word); got != want {
			t.Errorf("FormOf(%q) = %b, want %b", word, got, want)
		}
	}
}

func TestInflected(t *testing.T) {
	s := Inflected("verbs of saying/quotes", AnyForm)
	for _, w := range []string{"said", "asks", "replying", "denied"} {
		if !s.Has(w) {
			t.Errorf("verbs that quote lack %q", w)
		}
	}
	if s.Has("criticized") {
		t.Error("who criticizes is not quoted")
	}
}
