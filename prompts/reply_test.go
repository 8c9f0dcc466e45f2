package prompts

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

const goodReply = `{"claims":[{"text":"The bridge opens on 3 May.","cites":[1,3]}]}`

func TestParseAnswer(t *testing.T) {
	good := []ClaimDraft{{"The bridge opens on 3 May.", []int{1, 3}}}
	for _, tt := range []struct {
		name, reply string
		want        []ClaimDraft
	}{
		{"bare", goodReply, good},
		{"no claims", `{"claims":[]}`, nil},
		{"byte order mark", "\uFEFF" + goodReply, good},
		{"fence", "```json\n" + goodReply + "\n```", good},
		{"fence without language", "```\n" + goodReply + "\n```\n", good},
		{"introduction", "Here is the answer {as asked}:\n\n" + goodReply, good},
		{"afterword", goodReply + "\nLet me know {if} you need more.", good},
		{"thoughts", `<think>Maybe {"claims":[{"text":"Draft.","cites":[9]}]}?</think>` + goodReply, good},
		{"spread over lines", "{\n\t\"claims\": [\n\t{\"cites\": [1, 3], \"text\": \" The bridge opens on 3 May. \"}\n]}", good},
		{"more than asked for", `{"reasoning":"…","claims":[{"text":"The bridge opens on 3 May.","cites":[1,3],"sure":0.9}]}`, good},
		{"comma behind the last", `{"claims":[{"text":"The bridge opens on 3 May.","cites":[1,3,],},]}`, good},
		{"list alone", `[{"text":"The bridge opens on 3 May.","cites":[1,3]}]`, good},
		{"claim alone", `{"text":"The bridge opens on 3 May.","cites":[1,3]}`, good},
		{"numbers as texts", `{"claims":[{"text":"The bridge opens on 3 May.","cites":["1","[3]"]}]}`, good},
		{"numbers in one text", `{"claims":[{"text":"The bridge opens on 3 May.","cites":"passage 1, 3"}]}`, good},
		{"numbers with a point", `{"claims":[{"text":"The bridge opens on 3 May.","cites":[1.0,3.0]}]}`, good},
		{"one number", `{"claims":[{"text":"Yes.","cites":2}]}`, []ClaimDraft{{"Yes.", []int{2}}}},
		{"markers at the end", `{"claims":[{"text":"The bridge opens on 3 May [1][3].","cites":[1,3]}]}`, good},
		{"markers behind the stop", `{"claims":[{"text":"The bridge opens on 3 May. [1, 3]","cites":[1,3]}]}`, good},
		{"line break in a text", "{\"claims\":[{\"text\":\"The bridge opens\n on 3 May.\",\"cites\":[1,3]}]}", good},
		{"line break as an escape", claims3("The bridge opens\non 3 May."), good},
		{"zero-width space", claims3("The bridge\u200b opens on 3\u2028May."), good},
		{"draft before it", `{"claims":[{"text":"Draft.","cites":[9]}]}` + "\nBetter:\n" + goodReply, good},
		{"another object behind it", goodReply + `{"confidence":0.9}`, good},
		{"thoughts that do not end", goodReply + `<think>Or {"claims":[]}?`, good},
		{"cut off behind it", goodReply + `{"claims":[{"text":"A`, good},
		{"numbers in brackets in prose", "Passages [1] and [3] say it.\n" + goodReply, good},
		{"no citation is for the check to judge", `{"claims":[{"text":"Yes.","cites":[]}]}`, []ClaimDraft{{"Yes.", []int{}}}},
		{"any number is for the check to judge", `{"claims":[{"text":"Yes.","cites":[0,-4,999]}]}`, []ClaimDraft{{"Yes.", []int{0, -4, 999}}}},
		{"escapes and no-break spaces", `{"claims":[{"text":"\u201cNo\u201d, 45\u00a0%, 10\u202fJanuary","cites":[2]}]}`, []ClaimDraft{{"“No”, 45\u00a0%, 10\u202fJanuary", []int{2}}}},
		{"the longest text", claims(strings.Repeat("é", maxClaimText)), []ClaimDraft{{strings.Repeat("é", maxClaimText), []int{1}}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, faults, err := ParseAnswer(tt.reply)
			if err != nil || len(faults) > 0 {
				t.Fatal(err, faults)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestParseAnswerRejects(t *testing.T) {
	for _, tt := range []struct{ name, reply, want string }{
		{"empty", "", "no JSON object"},
		{"prose", "I cannot help with that {sorry}.", "no JSON object"},
		{"null", "null", "no JSON object"},
		{"another object", `{"answer":"yes"}`, `no "claims"`},
		{"empty object", `{}`, `no "claims"`},
		{"claims null", `{"claims":null}`, `no "claims"`},
		{"claims text", `{"claims":"The bridge opens."}`, "not in the form"},
		{"cut off in text", goodReply[:30], "cut off"},
		{"cut off before the end", goodReply[:len(goodReply)-1], "cut off"},
		{"cut off after a whole claim", `{"claims":[{"text":"A.","cites":[1]},`, "cut off"},
		{"array of words", `["claims"]`, "no JSON object"},
		{"cut off in a fence", "```json\n" + `{"claims":[{"text":"A.","cites":[1]},` + "\n```", "cut off"},
		{"thoughts without end", `<think>{"claims":[{"text":"Draft.","cites":[1]}]}`, "no JSON object"},
		{"a whole claim of a reply that is cut off", `{"claims":[{"text":"A.","cites":[1]},{"text":"B`, "cut off"},
		{"inner object of a broken outer one", `{"x":{"claims":[]},`, "cut off"},
		{"claim without text", `{"claims":[{"cites":[1]}]}`, `claim 1 lacks "text"`},
		{"cites null", `{"claims":[{"text":"A.","cites":null}]}`, `claim 1 lacks`},
		{"cites a fraction", `{"claims":[{"text":"A.","cites":[1.5]}]}`, "no whole number"},
		{"cites a number of many digits", `{"claims":[{"text":"A.","cites":[` + strings.Repeat("7", 9000) + `]}]}`, "no number"},
		{"cites beyond any integer", `{"claims":[{"text":"A.","cites":[1e99]}]}`, "no whole number"},
		{"claim null", `{"claims":[null]}`, "claim 1 lacks"},
		{"claim made of two", `{"claims":[{"text":"A.","cites":[1]}],"claims":[{"cites":[2]}]}`, "claim 1 lacks"},
		{"empty text", claims(" \t "), "claim 1 has a text that is empty"},
		{"too long a text", claims(strings.Repeat("x", maxClaimText+1)), "601 characters"},
		{"escape sequence of a terminal", claims("\x1b[2J"), "U+001B"},
		{"right-to-left override", claims("A\u202eB"), "U+202E"},
		{"broken UTF-8", "{\"claims\":[{\"text\":\"A\xff\",\"cites\":[1]}]}", "U+FFFD"},
		{"half a surrogate pair", `{"claims":[{"text":"A\ud800","cites":[1]}]}`, "U+FFFD"},
		{"too many citations", `{"claims":[{"text":"A.","cites":[1` + strings.Repeat(",1", maxCites) + `]}]}`, "33 numbers"},
		{"too long a reply", strings.Repeat(" ", maxReply) + goodReply, "bytes long"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, _, err := ParseAnswer(tt.reply)
			if err == nil {
				t.Fatalf("accepted as %v", got)
			}
			if got != nil {
				t.Errorf("claims %v beside the error", got)
			}
			if !strings.Contains(err.Error(), tt.want) || len(err.Error()) > 200 {
				t.Errorf("error %q is long or does not say %q", err, tt.want)
			}
		})
	}
}

// TestParseAnswerFaults holds that a claim out of form costs that claim and no other.
func TestParseAnswerFaults(t *testing.T) {
	const whole = `{"text":"A.","cites":[1]}`
	for _, tt := range []struct{ name, other, want string }{
		{"without cites", `{"text":"B."}`, "claim 2 lacks"},
		{"without text", `{"cites":[1]}`, "claim 2 lacks"},
		{"null", `null`, "claim 2 lacks"},
		{"a text", `"B."`, "claim 2 is not in the form"},
		{"empty", `{"text":" ","cites":[1]}`, "is empty"},
		{"too long", `{"text":"` + strings.Repeat("x", maxClaimText+1) + `","cites":[1]}`, "601 characters"},
		{"a direction mark", `{"text":"A\u202eB","cites":[1]}`, "U+202E"},
		{"a word for a number", `{"text":"B.","cites":["the first"]}`, "no number"},
		{"a range", `{"text":"B.","cites":["1-3"]}`, "no number"},
		{"a fraction", `{"text":"B.","cites":[1.5]}`, "no whole number"},
		{"a null", `{"text":"B.","cites":[null]}`, "no number"},
		{"an object", `{"text":"B.","cites":{"n":1}}`, "no number"},
		{"a ninth", strings.Repeat(whole+",", maxClaims) + whole, "10 claims, more than 8"},
	} {
		got, faults, err := ParseAnswer(`{"claims":[` + whole + `,` + tt.other + `]}`)
		if err != nil || len(got) == 0 || got[0].Text != "A." || len(faults) != 1 || !strings.Contains(faults[0].Error(), tt.want) || len(got) > maxClaims {
			t.Errorf("%s: %v, faults %v, %v", tt.name, got, faults, err)
		}
	}
}

// claims3 is a reply of one claim with the text, which cites 1 and 3.
func claims3(text string) string { return strings.Replace(claims(text), "[1]", "[1,3]", 1) }

// claims returns a reply of one claim with the text.
func claims(text string) string {
	b, err := json.Marshal(text)
	if err != nil {
		panic(err)
	}
	return fmt.Sprintf(`{"claims":[{"text":%s,"cites":[1]}]}`, b)
}

// TestParseAnswerCutAnywhere: no beginning of a good reply is read as a reply.
func TestParseAnswerCutAnywhere(t *testing.T) {
	reply := "```json\n" + `{"claims":[{"text":"A \"b\" {c}.","cites":[1]},{"text":"D.","cites":[2]}]}`
	for n := range len(reply) {
		for _, end := range []string{"", "\n```", `"}]}`[:1]} {
			if end == "" || n < len(reply)-1 {
				if got, _, err := ParseAnswer(reply[:n] + end); err == nil {
					t.Errorf("%q is read as %v", reply[:n]+end, got)
				}
			}
		}
	}
}

// FuzzParseAnswer holds whatever is accepted to its bounds, and to meaning the same when it
// is written down and read again.
func FuzzParseAnswer(f *testing.F) {
	f.Add(goodReply)
	f.Add("```json\n" + goodReply + "\n```")
	f.Add(`<think>{"claims":</think>{"claims":[]}`)
	f.Add(strings.Repeat(`{"a":`, 1000))
	f.Add(claims("\u202e\x00"))
	f.Fuzz(func(t *testing.T, reply string) {
		drafts, _, err := ParseAnswer(reply)
		if err != nil {
			if drafts != nil {
				t.Fatal("claims beside an error")
			}
			return
		}
		if len(drafts) > maxClaims {
			t.Fatalf("%d claims", len(drafts))
		}
		type claim struct {
			Text  string `json:"text"`
			Cites []int  `json:"cites"`
		}
		again := struct {
			Claims []claim `json:"claims"`
		}{Claims: []claim{}}
		for _, d := range drafts {
			if n := utf8.RuneCountInString(d.Text); n == 0 || n > maxClaimText || !utf8.ValidString(d.Text) || strings.ContainsAny(d.Text, "\n\r\x00\x1b") {
				t.Fatalf("text %q", d.Text)
			}
			again.Claims = append(again.Claims, claim(d))
		}
		b, err := json.Marshal(again)
		if err != nil {
			t.Fatal(err)
		}
		same, _, err := ParseAnswer(string(b))
		if err != nil {
			t.Fatalf("%s is not read again: %v", b, err)
		}
		if diff := cmp.Diff(drafts, same); diff != "" {
			t.Fatal(diff)
		}
	})
}
