package markdown

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"talksbot/page"
)

func TestEscape(t *testing.T) {
	for in, want := range map[string]string{
		"Plain text, with 3.5 million (or so) – it's US/NATO's.": "Plain text, with 3.5 million (or so) – it's US/NATO's.",
		"**bold** _it_ ~~no~~ `code` ||spoiler||":                `\*\*bold\*\* \_it\_ \~\~no\~\~ \` + "`code\\`" + ` \|\|spoiler\|\|`,
		"# heading":                            `\# heading`,
		"> quote":                              `\> quote`,
		"- item":                               `\- item`,
		"-# small":                             `\-# small`,
		"1. first":                             `1\. first`,
		"12) twelfth":                          `12\) twelfth`,
		"1.5 percent":                          `1.5 percent`,
		"a > b - c # d 2. e":                   `a > b - c # d 2. e`,
		"one\n# two\r\n\tthree":                `one # two three`,
		"<@1> <@!1> <@&1> <#1> <t:1:R>":        `\<\@1> \<\@!1> \<\@&1> \<#1> \<t:1:R>`,
		"@everyone @here":                      `\@everyone \@here`,
		"[free](https://evil.example)":         `\[free]\(https:\//evil.example)`,
		"(https://evil.example)":               `\(https:\//evil.example)`,
		"join discord.gg/abc":                  `join discord.gg\/abc`,
		"discord.com/Invite/abc":               `discord.com/Invite\/abc`,
		"a\x00b\u202ec\u2066d\u200be\ufefff":   "abcdef",
		"Z" + strings.Repeat("\u0301", 50):     "Z" + strings.Repeat("\u0301", 4),
		"a\\*b":                                `a\\\*b`,
		" spaces  at  ends ":                   " spaces at ends ",
		"discord.gg\u202e/abc 1":               `discord.gg\/abc 1`,
		"co\u00adop \u200e\U000e0041 a\u200db": "coop a\u200db",
		"1.\u202e first":                       `1\. first`,
		"broken \xff byte":                     "broken byte",
		"Кремль — «переговоры»":                "Кремль — «переговоры»",
	} {
		if got := escape(in); got != want {
			t.Errorf("escape(%q)\n got %s\nwant %s", in, got, want)
		}
	}
}

// formats are Discord's, as they look once every escaped character is taken out.
var formats = regexp.MustCompile(`\*|_|~|\x60|\|\||<|@|\[|(?i)https?://|discord\.gg/|invite/|(?m)^\s*(#|>|-|\+|\d+[.)](\s|$))|[\n\r\x00\x{202a}-\x{202e}\x{2066}-\x{2069}]`)

func TestEscapeLeavesNoFormat(t *testing.T) {
	pieces := rapid.SampledFrom([]string{"*", "_", "~", "`", "|", "<", ">", "@", "#", "[", "]", "(", ")", "\\", "-", "+", "1", ".", " ", "\n", "\t",
		"everyone", "here", "https", ":", "/", "discord.gg", "invite", "<@123>", "a", "é", "\u0301", "\u202e", "\x00", "\xff", "Z"})
	rapid.Check(t, func(t *rapid.T) {
		in := strings.Join(rapid.SliceOfN(pieces, 0, 40).Draw(t, "pieces"), "")
		out := escape(in)
		if bad := formats.FindString(regexp.MustCompile(`\\[!-/:-@\[-\x60{-~]`).ReplaceAllString(out, "\u00b7")); bad != "" {
			t.Errorf("escape(%q) = %q has %q", in, out, bad)
		}
		if want, got := kept(in), kept(unescape(out)); want != got {
			t.Errorf("escape(%q) = %q reads %q", in, out, got)
		}
	})
}

// kept is text without white space and what escape leaves out.
func kept(text string) string {
	var b strings.Builder
	for _, r := range text {
		if !unicode.IsSpace(r) && page.Clean(string(r)) != "" && !unicode.Is(unicode.M, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func TestBold(t *testing.T) {
	for in, want := range map[string]string{"January 12": "**January 12**", " on Monday ": " **on Monday** ", "": "", "  ": "  "} {
		if got := wrapped("**", in); got != want {
			t.Errorf("wrapped(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLink(t *testing.T) {
	for _, c := range []struct{ words, address, want string }{
		{"The *Talks*", "https://news.example/a_(b)?q=1", `[The \*Talks\*](<https://news.example/a_%28b%29?q=1>)`},
		{"The Talks", "https://news.example/?q=@everyone <@1> \u202e`x`", "[The Talks](<https://news.example/?q=%40everyone%20%3C%401%3E%20%E2%80%AE%60x%60>)"},
		{"The Talks", "https://news.example@evil.example/", "The Talks"},
		{"The Talks", "https://news.example/" + strings.Repeat("x", 500), "The Talks"},
		{"The Talks", "", "The Talks"},
		{"The Talks", "javascript:alert(1)", "The Talks"},
		{"The Talks", "https://", "The Talks"},
		{"The Talks", "::", "The Talks"},
		{"The Talks", "https://news.example/a b>c", "[The Talks](<https://news.example/a%20b%3Ec>)"},
		{"[Update] Talks](<https://evil.example>)", "https://news.example", `\[Update] Talks]\(\<https:\//evil.example>)`},
	} {
		if got := link(c.words, c.address); got != c.want {
			t.Errorf("link(%q, %q)\n got %s\nwant %s", c.words, c.address, got, c.want)
		}
	}
}

// unescape undoes escape: it returns text of ours as a person reads it.
func unescape(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) && strings.IndexByte("\\*_~`|<@[#>-+()./", text[i+1]) >= 0 {
			i++
		}
		b.WriteByte(text[i])
	}
	return b.String()
}
