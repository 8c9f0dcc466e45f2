package page

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"talksbot/ask/verify"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
)

// speakers are the files that say things.
var speakers = []string{"*.go", "../ask/*.go", "../bot/*.go", "../bot/command/*.go", "../bot/digests/*.go", "../bot/follows/*.go", "../bot/library/*.go", "../bot/settings/*.go", "../cmd/talksbot/*.go", "../docs/*.go", "../knowledge/timeline/*.go", "../knowledge/timeline/picture/*.go", "../cmd/talksbot/doctor/*.go", "../cmd/talksbot/eval/*.go"}

// TestCatalogue holds that every sentence asked for by its name is in the catalogue, and that
// every sentence in it is asked for.
func TestCatalogue(t *testing.T) {
	known := map[string]bool{}
	for _, name := range Names() {
		known[name] = true
	}
	groups := map[string]bool{}
	for name := range known {
		group, _, _ := strings.Cut(name, ".")
		groups[group] = true
	}
	asked := map[string]bool{}
	for _, text := range literals(t, speakers...) {
		for _, tag := range helpTag.FindAllStringSubmatch(text, -1) {
			if name := "cli." + strings.ReplaceAll(tag[1], "_", "-"); known[name] {
				asked[name] = true
			} else {
				t.Errorf("the help tag %q has no sentence", tag[1])
			}
		}
		group, _, grouped := strings.Cut(text, ".")
		switch {
		case known[text]:
			asked[text] = true
		case grouped && groups[group] && isName.MatchString(text) && !isFile.MatchString(text):
			t.Errorf("%q is asked for and not in the catalogue", text)
		}
	}
	for _, text := range literals(t, "../ask/verify/reason.go") { // the names of cases and phrases
		for _, name := range []string{"reason." + text, "phrase." + strings.Trim(text, "<>")} {
			asked[name] = true
		}
		if isCase.MatchString(text) && !known["reason."+text] && !known["phrase."+strings.Trim(text, "<>")] {
			t.Errorf("there is no sentence for %q", text)
		}
	}
	for _, text := range literals(t, "../knowledge/article/furniture/kind.go") { // the names of kinds
		if strings.Contains(text, "%") { // an error
			continue
		}
		asked["part."+text] = true
		if !known["part."+text] {
			t.Errorf("there are no words for %q", text)
		}
	}
	for _, text := range literals(t, "../ingest/reason/reason.go") { // the names of reasons
		if isCase.MatchString(text) {
			asked["ingest."+text] = true
			if !known["ingest."+text] {
				t.Errorf("there is no sentence for the reason %q", text)
			}
		}
	}
	for _, r := range verify.Rules() {
		name := "tick." + notWord.ReplaceAllString(r.Tick, "-")
		if asked[name] = true; !known[name] {
			t.Errorf("there are no words for %q", r.Tick)
		}
	}
	for _, text := range literals(t, "../bot/discord/permission.go", "../bot/discord/server.go") { // the names of permissions
		asked["permission."+strings.ReplaceAll(strings.ToLower(text), " ", "-")] = true
	}
	for name := range asked { // what is described has a name
		if group, rest, _ := strings.Cut(name, "."); group == "command" || group == "option" {
			if asked[group+"-name."+rest] = true; !known[group+"-name."+rest] {
				t.Errorf("there is no name for %q", name)
			}
		}
	}
	for name := range known {
		if !asked[name] {
			t.Errorf("%q is in the catalogue and never asked for", name)
		}
	}
}

var (
	isName = regexp.MustCompile(`^[a-z]+(\.[a-z-]+)+$`)
	isCase = regexp.MustCompile(`^<?[a-z-]+>?$`)
	isFile = regexp.MustCompile(`\.(ics|png)$`)
	// helpTag is what stands for a sentence in the tag of a command or flag.
	helpTag = regexp.MustCompile(`help:"\$\{(\w+)\}`)
)

// literals returns the texts in the code of the files.
func literals(t *testing.T, patterns ...string) []string {
	t.Helper()
	var all []string
	for _, pattern := range patterns {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			source, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if _, imports := n.(*ast.ImportSpec); imports {
					return false
				}
				if l, ok := n.(*ast.BasicLit); ok && l.Kind == token.STRING {
					if text, err := strconv.Unquote(l.Value); err == nil {
						all = append(all, text)
					}
				}
				return true
			})
		}
	}
	return all
}

func TestSay(t *testing.T) {
	var w Printer
	for _, c := range []struct {
		got  []Span
		want string
	}{
		{w.Say("dates.none", "About", "*NATO*", "Days", []Span(nil)), "The articles state no dates about <*NATO*>."},
		{w.Say("dates.none", "About", "", "Days", w.Say("days.from", "Day", own("Monday"))), "The articles state no dates from Monday on."},
		{w.Say("answer.more", "N", 1), "Shortened: 1 more sentence is under Sources."},
		{w.Say("answer.more", "N", 2), "Shortened: 2 more sentences are under Sources."},
		{w.Say("quotes.count", "Speaker", "Ada", "Quotes", 3), "**<Ada>** (3)"},
		{w.Say("digest.head", "Day", own("Monday")), "**Digest for Monday**"},
		{w.Say("unknown"), "I no longer know this command or button. /help tells you what I can do."},
		{w.Say("whosaid.legend"), "~~Struck out~~: not in the article · **bold**: only in the article"},
		{w.Say("no.such"), "<no.such>"},
		{w.List("list.and", [][]Span{{Outside("Ada")}}), "<Ada>"},
		{w.List("list.and", [][]Span{{Outside("Ada")}, {Outside("Ben")}}), "<Ada> and <Ben>"},
		{spans(Outside(w.ListText("list.or", []string{"Ada", "Ben", "Cleo"}))), "<Ada, Ben or Cleo>"},
	} {
		if got := shown(c.got); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestReason(t *testing.T) {
	for _, c := range []struct {
		reason verify.Case
		words  []string
		want   string
	}{
		{"differs", []string{"January 12", "January 13"}, "the article says January 12, not January 13"},
		{"differs-year", []string{"May 3", "May 3, 2024", "2022"}, "the article says May 3 (2022), not May 3, 2024"},
		{"differs-quoted", []string{"not to raise", "raise"}, "the article says “not to raise”, not “raise”"},
		{"other-end", []string{"<in-or-on>", "May 3", "since", "May 3"}, `the article says "in or on May 3", not "since May 3"`},
		{"no-name", []string{"<articles>", "Lisbon"}, "the articles do not name Lisbon"},
		{"no-name", []string{"<cited>", "Lisbon"}, "the cited sentences do not name Lisbon"},
		{"no-words", []string{"<cited>", "the yard"}, `the words "the yard" do not stand in the cited sentences`},
		{"speaks-of", []string{"<articles>", "fees"}, `the claim speaks of "fees", the articles do not`},
		{"other-mood", []string{"hidden", "<accusation>", "<fact>"}, `the article puts "hidden" as an accusation, the claim as a fact`},
		{"other-amount", []string{"ships", "<all-of>", "<unlimited>"}, `of "ships" the claim says all, the article no such limit`},
		{"only-words-of", []string{"<somebody>"}, "the article only gives this as the words of somebody it quotes"},
		{"words-of", []string{"*Lund*", "<b>"}, "the article says these are the words of *Lund*, not of <b>"},
		{"silent", nil, "the articles say nothing of this"},
	} {
		if got := (Printer{}).Reason(verify.Reason{Case: c.reason, Words: c.words}); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// Every reason there is has all the words of its sentence.
func TestReasonsHaveTheirWords(t *testing.T) {
	articles, err := knowledge.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[verify.Case]bool{}
	for claim := range articles[0].Sentences {
		for cited := range articles[0].Sentences {
			one := article.Passage{Article: articles[0], Index: claim}
			for _, r := range (verify.Judge{}).Judge(t.Context(), one.Text(), []article.Passage{{Article: articles[0], Index: cited}}).Reasons {
				seen[r.Case] = true
				if got := (Printer{}).Reason(r); strings.Contains(got, "no value") {
					t.Errorf("%v: %s", r, got)
				}
			}
		}
	}
	if len(seen) < 10 {
		t.Errorf("only %d cases", len(seen))
	}
}

// shown returns spans as the tests show them, text from outside in angle brackets.
func shown(all []Span) string {
	var b strings.Builder
	for _, s := range all {
		words := s.Text
		if s.Outside {
			words = "<" + words + ">"
		}
		switch s.Mark {
		case Bold:
			words = "**" + words + "**"
		case Italic:
			words = "*" + words + "*"
		case Struck:
			words = "~~" + words + "~~"
		case Spoken:
			open, closing := s.Marks()
			words = open + words + closing
		case Note:
			words = " {" + words + "}"
		case Citation:
			words = "[" + strconv.Itoa(s.Number) + "]"
		case CommandName:
			words = "/" + words
		case Code:
			words = "`" + words + "`"
		}
		b.WriteString(words)
	}
	return b.String()
}

// kinds are what stands before a line in the tests.
var kinds = map[Kind]string{Small: "-# ", Item: "- ", Quotation: "> ", Aside: "> -# "}

// plain returns a page as the tests show it.
func plain(p Page) string {
	var b strings.Builder
	for _, l := range p.Lines() {
		b.WriteString(strings.TrimRight(kinds[l.Kind]+shown(l.Spans), " ") + "\n")
	}
	for _, button := range p.Buttons {
		b.WriteString("(" + button.Label + ")\n")
	}
	return b.String()
}
