package quotation

import "strings"

// sameOffice holds rows of roles that mean each other: the foreign minister is
// "the top diplomat". Behind the colon stand words that may be said of who holds
// one of them but tell no office by themselves: a president is a leader, a leader
// no president. Add a row, or a name to a row.
var sameOffice = rows(
	"foreign minister|secretary of state|foreign secretary|minister of foreign affairs|top diplomat|chief diplomat: senior diplomat",
	"defense minister|defence minister|defense secretary|defence secretary|secretary of defense|minister of defense|defense chief|pentagon chief: chief",
	"president|head of state|commander-in-chief: leader",
	"prime minister|premier|head of government: leader",
	"chancellor: head of government leader",
	"secretary general|secretary-general: chief head",
	"finance minister|chancellor of the exchequer|treasury secretary|minister of finance: chief",
	"interior minister|home secretary|minister of the interior: chief",
	"spokesman|spokeswoman|spokesperson|press secretary",
	"senator|sen: lawmaker legislator",
	"representative|rep|congressman|congresswoman: lawmaker legislator",
	"governor|gov",
	"candidate|hopeful|contender|front-runner|frontrunner|nominee|standard-bearer",
	"chief executive|ceo|chief executive officer: boss head",
	"ambassador|envoy: diplomat",
	"national security adviser|national security advisor: top aide",
	"general|gen: commander top officer",
	"pope|pontiff",
	"king|queen|monarch",
	"chairman|chairwoman|chair: chief head",
	"director: chief head",
	"attorney general: prosecutor official",
	"businessman|businesswoman: billionaire tycoon mogul magnate",
	"judge|justice|jurist",
)

// distinguishing words must be the same on both sides: a deputy minister is not the minister.
var distinguishing = set("deputy vice former ex assistant acting shadow designate elect under interim presumptive")

// titles are the words of office that stand before a name or in an apposition.
var titles = set("secretary-general sens reps govs mr mrs ms miss dr prof sir lord lady sen senator rep representative gov governor gen general col colonel lt lieutenant capt captain " +
	"adm admiral maj major sgt sergeant cmdr president minister secretary chancellor premier ambassador envoy king queen prince princess pope " +
	"cardinal archbishop bishop rabbi imam sheikh ayatollah reverend rev judge justice spokesman spokeswoman spokesperson chairman chairwoman " +
	"chair chief director commissioner mayor congressman congresswoman lawmaker candidate nominee front-runner frontrunner hopeful contender leader " +
	"speaker whip professor author analyst strategist adviser advisor aide consultant manager lawyer attorney prosecutor sheriff officer commander " +
	"diplomat negotiator economist historian journalist reporter correspondent editor columnist anchor host moderator pollster activist founder " +
	"researcher scientist epidemiologist engineer goalkeeper keeper striker midfielder defender winger coach trainer referee skipper " +
	"co-founder ceo executive head businessman businesswoman billionaire tycoon mogul senator-elect president-elect vice deputy rival opponent " +
	"wife husband son daughter father mother brother sister resident voter supporter delegate staffer expert scientist singer actor actress director " +
	"treasurer comptroller parliamentarian deputy legislator councilman councilwoman alderman publisher star blogger commentator operative")

// courtesy titles say nothing of an office.
var courtesy = set("mr mrs ms miss dr prof sir lady")

// relations place a person by another one; they are no office to show.
var relations = set("rival opponent wife husband son daughter father mother brother sister supporter voter resident fellow host")

// officeWords stand in front of a lower-case title and belong to the office.
var officeWords = set("foreign prime defense defence deputy vice former finance interior senior chief top national security press campaign presidential " +
	"republican democratic conservative liberal secretary attorney communications policy political executive managing assistant general acting longtime " +
	"veteran lead principal fellow state house senate party")

// departments follow "of" in an office: Secretary of State, Chief of Staff.
var departments = set("State Defense Defence Staff Treasury Homeland Security Commerce Labor Energy Transportation Education Agriculture Foreign Affairs " +
	"state defense defence staff treasury homeland security commerce labor energy transportation education agriculture foreign affairs the and interior finance")

// nameless are capitalised words before a name that are no part of it.
// beside are words that place a country by another and are no part of its name: Neighbouring Norway.
var beside = set("neighbouring neighboring nearby")

var nameless = set("democratic republican democrat conservative liberal independent former then-president then-sen")

type officeRow struct {
	names [][]string
	words map[string]bool
}

func rows(lines ...string) []officeRow {
	var out []officeRow
	for _, line := range lines {
		names, loose, _ := strings.Cut(line, ":")
		r := officeRow{words: set(loose)}
		for name := range strings.SplitSeq(names, "|") {
			words := strings.Fields(name)
			r.names = append(r.names, words)
			for _, w := range words {
				r.words[w] = true
			}
		}
		out = append(out, r)
	}
	return out
}

// roleWords returns the words that tell an office, countries by their name, or
// nil when the phrase names no office.
func (d *doc) roleWords(ph phrase) map[string]bool {
	words := map[string]bool{}
	office := false
	for i := ph.first; i < ph.last; i++ {
		t := &d.toks[i]
		if t.has(det|possessive|comma|prep|paren|unparen|conj) || t.low == "" {
			continue
		}
		low := strings.TrimSuffix(t.low, ".")
		if c := country(low); c != "" {
			low = c
		}
		words[low] = true
		office = office || titles[low]
	}
	if !office {
		return nil
	}
	return words
}

// means widens the words of an office by those of the rows it belongs to.
func means(words map[string]bool) map[string]bool {
	out := map[string]bool{}
	for w := range words {
		out[w] = true
	}
	for _, row := range sameOffice {
		for _, name := range row.names {
			if containsAll(words, name) {
				for w := range row.words {
					out[w] = true
				}
				break
			}
		}
	}
	return out
}

func containsAll(words map[string]bool, name []string) bool {
	for _, w := range name {
		if w != "of" && w != "the" && !words[w] {
			return false
		}
	}
	return true
}

// fits reports whether a role found at a cue can mean a person with the given
// words of office; wide is what means makes of them.
func fits(role, person, wide map[string]bool) bool {
	if len(person) == 0 {
		return false
	}
	for w := range distinguishing {
		if role[w] != person[w] {
			return false
		}
	}
	known := false
	for w := range person {
		known = known || isCountry[w]
	}
	for w := range role {
		if !wide[w] && !(isCountry[w] && !known) {
			return false
		}
	}
	return true
}
