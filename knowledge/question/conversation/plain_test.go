package conversation

import "testing"

func TestPlain(t *testing.T) {
	for _, tt := range [][3]string{
		{"closed", "close", "did"}, {"opened", "open", "did"}, {"led", "lead", "did"}, {"won", "win", "did"}, {"decided", "decide", "did"},
		{"denied", "deny", "did"}, {"stopped", "stop", "did"}, {"announced", "announce", "did"}, {"visited", "visit", "did"}, {"hosts", "host", "does"},
		{"carries", "carry", "does"}, {"teaches", "teach", "does"}, {"created", "create", "did"}, {"agreed", "agree", "did"}, {"xyzzed", "", ""},
	} {
		if base, aux := plain(tt[0]); base != tt[1] || aux != tt[2] {
			t.Errorf("plain(%q) = %q, %q", tt[0], base, aux)
		}
	}
}
