package story

import (
	"strings"
	"talksbot/knowledge/english"
	"talksbot/knowledge/grammar"
)

// A counted is what a number counts: "ship" of "270 cargo ships", crowns, each for a passenger.
type counted struct {
	tokens []int
	head   string // "" where the number stands alone
	money  string // the currency, or "%"
	per    string // what it is reckoned by: "a day"
}

var (
	currencies = english.Class("currencies and scales")
	each       = english.Class("for each")
)

// mostCounted is how many words a number counts at most: "270 large cargo ships".
const mostCounted = 3

func (l *line) counted(n grammar.Number) counted {
	c := counted{money: symbol(l.Written(n.First))}
	i := n.Last + 1
	for ; i < len(l.Tokens) && i <= n.Last+mostCounted && !l.Broken(i); i++ {
		t := l.Tokens[i]
		switch plural := strings.TrimSuffix(t.Norm, "s"); {
		case t.Norm == "percent" || t.Norm == "per" && l.Norm(i+1) == "cent" || t.Norm == "cent" && c.money == "%" || strings.HasPrefix(t.Norm, "percentage"):
			c.money = "%"
			continue
		case currencies.Has(t.Norm) || currencies.Has(plural):
			c.money = plural
			continue
		}
		if t.Stop || t.Number > 0 || t.Date != l.Tokens[n.First].Date || t.Name > 0 || l.isVerb(i) || strings.HasSuffix(t.Norm, "ly") {
			break
		}
		c.tokens, c.head = append(c.tokens, i), t.Key
		if c.money != "" {
			break
		}
	}
	if c.head != "" && peopleWords.Has(c.head) {
		c.head = ""
	}
	if each.Has(l.Norm(i)) && i+1 < len(l.Tokens) && !l.Broken(i) && l.Tokens[i+1].Key != "" {
		c.per = l.Tokens[i+1].Key
		c.tokens = append(c.tokens, i+1)
	}
	return c
}

// none reports whether the number stands alone.
func (c counted) none() bool { return len(c.tokens) == 0 && c.money == "" }

func symbol(written string) string {
	for sign, word := range map[string]string{"$": "dollar", "€": "euro", "£": "pound", "%": "%"} {
		if strings.Contains(written, sign) {
			return word
		}
	}
	return ""
}

// comparable reports whether two numbers count one kind of thing.
func (c counted) comparable(d counted) bool {
	if c.money != d.money || c.per != d.per {
		return false
	}
	return c.money != "" || c.head == d.head || c.bare() || d.bare()
}

// bare reports whether nothing is said of what is counted; people as such are no thing of their own.
func (c counted) bare() bool { return c.head == "" && c.money == "" }
