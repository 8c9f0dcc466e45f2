package search

import (
	"testing"

	"talksbot/knowledge/article"
)

// A nearTest is a question, a sentence, and whether a gate closes on it.
type nearTest struct {
	question, sentence string
	closed             bool
}

// checkGate holds what one gate makes of a sentence, whatever the weights.
func checkGate(t *testing.T, gate feature, tests []nearTest) {
	t.Helper()
	for _, tt := range tests {
		l := newLibrary(article.New(article.Article{ID: "a", Text: tt.sentence}))
		r := newRanker(l.index.named(l.names), l.analyze(tt.question))
		list := r.compare([]candidate{{sentence: 0, bm25: 1}}, 0, r.size(sentences))
		if closed := list[0].features[gate] == 1; closed != tt.closed {
			t.Errorf("%s %s: closed %t, want %t", tt.question, tt.sentence, closed, tt.closed)
		}
	}
}

func TestDoerUnnamed(t *testing.T) {
	checkGate(t, certainDoerUnnamed, []nearTest{
		{"Who robbed the jeweller?", "The jeweller was robbed on Sunday, said the shop's owner, Tone Lie.", true},
		{"Who robbed the jeweller?", "The jeweller was robbed by Ivar Sand.", false},
		{"Who robbed the jeweller?", "Ivar Sand robbed the jeweller on Sunday.", false},
		{"Who sank the trawler?", "The trawler in the bay of Lunde sank within minutes.", true},
		{"Who sank the trawler?", "The storm sank the trawler.", false},
		{"Who designed the concert hall?", "The concert hall was designed in the seventies.", true},
		{"Who designed the concert hall?", "The concert hall was designed between 1970 and 1974 by Ona Berg.", false},
		{"Who poisoned the horses?", "After the poisoning the vet, Karl Ode, examined the horses.", true},
		{"Who broke the window?", "The window broke in the storm, said Anna Moe.", true},
		{"Which orchestra recorded the symphony?", "The symphony was recorded in May.", true},
		{"Which orchestra recorded the symphony?", "The Lunde Orchestra recorded the symphony in May.", false},
		{"Who discovered the comet?", "The discoverer of the comet was awarded a prize.", true},
		{"Who discovered the comet?", "The discoverer of the comet, Ilse Maier, was awarded a prize.", false},
		{"Who heads the rowing club?", "The rowing club head, Anna Berg, has resigned.", false},
		{"Who coaches Malta?", "The Malta coach, Karl Ode, has resigned.", false},
		{"Who was bitten?", "A boy was bitten in the park.", false},
		{"Who did the court acquit?", "The banker was acquitted in March.", false},
	})
}

func TestRolesTurned(t *testing.T) {
	checkGate(t, certainRolesTurned, []nearTest{
		{"How much have Norwegian banks lent to Spain?", "Spanish banks have lent 20 million euros to Norway.", true},
		{"How much have Norwegian banks lent to Spain?", "Norwegian banks have lent 20 million euros to Spain.", false},
		{"How many goals did Chile score against Peru?", "Peru scored three goals against Chile.", true},
		{"How many goals did Chile score against Peru?", "Chile scored three goals against Peru.", false},
		{"How many ships did Japan sell to India?", "India sold nine ships to Japan.", true},
		{"When did Karl Ode visit Ona Berzins?", "Ona Berzins visited Karl Ode in May.", true},
		{"When did Karl Ode visit Ona Berzins?", "Ona Berzins was visited by Karl Ode in May.", false},
		{"Why did France invade Malta?", "Malta invaded France because of the wine.", true},
		{"Why did French troops invade Malta?", "Maltese troops invaded France because of the wine.", true},
		{"Who coaches Malta?", "The Malta coach, Karl Ode, has resigned.", false},
		{"Who taught Ilse Maier?", "Ilse Maier taught Karl Ode.", true},
	})
}

func TestOtherSide(t *testing.T) {
	checkGate(t, certainOtherSide, []nearTest{
		{"How many judges ruled for the miner?", "Four judges ruled against the miner.", true},
		{"How many judges ruled for the miner?", "Four judges ruled for the miner.", false},
		{"How many judges ruled for the miner?", "Four judges ruled for the miner and three ruled against him.", false},
		{"Who campaigned against the dam?", "Tone Lie campaigned for the dam.", true},
		{"When did the refugees flee to Malta?", "The refugees fled from Malta in May.", true},
		{"When did the refugees flee to Malta?", "The refugees fled to Malta in May.", false},
		{"How many cars did Spain export to Chile?", "Spain exported 300 cars to Chile.", false},
		{"Who argued for a ban?", "The vet argued against a ban.", true},
		{"Which band played with a drummer?", "The Lunde Band played without a drummer.", true},
		{"Who swam to the island?", "Ivar Sand swam from the island.", true},
		{"How many countries fought against Rome?", "Nine countries fought for Rome.", true},
	})
}

func TestOtherMeasure(t *testing.T) {
	checkGate(t, certainOtherMeasure, []nearTest{
		{"How old is the skipper?", "The skipper has sailed for 30 years.", true},
		{"How old is the skipper?", "The skipper, who is 41 years old, has sailed for years.", false},
		{"How old is Tone Lie?", "Tone Lie, 41, owns three boats.", false},
		{"How old is Tone Lie?", "Tone Lie owns three boats.", true},
		{"How old is the chapel?", "The chapel was built in 1201.", false},
		{"How much did the statue cost?", "The statue weighs nine tons and has two heads.", true},
		{"How much did the statue cost?", "The town paid 9,000 euros for the statue.", false},
		{"How much did Tone Lie spend on seeds?", "Tone Lie sowed seeds on nine fields.", true},
		{"How long did the choir sing?", "The choir waited for two hours.", true},
		{"How long did the choir sing?", "The choir sang for two hours.", false},
		{"How long did the flight last?", "The eight-hour flight ended in Malta.", false},
		{"How long did the drought last?", "The drought was the worst in the last 50 years.", true},
		{"How long did the drought last?", "The drought ended after five years.", false},
	})
}

func TestDenied(t *testing.T) {
	checkGate(t, certainDenied, []nearTest{
		{"Why did the airline buy the jets?", "The airline did not buy the jets because of the noise.", true},
		{"Why did the airline buy the jets?", "The airline bought the jets because of the noise.", false},
		{"When did the museum reopen?", "The museum has not yet reopened.", true},
		{"When did the museum reopen?", "The museum did not reopen until May.", false},
		{"When did Tone Lie testify?", "Tone Lie refused to testify in May.", true},
		{"Why did the miners strike?", "The court barred the miners from striking.", true},
		{"How did the goat escape?", "A fence kept the goat from escaping.", true},
		{"Where did the pilot land?", "The pilot was unable to land in Malta.", true},
		{"Who attended the funeral?", "Tone Lie never attended the funeral.", true},
		{"Who attended the funeral?", "Tone Lie, who is not religious, attended the funeral.", false},
		{"Why did the museum not reopen?", "The museum did not reopen because of a flood.", false},
		{"Did the museum reopen?", "The museum did not reopen.", false},
	})
}

func TestOnlySpokenOf(t *testing.T) {
	checkGate(t, certainOnlySpokenOf, []nearTest{
		{"When is the referendum?", "The union demanded a referendum on Monday.", true},
		{"When is the referendum?", "The union demanded a referendum for 5 June.", false},
		{"When is the referendum?", "The referendum is on Monday.", false},
		{"When is the strike?", "Nurses threatened a strike on Tuesday.", true},
		{"When was the merger?", "Shareholders criticised the merger on 3 May 2021.", true},
		{"When was the merger?", "After the merger on 3 May 2021, shareholders criticised the board.", false},
		{"When will the inquiry be?", "The mayor called for an inquiry last Friday.", true},
		{"When is the debate on fishing?", "The harbour rejected a debate on fishing on Sunday.", true},
		{"When is the summit?", "Ministers discussed the summit on Thursday.", true},
		{"When is the summit?", "Ministers discussed the summit, which opens on Thursday, and the summit dinner.", false},
	})
}

func TestAnotherThere(t *testing.T) {
	checkGate(t, certainOtherDoer, []nearTest{
		{"Where was Anna Berg during the fire?", "Karl Ode watched the fire from a boat in Malta. Anna Berg is a vet.", true},
		{"Where was Anna Berg during the fire?", "Anna Berg was in Malta during the fire. Karl Ode is a vet.", false},
		{"Where was Anna Berg during the fire?", "She was in Malta during the fire with Karl Ode. Anna Berg is a vet.", false},
		{"Where is Karl Ode?", "Anna Berg is in Malta. Karl Ode is a vet.", true},
		{"Where did Karl Ode sleep?", "Anna Berg slept in Malta. Karl Ode is a vet.", true},
		{"Where does Anna Berg live?", "Karl Ode lives in Malta. Anna Berg is a vet.", true},
		{"Where does Anna Berg live?", "Anna Berg lives in Malta with Karl Ode.", false},
		{"Where was the fire?", "Karl Ode watched the fire in Malta.", false},
		{"Where will Ilse Maier perform?", "Karl Ode will perform in Malta. Ilse Maier is ill.", true},
	})
}

func TestAsks(t *testing.T) {
	checkGate(t, certainAsks, []nearTest{
		{"When will the bank reopen?", "When will the bank reopen?", true},
		{"Why did the herring vanish?", "“Why did the herring vanish?”", true},
		{"Did Anna Berg resign?", "Did Anna Berg resign on Monday?", true},
		{"How much does the tunnel cost?", "How much does the tunnel cost, and who pays?", true},
		{"Who pays for the tunnel?", "The town pays for the tunnel, but for how long?", false},
		{"Who pays for the tunnel?", "The town pays for the tunnel.", false},
		{"What did Anna Berg ask?", "“Who pays?” Anna Berg asked.", false},
	})
}

func TestNoColour(t *testing.T) {
	checkGate(t, certainNoColour, []nearTest{
		{"What colour is the new tram?", "The new tram seats 90.", true},
		{"What colour is the new tram?", "The new tram is green.", false},
		{"What color are the gloves?", "The gloves are of wool.", true},
		{"Which colour did the jury choose for the red house?", "The jury chose a roof for the red house.", true},
		{"Which colour did the jury choose?", "The jury chose yellow.", false},
		{"What shade of paint did the crew use?", "The crew used a paint that lasts.", true},
		{"What fruit is sold?", "Apples are sold.", false},
	})
}

func TestContraryInPlace(t *testing.T) {
	checkGate(t, certainContrary, []nearTest{
		{"Who runs the northern ferry?", "Tone Lie runs the southern ferry.", true},
		{"Who runs the northern ferry?", "Tone Lie runs the northern ferry and sails the southern sea.", false},
		{"What is the longest river of Osby?", "The shortest river of Osby is the Lunde.", true},
		{"When did wheat exports rise?", "Wheat exports fell in May.", true},
		{"When did wheat exports rise?", "Wheat exports rose in May and fell in June.", false},
		{"Which is the oldest bridge?", "The newest bridge is in Lunde.", true},
		{"Who won the second set?", "Berg won the first set.", true},
		{"Where is the public beach?", "The private beach is in Lunde.", true},
		{"Why did the minister accept the offer?", "The minister rejected the offer because it was too low.", true},
		{"How many members joined the club?", "Forty members left the club.", true},
		{"What do the nurses want?", "The nurses fear a merger.", true},
		{"Which plan do farmers favour?", "Farmers oppose the plan for a canal.", true},
		{"Who welcomed the verdict?", "Tone Lie regretted the verdict.", true},
		{"Did wheat exports rise?", "Wheat exports fell in May.", false},
		{"Where do old people live?", "The young doctor works where old people live.", false},
	})
}
