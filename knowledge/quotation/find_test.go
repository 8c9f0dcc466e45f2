package quotation

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"talksbot/knowledge/english"
)

// TestArticle finds, in the article that ships with the program, the sayings a reader would list.
func TestArticle(t *testing.T) {
	b, err := os.ReadFile("../articles/article.txt")
	if err != nil {
		t.Fatal(err)
	}
	text := string(b)
	got := Find(english.Read(text), Options{})
	if why := broken(text, got); why != "" {
		t.Fatal(why)
	}
	lavrov, grushko := "Sergei Lavrov", "Alexander Grushko"
	for _, want := range []struct {
		kind   Kind
		name   string
		starts []string // how its spans begin
		ends   string   // how the last one ends
	}{
		{Direct, lavrov, []string{`"We are now preparing`, `"This is what we are proceeding`}, `with the United States."`},
		{Indirect, lavrov, []string{"not to make any unilateral concessions"}, "balance of interest into account"},
		{Indirect, lavrov, []string{"that the talks would take place"}, "Year holidays"},
		{Indirect, grushko, []string{"that the main issue"}, "Eastern Europe"},
		{Indirect, "Russia’s deputy defense minister", []string{"NATO is preparing itself"}, "confrontation with Moscow"},
		{Indirect, "Russia’s deputy defense minister", []string{"the US-led alliance’s eastward"}, "expansion"},
		{Indirect, "Russia", []string{"it is entitled to move its military"}, "near its territory"},
		{Indirect, "Western countries", []string{"Moscow of preparing for an invasion"}, "border with Ukraine"},
		{Indirect, "Russia", []string{"it had received and was considering"}, "security concerns"},
		{Indirect, "Russia", []string{"it will firmly defend"}, "Moscow and the West"},
		{Indirect, "Russia", []string{"the United States and its NATO allies to offer"}, "security guarantees"},
		{Indirect, "reports", []string{"NATO Secretary General Jens Stoltenberg has decided"}, "around Ukraine"},
	} {
		found := false
		for _, q := range got {
			found = found || q.Kind == want.kind && q.Name == want.name && begin(text, q.Spans, want.starts) &&
				strings.HasSuffix(text[:q.Spans[len(q.Spans)-1].End], want.ends)
		}
		if !found {
			t.Errorf("missing: %s, %s: %s … %s", want.kind, want.name, strings.Join(want.starts, " … "), want.ends)
		}
	}
	for _, q := range got {
		if strings.Contains(q.Name, "Stoltenberg") {
			t.Errorf("Stoltenberg says nothing in this article, got %v", q)
		}
	}
	if t.Failed() {
		t.Log("\n" + show(text, got))
	}
}

func begin(text string, spans []english.Span, starts []string) bool {
	if len(spans) != len(starts) {
		return false
	}
	for i, s := range spans {
		if !strings.HasPrefix(text[s.Start:], starts[i]) {
			return false
		}
	}
	return true
}

func TestOptionsAlias(t *testing.T) {
	text := "The top diplomat said that the talks failed."
	alias := func(mention string) (string, bool) {
		return "Maria Orlova", mention == "The top diplomat"
	}
	got := Find(english.Read(text), Options{Alias: alias})
	if len(got) != 1 || got[0].Name != "Maria Orlova" {
		t.Errorf("got %v, want the alias's name", got)
	}
	if got := Find(english.Read(text), Options{}); len(got) != 1 || got[0].Name != "The top diplomat" {
		t.Errorf("without alias got %v, want the text's own words", got)
	}
}

// TestOptionsSentences gives Find sentences of another splitter's making: a split
// inside quotation marks must not cut a quotation, one outside must be kept.
func TestOptionsSentences(t *testing.T) {
	text := "“Go away. Now,” she said. The gate of No. 5 Elm Road was shut, Ada Stone said."
	cut := func(parts ...string) (out []english.Span) {
		at := 0
		for _, p := range parts {
			at = strings.Index(text[at:], p) + at
			out = append(out, english.Span{Start: at, End: at + len(p)})
		}
		return out
	}
	got := show(text, Find(english.Read(text), Options{Sentences: cut("“Go away.", "Now,” she said.", "The gate of No. 5 Elm Road was shut, Ada Stone said.")}))
	want := "direct | she | said | “Go away. Now,”\nindirect | Ada Stone | said | The gate of No. 5 Elm Road was shut\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestStance(t *testing.T) {
	for text, want := range map[string]bool{
		"Warsaw said that the plan was sound.":   false,
		"Warsaw hopes that the plan is sound.":   true,
		"It hurt Ada Stone’s hope that he won.":  true,
		"It hurt Ada Stone’s claim that he won.": false,
		"Experts think that the plan is sound.":  true,
		"The plan, experts believe, is sound.":   true,
		"“Sound,” Ada Stone thought.":            false,
	} {
		if got := Find(english.Read(text), Options{}); len(got) != 1 || got[0].Stance != want {
			t.Errorf("Find(%q) = %+v, want one quotation, stance %v", text, got, want)
		}
	}
}

func TestHearer(t *testing.T) {
	for text, want := range map[string]string{
		"Ada Stone told reporters on Monday that the lock was shut.":  "reporters",
		"“It is shut,” Ada Stone told the council.":                   "the council",
		"“It is shut,” said Ada Stone in an interview with the Post.": "the Post",
		"Ada Stone wrote to the owners that it was shut.":             "the owners",
		"“It is shut,” Ada Stone said.":                               "",
		"Ada Stone told the council to shut the lock.":                "",
		"Ada Stone said on Monday that the lock was shut.":            "",
		"“Shut it,” she told them.":                                   "them",
	} {
		got := Find(english.Read(text), Options{})
		if len(got) != 1 || got[0].Hearer.Of(text) != want {
			t.Errorf("Find(%q) = %+v, want one quotation, to %q", text, got, want)
		}
	}
}

func TestFindNothing(t *testing.T) {
	for _, text := range []string{"", " ", "\n\n", "said", "said.", "“", "”", "“”", "He.", ": “a", "according to", "\xff said \xfe", "’s claim that"} {
		if got := Find(english.Read(text), Options{}); len(got) > 0 && strings.TrimSpace(text) == "" {
			t.Errorf("Find(%q) = %v, want nothing", text, got)
		} else if why := broken(text, got); why != "" {
			t.Errorf("Find(%q): %s", text, why)
		}
	}
}
