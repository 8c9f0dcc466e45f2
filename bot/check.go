package bot

import (
	"context"
	"fmt"
	"regexp"
	"strings"

	"talksbot/ask"
	"talksbot/ask/verify"
	"talksbot/knowledge"
)

// checkRow is the command that says whether the articles bear a claim out.
var checkRow = row{
	name: "check", description: "Do the articles bear a claim out?", asks: true, run: (*Bot).check,
	options: []option{
		{name: "claim", description: "A statement, such as: The talks begin on Monday", kind: text, required: true, longest: longestQuestion},
		private,
	},
}

// checkMessageRow is the same on a message that somebody wrote. Only who asks sees the
// answer: nobody is shown up.
var checkMessageRow = row{
	name: "Check this claim", description: "says of each sentence whether the articles bear it out",
	onMessage: true, private: true, asks: true, run: (*Bot).check,
}

// check says of each claim of a text what the articles say to it.
func (b *Bot) check(ctx context.Context, e event) reply {
	claims := e.Values["claim"]
	if e.Message != nil {
		claims = b.lines(*e.Message)
	}
	return checked(b.checker.Examine(ctx, claims))
}

// formatting are the marks that make text bold and the like, and addresses: neither is part
// of what a message claims.
var formatting = regexp.MustCompile("\\[([^\\]]*)\\]\\([^)]*\\)|\\*+|_{2,}|~~|\\|\\||`+|https?://\\S+")

// lines is question for a text whose lines count.
func (b *Bot) lines(m message) string {
	var lines []string
	for line := range strings.Lines(m.Content) {
		m.Content = formatting.ReplaceAllString(line, "$1")
		lines = append(lines, b.question(m))
	}
	return strings.Join(lines, "\n")
}

// A finding's head: what the articles say to a claim, at a glance.
var rulings = map[verify.Ruling]string{
	verify.Supported:    "✅ **Supported**",
	verify.Contradicted: "❌ **Contradicted**",
	verify.Reported:     "💬 **Only as somebody's words**",
	verify.Absent:       "❔ **Not in the articles**",
}

// checked returns an examination as a message. Where it is too long, sentences are
// shortened first, then claims left out from the last on.
func checked(e ask.Examination) reply {
	if len(e.Claims) == 0 {
		return reply{text: escape(shorten(e.Message, maxLength/2))}
	}
	cited := citations(e.Sources())
	for shown := len(e.Claims); shown > 0; shown-- {
		for _, longest := range []int{600, 300, 160} {
			text := findings(e, shown, longest, cited)
			if length(text) > maxLength && (shown > 1 || longest > 160) {
				continue
			}
			r := reply{text: text}
			if len(cited) > 0 {
				r.buttons = []button{{label: "Sources", name: sourcesName, arg: cited.encode()}}
			}
			return r
		}
	}
	return reply{}
}

// findings lists the first claims with what the articles say to each.
func findings(e ask.Examination, shown, longest int, cited citations) string {
	var b strings.Builder
	absent := false
	var of citations
	for i, c := range e.Claims[:shown] {
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "%s · %s\n", rulings[c.Ruling], escape(shorten(c.Claim, longest)))
		if c.Ruling == verify.Absent {
			absent = true
			continue
		}
		b.WriteString(because(c, longest) + "\n")
		for _, p := range c.Shown() {
			fmt.Fprintf(&b, "> %s %s\n", escape(shorten(p.Text(), longest)), cited.numbers([]knowledge.Passage{p}))
		}
		of.add(c.Shown()...)
	}
	b.WriteByte('\n')
	for _, a := range of.articles() {
		fmt.Fprintf(&b, "-# %s %s\n", cited.numbers(of.of(a)), source(a))
	}
	if absent {
		b.WriteString("-# What is not in the articles may still be true: they do not say.\n")
	}
	if left := e.Left + len(e.Claims) - shown; left > 0 {
		fmt.Fprintf(&b, "-# Only the first %s checked: %s left.\n", countAre(shown, "sentence"), more(left, "sentence"))
	}
	return strings.TrimSpace(b.String())
}

// because says why, in words that lead to the sentence below.
func because(c ask.Checked, longest int) string {
	if c.Ruling == verify.Supported {
		return "The article says so:"
	}
	var reasons []string
	for _, r := range c.Reasons {
		reasons = append(reasons, upperFirst(strings.TrimRight(escape(shorten(r.String(), longest)), ".")))
	}
	return strings.Join(reasons, ". ") + ":"
}

// countAre returns "sentence is", "three sentences are".
func countAre(n int, thing string) string {
	if n == 1 {
		return thing + " is"
	}
	return count(n, thing) + " are"
}
