package store

import (
	"testing"
	"time"

	"talksbot/internal/database/databasetest"
)

func TestServers(t *testing.T) {
	t.Parallel()
	databasetest.Run(t, func(t *testing.T, path string) {
		s := open(t, path)
		joined, now := time.UnixMilli(1_000), time.UnixMilli(2_000_000)
		enters := func(why string, since time.Time, want bool) {
			t.Helper()
			if news, err := s.EnterServer(t.Context(), "g", since); news != want || err != nil {
				t.Errorf("%s: %v, %v", why, news, err)
			}
		}
		leaves := func(at time.Time) {
			t.Helper()
			if err := s.LeaveServer(t.Context(), "g", at); err != nil {
				t.Error(err)
			}
		}
		enters("the first time", joined, true)
		enters("told anew", joined, false)
		leaves(now)
		enters("an outage taken for leaving", joined, false)
		leaves(now)
		enters("invited again", now, true)
		leaves(now)
		for _, sub := range []Subscription{{Channel: "c", Guild: "g", Zone: "UTC"}, {Channel: "d", Guild: "h", Zone: "UTC"}} {
			if err := s.Subscribe(t.Context(), sub); err != nil {
				t.Fatal(err)
			}
		}
		for _, guild := range []string{"g", "h"} {
			if err := s.Say(t.Context(), "m"+guild, Said{Question: "why?", Guild: guild}, now); err != nil {
				t.Fatal(err)
			}
			if err := s.Count(t.Context(), guild, true); err != nil {
				t.Fatal(err)
			}
		}
		leaves(now.Add(time.Hour)) // twice: the first time counts
		for _, c := range []struct {
			after time.Duration
			want  int64
		}{{KeepsServers, 0}, {KeepsServers + time.Second, 1}, {KeepsServers + time.Second, 0}} {
			if n, err := s.ForgetServers(t.Context(), now.Add(c.after)); n != c.want || err != nil {
				t.Errorf("after %v: forgot %d, %v", c.after, n, err)
			}
		}
		subs, err := s.Subscriptions(t.Context(), "")
		if err != nil || len(subs) != 1 || subs[0].Guild != "h" {
			t.Errorf("subscriptions left: %v, %v", subs, err)
		}
		gone, _ := s.Said(t.Context(), "mg")
		kept, err := s.Said(t.Context(), "mh")
		if err != nil || gone.Question != "" || kept.Question == "" {
			t.Errorf("left of what was said: %v, %v, %v", gone, kept, err)
		}
	})
}

func TestPerson(t *testing.T) {
	t.Parallel()
	databasetest.Run(t, func(t *testing.T, path string) {
		s := open(t, path)
		now := time.UnixMilli(1_000_000)
		for message, asker := range map[string]string{"1": "ada", "2": "ada", "3": "bob", "4": ""} {
			if err := s.Say(t.Context(), message, Said{Question: "why?", Asker: asker}, now); err != nil {
				t.Fatal(err)
			}
		}
		if who, err := s.Asker(t.Context(), "3"); who != "bob" || err != nil {
			t.Errorf("%q asked, %v", who, err)
		}
		if who, err := s.Asker(t.Context(), "99"); who != "" || err != nil {
			t.Errorf("of what was never said, %q asked, %v", who, err)
		}
		if k, err := s.Of(t.Context(), "ada"); k != (Kept{2, 2, now}) || err != nil {
			t.Errorf("ada: %+v, %v", k, err)
		}
		for _, who := range []string{"ada", ""} {
			if err := s.Forget(t.Context(), who); err != nil {
				t.Error(err)
			}
		}
		if k, err := s.Of(t.Context(), "ada"); k != (Kept{}) || err != nil {
			t.Errorf("ada, forgotten: %+v, %v", k, err)
		}
		if err := s.Unsay(t.Context(), "3"); err != nil {
			t.Error(err)
		}
		if k, err := s.Of(t.Context(), "bob"); k != (Kept{}) || err != nil {
			t.Errorf("bob: %+v, %v", k, err)
		}
		if said, err := s.Said(t.Context(), "4"); said.Question == "" || err != nil {
			t.Errorf("what nobody asked is gone: %v", err)
		}
	})
}
