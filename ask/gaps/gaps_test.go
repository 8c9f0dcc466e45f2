package gaps

import (
	"context"
	"slices"
	"testing"

	"talksbot/ask"
)

func TestGroups(t *testing.T) {
	all := []Gap{
		{ID: 1, Day: "2023-06-01", Question: "Who won the regatta?"},
		{ID: 2, Day: "2023-06-02", Question: "How deep is the lake?"},
		{ID: 3, Day: "2023-06-03", Question: "who won the regatta"},
		{ID: 4, Day: "2023-06-04", Question: "Who was the winner of the regatta?", Wrong: true, Reason: "old"},
		{ID: 5, Day: "2023-06-05", Question: "Who lost the regatta?", Wrong: true, Reason: "other"},
		{ID: 6, Day: "2023-06-06", Question: "Who was the winner of the regatta?", Wrong: true, Reason: "old"},
		{ID: 7, Day: "2023-06-07", Question: "Who was the winner of the regatta?", Wrong: true, Reason: "source"},
	}
	groups, err := new(Reader).Groups(t.Context(), nothing(t, true), all)
	if err != nil || len(groups) != 3 {
		t.Fatalf("%d groups, %v: %+v", len(groups), err, groups)
	}
	g := groups[0]
	if g.Question != "Who was the winner of the regatta?" || len(g.Gaps) != 5 || g.Since() != "2023-06-01" || g.Refused != 2 || g.Wrong != 3 || !slices.Equal(g.Reasons, []string{"old", "source"}) {
		t.Errorf("the first: %+v", g)
	}
	if groups[1].Question != "Who lost the regatta?" || groups[2].Question != "How deep is the lake?" {
		t.Errorf("then: %+v", groups[1:])
	}
}

// Without an encoder the same words are one, whatever they look like; nothing else is.
func TestGroupsByWords(t *testing.T) {
	groups, err := new(Reader).Groups(t.Context(), nothing(t, false), []Gap{
		{ID: 1, Question: "Who won the regatta?"}, {ID: 2, Question: "who WON the regatta??"}, {ID: 3, Question: "Who was the winner of the regatta?"},
		{ID: 4, Question: "Who wins the regatta"}, {ID: 5, Question: "When was the regatta won?"}, {ID: 6, Question: "?"},
	})
	if err != nil || len(groups) != 4 || len(groups[0].Gaps) != 3 {
		t.Errorf("%+v, %v", groups, err)
	}
}

func TestGroupsStop(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if groups, err := new(Reader).Groups(ctx, nothing(t, false), []Gap{{Question: "why?"}}); err == nil {
		t.Errorf("went on: %v", groups)
	}
}

func FuzzGroups(f *testing.F) {
	f.Add("Who won?", "who won", "Did Ada beat Ben?")
	f.Add("", "\xff", "３")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		all := []Gap{{ID: 1, Question: a}, {ID: 2, Question: b}, {ID: 3, Question: c, Wrong: true}, {ID: 4, Question: a}}
		groups, err := new(Reader).Groups(t.Context(), nothing(t, false), all)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[int64]bool{}
		for _, g := range groups {
			if g.Refused+g.Wrong != len(g.Gaps) || !slices.ContainsFunc(g.Gaps, func(of Gap) bool { return of.Question == g.Question }) {
				t.Errorf("%+v", g)
			}
			for _, of := range g.Gaps {
				if seen[of.ID] {
					t.Errorf("%d is in two groups", of.ID)
				}
				seen[of.ID] = true
				if of.ID == 1 && !slices.ContainsFunc(g.Gaps, func(o Gap) bool { return o.ID == 4 }) {
					t.Error("what is asked in the same words is not one")
				}
			}
		}
		if len(seen) != len(all) {
			t.Errorf("%d of %d are in a group", len(seen), len(all))
		}
	})
}

// What was refused is asked again, without the model; of what was answered wrongly nothing is said.
func TestAnswered(t *testing.T) {
	answered := func(_ context.Context, q ask.Question) ask.Answer {
		if !q.Plain {
			t.Error("the model is asked")
		}
		return ask.Answer{Outcome: ask.Silent}
	}
	if _, ok := (Group{Question: "why?", Refused: 1}).Answered(t.Context(), nil, answered); ok {
		t.Error("what the articles do not say is answered")
	}
	never := func(context.Context, ask.Question) ask.Answer {
		t.Error("it is asked")
		return ask.Answer{}
	}
	if _, ok := (Group{Question: "why?", Wrong: 1}).Answered(t.Context(), nil, never); ok {
		t.Error("what was answered wrongly is answered")
	}
}
