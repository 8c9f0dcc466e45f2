package verify

import (
	"os"
	"path/filepath"
	"testing"

	"talksbot/knowledge/article"
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

// kenyaClaims are claims on testdata/kenya.txt, for which Rule finds its own evidence.
var kenyaClaims = []struct {
	want  bool
	claim string
}{
	{true, "Amina Odhiambo dismissed her finance minister on Friday."},
	{true, "President Odhiambo dismissed her finance minister on 11 March 2022."},
	{true, "Kenya's president dismissed the finance minister after parliament had blocked the budget."},
	{false, "Parliament dismissed the finance minister on Friday."},
	{false, "Amina Odhiambo blocked the budget for the second time."},
	{false, "Amina Odhiambo dismissed her finance minister before parliament had blocked the budget."},
	{false, "Peter Kamau misled parliament about the country's debt."},
	{true, "Peter Kamau denies that he misled parliament about the country's debt."},
	{false, "Peter Kamau admits that he misled parliament about the country's debt."},
	{false, "The dismissal was a distraction."},
	{true, "Grace Wanjiru called the dismissal a distraction."},
	{true, "Opposition leader Grace Wanjiru demanded early elections."},
	{false, "Opposition leader Grace Wanjiru won early elections."},
	{false, "Peter Kamau demanded early elections."},
	{true, "The IMF lent Kenya 2.3 billion dollars in 2021."},
	{true, "The IMF lent Kenya $2.3 billion in 2021."},
	{false, "Kenya lent the IMF 2.3 billion dollars in 2021."},
	{false, "The IMF lent Kenya 3.2 billion dollars in 2021."},
	{false, "The IMF lent Kenya 2.3 million dollars in 2021."},
	{false, "The IMF lent Uganda 2.3 billion dollars in 2021."},
	{true, "The IMF is due to review the loan on June 20."},
	{true, "The IMF will review the loan on 20 June 2022."},
	{false, "The IMF reviewed the loan on June 20."},
	{false, "The IMF is due to review the loan on June 21."},
	{false, "Kenya will have to cut salaries."},
	{false, "We will have to cut salaries, a senior official said."},
	{true, "A senior official said salaries would have to be cut if the review fails."},
	{true, "Inflation fell to 6.1 percent in February, the statistics office said."},
	{true, "According to the statistics office, inflation fell to 6.1 percent in February from 7.4 percent in January."},
	{false, "Inflation fell to 7.4 percent in February, the statistics office said."},
	{false, "Inflation rose to 6.1 percent in February, the statistics office said."},
	{false, "Inflation fell to 6.1 percent in January, the statistics office said."},
	{true, "Hundreds of people marched through Nairobi on Saturday."},
	{false, "Thousands of people marched through Nairobi on Saturday."},
	{false, "Police fired tear gas at all of the people who marched through Nairobi."},
	{false, "Hundreds of people were killed in Nairobi on Saturday."},
	{true, "No one was killed."},
	{false, "At least 14 people were killed."},
	{false, "14 people were taken to hospital."},
	{true, "At least 14 people were taken to hospital."},
	{true, "Uganda and Tanzania have offered to mediate."},
	{false, "Uganda and Tanzania mediated."},
	{false, "Uganda and Tanzania have been asked to mediate."},
	{true, "The shilling lost 3 percent against the dollar in two days."},
	{false, "The dollar lost 3 percent against the shilling in two days."},
	{false, "The shilling gained 3 percent against the dollar in two days."},
	{false, "The shilling lost 3 percent against the dollar in two weeks."},
	{true, "Kamau said he might run for president in 2027."},
	{false, "Kamau said he will run for president in 2027."},
	{false, "Kamau will run for president in 2027."},
	{false, "Odhiambo said she might run for president in 2027."},
	{true, "The central bank left rates unchanged."},
	{true, "Odhiambo has not named a new minister."},
	{false, "Odhiambo has named a new minister."},
	{false, "Odhiambo has named Grace Wanjiru finance minister."},
	{false, "Nairobi is the capital of Kenya."},
	{false, "The finance minister dismissed Kenya's president on Friday."},
	{false, "The finance minister was dismissed by parliament on Friday."},
	{true, "The finance minister was dismissed by Amina Odhiambo on Friday."},
	{true, "Kenya's finance minister was dismissed on Friday."},
	{false, "Odhi\u200bambo has named a new minister."},
	{false, "Оdhiambo has resigned."},
	{true, "Parliament had blocked the budget for the second time."},
	{false, "Parliament had blocked the budget for the third time."},
	{false, "Parliament approved the budget."},
}

// testdata returns an article of the folder, published on 2022-03-15.
func testdata(t *testing.T, name string) *article.Article {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return newArticle(t, string(text))
}

func TestModelClaims(t *testing.T) {
	a := testdata(t, "harbour.txt")
	j := Judge{Names: library(t, a).Names()}
	for _, c := range modelClaims {
		var cited []article.Passage
		for _, n := range c.cites {
			cited = append(cited, article.Passage{Article: a, Index: n - 1})
		}
		comesOut(t, c.claim, j.Judge(t.Context(), c.claim, cited), c.want)
	}
}

func TestKenyaClaims(t *testing.T) {
	a := testdata(t, "kenya.txt")
	lib := library(t, a)
	for _, c := range kenyaClaims {
		if v := (Judge{}).Rule(t.Context(), lib, c.claim, a.ID); v.Supported != c.want {
			t.Errorf("%s\n\tsupported %v, want %v; %.2f %q", c.claim, v.Supported, c.want, v.Score, v.Reasons)
		}
	}
}
