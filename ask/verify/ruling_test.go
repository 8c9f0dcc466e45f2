package verify

import (
	"strings"
	"testing"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
)

// rulings are claims about texts, and what the text says to them.
var rulings = []struct {
	name, text, claim string
	want              Ruling
	says              string // the first reason
}{
	{"the same", harbour, "The harbour council meets on May 3.", Supported, ""},
	{"another day", harbour, "The harbour council meets on May 4.", Contradicted, `differs "May 3" "May 4"`},
	{"another year", harbour, "The harbour council meets on May 3, 2024.", Contradicted, `differs-year "May 3" "May 3, 2024" "2022"`},
	{"a weekday of another year", "The strike began on Friday.", "The strike began in March 2020.", Contradicted, `differs-year "Friday" "March 2020" "11 March 2022"`},
	{"another weekday", "The strike began on Monday.", "The strike began on Sunday.", Contradicted, `differs "Monday" "Sunday"`},
	{"the month alone", harbour, "The harbour council meets in May.", Supported, ""},
	{"a day where the text has the month", "The bridge opens in June 2022.", "The bridge opens on June 3, 2022.", Absent, ""},
	{"another number", harbour, "The port employs 500 dockers.", Contradicted, `differs "400" "500"`},
	{"within a hedge", "The port employs more than 400 dockers.", "The port employs 450 dockers.", Absent, ""},
	{"of another thing", harbour, "The port employs 500 cooks.", Absent, ""},
	{"another person", harbour, "Peter Lund rejected the offer of the shipyard.", Contradicted, `differs "Anna Berg" "Peter Lund"`},
	{"another country", "Norway asked Sweden to lend two icebreakers.", "Finland asked Sweden to lend two icebreakers.", Contradicted, `differs "Norway" "Finland"`},
	{"the other way round", "Norway asked Sweden to lend two icebreakers.", "Sweden asked Norway to lend two icebreakers.", Contradicted,
		"other-way-round"},
	{"a not lost", "The mayor promised not to raise the harbour fees.", "The mayor promised to raise the harbour fees.", Contradicted,
		`differs-quoted "not to raise" "raise"`},
	{"a not gained", harbour, "Anna Berg did not reject the offer of the shipyard.", Contradicted, `without "not"`},
	{"the opposite", "The harbour fees rose before the strike began.", "The harbour fees rose after the strike began.", Contradicted,
		`differs-quoted "before" "after"`},
	{"somebody's words", `"The yard is bankrupt," Peter Lund said.`, "The yard is bankrupt.", Reported, `only-words-of "Peter Lund"`},
	{"said by whom a pronoun names", "Ines Moe met the press. She said that the yard was bankrupt.", "The yard was bankrupt.", Reported, `only-words-of "Ines Moe"`},
	{"said by whom “by” names", "“The pier leaks,” it was said by divers on Monday.", "The pier leaks.", Reported, `only-words-of "divers"`},
	{"said by nobody", "Nobody said that the dam was safe.", "The dam was safe.", Absent, ""},
	{"with whose they are", `Peter Lund said that the yard was bankrupt.`, "Peter Lund said that the yard was bankrupt.", Supported, ""},
	{"of another speaker", `Peter Lund said that the yard was bankrupt.`, "Anna Berg said that the yard was bankrupt.", Contradicted, `words-of "Peter Lund" "Anna Berg"`},
	{"said behind a label", "MS LIND: The lamp is dark.\n\nMR DALE: Thank you.", "The lamp is dark.", Reported, `only-words-of "Ms Lind"`},
	{"said behind a label, with whose words it is", "MS LIND: The lamp is dark.\n\nMR DALE: Thank you.", "Ms Lind said that the lamp is dark.", Supported, ""},
	{"said behind another's label", "MS LIND: The lamp is dark.\n\nMR DALE: Thank you.", "Mr Dale said that the lamp is dark.", Contradicted, `words-of "Ms Lind" "Mr Dale"`},
	{"said by nobody named", "Q: Who mends the lamp?\n\nA: The county has hired Norvex.", "The county has hired Norvex.", Reported, `only-words-of "somebody"`},
	{"only asked", "QUESTION: Did the yard sink ten boats?\n\nMR DALE: We mend boats.", "The yard sank ten boats.", Absent, ""},
	{"hearsay", "According to reports, the yard has lost 40 ships.", "The yard has lost 40 ships.", Reported, "only-reports"},
	{"hearsay and another number", "According to reports, the yard has lost 40 ships.", "The yard has lost 50 ships.", Contradicted, `differs "40" "50"`},
	{"two things differ", harbour, "The harbour council meets on May 4 with Peter Lund.", Absent, ""},
	{"another subject", harbour, "The theatre opens on May 4.", Absent, ""},
	{"nothing of it", harbour, "Bread is made of flour.", Absent, ""},
	{"nothing", harbour, "", Absent, ""},
}

const harbour = `The harbour council meets on May 3. The port employs 400 dockers and four pilots. ` +
	`Anna Berg rejected the offer of the shipyard. Peter Lund leads the shipyard.`

func TestRule(t *testing.T) {
	for _, tt := range rulings {
		lib := library(t, newArticle(t, tt.text))
		f := Judge{}.Rule(t.Context(), lib, tt.claim, "")
		says := ""
		if len(f.Reasons) > 0 && tt.want != Absent {
			says = f.Reasons[0].String()
		}
		if f.Ruling != tt.want || says != tt.says {
			t.Errorf("%s: %s: %q\n\tis %s: %q\n\twant %s: %q", tt.name, tt.text, tt.claim, f.Ruling, f.Reasons, tt.want, tt.says)
		}
		if f.Supported != (f.Ruling == Supported) {
			t.Errorf("%s: supported is %v, ruled %s", tt.name, f.Supported, f.Ruling)
		}
		if (f.Ruling == Contradicted || f.Ruling == Reported) && len(f.Cites) != 1 {
			t.Errorf("%s: %d sentences to show", tt.name, len(f.Cites))
		}
	}
}

// What the shipped article says is contradicted by none of its own sentences.
func TestRuleOwnSentences(t *testing.T) {
	articles, err := knowledge.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	lib := library(t, articles...)
	for _, p := range everySentence(articles[0]) {
		if f := (Judge{}).Rule(t.Context(), lib, p.Text(), ""); f.Ruling != Supported {
			t.Errorf("%q is %s", p.Text(), f.Ruling)
		}
	}
}

// Of false twins many are ruled contradicted, and of the sentences themselves none.
func TestRuleTwins(t *testing.T) {
	for name, articles := range map[string][]*article.Article{"shipped": shipped(t).Articles(), "news": {testdata(t, "news.txt")}} {
		c := newCorpus(t, 1000, articles...)
		made, contradicted := map[string]int{}, map[string]int{}
		all, found := 0, 0
		for _, p := range c.sentences {
			if f := (Judge{}).Rule(t.Context(), c.lib, strings.TrimRight(p.Text(), ".!?"), p.Article.ID); f.Ruling == Contradicted {
				t.Errorf("contradicted by itself: %s\n\t%q", p.Text(), f.Reasons)
			}
			for _, w := range c.twins(p) {
				made[w.kind]++
				all++
				if (Judge{}).Rule(t.Context(), c.lib, w.text, p.Article.ID).Ruling == Contradicted {
					contradicted[w.kind]++
					found++
				}
			}
		}
		t.Logf("%s: twins %v, contradicted %v", name, made, contradicted)
		if 2*found < all {
			t.Errorf("%s: %d of %d twins are ruled contradicted, want half", name, found, all)
		}
	}
}
