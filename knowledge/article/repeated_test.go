package article

import (
	"strings"
	"testing"

	"talksbot/knowledge/article/furniture"
)

// TestRepeated reads articles of one page together: what only its return tells to be the page's is no
// text of theirs, and is where an article stands alone.
func TestRepeated(t *testing.T) {
	own := map[string]string{
		"mill": "Osby mill burns down\n\nA mill in Osby burned down on Monday, and nobody was hurt in the fire.\n\nThe mill was built in 1911.\n",
		"port": "Port of Renna to be dredged\n\nThe port of Renna will be dredged to 12 metres by 2027, the council said.\n\nThe mill was built in 1911.\n",
		"cup":  "Dunmore wins cup\n\nDunmore beat Osby 2-0 in the final of the cup on Saturday before 4,000 people.\n\nThe mill was built in 1911.\n",
	}
	page := "\nThe Fold is paid for by the people of the valley, and by nobody else, so that we answer only to them.\n\nValley and Coast\n"
	read := func(names ...string) map[string]*Article {
		all := map[string]string{}
		for _, name := range names {
			all[name+".txt"] = own[name] + page
		}
		articles, err := Load(files(t, all))
		if err != nil {
			t.Fatal(err)
		}
		byID := map[string]*Article{}
		for _, a := range articles {
			byID[a.ID] = a
		}
		return byID
	}
	for _, name := range []string{"mill", "port", "cup"} {
		if a := read(name)[name]; len(a.Sentences) < 3 || !strings.HasPrefix(a.Sentences[2].Of(a.Text), "The Fold") {
			t.Errorf("%s alone: %d sentences", name, len(a.Sentences))
		}
	}
	for name, a := range read("mill", "port", "cup") {
		if got := len(a.Sentences); got != 2 {
			t.Errorf("%s among others has %d sentences, not its 2", name, got)
		}
		if count := a.CountParts(); count[furniture.Notice] != 1 || count[furniture.Menu] != 1 {
			t.Errorf("%s among others: %v", name, count)
		}
		if r := readingOf(a); vectorsOf(r) != a.vectors() {
			t.Errorf("%s keeps the vectors of sentences that it no longer has", name)
		}
	}
	for name, a := range read("mill", "port") {
		if got := len(a.Sentences); got < 3 {
			t.Errorf("%s, one of two, has %d sentences", name, got)
		}
	}
}

// TestRepeatedCopies holds that what an agency's report has in three papers is no page's.
func TestRepeatedCopies(t *testing.T) {
	report := "The union of dockers in Renna called a strike for Friday over wages and the length of shifts.\n\nWe go back to work when they pay us.\n\nNo talks are planned."
	articles, err := Load(files(t, map[string]string{
		"a.txt": "Title: Strike\nOutlet: Osby Post\n\n" + report,
		"b.txt": "Title: Dockers strike\nOutlet: Dunmore Echo\n\n" + report + "\n\nThe Echo was told so on Monday.",
		"c.txt": "Title: Strike in Renna\nOutlet: Fold\n\n" + report + "\n\nRenna has 40,000 people.",
	}))
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range articles {
		if n := a.CountParts()[furniture.Notice]; n != 0 || len(a.Sentences) < 3 {
			t.Errorf("%s: %d notices, %d sentences", a.ID, n, len(a.Sentences))
		}
	}
}
