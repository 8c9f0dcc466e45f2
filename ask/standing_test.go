package ask

import (
	"strings"
	"testing"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/timex"
)

// quarry is a library in which things change from day to day.
func quarry(t *testing.T) *knowledge.Library {
	var all []*article.Article
	for _, a := range [][4]string{
		{"first", "Hill Echo", "2024-05-02", "The Orsa quarry will open on 3 June, its owner, Bram Steen, said on Thursday. The quarry will employ 120 people."},
		{"later", "Hill Echo", "2024-05-20", "The Orsa quarry will not open on 3 June as planned. It will open on 1 July. The quarry will now employ 90 people, Steen said."},
		{"other", "Vale News", "2024-05-21", "The village school of Orsa has 64 pupils. The mill in Orsa will open on 9 June."},
		{"wire", "Vale News", "2024-05-02", "The Orsa quarry will open on 3 June, its owner, Bram Steen, said on Thursday."},
	} {
		published, err := timex.ParseMoment(a[2])
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, article.New(article.Article{ID: a[0], Outlet: a[1], Published: published, Text: a[3]}))
	}
	lib, err := knowledge.New(all)
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// standings writes the claims of an answer, each behind how it stands.
func standings(a Answer) string {
	var all []string
	for _, c := range a.Claims {
		all = append(all, string(c.Standing)+": "+c.Text)
	}
	return strings.Join(all, "\n")
}

// TestStanding holds answers to what newer articles say, and to leaving alone what they do not speak of.
func TestStanding(t *testing.T) {
	const (
		june   = "The Orsa quarry will open on 3 June, its owner, Bram Steen, said on Thursday."
		july   = "The Orsa quarry will not open on 3 June as planned.\nnow: It will open on 1 July."
		before = "earlier: The quarry will employ 120 people."
		after  = "now: The quarry will now employ 90 people, Steen said."
	)
	for _, tt := range []struct{ question, want string }{
		{"When will the Orsa quarry open?", "now: " + july + "\nearlier: " + june},
		{"How many people will the quarry employ?", after + "\n" + before},
		{"How many people was the quarry to employ originally?", before + "\n" + after},
		{"How many pupils does the school of Orsa have?", ": The village school of Orsa has 64 pupils."},
		{"When will the mill in Orsa open?", ": The mill in Orsa will open on 9 June."},
		{"Who is the owner of the quarry?", "now: " + july + "\nearlier: " + june},
	} {
		if got := standings(asking(quarry(t), nil).Answer(t.Context(), Question{Text: tt.question})); got != tt.want {
			t.Errorf("%s\ngot\n%s\nwant\n%s", tt.question, got, tt.want)
		}
	}
}

// TestStandingWorded: what a model makes of an older sentence does not stand alone.
func TestStandingWorded(t *testing.T) {
	m := says(t, scripted{"The quarry will employ 120 people.", []string{"employ 120"}})
	got := standings(asking(quarry(t), m).Answer(t.Context(), Question{Text: "How many people will the quarry employ?"}))
	if want := "now: The quarry will now employ 90 people, Steen said.\nearlier: The quarry will employ 120 people."; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
