package verify

import (
	"os"
	"path/filepath"
	"testing"

	"talksbot/knowledge"
	"talksbot/knowledge/timex"
)

// modelClaims are what a model may write of testdata/harbour.txt, published on 2022-03-15.
// The numbers are the sentences it cites, counted from 1.
var modelClaims = []struct {
	want  bool
	cites []int
	claim string
}{
	{true, []int{1}, "Dockers in Gothenburg will walk out on March 28 unless the port company withdraws its plan to cut 240 jobs, according to their union."},
	{true, []int{1}, "The union said on Monday that dockers in Gothenburg would walk out on 28 March 2022 unless the company withdraws its plan to cut 240 jobs."},
	{true, []int{2}, "Nordhamn employs 1,900 people."},
	{true, []int{2}, "Nordhamn handles about 60% of Sweden's container trade."},
	{true, []int{3}, `Union leader Karin Ek said "we have not received one".`},
	{true, []int{3}, "Karin Ek told reporters that they had asked for a serious offer since November and had not received one."},
	{true, []int{4}, "Lars Wiman rejected the criticism."},
	{true, []int{4}, "Wiman said the company had made three offers, which the union had refused to discuss."},
	{true, []int{4, 5}, "Wiman said some of the jobs could be saved if volumes recovered by the end of the year."},
	{true, []int{6}, "Eva Holm has invited both sides to a meeting in Stockholm on Thursday."},
	{true, []int{6}, "The transport minister has invited both sides to a meeting in Stockholm."},
	{true, []int{6}, "The union has not said whether it will attend the meeting in Stockholm."},
	{true, []int{7}, "Exporters fear that a long strike would force them to send goods through Hamburg."},
	{true, []int{8}, "According to the chamber of commerce, the 2016 strike lasted nine weeks and cost the port more than 40 million euros."},
	{true, []int{9}, "Volvo is the largest customer of the port."},
	{true, []int{8, 9}, "Volvo moved part of its traffic to Zeebrugge that year and never brought it back."},
	{true, []int{10}, "Jonas Lind believes the dispute will be settled before the deadline."},
	{true, []int{2, 9}, "Nordhamn employs 1,900 people, and Volvo is the largest customer of the port."},

	{false, []int{1}, "Dockers in Gothenburg will walk out on March 28."}, // the condition is gone
	{false, []int{1}, "Dockers in Gothenburg walked out on March 28, their union said."},
	{false, []int{1}, "The port company will cut 240 jobs."},
	{false, []int{1}, "Dockers in Gothenburg will walk out on March 18 unless the port company withdraws its plan, their union said."},
	{false, []int{1}, "Dockers in Gothenburg will walk out on March 28 unless the port company withdraws its plan to cut 420 jobs, their union said."},
	{false, []int{1}, "Dockers in Malmo will walk out on March 28 unless the port company withdraws its plan to cut 240 jobs, their union said."},
	{false, []int{2}, "Nordhamn handles 60 percent of Sweden's container trade."},
	{false, []int{2}, "Nordhamn handles about 60 percent of Norway's container trade."},
	{false, []int{2}, "Nordhamn handles all of Sweden's container trade."},
	{false, []int{2}, "Nordhamn, which was founded in 1952, employs 1,900 people."},
	{false, []int{3}, "The union has not received a serious offer."},
	{false, []int{3}, `Karin Ek said "we have received one".`},
	{false, []int{3}, `Karin Ek said "the company is lying to us".`},
	{false, []int{3, 4}, "Lars Wiman told reporters he had asked for a serious offer since November."},
	{false, []int{4}, "The union rejected the criticism and said it had made three offers."},
	{false, []int{4}, "The company had made three offers, all of which the union had refused to discuss."},
	{false, []int{4}, "Lars Wiman accepted the criticism."},
	{false, []int{4}, "Wiman said the union had made three offers, all of which the company had refused to discuss."},
	{false, []int{5}, "Wiman said all of the jobs could be saved if volumes recovered by the end of the year."},
	{false, []int{4, 5}, "Wiman said some of the jobs will be saved."},
	{false, []int{6}, "Both sides have invited Eva Holm to a meeting in Stockholm on Thursday."},
	{false, []int{6}, "The union will attend the meeting in Stockholm on Thursday."},
	{false, []int{6}, "The union has said it will attend."},
	{false, []int{6}, "Eva Holm has invited both sides to a meeting in Stockholm on Friday."},
	{false, []int{6}, "Eva Holm met both sides in Stockholm on Thursday."},
	{false, []int{7}, "A long strike would force exporters to send goods through Hamburg."},
	{false, []int{7}, "Hamburg charges higher fees."},
	{false, []int{7}, "Exporters hope that a long strike would force them to send goods through Hamburg."},
	{false, []int{8}, "A strike in 2016 lasted nine weeks and cost the port less than 40 million euros, according to the chamber of commerce."},
	{false, []int{8}, "A strike in 2016 lasted nine months and cost the port more than 40 million euros, according to the chamber of commerce."},
	{false, []int{8}, "A strike in 2018 lasted nine weeks and cost the port more than 40 million euros, according to the chamber of commerce."},
	{false, []int{8, 9}, "Volvo moved all of its traffic to Zeebrugge that year."},
	{false, []int{8, 9}, "Volvo moved part of its traffic to Zeebrugge that year and later brought it back."},
	{false, []int{9}, "Zeebrugge moved part of its traffic to Volvo that year and never brought it back."},
	{false, []int{9}, "Volvo is the smallest customer of the port."},
	{false, []int{9}, "Scania is the largest customer of the port."},
	{false, []int{10}, "The dispute will be settled before the deadline."},
	{false, []int{10}, "Karin Ek believes the dispute will be settled before the deadline."},
	{false, []int{10}, "Jonas Lind believes the dispute will be settled after the deadline."},
	{false, []int{10}, "Jonas Lind doubts the dispute will be settled before the deadline."},
	{false, []int{10}, "Economist Jonas Lind of Lund University believes the dispute will be settled before the deadline."},
}

func TestModelClaims(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("testdata", "harbour.txt"))
	if err != nil {
		t.Fatal(err)
	}
	published, err := timex.ParseMoment("2022-03-15")
	if err != nil {
		t.Fatal(err)
	}
	a := knowledge.NewArticle(knowledge.Article{ID: "harbour", Published: published, Text: string(text)})
	j := Judge{Names: library(t, a).Names()}
	for _, c := range modelClaims {
		var cited []knowledge.Passage
		for _, n := range c.cites {
			cited = append(cited, knowledge.Passage{Article: a, Index: n - 1})
		}
		if v := j.Judge(c.claim, cited); v.Supported != c.want {
			t.Errorf("%s\n\tsupported %v, want %v; %.2f %q", c.claim, v.Supported, c.want, v.Score, v.Reasons)
		}
	}
}
