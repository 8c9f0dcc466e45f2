package store

import (
	"sync"
	"testing"

	"talksbot/internal/database/databasetest"
)

// What was spent is still known after a restart, day by day.
func TestSpend(t *testing.T) {
	t.Parallel()
	databasetest.Run(t, func(t *testing.T, path string) {
		s := open(t, path)
		for _, c := range []struct {
			day       string
			tokens    int
			restarted bool
			want      int
		}{
			{"2022-01-10", 0, false, 0},
			{"2022-01-10", 700, false, 700},
			{"2022-01-10", 300, false, 1000},
			{"2022-01-10", 0, true, 1000},
			{"2022-01-11", 0, false, 0},
			{"2022-01-11", 5, true, 5},
			{"2022-01-10", 1, false, 1001},
		} {
			if c.restarted {
				s.Close()
				s = open(t, path)
			}
			if sum, err := s.Spend(t.Context(), c.day, c.tokens); sum != c.want || err != nil {
				t.Errorf("after %d on %s: %d, %v; want %d", c.tokens, c.day, sum, err, c.want)
			}
		}
	})
}

// Programs that share a file lose nothing of what each spends.
func TestSpendTogether(t *testing.T) {
	t.Parallel()
	databasetest.Run(t, func(t *testing.T, path string) {
		var all sync.WaitGroup
		const stores, calls = 4, 25
		for range stores {
			s := open(t, path)
			all.Go(func() {
				for range calls {
					if _, err := s.Spend(t.Context(), "2022-01-10", 7); err != nil {
						t.Error(err)
					}
				}
			})
		}
		all.Wait()
		if sum, err := open(t, path).Spend(t.Context(), "2022-01-10", 0); sum != 7*stores*calls || err != nil {
			t.Errorf("%d, %v; want %d", sum, err, 7*stores*calls)
		}
	})
}
