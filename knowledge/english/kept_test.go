package english

import (
	"reflect"
	"testing"
)

func TestKeptTextIsTheTextRead(t *testing.T) {
	const before, sentence, after = "Kyiv, Jan. 9 — ", "The U.S. and O’Brien met 1,000 “Café” guests.", " He left.\n"
	all := before + sentence + after
	kept := Read(all).Keep()
	if got, want := kept.Text(), Read(all); !reflect.DeepEqual(got, want) {
		t.Errorf("the whole text:\n got %v\nwant %v", got, want)
	}
	if got, want := kept.Cut(Span{len(before), len(before + sentence)}), Read(sentence); !reflect.DeepEqual(got, want) {
		t.Errorf("a sentence of it:\n got %v\nwant %v", got, want)
	}
	if got := (Kept{}).Cut(Span{}); len(got.Tokens) > 0 || got.String != "" {
		t.Errorf("nothing kept: got %v", got)
	}
}

func TestPartsAreReadApart(t *testing.T) {
	const first, second = "It fell in 2014.", "5 men saw it."
	text := ReadParts(first+second+" ", []Span{{0, len(first)}, {len(first), len(first + second)}}).Keep()
	for _, part := range []struct {
		Span
		string
	}{{Span{0, len(first)}, first}, {Span{len(first), len(first + second)}, second}} {
		if got, want := text.Cut(part.Span), Read(part.string); !reflect.DeepEqual(got, want) {
			t.Errorf("%q:\n got %v\nwant %v", part.string, got, want)
		}
	}
}
