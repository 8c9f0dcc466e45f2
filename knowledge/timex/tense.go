package timex

import "strings"

// A cue is what a word tells of the time of its clause.
type cue uint8

const (
	cuePast   cue = 1 << iota // said, was, went
	cueFuture                 // will, plans, scheduled
	cueStop                   // a clause ends here
)

// cueWords holds the words that tell a clause's time. Regular past tenses are told by their ending
// (guessCue).
var cueWords = func() map[string]cue {
	m := map[string]cue{}
	for c, line := range map[cue]string{
		cuePast: `was were had did said told went came took made began got gave saw held met left found ran
			wrote spoke fell rose won lost sent led brought thought became kept knew felt stood paid grew
			heard hit cut read sold broke drew drove fought flew forgot froze hid rode rang sank sang shot
			slept spent stole struck swam swore taught threw understood woke wore wound been ago since seen
			gone built bought caught dealt fed hung laid lay meant shook sought spread swept tore blew bore
			chose ate drank wasn weren hadn didn died`,
		cueFuture: `will shall ll won'll would'll upcoming scheduled slated plan plans planned planning intend
			intends intended expect expects expected expecting due tomorrow going hope hopes hoped hoping
			until till deadline by forthcoming set prepare prepares preparing soon gonna shan promised
			promises promise vowed await awaits awaiting ahead should might upcoming anticipated proposed`,
		cueStop: `. ! ? ; that which who where`,
	} {
		for _, w := range strings.Fields(line) {
			m[w] |= c
		}
	}
	return m
}()

// guessCue judges a word the lexicon does not hold by its ending.
func guessCue(s string) cue {
	if len(s) > 3 && s[len(s)-2:] == "ed" && s[len(s)-3] != 'e' {
		return cuePast
	}
	return 0
}

// maxReach is how many tokens around an expression are asked for its tense: enough for a clause, and
// a bound that keeps the work linear.
const maxReach = 24

// A tense is the time of the clause around an expression.
type tense int8

const (
	tenseUnknown tense = iota
	tensePast
	tenseFuture
)

// tenseAt reads the tense of the clause around the tokens first to end. The nearest cue before the
// expression, within its sentence, decides; when there is none, the nearest after it.
func (p *parser) tenseAt(first, end int) tense {
	for i := first - 1; i >= max(0, first-maxReach); i-- {
		if t := p.cueTense(i); t != tenseUnknown {
			return t
		}
		if p.sentenceEnds(i) {
			break
		}
	}
	for i := end; i < min(len(p.tokens), end+maxReach); i++ {
		if p.sentenceEnds(i) {
			break
		}
		if t := p.cueTense(i); t != tenseUnknown {
			return t
		}
	}
	return tenseUnknown
}

func (p *parser) cueTense(i int) tense {
	switch c := p.tokens[i].cue; {
	case c&cueFuture != 0:
		return tenseFuture
	case c&cuePast != 0:
		return tensePast
	}
	return tenseUnknown
}

// sentenceEnds reports whether a sentence ends at token i. A stop inside an abbreviation is followed
// by a small letter, or stands in one-letter company.
func (p *parser) sentenceEnds(i int) bool {
	t := &p.tokens[i]
	if i+1 < len(p.tokens) && p.tokens[i+1].gap == broken {
		return true
	}
	switch t.text(p.text) {
	case "!", "?":
		return true
	case ".":
		next := p.at(i + 1)
		return next == nil || next.gap != glued && next.shape != lower && (i == 0 || p.tokens[i-1].end-p.tokens[i-1].start > 2)
	}
	return false
}
