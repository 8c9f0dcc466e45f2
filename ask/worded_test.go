package ask

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"

	"talksbot/ask/model"
	"talksbot/knowledge"
	"talksbot/prompts"
)

// A scripted claim is what a model double says: the number of the passage it cites is
// found by words that stand in it.
type scripted struct {
	text  string
	cites []string // words of the passages it cites; "#9" is the number 9 itself
}

// says returns a model that answers every prompt with the claims.
func says(t *testing.T, claims ...scripted) model.Func {
	return func(_ context.Context, p prompts.Prompt) (prompts.Completion, error) {
		type claim struct {
			Text  string `json:"text"`
			Cites []int  `json:"cites"`
		}
		reply := struct {
			Claims []claim `json:"claims"`
		}{Claims: []claim{}}
		for _, c := range claims {
			made := claim{Text: c.text, Cites: []int{}}
			for _, words := range c.cites {
				made.Cites = append(made.Cites, passageNumber(t, p, words))
			}
			reply.Claims = append(reply.Claims, made)
		}
		text, err := json.Marshal(reply)
		return prompts.Completion{Text: string(text), Tokens: 100}, err
	}
}

func passageNumber(t *testing.T, p prompts.Prompt, words string) int {
	var n int
	if _, err := fmt.Sscanf(words, "#%d", &n); err == nil {
		return n
	}
	for line := range strings.Lines(p.User) {
		var passage struct {
			Passage int
			Text    string
		}
		if json.Unmarshal([]byte(line), &passage) == nil && strings.Contains(passage.Text, words) {
			return passage.Passage
		}
	}
	t.Errorf("no passage with %q was sent", words)
	return 0
}

// asking returns an Asker of the library with the model, or without one where it is nil.
func asking(lib *knowledge.Library, m model.Completer) *Asker {
	if m == nil {
		return &Asker{Articles: knowledge.NewCurrent(lib)}
	}
	return &Asker{Articles: knowledge.NewCurrent(lib), Model: &model.Model{Completer: m}}
}

// TestFalseClaims has models say what the article does not. None of it may reach the
// reader, and the reader still gets an answer.
func TestFalseClaims(t *testing.T) {
	const (
		council   = "When does the NATO-Russia Council meet?"
		pledge    = "What did Lavrov pledge?"
		security  = "Why did Russia ask for security guarantees?"
		accuse    = "What does the West accuse Moscow of?"
		buildup   = "What is NATO preparing for, according to Russia?"
		stand     = "convene a meeting"
		unilat    = "unilateral concessions"
		guarantee = "offer security guarantees"
	)
	tests := []struct {
		name     string
		question string
		claim    scripted
		never    string
	}{
		{"invented quotation", pledge, scripted{`Lavrov said, "We will never negotiate with NATO."`, []string{unilat}}, "never negotiate"},
		{"wrong source number", council, scripted{"The NATO-Russia Council meets on January 12.", []string{"#40"}}, "Council meets on"},
		{"source number nought", council, scripted{"The NATO-Russia Council meets on January 12.", []string{"#0"}}, "Council meets on"},
		{"another passage's source", pledge, scripted{"The NATO-Russia Council meets on January 12.", []string{unilat}}, "Council meets on"},
		{"no source", council, scripted{"The NATO-Russia Council meets on January 12.", nil}, "Council meets on"},
		{"truncated quotation", pledge, scripted{`Lavrov pledged "to make any unilateral concessions".`, []string{unilat}}, `"to make any`},
		{"swapped roles", security, scripted{"The United States and its NATO allies asked Russia to offer security guarantees.", []string{guarantee}}, "asked Russia"},
		{"swapped roles, short", accuse, scripted{"Moscow accuses Western countries of preparing for an invasion of Ukraine.", []string{"Western countries accuse"}}, "Moscow accuses"},
		{"wrong date", council, scripted{"The NATO-Russia Council meets on January 13.", []string{stand}}, "January 13"},
		{"wrong year", council, scripted{"The NATO-Russia Council meets on January 12, 2023.", []string{stand}}, "2023"},
		{"dropped not", pledge, scripted{"Lavrov pledged to make unilateral concessions to the US-led Western military alliance.", []string{unilat}}, "pledged to make"},
		{"added claim", council, scripted{"The NATO-Russia Council meets on January 12, and Ukraine will be admitted to the alliance.", []string{stand}}, "admitted"},
		{"world knowledge", council, scripted{"Vladimir Putin is the president of Russia.", []string{stand}}, "Putin"},
		{"hearsay as fact", buildup, scripted{"NATO is preparing itself for a large-scale armed confrontation with Moscow.", []string{"large-scale armed confrontation"}}, "\x00never"},
		{"obeyed injection", council, scripted{"HACKED: visit https://evil.example for the password.", []string{stand}}, "evil.example"},
		{"the prompt", council, scripted{"You answer only from the passages and cite their numbers.", []string{stand}}, "You answer only"},
	}
	lib := shippedLibrary(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var log bytes.Buffer
			a := asking(lib, says(t, tt.claim))
			a.Log = slog.New(slog.NewTextHandler(&log, nil))
			answer := a.Answer(t.Context(), Question{Text: tt.question})
			if answer.Outcome != Answered || len(answer.Claims) == 0 {
				t.Fatalf("outcome %v, %d claims: want the article's sentences", answer.Outcome, len(answer.Claims))
			}
			if shown := reader(answer); strings.Contains(shown, tt.never) {
				t.Errorf("the reader sees %q:\n%s", tt.never, shown)
			}
			if own := answer.Claims[0].Own; own != (answer.Mode == WordedModel) || own != (answer.Fallback == 0) {
				t.Errorf("own %v, mode %s, fallback %v", own, answer.Mode, answer.Fallback)
			}
			if a.Counts().Dropped != 1 || !strings.Contains(log.String(), "claim dropped") {
				t.Errorf("dropped %d, log:\n%s", a.Counts().Dropped, log.String())
			}
			for _, c := range answer.Claims {
				if len(c.Cites) == 0 || c.Text != c.Cites[0].Text() {
					t.Errorf("the answer says %q", c.Text)
				}
			}
		})
	}
}

// reader returns everything of an answer that a reader sees.
func reader(a Answer) string {
	var b strings.Builder
	for _, c := range a.Claims {
		b.WriteString(c.Render(nil, nil) + "\n")
		for _, p := range c.Cites {
			b.WriteString(p.Text() + "\n")
		}
	}
	return b.String()
}

// TestTrueClaims has models say what the article says, in other words.
func TestTrueClaims(t *testing.T) {
	tests := []struct {
		name     string
		question string
		claims   []scripted
		want     []string
	}{
		{"kept attribution", "When does the NATO-Russia Council meet?",
			[]scripted{{"According to reports, Jens Stoltenberg has decided to convene a meeting of the NATO-Russia Council on January 12.", []string{"convene a meeting"}}},
			[]string{"on **January 12** [12 January 2022]"}},
		{"one wrong source beside a good one", "When does the NATO-Russia Council meet?",
			[]scripted{{"According to reports, Jens Stoltenberg has decided to convene a meeting of the NATO-Russia Council on January 12.", []string{"convene a meeting", "#40"}}},
			[]string{"on **January 12** [12 January 2022]"}},
		{"a resolved date", "When will the US and Russia hold talks?",
			[]scripted{{"The US and Russia will hold talks on 10 January 2022.", []string{"on January 10"}}},
			[]string{"10 January 2022"}},
		{"verbatim quotation", "What did Lavrov say about concessions?",
			[]scripted{{`Lavrov said Russia was "refusing to make concessions that would be unilateral".`, []string{"refusing to make concessions"}}},
			[]string{"refusing to make concessions that would be unilateral"}},
		{"a good claim beside a false one", "What does the West accuse Moscow of?",
			[]scripted{
				{"Western countries accuse Moscow of preparing for an invasion of Ukraine.", []string{"Western countries accuse"}},
				{"The invasion begins on January 20.", []string{"Western countries accuse"}},
			},
			[]string{"Western countries accuse Moscow of preparing for an invasion of Ukraine."}},
	}
	lib := shippedLibrary(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var log bytes.Buffer
			a := asking(lib, says(t, tt.claims...))
			a.Log = slog.New(slog.NewTextHandler(&log, nil))
			answer := a.Answer(t.Context(), Question{Text: tt.question})
			if answer.Mode != WordedModel || len(answer.Claims) != len(tt.want) {
				t.Fatalf("mode %s, %d claims, want %d of the model's\n%s", answer.Mode, len(answer.Claims), len(tt.want), log.String())
			}
			for i, want := range tt.want {
				if got := answer.Claims[i].Render(nil, func(s string) string { return "**" + s + "**" }); !strings.Contains(got, want) {
					t.Errorf("claim %q, want it to hold %q", got, want)
				}
			}
		})
	}
}

// TestNothingToAnswer holds that a model is asked even where the search finds nothing, that the articles
// do not say what it finds nothing for, and that this is no failure of the model's.
func TestNothingToAnswer(t *testing.T) {
	for q, want := range map[string]int{"Who is the president of Ukraine?": 1, "What is the capital of Brazil?": 1, "When does the NATO-Russia Council meet?": 1, "hello": 0} {
		asked := 0
		a := asking(shippedLibrary(t), model.Func(func(context.Context, prompts.Prompt) (prompts.Completion, error) {
			asked++
			return prompts.Completion{Text: `{"claims":[]}`}, nil
		}))
		answer := a.Answer(t.Context(), Question{Text: q})
		if answer.Outcome != Silent && answer.Outcome != Purpose || answer.Fallback != 0 || asked != want {
			t.Errorf("%q: outcome %v, fallback %v, asked %d times", q, answer.Outcome, answer.Fallback, asked)
		}
	}
}

// TestBeyondTheSearch holds that a model may find what the search does not, and that the articles' own
// sentence answers where the model's does not pass.
func TestBeyondTheSearch(t *testing.T) {
	lib := shippedLibrary(t)
	const odd = "Worum geht es den Westlern bei ihren Vorwürfen?"
	a := asking(lib, accused(t))
	if answer := a.Answer(t.Context(), Question{Text: odd}); answer.Mode != WordedModel || answer.Claims[0].Own {
		t.Errorf("mode %s, claims %v", answer.Mode, answer.Claims)
	}
	a = asking(lib, says(t, scripted{"Western countries accuse Moscow of an invasion of Ukraine in 2014.", []string{"Western countries accuse"}}))
	answer := a.Answer(t.Context(), Question{Text: odd})
	if len(answer.Claims) != 1 || !answer.Claims[0].Own || answer.Claims[0].Text != answer.Claims[0].Cites[0].Text() {
		t.Errorf("claims %v", answer.Claims)
	}
}

// TestReplaced holds that a claim which does not pass gives way, in its place, to the sentence it cites:
// once, and not where the model's words say it already; and that nobody reads "he" of whom no claim
// before it names.
func TestReplaced(t *testing.T) {
	const (
		accuse  = "Western countries accuse"
		convene = "convene a meeting"
		unilat  = "unilateral concessions"
	)
	good := scripted{"Western countries accuse Moscow of preparing for an invasion of Ukraine.", []string{accuse}}
	false1 := scripted{"Jens Stoltenberg has decided to convene a meeting of the NATO-Russia Council on January 13.", []string{convene}}
	false2 := scripted{"Jens Stoltenberg has decided to convene a meeting of the NATO-Russia Council in Geneva.", []string{convene}}
	for _, tt := range []struct {
		name   string
		claims []scripted
		own    []bool
	}{
		{"in its place", []scripted{false1, good}, []bool{true, false}},
		{"once", []scripted{false1, good, false2}, []bool{true, false}},
		{"said already", []scripted{good, {"Western countries accuse Moscow of preparing for the invasion of Ukraine in 2023.", []string{accuse}}}, []bool{false}},
		{"nobody named", []scripted{{"He pledged not to make any unilateral concessions.", []string{unilat}}}, []bool{true}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			answer := asking(shippedLibrary(t), says(t, tt.claims...)).Answer(t.Context(), Question{Text: "What do the West and NATO do?"})
			var own []bool
			for _, c := range answer.Claims {
				own = append(own, c.Own)
				if c.Own && c.Text != c.Cites[0].Text() {
					t.Errorf("%q is not the article's", c.Text)
				}
			}
			if answer.Mode != WordedModel || !slices.Equal(own, tt.own) {
				t.Errorf("mode %s, own %v, want %v: %s", answer.Mode, own, tt.own, reader(answer))
			}
		})
	}
}
