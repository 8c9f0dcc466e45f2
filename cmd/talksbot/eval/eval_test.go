package eval

import (
	"slices"
	"strings"
	"testing"

	"talksbot/ask"
)

func TestGrade(t *testing.T) {
	for _, c := range []struct {
		want    string
		outcome ask.Outcome
		shown   string
		grade   Grade
		lacks   []string
	}{
		{`"May"`, ask.Answered, "It opens in May.", Right, nil},
		{`"may \\d"`, ask.Answered, "It opens on May 3.", Right, nil},
		{`"May"`, ask.Answered, "It opens in June.", Wrong, []string{"May"}},
		{`["May","bridge"]`, ask.Answered, "The bridge opens in May.", Right, nil},
		{`["May","bridge"]`, ask.Answered, "The bridge is closed.", Partly, []string{"May"}},
		{`["May","bridge"]`, ask.Answered, "The tunnel is closed.", Wrong, []string{"May", "bridge"}},
		{`"May"`, ask.Silent, "The articles do not say; what comes closest: it opens in May.", Refused, []string{"May"}},
		{`"May"`, ask.Purpose, "You are welcome.", Refused, []string{"May"}},
		{`"refuse"`, ask.Silent, "The articles do not say.", Right, nil},
		{`"refuse"`, ask.Answered, "It opens in May.", Wrong, nil},
		{`"refuse"`, ask.Purpose, "I need a language model for that.", Refused, []string{"refuse"}},
		{`["refuse","May"]`, ask.Answered, "They refuse to open it in May.", Right, nil},
		{`"refuse|reject"`, ask.Answered, "They refuse.", Right, nil},
	} {
		one, err := Parse([]byte(`{"question":"When?","want":` + c.want + `}`))
		if err != nil {
			t.Fatal(err)
		}
		if g, lacks := one.grade(c.outcome, c.shown); g != c.grade || !slices.Equal(lacks, c.lacks) {
			t.Errorf("%s of %q: %v %q, want %v %q", c.want, c.shown, g, lacks, c.grade, c.lacks)
		}
	}
}

// FuzzParse holds that a line which is taken is a question with something wanted, that what is wanted reads
// back as it was written, and that an answer without it is never right.
func FuzzParse(f *testing.F) {
	f.Add(`{"question":"When?","want":"May"}`)
	f.Add(`{"question":"When?","article":"a","want":["(?s)a.b","refuse"],"more":[1]}`)
	f.Add(`{"question":" ","want":"refuse"}`)
	f.Add(`{"question":"When?","want":"("}`)
	f.Add(`{"question":"When?","want":[1]}`)
	f.Fuzz(func(t *testing.T, line string) {
		c, err := Parse([]byte(line))
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("an error of several lines: %q", err)
			}
			return
		}
		if c.Question == "" || len(c.Wants()) == 0 {
			t.Errorf("%q is taken as %+v", line, c)
		}
		if g, lacks := c.grade(ask.Silent, "anything"); (g == Right) != (len(c.Want) == 0) || len(c.Want) > 0 && !slices.Equal(lacks, c.Wants()) {
			t.Errorf("a refusal is %v of %q", g, c.Wants())
		}
		if g, lacks := c.grade(ask.Answered, "anything"); g == Right && (len(c.Want) == 0 || len(lacks) > 0) || g == Refused {
			t.Errorf("an answer is %v, and lacks %q", g, lacks)
		}
	})
}
