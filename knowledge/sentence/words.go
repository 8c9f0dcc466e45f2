package sentence

import "strings"

// A kind says what may follow an abbreviation.
type kind int

const (
	ordinary kind = iota // no abbreviation at all
	title                // stands before a name: never ends a sentence
	inline               // stands within a sentence: "e.g.", "vs."
	numbered             // stands before a number: "No. 5", "Fig. A"
	final                // may end a sentence, if what follows opens one: "Inc.", "Calif."
	hour                 // "a.m.": ends a sentence before a capital that names no day or zone
	trailing             // "etc.": ends a sentence before any capital
)

var abbreviations = table(abbreviationLists)

// abbreviationLists are the words, without their last full stop, that are written
// with one. An entry in lower case stands for any case; one with a capital only
// for itself, since "sun" and "rep" end sentences and "Rep." does not. Single
// letters and dotted ones such as "U.S." need no entry.
var abbreviationLists = map[kind]string{
	title: `mr mrs ms messrs mx dr drs prof profs msgr mlle mme ph mt mts
		Rev Revd Hon Gen Lt Col Maj Capt Cpt Cmdr Cdr Adm Sgt Cpl Pvt Brig Comdr Ens Lieut Supt Insp Det
		Sen Sens Rep Reps Gov Govs Pres Amb Atty Treas Ald Del Min Sec'y Ste Pt Sra Srta Dra`,
	inline: `e.g eg i.e ie vs v viz cf esp incl resp aka a.k.a w.r.t approx via orig transl illus
		assoc asst`,
	numbered: `nos op cit ed eds p pp c ca circa para paras figs vol vols ch chap chaps eq eqs refs tel fax ext
		est r rs nr num ver apt n° No Fig Sec Secs Art Ref App Cl`,
	final: `inc co cos corp ltd llc plc bros jr sr esq assn dept div univ inst intl int'l natl nat'l mfg gmbh
		cie st ft ave blvd rd hwy pkwy bldg govt gov't adj adv lit
		lb lbs oz hr hrs mins kg km cm mm mph max min avg misc ibid ph.d b.sc m.sc ll.b d.phil
		Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat
		Ala Ariz Ark Calif Cal Colo Conn Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss
		Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Vt Va Wash Wis Wyo Ont Que Alta`,
	hour:     `a.m p.m`,
	trailing: `etc al seq`,
}

// table turns kind -> words into word -> kind. No word is in two lists.
func table(lists map[kind]string) map[string]kind {
	m := map[string]kind{}
	for k, list := range lists {
		for _, w := range strings.Fields(list) {
			m[w] = k
		}
	}
	return m
}

func set(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// openers are words that, capitalised, open a sentence: after an abbreviation
// they tell its end, since they are hardly ever part of a name.
var openers = set(`
	A An The This That These Those There Here Such Each Every Both Some Many Most Several Any Other Others
	I He She It We You They His Her Its Our Your Their My Who What When Where Why How Which Whose
	And But Or Nor Yet So Because Although Though While Since Until Unless If Once Whether As Than
	In On At By For From With Without Within Of Off To Into Onto About Above Across After Against Along Among
	Around Before Behind Below Beneath Beside Besides Between Beyond Despite Down During Except Inside Like Near
	Out Outside Over Past Per Through Throughout Toward Towards Under Unlike Up Upon Via
	Is Are Was Were Am Be Do Does Did Has Have Had Can Could Should Would Might Must Shall
	However Meanwhile Moreover Furthermore Nevertheless Nonetheless Therefore Thus Hence Then Now Today Tomorrow
	Yesterday Later Earlier Still Also Instead Indeed Finally Eventually Recently Perhaps Maybe Soon Again
	According Let Please Yes No Not Nothing Everyone Everything Nobody Someone Something Anyone Even Only Just
	Ask It's He's She's They're We're I'm You're That's There's What's Here's Don't Didn't Isn't
	It’s He’s She’s They’re We’re I’m You’re That’s There’s What’s Here’s Don’t Didn’t Isn’t
	I've I’ve I'll I’ll I'd I’d We've We’ve You've You’ve They've They’ve We'll We’ll`)

// hanging are the words no line of prose ends with unless it was wrapped.
var hanging = set(`a an the of and or to in on at by for from with into its his her their our your my this
	that these those is are was were be been has have had will would can could should may might as than but
	not which who whose where when while because if about between under over after before during through`)

// times are what follows "a.m." and "p.m." within a sentence.
var times = set(`Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
	January February March April May June July August September October November December
	Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
	EST EDT ET CST CDT CT MST MDT MT PST PDT PT GMT UTC BST CET CEST IST JST AEST AEDT NZST MSK
	Eastern Central Mountain Pacific Local`)

// fronts open a phrase of time that cannot be a sentence: "At 5 a.m. Mr. Smith ...".
var fronts = set(`At By On Around About From Until Till Since Before After Between Shortly Just`)

// domains are what a capital makes no sentence of: "example.Com".
var domains = set(`Com Net Org Gov Edu Io Co Info Js`)

// labels stand before a letter that is then no initial: "Plan B.", "World War I."
var labels = set(`War Plan Part Phase Type Act Class Category Vitamin Group Grade Option Exhibit Appendix Section
	Hepatitis Annex Schedule Article Title Area Chapter Volume Zone Level Team Pope`)

// captions are the labels of figures and tables.
var captions = set(`Figure Fig Table Box Map Chart Exhibit Plate Chapter Section Part`)

// exclaimed are names that are written with an exclamation mark.
var exclaimed = set(`Yahoo Jeopardy Jeb Joomla E Yum Oklahoma Moulin Airplane`)

// speech are the verbs of a speech tag: "Why?" Smith asked.
var speech = set(`said says asked asks told wrote writes added adds replied replies shouted cried yelled
	exclaimed answered responded continued explained recalled tweeted quipped joked whispered demanded
	wondered noted declared insisted`)
