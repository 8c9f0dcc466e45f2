package search

import (
	"testing"

	"talksbot/knowledge/article"
)

func TestHolderOfAnother(t *testing.T) {
	checkGate(t, certainHolderOfAnother, []nearTest{
		{"Who is the coach of Spain?", "Malta coach Karl Ode praised his side after the draw with Spain.", true},
		{"Who is the coach of Spain?", "Spain coach Karl Ode praised his side after the draw with Malta.", false},
		{"Who is the coach of Spain?", "The coach, Karl Ode, praised Spain.", false},
		{"Who is the captain of Chile?", "Peru captain Ilse Maier scored against Chile.", true},
		{"Who is the captain of Chile?", "Ilse Maier, the captain of Chile, scored against Peru.", false},
		{"Who is the spokesman of the union?", "Union spokesman Ivar Sand said nothing.", false},
	})
}

func TestOtherFate(t *testing.T) {
	checkGate(t, certainOtherFate, []nearTest{
		{"How many people died?", "The fire left 4,000 people without a home.", true},
		{"How many people died?", "The fire killed nine people.", false},
		{"How many people were killed?", "The fire claimed nine lives.", false},
		{"How many people were killed?", "Nine people were injured when the stand collapsed.", true},
		{"Where was the ranger murdered?", "The ranger was found dead in a hut near Osby.", false},
		{"Where was the ranger murdered?", "The ranger had dined in a hut near Osby.", true},
		{"How many people died?", "The death toll has risen to nine.", false},
		{"How many villagers drowned?", "The river swept 30 villagers out of their houses.", true},
		{"How many miners were injured?", "The blast trapped nine miners for two days.", true},
		{"How many miners were injured?", "Nine miners were taken to hospital.", false},
		{"Where was Tone Lie born?", "Tone Lie took the call at her house in Malta.", true},
		{"Where was Tone Lie born?", "Tone Lie, a native of Malta, moved to Spain.", false},
		{"Where was Tone Lie born?", "The Malta-born vet Tone Lie moved to Spain.", false},
		{"How many clerks were sacked?", "About 300 clerks stopped work on Monday.", true},
		{"How many clerks were sacked?", "The bank laid off 300 clerks on Monday.", false},
		{"Who was arrested?", "The police searched the house of Ivar Sand.", true},
		{"Who was arrested?", "Ivar Sand was taken into custody.", false},
		{"How many people voted?", "The fire left 4,000 people without a home.", false},
	})
}

func TestOtherUnit(t *testing.T) {
	checkGate(t, certainOtherUnit, []nearTest{
		{"How many farmers got a grant?", "The state pays a grant of 1,500 euros to each of the farmers.", true},
		{"How many farmers got a grant?", "The state pays a grant of $2 million to farmers.", true},
		{"How many farmers got a grant?", "The state paid a grant of 1,500 euros to 300 farmers.", false},
		{"How many farmers got a grant?", "Dozens of farmers got a grant of 1,500 euros.", false},
		{"How many farmers got a grant?", "Over 60 percent of the farmers got a grant.", false},
		{"How many patients waited?", "The patients waited for nine hours.", true},
		{"How many patients waited?", "Nine patients waited for hours.", false},
		{"How many hours did the patients wait?", "The patients waited for nine hours.", false},
		{"How many people live there?", "The village has 300 inhabitants.", false},
	})
}

func TestTimeElsewhere(t *testing.T) {
	checkGate(t, certainTimeElsewhere, []nearTest{
		{"When did Tone Lie meet Ivar Sand?", "After meeting Ivar Sand, Tone Lie told reporters on Monday that she was glad.", true},
		{"When did Tone Lie meet Ivar Sand?", "After her meeting with Ivar Sand, Tone Lie told reporters on Monday that she was glad.", true},
		{"When did Tone Lie meet Ivar Sand?", "After meeting Ivar Sand on Monday, Tone Lie told reporters that she was glad.", false},
		{"When did Tone Lie meet Ivar Sand?", "Tone Lie met Ivar Sand on Monday.", false},
		{"When did the court acquit Tone Lie?", "Since the court acquitted her, Tone Lie has spoken once, on 3 May.", true},
		{"When did the museum reopen?", "Before the museum reopened, the town had closed two on 3 May.", true},
		{"When did the museum reopen?", "The museum reopened after the flood, on 3 May.", false},
	})
}

func TestSpeakerOnly(t *testing.T) {
	checkGate(t, certainSpeakerOnly, []nearTest{
		{"Who burned the barn?", "“We have lost all our hay,” said Tone Lie, who owns the farm.", true},
		{"Who burned the barn?", "“Ivar Sand burned it,” said Tone Lie, who owns the farm.", false},
		{"Who hacked the bank?", "The bank is closed, its spokesman Ivar Sand told reporters.", true},
		{"Who hacked the bank?", "The bank accused Tone Lie, its spokesman Ivar Sand told reporters.", false},
		{"Who owns the farm?", "“We have lost all our hay,” said Tone Lie, who owns the farm.", false},
		{"Who said that the bank is closed?", "The bank is closed, its spokesman Ivar Sand told reporters.", false},
	})
}

func TestDeedAside(t *testing.T) {
	checkGate(t, certainDeedAside, []nearTest{
		{"Why was Tone Lie acquitted?", "Ivar Sand called the judge a fool shortly after the acquittal because he was angry.", true},
		{"Why was Tone Lie acquitted?", "The acquittal of Tone Lie came because a witness had lied.", false},
		{"Why was Tone Lie acquitted?", "Tone Lie was acquitted after the witness had lied.", false},
		{"Why did the ferry collide with the pier?", "Since the collision the ferry has been in a dock.", true},
		{"When was Tone Lie acquitted?", "Ivar Sand called the judge a fool after the acquittal in May.", false},
	})
}

// TestGranted holds which sentences the gates close on that look at what the encoder makes of them.
func TestGranted(t *testing.T) {
	for _, tt := range []struct {
		question, text  string
		logit           float64
		unheard, denied bool
	}{
		{"Why did Tone Lie apologise?", "Tone Lie praised the vet because the horse lived.", -2, true, false},
		{"Why did Tone Lie apologise?", "Tone Lie praised the vet because the horse lived.", 0, false, false},
		{"Why did Tone Lie resign?", "Tone Lie praised the vet because the horse lived. Later she said that her resignation was final.", -5, false, false},
		{"When did Spain leave Malta?", "Spain and Malta signed a treaty in May.", -1, true, false},
		{"When did Spain leave Malta?", "Spain and Malta signed a treaty in May.", 1, false, false},
		{"Why did the miners accept the offer?", "The miners turned to the court because of the offer. They rejected it.", 0, false, true},
		{"Why did the miners accept the offer?", "The miners turned to the court because of the offer. They rejected it.", 4, false, false},
		{"Why did the miners accept the offer?", "The miners rejected one offer because it was low. They accepted the next.", 0, false, false},
		{"Who rejected the offer?", "The miners accepted the offer.", 0, false, false},
	} {
		l := newLibrary(article.New(article.Article{ID: "a", Text: tt.text}))
		r := newRanker(l.index.named(l.names), l.analyze(tt.question))
		r.compare([]candidate{{sentence: 0, bm25: 1}}, 0, r.size(sentences))
		c := r.comparisonOf(0)
		if got := deedUnheard(c, tt.logit); got != tt.unheard {
			t.Errorf("%s %s: unheard %t", tt.question, tt.text, got)
		}
		if got := contraryTold(c, tt.logit); got != tt.denied {
			t.Errorf("%s %s: contrary told %t", tt.question, tt.text, got)
		}
	}
}
