package question

import (
	"testing"

	"talksbot/knowledge/article"
	"talksbot/knowledge/names"
	"talksbot/knowledge/timex"
)

func TestVoice(t *testing.T) {
	n := names.Learn([]*article.Article{article.New(article.Article{ID: "pilots",
		Text: "Ingrid Eide, the head of the pilots' union, met Labour Minister Kari Lund. The minister urged the pilots to sign."})})
	for question, want := range map[string]string{
		"What did Ingrid Eide say about the harbour?":  "Ingrid Eide",
		"Did Kari Lund comment?":                       "Kari Lund",
		"Has Kari Lund said anything about the paper?": "Kari Lund",
		"What did the minister say?":                   "minister",
		"What has one of the cooks said of the quays?": "cooks",
		"What did they say about the quays?":           "",
		"What did the bishop think of the quays?":      "",
		"Did Kari Lund sign a paper?":                  "",
		"Who spoke in the town hall?":                  "",
		"Did anybody comment?":                         "",
		"":                                             "",
	} {
		if got := Analyze(question, n, timex.Moment{}).Voice.Of(question); got != want {
			t.Errorf("%q asks for the words of %q, want %q", question, got, want)
		}
	}
}

func TestTopic(t *testing.T) {
	for question, want := range map[string]string{
		"What did the mayor say?":                        "",
		"What did the mayor say about the harbour?":      "harbour",
		"What did the mayor say about the latest offer?": "latest offer",
		"What did the mayor promise the dockers?":        "dockers",
		"Did the mayor sign a paper?":                    "",
	} {
		if got := Analyze(question, names.Learn(nil), timex.Moment{}).Topic; got != want {
			t.Errorf("%q is about %q, want %q", question, got, want)
		}
	}
}
