package store

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"talksbot/internal/database/databasetest"
)

// questions returns the questions of gaps.
func questions(t *testing.T, s *Store, guild string, now time.Time) (all []string) {
	t.Helper()
	gaps, err := s.Gaps(t.Context(), guild, now)
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range gaps {
		all = append(all, g.Question)
	}
	return all
}

// keeps keeps a gap, which has to be kept or not.
func keeps(t *testing.T, s *Store, g Gap, now time.Time, want bool) {
	t.Helper()
	if kept, err := s.KeepGap(t.Context(), g, now); kept != want || err != nil {
		t.Errorf("%+v: kept %v, %v", g, kept, err)
	}
}

var noon = time.Date(2023, 6, 1, 12, 0, 0, 0, time.UTC)

func TestGaps(t *testing.T) {
	t.Parallel()
	databasetest.Run(t, func(t *testing.T, path string) {
		s := open(t, path)
		keeps(t, s, Gap{Guild: "a", Question: "When does the bridge reopen?", Why: Refused}, noon, true)
		keeps(t, s, Gap{Guild: "b", Question: "Who won the regatta?", Why: Wrong, Reason: "old"}, noon, true)
		keeps(t, s, Gap{Guild: "", Question: "Asked in a direct message?", Why: Refused}, noon, false)
		keeps(t, s, Gap{Guild: "a", Question: "", Why: Refused}, noon, false)
		s.Close()
		s = open(t, path)
		if got := questions(t, s, "a", noon); !slices.Equal(got, []string{"When does the bridge reopen?"}) {
			t.Errorf("of the first server: %q", got)
		}
		all, err := s.Gaps(t.Context(), "", noon)
		if err != nil || len(all) != 2 || all[1] != (Gap{ID: 2, Guild: "b", Day: "2023-06-01", Question: "Who won the regatta?", Why: Wrong, Reason: "old"}) {
			t.Errorf("of all: %+v, %v", all, err)
		}
		if err := s.DropGaps(t.Context(), "a", []int64{all[0].ID, all[1].ID, 77}); err != nil {
			t.Fatal(err)
		}
		if got := questions(t, s, "", noon); !slices.Equal(got, []string{"Who won the regatta?"}) {
			t.Errorf("after one server dropped its own and another's: %q", got)
		}
	})
}

// A gap is kept for thirty days, whether or not another comes.
func TestGapsAge(t *testing.T) {
	t.Parallel()
	databasetest.Run(t, func(t *testing.T, path string) {
		s := open(t, path)
		const day = 24 * time.Hour
		keeps(t, s, Gap{Guild: "a", Question: "old"}, noon, true)
		keeps(t, s, Gap{Guild: "b", Question: "elsewhere"}, noon, true)
		if got := questions(t, s, "", noon.Add(30*day)); len(got) != 2 {
			t.Errorf("on the thirtieth day: %q", got)
		}
		if got := questions(t, s, "", noon.Add(31*day)); len(got) != 0 {
			t.Errorf("after it, shown: %q", got)
		}
		keeps(t, s, Gap{Guild: "a", Question: "new"}, noon.Add(31*day), true)
		if got := questions(t, s, "", noon); !slices.Equal(got, []string{"new"}) {
			t.Errorf("held, once another came: %q", got)
		}
		if err := s.ForgetGaps(t.Context(), noon.Add(62*day)); err != nil {
			t.Fatal(err)
		}
		if got := questions(t, s, "", noon); len(got) != 0 {
			t.Errorf("held after forgetting: %q", got)
		}
	})
}

// A server that asks without end loses its oldest, and nobody else's.
func TestGapsBounded(t *testing.T) {
	t.Parallel()
	databasetest.Run(t, func(t *testing.T, path string) {
		s := open(t, path)
		keeps(t, s, Gap{Guild: "b", Question: "mine"}, noon, true)
		for i := range mostGaps + 3 {
			keeps(t, s, Gap{Guild: "a", Question: fmt.Sprint(i)}, noon, true)
		}
		if got := questions(t, s, "a", noon); len(got) != mostGaps || got[0] != "3" {
			t.Errorf("%d are kept, from %q", len(got), got[0])
		}
		if got := questions(t, s, "b", noon); len(got) != 1 {
			t.Errorf("of the other server: %q", got)
		}
	})
}

// Off means off: what is kept goes at once, nothing comes, and nothing is back when it is on again.
func TestNoGaps(t *testing.T) {
	t.Parallel()
	databasetest.Run(t, func(t *testing.T, path string) {
		s := open(t, path)
		for _, guild := range []string{"a", "b"} {
			keeps(t, s, Gap{Guild: guild, Question: "why?"}, noon, true)
		}
		off := func(off bool) {
			t.Helper()
			if c, err := s.Choose(t.Context(), "a", func(c *Settings) { c.NoGaps = off }); c.NoGaps != off || err != nil {
				t.Fatal(c, err)
			}
		}
		off(true)
		keeps(t, s, Gap{Guild: "a", Question: "why?"}, noon, false)
		off(false)
		if got, other := questions(t, s, "a", noon), questions(t, s, "b", noon); len(got) != 0 || len(other) != 1 {
			t.Errorf("left: %q, of another %q", got, other)
		}
	})
}

func TestSettings(t *testing.T) {
	t.Parallel()
	databasetest.Run(t, func(t *testing.T, path string) {
		s := open(t, path)
		choose := func(guild string, change func(*Settings)) Settings {
			t.Helper()
			c, err := s.Choose(t.Context(), guild, change)
			if err != nil {
				t.Fatal(err)
			}
			return c
		}
		choose("a", func(c *Settings) { c.Channels, c.PerPerson = []string{"1", "2"}, 3 })
		choose("b", func(c *Settings) { c.Language = "de" })
		if c := choose("a", func(c *Settings) { c.Private = true }); c.PerPerson != 3 || !c.Private || len(c.Channels) != 2 {
			t.Errorf("after another change: %+v", c)
		}
		s.Close()
		s = open(t, path)
		if c, err := s.Settings(t.Context(), "a"); c.PerPerson != 3 || err != nil {
			t.Errorf("after a restart: %+v, %v", c, err)
		}
		if c, err := s.Settings(t.Context(), "nobody's"); !c.IsUsual() || err != nil {
			t.Errorf("where nothing was chosen: %+v, %v", c, err)
		}
		choose("b", func(c *Settings) { c.Language = "" })
		all, err := s.AllSettings(t.Context())
		if _, has := all["b"]; has || len(all) != 1 || err != nil {
			t.Errorf("of all: %+v, %v", all, err)
		}
		for at, when := range map[string]time.Time{"a": noon} {
			if err := s.LeaveServer(t.Context(), at, when); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := s.ForgetServers(t.Context(), noon.Add(KeepsServers+time.Hour)); err != nil {
			t.Fatal(err)
		}
		if c, err := s.Settings(t.Context(), "a"); !c.IsUsual() || err != nil {
			t.Errorf("a month after the bot left: %+v, %v", c, err)
		}
	})
}

// Of changes made at one time none is lost, from whatever process they come.
func TestChooseTogether(t *testing.T) {
	t.Parallel()
	databasetest.Run(t, func(t *testing.T, path string) {
		stores := []*Store{open(t, path), open(t, path)}
		var all sync.WaitGroup
		for i := range 20 {
			all.Go(func() {
				if _, err := stores[i%2].Choose(context.Background(), "a", func(c *Settings) { c.Channels = append(c.Channels, fmt.Sprint(i)) }); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		if c, err := stores[0].Settings(t.Context(), "a"); len(c.Channels) != 20 || err != nil {
			t.Errorf("%d of 20 changes are there, %v", len(c.Channels), err)
		}
	})
}

func TestWorded(t *testing.T) {
	t.Parallel()
	databasetest.Run(t, func(t *testing.T, path string) {
		s := open(t, path)
		takes := func(guild, day string, most int, want bool) {
			t.Helper()
			if may, err := s.TakeWorded(t.Context(), guild, day, most); may != want || err != nil {
				t.Errorf("%s on %s, at most %d: %v, %v", guild, day, most, may, err)
			}
		}
		takes("a", "2023-06-01", 0, false)
		takes("a", "2023-06-01", 2, true)
		takes("a", "2023-06-01", 2, true)
		takes("a", "2023-06-01", 2, false)
		takes("b", "2023-06-01", 2, true)
		if err := s.GiveBackWorded(t.Context(), "a", "2023-06-01"); err != nil {
			t.Fatal(err)
		}
		takes("a", "2023-06-01", 2, true)
		takes("a", "2023-06-02", 1, true)
	})
}

// Another process reads what a bot keeps, while it keeps it.
func TestOpenToRead(t *testing.T) {
	t.Parallel()
	databasetest.Run(t, func(t *testing.T, path string) {
		s := open(t, path)
		r, err := OpenToRead(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		keeps(t, s, Gap{Guild: "a", Question: "why?"}, noon, true)
		if got := questions(t, r, "", noon); len(got) != 1 {
			t.Errorf("beside the bot: %q", got)
		}
		if kept, err := r.KeepGap(t.Context(), Gap{Guild: "a", Question: "how?"}, noon); kept || err == nil {
			t.Error("it is written")
		}
	})
}
