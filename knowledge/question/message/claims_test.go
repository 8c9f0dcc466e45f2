package message

import (
	"strings"
	"testing"
)

func TestClaims(t *testing.T) {
	for _, tt := range []struct {
		message, claims string
		asked, left     int
	}{
		{"The ferry stops on Monday. It is blue. When does it sail?", "The ferry stops on Monday.", 1, 1},
		{"It is blue.", "", 0, 1},
		{"Hello! Thank you. Wow. The ferry stops on Monday.", "The ferry stops on Monday.", 0, 0},
		{"# News\n- The ferry stops on Monday.\n- The mayor resigned in May", "The ferry stops on Monday.|The mayor resigned in May", 0, 0},
		{"", "", 0, 0},
	} {
		claims, asked, left := Claims(tt.message)
		if got := strings.Join(claims, "|"); got != tt.claims || asked != tt.asked || left != tt.left {
			t.Errorf("%q: %q, %d asked, %d left, want %q, %d, %d", tt.message, got, asked, left, tt.claims, tt.asked, tt.left)
		}
	}
}
