package quotation

import (
	"strings"
	"sync"
)

// A frame is one way in which a verb of saying takes what was said.
type frame uint32

const (
	quoting  frame = 1 << iota // … , “words” — and may follow the words: “…,” she said
	clausal                    // … that the talks failed
	bare                       // … the talks failed (no that)
	question                   // … whether, how, why the talks failed
	toDo                       // … to leave, not to leave
	askToDo                    // … them to leave
	told                       // … them that the talks failed; them, “words”
	naming                     // … the deal a disaster
	topic                      // … the deal (what was said is named, not told)
)

// frames is the lexicon: each row gives one frame and the verbs that take it.
// A verb stands in as many rows as it has frames. To teach a new verb, add its
// infinitive; irregular forms go into the table below.
var frames = []struct {
	frame frame
	verbs string
}{
	{quoting, "say add tell ask write tweet reply answer respond state explain argue note insist declare announce claim continue warn joke quip remark " +
		"observe comment conclude recall reflect stress emphasize emphasise acknowledge admit concede concur agree maintain contend assert complain " +
		"lament shout yell scream whisper mutter cry exclaim inquire wonder question demand urge plead beg promise vow pledge predict report reveal " +
		"confirm deny suggest propose boast brag caution counter retort reiterate repeat testify think muse opine post text email retweet pen read " +
		"interject object protest thunder proclaim pronounce affirm reason recount relate snap sneer scoff chant tease deadpan volunteer elaborate " +
		"charge allege"},
	{clausal, "say add state explain argue note insist declare announce claim warn joke remark observe comment conclude recall stress emphasize emphasise " +
		"underscore underline highlight acknowledge admit concede agree maintain contend assert complain lament reply answer respond demand urge " +
		"plead promise vow pledge predict report reveal confirm deny suggest propose boast brag caution counter reiterate repeat testify write tweet " +
		"think believe hope fear expect know feel find show indicate imply allege charge mention disclose point signal hint swear guarantee recommend " +
		"request require doubt suspect estimate forecast project calculate assume reckon guess speculate posit theorize contest dispute reaffirm " +
		"affirm attest certify proclaim rule decide determine learn discover notice see understand realize recognize recognise consider worry regret " +
		"wish dream read prove demonstrate document detail advise order instruct mandate stipulate specify clarify tout profess volunteer counsel " +
		"post relay retort opine trumpet convey"},
	{bare, "say agree learn add think believe claim argue insist hope predict promise vow pledge swear admit announce suggest note warn acknowledge fear " +
		"guess reckon know find show indicate report tweet write state maintain declare suspect expect wish estimate confirm concede deny joke boast " +
		"explain complain reveal contend assert stress allege"},
	{question, "say ask wonder question explain describe discuss inquire debate ponder consider recall decide reveal outline detail show note argue"},
	{toDo, "pledge vow promise refuse decline threaten offer agree propose want hope plan intend swear demand ask claim expect decide seek commit aim " +
		"wish prefer volunteer resolve undertake choose"},
	{askToDo, "persuade convince ask urge tell order advise encourage want expect invite implore beg beseech press instruct warn call request challenge " +
		"exhort pressure counsel admonish command entreat remind"},
	{told, "tell inform remind assure warn advise notify convince persuade promise ask show reassure caution brief text email"},
	{naming, "call label brand dub deem term declare name"},
	{topic, "rebut announce praise criticize criticise condemn denounce blast slam mock ridicule dismiss reject endorse back support oppose propose " +
		"reveal confirm deny describe discuss defend question highlight tout cite reiterate repeat predict demand mention outline detail emphasize " +
		"emphasise stress acknowledge admit hail applaud congratulate thank lament bemoan blame decry deride disavow dispute explain express " +
		"recommend suggest urge recall report renounce repudiate champion advocate bash rip assail lambast lambaste lash castigate chide rebuke scold " +
		"deplore commend laud salute promise pledge vow threaten allege regret disclose invoke note claim want fear refuse decline compliment trash " +
		"rap downplay tweet show insult indicate signal"},
}

// prepositions gives the verbs that take what was said behind a preposition:
// "warned against …". Where obj is set an object comes first: "accused him of …".
var prepositions = []struct {
	words string
	obj   bool
	verbs string
}{
	{"against", false, "warn argue caution protest campaign advise rail inveigh advocate"},
	{"of", false, "warn speak complain talk boast brag dream think approve disapprove accuse"},
	{"about", false, "talk speak complain warn boast brag ask joke worry comment tweet lie write inquire think hear care rant wonder"},
	{"for", false, "call argue plead push press advocate apologize apologise appeal ask thank blame hope lobby"},
	{"on", false, "call comment elaborate insist expound reflect"},
	{"in", false, "believe"},
	{"to", false, "refer point object allude admit confess respond reply agree testify react commit consent attest pledge"},
	{"at", false, "hint scoff lash marvel sneer rail"},
	{"with", false, "agree disagree side sympathize"},
	{"over", false, "criticize criticise attack clash"},
	{"out", false, "call single lash point"},
	{"off", false, "brush wave"},
	{"of", true, "accuse suspect warn assure inform notify"},
	{"for", true, "criticize criticise blame thank praise attack blast slam fault mock condemn denounce chide rebuke applaud rip hammer knock ridicule scold commend"},
	{"as", true, "describe portray characterize characterise depict dismiss denounce regard view paint cast label brand condemn see hail present"},
	{"about", true, "tell ask question warn inform remind brief"},
	{"with", true, "charge threaten"},
	{"against", true, "warn caution advise"},
	{"to", true, "compare liken"},
	{"on", true, "call attack press blame congratulate"},
	{"over", true, "criticize criticise attack blast slam"},
}

// irregular gives the past and the participle of verbs that do not take -ed.
var irregular = irregulars("say said said|tell told told|think thought thought|write wrote written|speak spoke spoken|swear swore sworn|" +
	"find found found|know knew known|feel felt felt|show showed shown|read read read|see saw seen|understand understood understood|" +
	"forecast forecast forecast|hear heard heard|beseech besought besought|seek sought sought|choose chose chosen|cast cast cast")

// A verb is one verb of saying with all its frames.
type verb struct {
	lemma    string
	frames   frame
	preps    class // prepositions that an object comes before
	after    class // prepositions that follow at once
	attitude bool  // tells what someone thinks, wants or backs, not words that were said
}

func (v *verb) has(f frame) bool { return v.frames&f != 0 }

// A form is how a cue stands in its sentence.
type form uint8

const (
	base form = 1 << iota
	present
	past
	participle // of the past
	ing
)

// An entry is one word form of a verb.
type entry struct {
	verb *verb
	form form
}

// lexicon maps every form of every cue to its verb. A form that two verbs share
// goes to the one first in the alphabet, so that every run reads alike.
var lexicon = sync.OnceValue(func() map[string]entry {
	verbs := make(map[string]*verb)
	get := func(lemma string) *verb {
		if verbs[lemma] == nil {
			verbs[lemma] = &verb{lemma: lemma, preps: class{}, after: class{}, attitude: attitudes.Has(lemma)}
		}
		return verbs[lemma]
	}
	for _, row := range frames {
		for lemma := range strings.FieldsSeq(row.verbs) {
			get(lemma).frames |= row.frame
		}
	}
	for _, row := range prepositions {
		for lemma := range strings.FieldsSeq(row.verbs) {
			if row.obj {
				get(lemma).preps.add(row.words)
			} else {
				get(lemma).after.add(row.words)
			}
		}
	}
	forms := make(map[string]entry)
	for lemma, v := range verbs {
		for word, f := range inflect(lemma) {
			if e, taken := forms[word]; taken && e.verb.lemma < lemma {
				continue // "found" is of find; one reading a form, the same on every run
			}
			forms[word] = entry{v, f}
		}
	}
	return forms
})

// inflect returns the forms of a verb.
func inflect(lemma string) map[string]form {
	n := len(lemma)
	m := map[string]form{lemma: base}
	stem, third := lemma, lemma+"s" // what -ed and -ing hang on
	switch {
	case strings.HasSuffix(lemma, "y") && !strings.ContainsAny(lemma[n-2:n-1], "aeou"):
		third = lemma[:n-1] + "ies"
		stem = lemma[:n-1] + "i"
	case strings.HasSuffix(lemma, "s"), strings.HasSuffix(lemma, "sh"), strings.HasSuffix(lemma, "ch"), strings.HasSuffix(lemma, "x"):
		third = lemma + "es"
	case strings.HasSuffix(lemma, "e"):
		stem = lemma[:n-1]
	case doubled.Has(lemma):
		stem = lemma + lemma[n-1:]
	}
	m[third] |= present
	gerund := stem + "ing"
	switch {
	case strings.HasSuffix(lemma, "ie"):
		gerund = lemma[:n-2] + "ying"
	case strings.HasSuffix(stem, "i"), strings.HasSuffix(lemma, "ee"):
		gerund = lemma + "ing"
	}
	m[gerund] |= ing
	if pp, ok := irregular[lemma]; ok {
		m[pp[0]] |= past
		m[pp[1]] |= participle
		return m
	}
	m[stem+"ed"] |= past | participle
	if strings.HasSuffix(lemma, "el") || strings.HasSuffix(lemma, "nal") {
		m[lemma+"led"] |= past | participle // labelled, signalled
		m[lemma+"ling"] |= ing
	}
	return m
}

// irregulars reads rows of lemma, past and participle.
func irregulars(rows string) map[string][2]string {
	m := make(map[string][2]string)
	for row := range strings.SplitSeq(rows, "|") {
		f := strings.Fields(row)
		m[f[0]] = [2]string{f[1], f[2]}
	}
	return m
}
