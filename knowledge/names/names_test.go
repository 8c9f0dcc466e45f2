package names

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"talksbot/knowledge/article"
)

// taught is an article that teaches names in each of the ways known.
const taught = `President Anna Berg met the press on Friday. "We agree," Berg said.

NATO Secretary General Jens Stoltenberg will convene the NATO-Russia Council (NRC) next week. ` +
	`Russian Foreign Minister Sergei Lavrov and Deputy Foreign Minister Alexander Grushko will come. ` +
	`Kaja Nurm, the head of the OSCE, was not invited. Germany's finance minister, Klara Voss, was. ` +
	`The Committee for Public Order (CPO) objected. ` +
	`Lavrov told reporters that the talks were useful, and the top Russian diplomat smiled.`

func taughtNames(t testing.TB) *Names {
	return Learn([]*article.Article{article.New(article.Article{ID: "taught", Text: taught})})
}

func TestFind(t *testing.T) {
	n := taughtNames(t)
	tests := []struct{ text, want string }{
		{"Moscow and the Kremlin spoke to Washington.", "Moscow/Moscow Kremlin/Russia Washington/Washington"},
		{"the US and the U.S. are the USA, and tell us so", "US/United States U.S./United States USA/United States"},
		{"russia asked nato and the uk", "russia/Russia nato/North Atlantic Treaty Organization uk/United Kingdom"},
		{"Who is who in the WHO?", "WHO/World Health Organization"},
		{"The NRC met Lavrov.", "NRC/NATO-Russia Council Lavrov/Sergei Lavrov"},
		{"The NATO chief left.", "NATO chief/Jens Stoltenberg"},
		{"the head of NATO", "head of NATO/Jens Stoltenberg"},
		{"The top Russian diplomat spoke.", "top Russian diplomat/Sergei Lavrov"},
		{"Russia's foreign minister spoke.", "Russia's foreign minister/Sergei Lavrov"},
		{"the foreign minister of France", "foreign minister of France/foreign minister of France"},
		{"German finance minister Klara Voss", "German/Germany Klara Voss/Klara Voss"},
		{"the OSCE chief", "OSCE chief/Kaja Nurm"},
		{"the CPO", "CPO/Committee for Public Order"},
		{"We ate turkey in Turkey with a polish on the Polish table.", "Turkey/Turkey Polish/Poland"},
		{"On Monday the talks in January failed.", ""},
		{"Nothing is named here.", ""},
		{"Joe Biden and Boris Johnson met at the Minsk University.", "Joe Biden/Joe Biden Boris Johnson/Boris Johnson Minsk University/Minsk University"},
		{"Moscow’s demands", "Moscow/Moscow"},
	}
	for _, tt := range tests {
		var got []string
		for _, m := range n.Find(tt.text) {
			got = append(got, tt.text[m.Start:m.End]+"/"+m.Name)
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("Find(%q) (-want +got):\n%s", tt.text, diff)
		}
	}
}

func TestKindAndOffice(t *testing.T) {
	n := taughtNames(t)
	text := "Russian Foreign Minister Sergei Lavrov, the Finnish president and the Foreign Ministry"
	want := []Mention{
		{Name: "Russia", Kind: Place},
		{Name: "Sergei Lavrov", Kind: Person, Of: "Russia"},
		{Name: "president of Finland", Kind: Role, Of: "Finland"},
		{Name: "Foreign Ministry", Kind: Org},
	}
	got := n.Find(text)
	for i := range got {
		got[i].Start, got[i].End = 0, 0
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSame(t *testing.T) {
	n := taughtNames(t)
	tests := []struct {
		a, b string
		want bool
	}{
		{"Moscow", "Russia", true},
		{"the Kremlin", "Russian", true},
		{"Washington", "US", true},
		{"NRC", "NATO-Russia Council", true},
		{"the NATO chief", "Jens Stoltenberg", true},
		{"Secretary General", "NATO chief", true},
		{"Lavrov", "Sergei Lavrov", true},
		{"top Russian diplomat", "Lavrov", true},
		{"foreign minister", "top diplomat", true},
		{"EU", "European Union", true},
		{"Moscow", "St. Petersburg", false},
		{"Moscow", "Kyiv", false},
		{"Sergei Lavrov", "Alexander Grushko", false},
		{"NATO", "NATO-Russia Council", false},
		{"deputy foreign minister", "foreign minister", false},
		{"NATO chief", "OSCE chief", false},
		{"foreign minister of France", "Sergei Lavrov", false},
		{"", "Russia", false},
	}
	for _, tt := range tests {
		if got := n.Same(tt.a, tt.b); got != tt.want {
			t.Errorf("Same(%q, %q) = %v, want %v", tt.a, tt.b, got, tt.want)
		}
		if got := n.Same(tt.b, tt.a); got != tt.want {
			t.Errorf("Same(%q, %q) = %v, want %v", tt.b, tt.a, got, tt.want)
		}
	}
}

func TestZeroNames(t *testing.T) {
	var n Names
	if got := n.Find("Moscow spoke to Washington."); len(got) != 2 {
		t.Errorf("the zero Names finds %v, want the two capitalised words", got)
	}
	if n.Same("Moscow", "Washington") || !n.Same("Moscow", "moscow") {
		t.Error("the zero Names knows what it cannot")
	}
}

func FuzzFind(f *testing.F) {
	n := taughtNames(f)
	for _, s := range []string{taught, "U.S. S.U. the the", "top top top diplomat of of of", "É’s (É) X (X)", "\xff Deputy First Vice"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, m := range n.Find(text) {
			if m.Start < end || m.End <= m.Start || m.End > len(text) {
				t.Fatalf("mention %+v after %d of %d bytes", m, end, len(text))
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[m.Start:m.End]) {
				t.Fatalf("mention %+v cuts a rune", m)
			}
			if m.Name == "" {
				t.Fatalf("mention %+v has no name", m)
			}
			if !n.Same(m.Name, m.Name) || !n.Same(text[m.Start:m.End], text[m.Start:m.End]) {
				t.Fatalf("%+v is not the same as itself", m)
			}
			end = m.End
		}
	})
}

// TestSurnameOfTwo: where an article names two persons of one surname, the surname alone is
// the one it introduces first, not the one with the longer name.
func TestSurnameOfTwo(t *testing.T) {
	tests := []struct{ text, surname, want string }{
		{"President Ada Holm spoke. Prime Minister Christopher Holm left. Holm smiled.", "Holm", "Ada Holm"},
		{"Prime Minister Christopher Holm spoke. President Ada Holm left. Holm smiled.", "Holm", "Christopher Holm"},
		{"President Ada Holm spoke. President Ada Maria Holm left.", "Holm", "Ada Holm"},
	}
	for _, tt := range tests {
		n := Learn([]*article.Article{article.New(article.Article{ID: "a", Text: tt.text})})
		var got []string
		for _, m := range n.Find(tt.surname + " smiled.") {
			got = append(got, m.Name)
		}
		if len(got) != 1 || got[0] != tt.want {
			t.Errorf("%q: %s is %q, want %q", tt.text, tt.surname, got, tt.want)
		}
	}
}
