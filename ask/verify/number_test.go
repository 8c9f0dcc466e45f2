package verify

import (
	"testing"

	"talksbot/knowledge/word"
)

func TestNumber(t *testing.T) {
	try(t, Number, []ruleCase{
		{"Twelve ships left the port.", "12 ships left the port.", false},
		{"Twelve ships left the port.", "Thirteen ships left the port.", true},
		{"A thousand soldiers took part.", "1,000 soldiers took part.", false},
		{"1.5 million people voted.", "1,500,000 people voted.", false},
		{"1.5 million people voted.", "1.5 billion people voted.", true},
		{"At least 40 people were hurt.", "At least 40 people were hurt.", false},
		{"At least 40 people were hurt.", "40 people were hurt.", true},
		{"40 people were hurt.", "At least 40 people were hurt.", false},
		{"120 people were hurt.", "More than 100 people were hurt.", false},
		{"120 people were hurt.", "More than 150 people were hurt.", true},
		{"1,012 people were hurt.", "About 1,000 people were hurt.", false},
		{"Up to 200 people were hurt.", "More than 200 people were hurt.", true},
		{"Twelve people died and thirty people were injured.", "Thirty people died.", true},
		{"The tax rose by 3 percent.", "The tax rose by 3%.", false},
		{"The tax rose by 3 percent.", "The tax rose by 5 percent.", true},
		{"The tax rose by 3 percent.", "The tax rose by 3 euros.", true},
		{"It was the third strike of the year.", "It was the fourth strike of the year.", true},
		{"It was the third strike of the year.", "It was the 3rd strike of the year.", false},
		{"Twenty-five ministers came.", "25 ministers came.", false},
		{"Two hundred and fifty ministers came.", "250 ministers came.", false},
		{"Prices rose to 6 euros in May from 4 euros in April.", "Prices rose to 6 euros in May.", false},
		{"Prices rose to 6 euros in May from 4 euros in April.", "Prices rose to 4 euros in May.", true},
		{"Prices rose to 6 euros in May from 4 euros in April.", "Prices rose to 6 euros in April.", true},
		{"Some ministers came.", "Seven ministers came.", true},
	})
}

func TestNumbersRead(t *testing.T) {
	for _, c := range []struct {
		text  string
		value float64
		unit  string
		hedge hedge
	}{
		{"about 1,000 soldiers", 1000, "troop", about},
		{"a thousand ships", 1000, "ship", exactly},
		{"nearly 3.5 million euros", 3.5e6, "$", nearly},
		{"$5 billion", 5e9, "$", exactly},
		{"forty-two percent", 42, "%", exactly},
		{"200 ships or more", 200, "ship", exactly},
		{"200 or more ships", 200, "", atLeast},
		{"no fewer than two dozen ships", 24, "ship", atLeast},
		{"160, 000 pupils", 160000, "student", exactly},
	} {
		var words word.Reader
		r := read(source{text: c.text}, &words, nil)
		if len(r.numbers) != 1 {
			t.Errorf("%q: %d numbers, want 1", c.text, len(r.numbers))
			continue
		}
		n := r.numbers[0]
		if n.value != c.value || n.unit != c.unit || n.hedge != c.hedge {
			t.Errorf("%q: got %v %q %v, want %v %q %v", c.text, n.value, n.unit, n.hedge, c.value, c.unit, c.hedge)
		}
	}
}
