package english

import (
	"strings"
	"testing"
)

// TestData: every file says where it comes from, no section names a word twice, and every
// section a class takes in is there.
func TestData(t *testing.T) {
	entries, err := files.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		text, err := files.ReadFile("data/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(text), "# ") {
			t.Errorf("%s does not begin by saying what it is and where it comes from", e.Name())
		}
	}
	for name, lines := range sections() {
		seen := Set{}
		for _, line := range lines {
			if other, ok := strings.CutPrefix(line, "+"); ok {
				section(strings.TrimSpace(other))
				continue
			}
			if strings.Contains(line, "|") || related.Has(name) {
				continue
			}
			for w := range strings.FieldsSeq(line) {
				if seen.Has(w) {
					t.Errorf("[%s] has %q twice", name, w)
				}
				seen[w] = struct{}{}
			}
		}
	}
}

// related are sections whose lines are groups of words.
var related = Set{"synonyms": {}, "antonyms": {}, "derived": {}, "paraphrases": {}, "contraries": {},
	"spellings": {}, "same in news": {}, "opposites": {}}

func TestClass(t *testing.T) {
	determiners := Class("determiners")
	for _, w := range []string{"the", "this", "its", "some"} {
		if !determiners.Has(w) {
			t.Errorf("determiners lack %q", w)
		}
	}
	if a := Class("auxiliaries"); !a.Has("must") || a.Has("ought") || a.Has("-ought") {
		t.Error("auxiliaries: modals are among them, ought is not")
	}
	defer func() {
		if recover() == nil {
			t.Error("an unknown class is nothing")
		}
	}()
	Class("no such class")
}

func TestAlike(t *testing.T) {
	tests := []struct {
		stem, other string
		relation    Relation
	}{
		{Stem("buy"), Stem("purchase"), Paraphrase},
		{Stem("abduct"), Stem("kidnap"), Synonym},
	}
	for _, tt := range tests {
		found := false
		for _, l := range Alike(tt.stem) {
			found = found || l == Likeness{tt.other, tt.relation}
		}
		if !found {
			t.Errorf("%q does not stand for %q: %v", tt.other, tt.stem, Alike(tt.stem))
		}
	}
}

func TestIn(t *testing.T) {
	text := Read("Russia met NATO. The US did not.")
	in := text.In(Span{17, len(text.String)})
	if len(in.Tokens) != 4 || in.Written(0) != "The" || in.Tokens[1].Norm != "usa" {
		t.Errorf("In: %+v", in.Tokens)
	}
	if len(text.In(Span{1, 5}).Tokens) != 0 {
		t.Error("part of a word is a word")
	}
}

func BenchmarkRead(b *testing.B) {
	text := strings.Repeat("NATO Secretary General Jens Stoltenberg has decided to convene a meeting of the Council on January 12. ", 50)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Read(text)
	}
}
