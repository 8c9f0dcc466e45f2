package ask

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"talksbot/ask/model"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/prompts"
)

const kiln = `The council of Brackwater voted 9 to 4 on Tuesday to reopen the lime kiln on Gull Lane. ` +
	`Councillor Edda Moss said the kiln would employ 30 people by the autumn. ` +
	`The repairs cost 2.4 million crowns and took eleven months. ` +
	`The builder Jonas Hald led the repairs. ` +
	`Neighbours fear that the smoke will drift over the school. ` +
	`The harbour master did not rule out a second furnace.`

// What a model may say of it: nearly the sentences, the same in other words, and what is false.
var (
	copied   = scripted{"The council of Brackwater voted 9 to 4 on Tuesday to reopen the lime kiln on Gull Lane.", []string{"voted 9 to 4"}}
	copied2  = scripted{"The repairs cost 2.4 million crowns and took eleven months.", []string{"2.4 million"}}
	reworded = scripted{"Jonas Hald, the builder, led the repairs.", []string{"Jonas Hald"}}
	shorter  = scripted{"The council of Brackwater voted to reopen the lime kiln.", []string{"voted 9 to 4"}}
	untrue   = scripted{"The repairs cost 3.4 million crowns and took eleven months.", []string{"2.4 million"}}
	untrue2  = scripted{"The kiln will employ 300 people by the autumn.", []string{"employ 30"}}
)

const aboutKiln = "What did the council of Brackwater decide about the kiln?"

func kilnLibrary(t *testing.T) *knowledge.Library {
	t.Helper()
	lib, err := knowledge.New([]*article.Article{article.New(article.Article{ID: "kiln", Title: "Brackwater reopens its kiln", Text: kiln})})
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// A writer is a model that writes its reply piece by piece.
type writer struct {
	says           model.Completer
	before, behind string        // what it says
	every          time.Duration // before each piece
	most           int           // bytes that it writes; 0: all
	stalls         bool          // behind them, rather than that it ends
	calls          *atomic.Int32
}

func (w writer) Complete(ctx context.Context, p prompts.Prompt) (prompts.Completion, error) {
	reply, err := w.says.Complete(ctx, p)
	reply.Text = w.before + reply.Text + w.behind
	return reply, err
}

func (w writer) Stream(ctx context.Context, p prompts.Prompt, said func(string)) (prompts.Completion, error) {
	if w.calls != nil {
		w.calls.Add(1)
	}
	reply, err := w.Complete(ctx, p)
	text := reply.Text
	if w.most > 0 {
		text = text[:w.most]
	}
	for i, piece := range strings.SplitAfter(text, "]") {
		if i > 0 {
			select {
			case <-ctx.Done():
				return prompts.Completion{}, ctx.Err()
			case <-time.After(w.every):
			}
		}
		said(piece)
	}
	switch {
	case w.stalls:
		<-ctx.Done()
		return prompts.Completion{}, ctx.Err()
	case w.most > 0:
		return prompts.Completion{}, errors.New("the connection broke")
	}
	return prompts.Completion{Text: text, Tokens: reply.Tokens}, err
}

// watched asks a question and returns what is shown until it is answered.
func watched(t *testing.T, a *Asker, q Question) (grown []Answer, final Answer) {
	t.Helper()
	q.Watch = func(a Answer) { grown = append(grown, a) }
	return grown, a.Answer(t.Context(), q)
}

// texts returns what claims say.
func texts(claims []Claim) []string {
	var all []string
	for _, c := range claims {
		all = append(all, c.Text)
	}
	return all
}

// grows fails where what was shown is not the beginning of the answer, and returns the number of claims
// that were shown each time. What stands there until a model has said something is not counted.
func grows(t *testing.T, grown []Answer, final Answer) (claims []int) {
	t.Helper()
	for i, g := range grown {
		if !g.Growing || g.Outcome != Answered {
			t.Errorf("shown: growing %v, outcome %v", g.Growing, g.Outcome)
		}
		if i == 0 && g.Mode == Extract {
			continue
		}
		if n := len(g.Claims); n > len(final.Claims) || !cmp.Equal(texts(g.Claims), texts(final.Claims[:n])) {
			t.Errorf("%q was shown, and then %q", texts(g.Claims), texts(final.Claims))
		}
		claims = append(claims, len(g.Claims))
	}
	if final.Growing {
		t.Error("the answer grows on")
	}
	return claims
}

// TestGrows holds what is shown while a model writes: each time the beginning of the answer, and of what may
// still be a draft nothing.
func TestGrows(t *testing.T) {
	lib := kilnLibrary(t)
	for _, tt := range []struct {
		name           string
		before, behind string
		claims         []scripted
		want           []int
	}{
		{"claim by claim", "", "", []scripted{copied, reworded, copied2}, []int{1, 2, 3}},
		{"fenced", "```json\n", "\n```", []scripted{copied, reworded}, []int{1, 2}},
		{"thoughts before it", "<think>{\"claims\":[]}, or</think>", "", []scripted{copied, reworded}, []int{1, 2}},
		{"its sentence for what is false", "", "", []scripted{untrue, copied}, []int{1, 2}},
		{"false, and said already", "", "", []scripted{copied2, untrue, copied}, []int{1, 2}},
		{"said already by the sentence", "", "", []scripted{{"The council of Brackwater voted 9 to 3 to reopen the lime kiln.", []string{"voted 9 to 4"}}, shorter, copied2}, []int{1, 2}},
		{"an introduction", "Here it is: ", "", []scripted{copied, reworded}, nil},
		{"thoughts without an end", "<think>", "</think>{\"claims\":[]}", []scripted{untrue, copied}, nil},
		{"a draft", "Draft: {\"claims\":[{\"text\":\"The kiln stays shut.\",\"cites\":[1]}]}\n", "", []scripted{copied}, nil},
		{"nothing", "", "", nil, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				a := asking(lib, writer{says: says(t, tt.claims...), before: tt.before, behind: tt.behind, every: time.Second})
				grown, final := watched(t, a, Question{Text: aboutKiln})
				if got := grows(t, grown, final); !slices.Equal(got, tt.want) {
					t.Errorf("%v claims were shown, want %v", got, tt.want)
				}
				unwatched := a.Answer(t.Context(), Question{Text: aboutKiln})
				if !cmp.Equal(texts(unwatched.Claims), texts(final.Claims)) || unwatched.Outcome != final.Outcome {
					t.Errorf("nobody watching: %q, watched: %q", texts(unwatched.Claims), texts(final.Claims))
				}
				if len(grown) > 0 && grown[0].Mode == Extract && grown[0].Claims[0].Text != copied.text {
					t.Errorf("first %q is shown", texts(grown[0].Claims))
				}
			})
		})
	}
}

// TestGrowsInAnyOrder does it with the claims of a reply in many orders, with a second reading that finds
// some of them unsupported: nothing that was shown is taken back, and nothing false is shown.
func TestGrowsInAnyOrder(t *testing.T) {
	lib := kilnLibrary(t)
	all := []scripted{copied, reworded, untrue, shorter, untrue2, copied2}
	for i := range 40 {
		order := slices.Clone(all)
		for n := range order { // another order for each i
			m := (n*7 + i*(n+3)) % len(order)
			order[n], order[m] = order[m], order[n]
		}
		a := asking(lib, writer{says: says(t, order[:2+i%5]...)})
		if i%3 > 0 {
			a.Opinion = &model.Model{Completer: opines(func(n int) bool { return (n+i)%3 > 0 })}
		}
		grown, final := watched(t, a, Question{Text: aboutKiln})
		grows(t, grown, final)
		for _, g := range append(grown, final) {
			if shown := reader(g); strings.Contains(shown, "3.4") || strings.Contains(shown, "300") {
				t.Errorf("shown: %s", shown)
			}
		}
	}
}

// TestBreaksOff: of a model that falls silent, or whose connection breaks, what was checked is kept, with
// the article's own sentences behind it, within the limit.
func TestBreaksOff(t *testing.T) {
	lib := kilnLibrary(t)
	whole := len(`{"claims":[{"text":"The repairs cost 2.4 million crowns and took eleven months.","cites":[3]},`)
	for _, tt := range []struct {
		name   string
		most   int
		stalls bool
		want   Fallback
		claims []string
	}{
		{"stalls behind a claim", whole + 20, true, Slow, []string{copied2.text, copied.text}},
		{"breaks behind a claim", whole + 20, false, Unusable, []string{copied2.text, copied.text}},
		{"stalls before any", whole / 2, true, Slow, []string{copied.text}},
		{"breaks before any", whole / 2, false, Unusable, []string{copied.text}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				a := asking(lib, writer{says: says(t, copied2, copied), most: tt.most, stalls: tt.stalls})
				began := time.Now()
				grown, final := watched(t, a, Question{Text: aboutKiln})
				if took := time.Since(began); tt.stalls && took != model.DefaultTimeout || !tt.stalls && took > 0 {
					t.Errorf("after %v", took)
				}
				grows(t, grown, final)
				if final.Fallback != tt.want || !slices.Equal(texts(final.Claims), tt.claims) {
					t.Errorf("fallback %v, %q", final.Fallback, texts(final.Claims))
				}
				if last := final.Claims[len(final.Claims)-1]; last.Own != (len(tt.claims) > 1) {
					t.Errorf("%q is the article's own: %v", last.Text, last.Own)
				}
			})
		})
	}
}

// TestGrowsForAll: all who ask the same see one reply grow, those who come late from its beginning; who
// leaves takes nobody's away.
func TestGrowsForAll(t *testing.T) {
	lib := kilnLibrary(t)
	synctest.Test(t, func(t *testing.T) {
		var calls atomic.Int32
		a := asking(lib, writer{says: says(t, copied, reworded, copied2), every: time.Second, calls: &calls})
		a.Model.Cache = &model.Cache{}
		var all sync.WaitGroup
		for i := range 5 {
			all.Go(func() {
				time.Sleep(time.Duration(i) * 700 * time.Millisecond)
				patience := time.Hour
				if i == 0 {
					patience = 2500 * time.Millisecond
				}
				ctx, cancel := context.WithTimeout(t.Context(), patience)
				defer cancel()
				var grown []Answer
				final := a.Answer(ctx, Question{Text: aboutKiln, Watch: func(a Answer) { grown = append(grown, a) }})
				claims := grows(t, grown, final)
				if i > 0 && (len(final.Claims) != 3 || final.Fallback != 0 || len(claims) == 0) || i == 0 && final.Fallback != Slow {
					t.Errorf("%d saw %v claims, and then %q, fallback %v", i, claims, texts(final.Claims), final.Fallback)
				}
			})
		}
		all.Wait()
		if calls.Load() != 1 {
			t.Errorf("%d calls", calls.Load())
		}
		if grown, final := watched(t, a, Question{Text: aboutKiln}); len(final.Claims) != 3 || len(grows(t, grown, final)) > 0 {
			t.Errorf("of what is kept, %d were shown before %q", len(grown), texts(final.Claims))
		}
	})
}

// TestGrowsAfterKept: of a kept reply that no longer passes nothing is left in the one that is asked for.
func TestGrowsAfterKept(t *testing.T) {
	lib := kilnLibrary(t)
	const question = "who led the repairs" // as it is kept
	synctest.Test(t, func(t *testing.T) {
		var told prompts.Prompt
		w := writer{says: says(t, copied, reworded), every: time.Second}
		a := asking(lib, model.Func(func(ctx context.Context, p prompts.Prompt) (prompts.Completion, error) {
			told = p
			return w.Complete(ctx, p)
		}))
		a.Answer(t.Context(), Question{Text: question})
		a = asking(lib, w)
		a.Model.Cache = &model.Cache{}
		a.Model.Cache.Keep(model.KeyOf("", told), `{"claims":[{"text":"Nobody knows.","cites":[77]},{"text":"Nobody.","cites":[]}]}`)
		grown, final := watched(t, a, Question{Text: question})
		if got := grows(t, grown, final); !slices.Equal(got, []int{1, 2}) || a.Model.Calls() != 1 || a.Counts().Dropped != 2 {
			t.Errorf("%v claims were shown before %q, after %d calls", got, texts(final.Claims), a.Model.Calls())
		}
	})
}

// TestFollowUpCosts: a follow-up is one call, the second reading not counted.
func TestFollowUpCosts(t *testing.T) {
	a := asking(kilnLibrary(t), says(t, reworded))
	a.Opinion = &model.Model{Completer: opines(func(int) bool { return true })}
	answer := a.Answer(t.Context(), Question{Text: "And who led them?", Earlier: []Turn{{Question: "What did the repairs cost?", Answer: copied2.text}}})
	if answer.Mode != WordedModel || a.Counts().Calls != 1 || a.Opinion.Calls() != 1 {
		t.Errorf("mode %s, %d calls and %d of the second reading", answer.Mode, a.Counts().Calls, a.Opinion.Calls())
	}
}

// TestCopies holds what is nearly a sentence of the article.
func TestCopies(t *testing.T) {
	w := wording{plan: plan{reach: reach{library: kilnLibrary(t)}}}
	told := w.library.Articles()[0]
	for claim, want := range map[string]bool{
		"The repairs cost 2.4 million crowns and took eleven months.":           true,
		"the repairs cost 2.4 million crowns, and took eleven months":           true,
		"Repairs cost 2.4 million crowns and took eleven months.":               true,
		"The repairs took eleven months.":                                       false,
		"The repairs cost million crowns and took eleven months.":               false,
		"The repairs took eleven months and cost 2.4 million crowns.":           false,
		"The smoke will drift over the school.":                                 false,
		"Neighbours that the smoke will drift over the school.":                 false,
		"The harbour master did rule out a second furnace.":                     false,
		"The harbour master did not rule out a furnace.":                        false,
		"The kiln would employ 30 people by the autumn.":                        false,
		"The repairs cost about 2.4 million crowns and took eleven months.":     false,
		"The council of Brackwater voted 9 to 4 to reopen the kiln on the lane": false,
	} {
		got := false
		for i := range told.Sentences {
			got = got || w.copies(claim, article.Passage{Article: told, Index: i})
		}
		if got != want {
			t.Errorf("%q is nearly a sentence: %v", claim, got)
		}
	}
}
