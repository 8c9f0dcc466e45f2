package message

import "testing"

func TestComparisonOf(t *testing.T) {
	tests := []struct {
		asked, a, b, on string
		bid             bool
	}{
		{"Compare the Senate bill and the House bill", "the Senate bill", "the House bill", "", true},
		{"Could you compare Oslo with Bergen on rents?", "Oslo", "Bergen", "rents", true},
		{"What is the difference between Marr's and Kern's position on fish?", "Marr", "Kern", "fish", false},
		{"Compare Oslo's and Bergen's budget", "Oslo", "Bergen", "budget", true},
		{"What are the differences between the first and the second draft?", "the first", "the second draft", "", false},
		{"How do Marr and Kern differ on fish?", "Marr", "Kern", "fish", false},
		{"How does the union's offer differ from the company's offer?", "the union's offer", "the company's offer", "", false},
		{"How do the unions and the mayor disagree about pay?", "the unions", "the mayor", "pay", false},
		{"Marr vs Kern", "Marr", "Kern", "", true},
		{"Contrast the two sides", "", "", "", false},
		{"What is the difference?", "", "", "", false},
		{"Which countries were compared in the study?", "", "", "", false},
		{"Why did prices differ?", "", "", "", false},
		{"How many teams played and lost?", "", "", "", false},
		{"What is different about the new ferry?", "", "", "", false},
	}
	for _, tt := range tests {
		c, ok := ComparisonOf(tt.asked)
		if ok != (tt.a != "") || ok && (c != Comparison{[2]string{tt.a, tt.b}, tt.on, tt.bid}) {
			t.Errorf("%s: %+v, %t", tt.asked, c, ok)
		}
	}
}
