package store

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"talksbot/internal/database/databasetest"
)

// What was said is known after a restart: the question for two days, the claims for three months.
func TestSaid(t *testing.T) {
	t.Parallel()
	databasetest.Run(t, func(t *testing.T, path string) {
		s := open(t, path)
		began := time.Date(2022, 1, 10, 9, 0, 0, 0, time.UTC)
		first := Said{Question: "When?", Claims: []Claim{{"On “Monday”.", []int{1, 2}}, {"At noon.", nil}}}
		after := func(d time.Duration, want Said) {
			t.Helper()
			if err := s.Say(t.Context(), fmt.Sprint(d), Said{Follows: "1"}, began.Add(d)); err != nil {
				t.Fatal(err)
			}
			got, err := s.Said(t.Context(), "1")
			if diff := cmp.Diff(want, got); diff != "" || err != nil {
				t.Errorf("after %v, %v (-want +got):\n%s", d, err, diff)
			}
		}
		if err := s.Say(t.Context(), "1", first, began); err != nil {
			t.Fatal(err)
		}
		if got := first.Text(); got != "On “Monday”. At noon." {
			t.Errorf("it reads %q", got)
		}
		s.Close()
		s = open(t, path)
		after(keepsQuestions, first)
		first.Question = ""
		after(keepsQuestions+time.Second, first)
		after(keepsClaims, first)
		after(keepsClaims+time.Second, Said{})
	})
}
