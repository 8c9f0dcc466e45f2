package sentence

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"talksbot/knowledge/english"
)

// phenomena are sentences joined by " | " where they are to be cut; the text that
// is split has a space there, or nothing where "|" stands alone.
var phenomena = []struct{ name, want string }{
	{"full stops", `It rained. | We stayed in. | Nobody minded.`},
	{"questions and exclamations", `Really?! | No way!! | Who says so? | 12 people do.`},
	{"lower case goes on", `The firm (Acme Inc.) sells ca. 40 kinds of e.g. screws, nails, etc. at home.`},
	{"titles", `Gen. Ann Lee met Sen. Bo Ray, Lt. Gov. Kim Po and Messrs. Day and Fox. | Mrs. Roe did not.`},
	{"initials", `J. K. Rowling and Jonas E. Smith read A. A. Milne. | George H.W. Bush did not.`},
	{"a letter ends a sentence", `It was you and I. | Plan B. | Peter chose plan C. | He left.`},
	{"dotted capitals", `The U.S. Government moved. | He left the U.S. | He lives in the U.K. | They all do.`},
	{"hours", `We met at 9 a.m. Monday. | He left at 6 p.m. | Ms. Day stayed. | At 5 p.m. Mr. Fox came.`},
	{"companies", `Roe Corp. Chief Executive Jo Day left Fox & Co. | She now runs Day Ltd. in Rome.`},
	{"months", `On Jan. 10 and in Sept. they met. | They meet again in Dec. | The rest is open.`},
	{"numbered things", `See No. 5, pp. 12-14, Fig. 3 and Art. 7. | No. | Never.`},
	{"number written small", `He wore the no. 5 shirt. | He lives at no. 12 of that street. | Their no. 2 seed lost. | She ranked no. 40 then. | He said no. | 12 people agreed. | The answer was no. | 3 of them left.`},
	{"ranks behind dotted capitals", `The U.S. Under Secretary of State said no. | The U.N. Under Secretary-General agreed. | He left the U.S. | Under him sat ten.`},
	{"ordinary words like abbreviations", `He looked at the sun. | Peter saw modern art. | Anna sat. | Mia is a sales rep. | Otto too. | It was a photo op. | They met when x is less than k. | No more.`},
	{"decimals and versions", `It grew 2.5 % to $3.75. | Version 1.2.3 came in .NET form. | It sold.`},
	{"addresses", `Write to a.b@example.com. | See https://example.com/a.b?c=d. | Open notes.txt. | Thanks.`},
	{"speech goes on", `"We agree." he said. | "Why?" Ruiz asked. | "Stop!" shouted Ann Lee. | "No," he said. | "And more."`},
	{"speech opened by its tag", `"We won." | Ruiz said, "That is all."`},
	{"speech ends", `He said, "I agree." | She did not. | “We came. | We saw.” | Then they left.`},
	{"single quotation marks", `She said 'This is great.' and left. | He said, 'I know.' | Nobody else did.`},
	{"brackets", `He teaches (he was a clerk.) at school. | (She is one. | Still.) | They met. | (See p. 5.) | Then all left.`},
	{"sources in brackets", `"It is used by all" (Day 55). | She loved Viva! (1965), and Roma. | "Bohr [...] said [...]" (Day 5).`},
	{"ellipses", `I was ... well ... tired. | Wait... | She left. | He goes on… | And on. | It is . . . I mean it was odd.`},
	{"four dots", `I never meant that.... | She left . . . . | Then nothing.`},
	{"names with exclamation marks", `She works at Yahoo! in Rome. | Yahoo! News said so. | I like Yahoo! | It is fun.`},
	{"numbered list", `1. The first item | 2. The second item | 3. The third`},
	{"lettered list", `(a) The first item; | (b) The second item`},
	{"numbers that are no list", `He has 2. | We have 3. | It is 2003. | Then came 4.`},
	{"wide stops", `他来了。|她走了！|「谁？」|没人。`},
	{"scripts without case", `هل جاء؟ | نعم. | وصل.`},
	{"no space", `Hello world.|Today is Tuesday.|Mr. Day paid 1,000.|That is a lot.`},
	{"no space, no sentence", `Use Console.WriteLine and Node.js or example.Com for that.`},
	{"dashes", `It ended. | — Then it began. | He works at Day Inc. — The firm is old.`},
	{"possessives", `That is Roe Jr.'s book and the U.S.'s flag.`},
	{"lower-case posts", `i went home. | why? | "no reason." he said. | see p. 5 etc. and so on...`},
	{"product names", `They sell phones. | iPhones are dear.`},
}

func TestPhenomena(t *testing.T) {
	for _, p := range phenomena {
		t.Run(p.name, func(t *testing.T) {
			var want []string
			for _, s := range strings.Split(p.want, "|") {
				want = append(want, strings.TrimSpace(s))
			}
			text := strings.ReplaceAll(strings.ReplaceAll(p.want, " | ", " "), "|", "")
			if diff := cmp.Diff(want, texts(t, text)); diff != "" {
				t.Errorf("Split(%q) (-want +got):\n%s", text, diff)
			}
		})
	}
}

// TestKnownFailures holds what doc.go calls known failures: what Split does today,
// not what it should do. If one of them is mended, move it to the phenomena.
func TestKnownFailures(t *testing.T) {
	for text, today := range map[string]int{
		`He bought Apple Inc. Microsoft fell.`:                    1,
		`She lives in the U.S. Police said so.`:                   1,
		`He took option K. Peter did not.`:                        1,
		`It ended at 5 p.m. Greenwich time.`:                      2,
		`Gov. J. Such resigned.`:                                  2,
		`A sign reading "Keep out." Peter drew fell down.`:        2,
		`Ann Lee. "Bees." Bern Press. 1901.`:                      4,
		`Her work is short: it fills a page; it is hard to read.`: 1,
	} {
		if got := texts(t, text); len(got) != today {
			t.Errorf("Split(%q) = %q, %d sentences; doc.go knows of %d", text, got, len(got), today)
		}
	}
}

// texts returns the sentences of text, having checked their spans.
func texts(t *testing.T, text string) []string {
	t.Helper()
	spans := Split(text)
	check(t, text, spans)
	var out []string
	for _, s := range spans {
		out = append(out, text[s.Start:s.End])
	}
	return out
}

func TestNothing(t *testing.T) {
	for _, text := range []string{"", " ", "\n\n\t", "\u00a0\u2028"} {
		if got := Split(text); len(got) != 0 {
			t.Errorf("Split(%q) = %v, want no sentence", text, got)
		}
	}
}

func TestLineBreaks(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"blank line", "One thing\n\nand another", []string{"One thing", "and another"}},
		{"carriage returns", "A Headline\r\nThe text.\r\rMore.", []string{"A Headline", "The text.", "More."}},
		{"line separator", "A Headline\u2028The text.\u2029More.", []string{"A Headline", "The text.", "More."}},
		{"lower case", "It was cut\noff here.", []string{"It was cut\noff here."}},
		{"comma and title", "In Rome,\nItaly, she met Gen.\nLee.", []string{"In Rome,\nItaly, she met Gen.\nLee."}},
		{"abbreviation at a paragraph's end", "He works for Day Inc.\nMicrosoft fell.", []string{"He works for Day Inc.", "Microsoft fell."}},
		{"a line of dashes", "---\nThe vote is on Monday.", []string{"---", "The vote is on Monday."}},
		{"heading", "# The State\nof things", []string{"# The State", "of things"}},
		{"items", "We need:\n- Eggs\n- Milk\n1) Go\n2) Buy", []string{"We need:", "- Eggs", "- Milk", "1) Go", "2) Buy"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, texts(t, c.text)); diff != "" {
				t.Errorf("Split(%q) (-want +got):\n%s", c.text, diff)
			}
		})
	}
}

// TestNoWordInTwoKinds: which kind an abbreviation is of must not depend on the order of a map.
func TestNoWordInTwoKinds(t *testing.T) {
	seen := map[string]string{}
	for _, class := range abbreviationClasses {
		for w := range english.Class(class) {
			if other, ok := seen[w]; ok {
				t.Errorf("%q is in [%s] and in [%s]", w, other, class)
			}
			seen[w] = class
		}
	}
}
