package ask

import (
	"context"
	"strings"
	"testing"
	"time"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/timex"
)

// askedIn2021 is the day after the shipped article appeared.
var askedIn2021 = time.Date(2021, 12, 29, 12, 0, 0, 0, time.UTC)

// papers is a library of two articles that the tests made up.
func papers(t *testing.T) *knowledge.Library {
	t.Helper()
	published, err := timex.ParseMoment("2023-03-06")
	if err != nil {
		t.Fatal(err)
	}
	lib, err := knowledge.New([]*article.Article{
		article.New(article.Article{ID: "bridge", Published: published, Text: "The council votes on the bridge on March 15. " +
			"Engineers closed it on Friday. The mayor opens the market on March 20. The market has forty stalls. The bridge was built in 1911."}),
		article.New(article.Article{ID: "school", Published: published, Text: "The school on the hill reopens on March 15. Its roof was repaired in February. Pupils from three villages attend it."}),
	})
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// TestAnswerDays asks about days: "" is refused.
func TestAnswerDays(t *testing.T) {
	for name, c := range map[string]struct {
		lib       *knowledge.Library
		questions map[string]string // to words of each sentence of the answer, by "|"
	}{
		"shipped": {shippedLibrary(t), map[string]string{
			"What happens on January 12?":                 "NATO-Russia Council",
			"What happens on 12 January 2022?":            "NATO-Russia Council",
			"Which meetings are in January?":              "on January 10|on January 12",
			"What was said on December 27?":               "live-streamed",
			"What happened on Monday?":                    "live-streamed",
			"What will happen after January 11?":          "on January 12",
			"What happens next month?":                    "on January 10|on January 12",
			"Is there a meeting on January 12?":           "NATO-Russia Council",
			"What happens on January 15?":                 "",
			"What was said two days before the new year?": "",
			"Are there talks on January 11?":              "",
			"Who meets on January 20?":                    "",
			"What happens in March?":                      "",
			"What happened in 2014?":                      "",
			"What happens tomorrow?":                      "",
		}},
		"papers": {papers(t), map[string]string{
			"What happens on March 15?":               "council votes|school on the hill",
			"What is planned for 20 March 2023?":      "opens the market",
			"What happens to the school on March 15?": "school on the hill",
			"What happened in February?":              "roof was repaired",
			"What happened in 1911?":                  "built in 1911",
			"What happens on March 16?":               "",
			"What does the mayor open on March 21?":   "",
		}},
	} {
		asker := &Asker{Articles: knowledge.NewCurrent(c.lib)}
		for question, want := range c.questions {
			got := asker.Answer(context.Background(), Question{Text: question, Asked: askedIn2021})
			var parts []string
			if want != "" {
				parts = strings.Split(want, "|")
			}
			if len(got.Claims) != len(parts) {
				t.Errorf("%s: %q: %d claims, want %q: %+v", name, question, len(got.Claims), want, got.Claims)
				continue
			}
			for i, part := range parts {
				if !strings.Contains(got.Claims[i].Text, part) {
					t.Errorf("%s: %q: claim %q, want %q in it", name, question, got.Claims[i].Text, part)
				}
			}
		}
	}
}
