package library

import (
	"strings"
	"testing"
)

func TestLinksIn(t *testing.T) {
	for text, want := range map[string]string{
		"nothing":                              "",
		"see https://holm.example/a.":          "https://holm.example/a",
		"<https://holm.example/a?b=c&d=e>":     "https://holm.example/a?b=c&d=e",
		"(https://holm.example/a_(town))":      "https://holm.example/a_(town)",
		"[the ferry](https://holm.example/a)!": "https://holm.example/a",
		"**HTTPS://Holm.example/a** and https://holm.example/b, https://holm.example/b": "HTTPS://Holm.example/a https://holm.example/b",
		"“https://holm.example/a”":                 "https://holm.example/a",
		"mailto:a@holm.example ftp://holm.example": "",
	} {
		if got := strings.Join(linksIn(text), " "); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestTypedLinks(t *testing.T) {
	for text, want := range map[string]string{
		"":               "",
		"holm.example/a": "https://holm.example/a",
		"https://holm.example/a, <http://holm.example/b>\nholm.example/a": "https://holm.example/a http://holm.example/b",
		"word": "word",
	} {
		if got := strings.Join(typedLinks(text), " "); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	for link, want := range map[string]bool{"https://holm.example/a": true, "word": false, "ftp://holm.example": false, "https://localhost/": false, "https://": false} {
		if isLink(link) != want {
			t.Errorf("%q: a link: %v, want %v", link, !want, want)
		}
	}
}

// FuzzLinks holds that a link is taken from the text as it stands there, and once.
func FuzzLinks(f *testing.F) {
	f.Add("see <https://holm.example/a>, (https://holm.example/b_(c)).")
	f.Fuzz(func(t *testing.T, text string) {
		seen := map[string]bool{}
		for _, link := range linksIn(text) {
			if !strings.Contains(text, link) || seen[link] || strings.ContainsAny(link, " \n\t<>") {
				t.Errorf("%q of %q", link, text)
			}
			seen[link] = true
		}
	})
}
