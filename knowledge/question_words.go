package knowledge

import (
	"strings"

	"talksbot/knowledge/word"
)

// The words that decide what a question wants. Nouns and verbs of saying are held as stems.

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

func stemSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[word.Stem(w)] = true
	}
	return set
}

var (
	questionWords = wordSet(`who whom whose what which when where why how`)
	auxiliaries   = wordSet(`is are was were am do does did has have had can could will would shall should may might must
		isn't aren't wasn't weren't don't doesn't didn't hasn't haven't can't couldn't won't wouldn't shouldn't`)
	eventAuxiliaries = wordSet(`will did was were has have had`)
	held             = wordSet(`held meeting meet place happening hosted celebrated played staged`)
	inside           = wordSet(`in at`)
	beForms          = wordSet(`is are was were be been being 's`)
	negatives        = wordSet(`not never no none neither nor cannot without nobody nothing nowhere`)
	measures         = wordSet(`long far old often big large tall high deep wide fast quickly heavy hot cold soon late early
		close near strong rich populous expensive frequently`)
	chatter = wordSet(`according article articles text passage please say-so`)
	verbs   = wordSet(`take takes took hold holds held meet meets met begin begins began start starts go goes went come comes
		came make makes made become becomes became say says said happen happens occur occurs want wants lead leads led
		run runs ran win wins won lose loses lost give gives gave get gets got know knows known think thinks see sees saw
		use uses mean means allow allows cause causes call calls name play plays need needs help helps plan plans
		live lives write writes wrote written speak speaks spoke belong belongs exist exists describe describes show shows
		include includes contain contains serve serves provide provides represent represents govern governs sent send sends`)
)

// kindNouns ask for a kind of what follows them: "what kind of treaty".
var kindNouns = stemSet(`kind type sort form piece example name term`)

// plainlySaid are the verbs of saying that any other may stand for in an answer.
var plainlySaid = stemSet(`say tell state comment think believe describe mention report answer reply respond speak remark`)

// capitals are the nouns of places that an answer names too.
var capitals = stemSet(`capital address`)

// events are the nouns of what takes place.
var events = stemSet(`meeting talk negotiation summit session conference match game final concert ceremony election trial
	festival race party wedding funeral tournament event`)

// amounts are what is said to be of something counted.
var amounts = stemSet(`number amount quantity total`)

// focusKinds tell from the noun after "what" or "which" what the answer is. Where head is
// set the noun tells as much in "what is the date of".
var focusKinds = []struct {
	kind  Kind
	head  bool
	stems map[string]bool
}{
	{When, true, stemSet(`date day year month week weekday time century decade era season hour period timeframe`)},
	{Where, true, stemSet(`city country place town capital location region state province continent venue village county
		nation address district site area island river territory`)},
	{HowMany, true, stemSet(`number percentage percent amount size population length height depth weight width distance
		speed price cost age rate temperature share proportion quantity total duration fraction sum budget salary`)},
	{Why, true, stemSet(`reason motive motivation purpose cause rationale`)},
	{Who, false, stemSet(`person man woman people president minister leader official diplomat politician king queen emperor
		author writer actor actress director singer scientist general commander founder inventor chief chairman
		spokesman spokesperson ambassador senator governor mayor player coach artist painter philosopher economist
		historian physicist mathematician chancellor pope individual expert figure`)},
}

// sayStems are the verbs that report what somebody said or holds.
var sayStems = stemSet(`say tell state announce claim declare argue add note warn stress insist promise pledge vow accuse
	deny demand urge propose suggest admit confirm reply answer explain comment call believe think describe report
	mention reveal threaten offer criticize criticise condemn complain predict agree reject request ask emphasize
	emphasise reiterate assert acknowledge express write tweet remark respond point`)
