package fetch

import (
	"net/url"
	"strings"
	"testing"
)

// TestRules reads robots.txt as RFC 9309 has it.
func TestRules(t *testing.T) {
	for _, c := range []struct {
		name, text string
		may, not   string // paths
	}{
		{"nothing", "", "/ /a", ""},
		{"nobody", "User-agent: *\nDisallow: /", "", "/ /a /a?b"},
		{"everybody", "User-agent: *\nDisallow:", "/ /a", ""},
		{"others", "User-agent: otherbot\nDisallow: /", "/ /a", ""},
		{"us alone", "User-agent: *\nAllow: /\n\nUser-agent: TalksBot/1.0\nDisallow: /", "", "/ /a"},
		{"a name that begins as ours", "User-agent: talks\nDisallow: /\nUser-agent: talksbots\nDisallow: /", "/ /a", ""},
		{"our own group, not the others'", "User-agent: *\nDisallow: /a\nUser-agent: talksbot\nDisallow: /b", "/a", "/b"},
		{"our group is empty", "User-agent: *\nDisallow: /\nUser-agent: talksbot\nDisallow:", "/ /a", ""},
		{"two groups of ours", "User-agent: talksbot\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nUser-agent: talksbot\nDisallow: /b", "/c", "/a /b"},
		{"several names", "User-agent: x\nUser-agent: talksbot\nUser-agent: y\nDisallow: /a", "/b", "/a"},
		{"other lines between", "User-agent: talksbot\nCrawl-delay: 5\nSitemap: https://a.example/s\nDisallow: /a", "/b", "/a"},
		{"bad lines", "Disallow: /b\nUser-agent talksbot\n<html>\nUser-agent: talksbot\nCrawl-delay: soon\nNoindex: /c\nDisallow /d\nDisallow: /a", "/b /c /d", "/a"},
		{"the longest decides", "User-agent: *\nDisallow: /news\nAllow: /news/open\nDisallow: /news/open/not", "/news/open /news/open/a", "/news /news/a /news/open/not"},
		{"as long, allowed", "User-agent: *\nDisallow: /page\nAllow: /page", "/page", ""},
		{"a star", "User-agent: *\nDisallow: /*/private\nDisallow: /*.pdf$", "/private /a.pdf?b /a.pdfs", "/a/private /a/b/private/c /a.pdf"},
		{"a star is anchored", "User-agent: *\nDisallow: /private*x", "/a/privatex /private", "/privatex /private/a/x"},
		{"the end", "User-agent: *\nDisallow: /a$", "/ab /a/b /a?b", "/a"},
		{"the end and a star", "User-agent: *\nDisallow: /a*b*c$", "/abcd /acb", "/abc /a1b2c /abcc"},
		{"queries", "User-agent: *\nDisallow: /*?print=", "/a /a?b=1", "/a?print=1 /b/c?print=2"},
		{"escapes", "User-agent: *\nDisallow: /caf%c3%a9\nDisallow: /a%2Fb\nDisallow: /%7Ejoe\nDisallow: /ü", "/a/b /cafe", "/caf%C3%A9/x /caf\u00e9 /a%2fb /~joe /%C3%BC"},
		{"upper case", "USER-AGENT: TALKSBOT\nDISALLOW: /a", "/A", "/a"},
		{"Windows, a mark, comments", "\uFEFFUser-agent: * # all\r\nDisallow: /a # not this\r\n", "/b", "/a"},
		{"old Mac", "User-agent: *\rDisallow: /a\r", "/b", "/a"},
	} {
		r := rulesFor("talksbot", c.text)
		for _, want := range []struct {
			paths string
			may   bool
		}{{c.may, true}, {c.not, false}} {
			for path := range strings.FieldsSeq(want.paths) {
				u, err := url.Parse("https://news.example" + path)
				if err != nil {
					t.Fatal(err)
				}
				if got := r.allow(u); got != want.may {
					t.Errorf("%s: %s: %v", c.name, path, got)
				}
			}
		}
	}
}

// FuzzRules holds that what forbids everything does so, whatever else stands in a robots.txt before it.
func FuzzRules(f *testing.F) {
	f.Add("User-agent: *\nAllow: /*$\n", "/a?b=%C3")
	f.Fuzz(func(t *testing.T, text, path string) {
		u := &url.URL{Scheme: "https", Host: "news.example", Path: "/" + path}
		rulesFor("talksbot", text).allow(u)
		if rulesFor("talksbot", "User-agent: talksbot\nDisallow: /\nUser-agent: *\n"+strings.ReplaceAll(strings.ToLower(text), "talksbot", "")).allow(u) {
			t.Errorf("%q is allowed", path)
		}
		if once := escaped(path); escaped(once) != once {
			t.Errorf("%q escaped is %q, and again %q", path, once, escaped(once))
		}
	})
}
