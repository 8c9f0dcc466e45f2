package prompts

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// heard returns the claims of a reply that comes in pieces of so many bytes, and how much of it had come
// when the first was there.
func heard(reply string, size int) (drafts []ClaimDraft, first int) {
	var b Begun
	for at := 0; at < len(reply); at += size {
		end := min(at+size, len(reply))
		drafts = append(drafts, b.Write(reply[at:end])...)
		if first == 0 && len(drafts) > 0 {
			first = end
		}
	}
	return drafts, first
}

// TestBegun holds what is read of a reply before its end: the claims of one that is nothing but the answer,
// and nothing of what may be a draft.
func TestBegun(t *testing.T) {
	const one = `{"text":"The kiln was lit on 3 May.","cites":[1,3]}`
	const two = `{"text":"It had been cold for \"forty\" {40} years.","cites":[2]}`
	for _, tt := range []struct {
		name, reply string
		want        int
	}{
		{"an answer", `{"claims":[` + one + `,` + two + `]}`, 2},
		{"spread out", "\uFEFF\n{\n  \"claims\" : [\n " + one + " ,\n " + two + "\n ]\n}\n", 2},
		{"fenced", "```json\n{\"claims\":[" + one + "]}\n```", 1},
		{"a bare list", "[" + one + "," + two + "]", 2},
		{"thoughts that ended", "<think>Perhaps {\"claims\":[" + two + "]}?</think>\n\n{\"claims\":[" + one + "]}", 1},
		{"broken off within a claim", `{"claims":[` + one + `,{"text":"It had`, 1},
		{"one out of form", `{"claims":[{"text":"A."},` + one + `]}`, 1},
		{"none", `{"claims":[]}`, 0},
		{"a ninth", `{"claims":[` + strings.Repeat(one+",", maxClaims) + one + `]}`, maxClaims},
		{"not a claim", `{"claims":["The kiln was lit.",` + one + `]}`, 0},
		{"thoughts", "<think>Perhaps {\"claims\":[" + one + "]}?", 0},
		{"thoughts without an end", "<think>{\"claims\":[" + one + "]}", 0},
		{"a draft behind prose", "First a draft: {\"claims\":[" + one + "]}\nBetter: {\"claims\":[" + two + "]}", 0},
		{"an introduction", "Here is the answer:\n{\"claims\":[" + one + "]}", 0},
		{"another object", `{"draft":{"claims":[` + one + `]}}`, 0},
		{"another key first", `{"thought":"yes","claims":[` + one + `]}`, 0},
		{"one claim alone", one, 0},
		{"thoughts within a claim", `{"claims":[{"text":"</think>","cites":[1]},` + one + `]}`, 1},
		{"a claim without end", `{"claims":[{"text":"` + strings.Repeat("x", 2*mostClaim) + `"},` + one + `]}`, 0},
		{"a long wait", strings.Repeat(" ", 2*mostClaim) + `{"claims":[` + one + `]}`, 1},
		{"long thoughts", "<think>" + strings.Repeat("Hm. ", mostClaim) + "</think>[" + one + "]", 1},
		{"a long opening", "{" + strings.Repeat(" ", 2*mostClaim) + `"claims":[` + one + `]}`, 0},
	} {
		for _, size := range []int{1, 3, 7, 50, 1 << 20} {
			if size == 1<<20 && len(tt.reply) > mostClaim {
				continue // read at once, it is not kept
			}
			if got, _ := heard(tt.reply, size); len(got) != tt.want {
				t.Errorf("%s, %d bytes at a time: %v, want %d", tt.name, size, got, tt.want)
			}
		}
	}
	whole := `{"claims":[` + one + `,` + two + `]}`
	if _, first := heard(whole, 1); first != strings.Index(whole, one)+len(one) {
		t.Errorf("the first claim is read after %d bytes", first)
	}
}

// FuzzBegun holds that it makes no difference in which pieces a reply comes, and that what was read early
// stands in the whole reply, first, unless more than one answer stands there.
func FuzzBegun(f *testing.F) {
	for _, reply := range []string{goodReply, "```json\n" + goodReply + "\n```", "<think>{}</think>" + goodReply, "[" + goodReply + "]",
		goodReply + goodReply, `{"claims":[{"text":"A.","cites":[1]},]}`, `{"claims":[{"text":"A.","cites":[1]}],"claims":[]}`, "<thi"} {
		f.Add(reply, uint8(3))
	}
	f.Fuzz(func(t *testing.T, reply string, size uint8) {
		early, _ := heard(reply, int(size)+1)
		if other, _ := heard(reply, 1); !cmp.Equal(early, other) && len(reply) < mostClaim {
			t.Fatalf("%q: %v in pieces of %d, and %v byte by byte", reply, early, int(size)+1, other)
		}
		whole, _, err := ParseAnswer(reply)
		found, _ := values(reply)
		if err != nil || len(found) != 1 || strings.Count(reply, `"claims"`) != 1 || strings.Contains(reply, "think>") {
			return
		}
		if len(early) > len(whole) || !slices.EqualFunc(early, whole[:len(early)], func(a, b ClaimDraft) bool { return cmp.Equal(a, b) }) {
			t.Fatalf("%q: %v early, and %v in the end", reply, early, whole)
		}
	})
}
