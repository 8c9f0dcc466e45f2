package timeline

import (
	"bytes"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestTitles: what a calendar says of an event, of an article of 8 January 2024.
func TestTitles(t *testing.T) {
	for _, test := range []struct{ text, title, place, starts string }{
		{"The orchestra plays in Lunde on January 20.", "The orchestra plays in Lunde", "Lunde", ";VALUE=DATE:20240120"},
		{"On January 20, the orchestra plays Brahms.", "The orchestra plays Brahms", "", ";VALUE=DATE:20240120"},
		{"The chair has decided to convene an urgent meeting of the Osby School Board (OSB) on January 20.", "Urgent meeting of the Osby School Board (OSB)", "", ";VALUE=DATE:20240120"},
		{"The chair will attend a meeting of the Osby School Board on January 20.", "The chair will attend a meeting of the Osby School Board", "", ";VALUE=DATE:20240120"},
		{"The panel will weigh the drought in Lunde on January 20.", "The panel will weigh the drought in Lunde", "", ";VALUE=DATE:20240120"},
		{"Voting starts on January 20 at 2 p.m. EST in Renna.", "Voting starts on January 20 at 2 p.m. EST in Renna", "Renna", ":20240120T190000Z"},
		{"The curator will talk at the Grand Hotel on January 20 at 7 p.m.", "The curator will talk at the Grand Hotel", "Grand Hotel", ":20240120T190000"},
		{"Everybody sails on January 20.", "Everybody sails", "", ";VALUE=DATE:20240120"},
		{"It sails on January 20.", "It sails on January 20", "", ";VALUE=DATE:20240120"},
	} {
		l := library(t, txtar.File{Name: "a.txt", Data: []byte("News\nJanuary 8, 2024\n" + test.text + "\n")})
		events := New(l).Find(Query{})
		if len(events) != 1 {
			t.Errorf("%s: %d events", test.text, len(events))
			continue
		}
		if e := events[0]; e.Title() != test.title || e.Place() != test.place {
			t.Errorf("%s: %q at %q; want %q at %q", test.text, e.Title(), e.Place(), test.title, test.place)
		}
		if data := Calendar(events, inEnglish{}, made); !bytes.Contains(data, []byte("DTSTART"+test.starts+"\r\n")) {
			t.Errorf("%s: no %s in\n%s", test.text, test.starts, strings.ReplaceAll(string(data), "\r", ""))
		}
	}
}
