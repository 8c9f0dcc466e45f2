package bot

import (
	"encoding/json"
	"log/slog"
	"strings"
	"testing"
	"time"

	"talksbot/bot/command"
	"talksbot/bot/digests"
	"talksbot/bot/discord"
	"talksbot/bot/press"
	"talksbot/bot/store"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/revision"
	"talksbot/knowledge/timex"
	"talksbot/page"
	"talksbot/shelf"
)

// announced puts an article on the shelf and tells of it, as the program does when it takes one up.
func (s *shelved) announced(library string, before *article.Article, a article.Article) *article.Article {
	s.t.Helper()
	put := s.put(library, a)
	now := s.Of(library).Library().Article(put.ID)
	n := shelf.News{Article: put.Article, N: put.N, Kind: "new"}
	if before != nil {
		c := revision.Between(before, now)
		n.Kind = c.Verdict()
		n.Details, _ = json.Marshal(c)
	}
	s.must(s.Announce(s.t.Context(), n))
	return now
}

// TestWhatsNew asks what is new as a person does: at first of the last day, then since they last asked, or since a
// day they name.
func TestWhatsNew(t *testing.T) {
	s := newShelved(t)
	now := time.Date(2026, 3, 4, 8, 0, 0, 0, time.UTC)
	s.Now = func() time.Time { return now }
	as := archives{libraries: s, shelf: s, log: slog.New(slog.DiscardHandler), now: func() time.Time { return now }}
	ask := func(person, since string) string {
		e := discord.Event{Guild: "7", User: discord.User{ID: person}, Values: map[string]string{"since": since}}
		r := as.of(e).whatsNew(t.Context(), e)
		if r.Err != nil {
			t.Fatal(r.Err)
		}
		return shown(r)
	}
	day, _ := timex.ParseMoment("2026-03-04")
	a := article.Article{ID: "ferry", Title: "Ferry returns", Outlet: "Harbour Post", URL: "https://news.test/ferry", Published: day,
		Text: "The ferry to Skagen will run again on 12 March, the operator said.\n\nRepairs cost 3 million crowns."}
	first := s.announced("7", nil, a)
	if got := ask("ada", ""); !strings.Contains(got, "Ferry returns") || !strings.Contains(got, "12 March") {
		t.Errorf("the new article is not told:\n%s", got)
	}
	now = now.Add(2 * time.Hour)
	if got := ask("ada", ""); !strings.Contains(got, "Nothing is new since") {
		t.Errorf("told again:\n%s", got)
	}
	now = now.Add(time.Hour)
	a.Text = strings.Replace(a.Text, "12 March", "14 March", 1)
	s.announced("7", first, a)
	got := ask("ada", "")
	for _, want := range []string{"Corrected", "12 March", "14 March"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in:\n%s", want, got)
		}
	}
	if strings.Contains(got, "**New**") {
		t.Errorf("the article is told as new again:\n%s", got)
	}
	if got := ask("bo", "yesterday"); !strings.Contains(got, "**New**") || !strings.Contains(got, "Corrected") {
		t.Errorf("since yesterday:\n%s", got)
	}
	// It is noted when somebody asked, which they are told and can have forgotten.
	for person, want := range map[string]bool{"ada": true, "cy": false} {
		if is, err := s.Visited(t.Context(), person); err != nil || is != want {
			t.Errorf("of %s it is noted: %v, %v", person, is, err)
		}
		r := command.Reply{Page: page.Privacy(page.Kept{Visited: want}, page.Printer{})}
		if got := shown(r); strings.Contains(got, "/whatsnew") != want || strings.Contains(got, "nothing of yours") == want {
			t.Errorf("of %s, privacy says:\n%s", person, got)
		}
	}
	s.must(s.ForgetPerson(t.Context(), "ada"))
	if is, err := s.Visited(t.Context(), "ada"); err != nil || is {
		t.Errorf("it is still noted: %v, %v", is, err)
	}
	for typed, want := range map[string]string{"blue": "blue", "next year": "still to come"} {
		if got := ask("bo", typed); !strings.Contains(got, want) {
			t.Errorf("%q is answered:\n%s", typed, got)
		}
	}
}

// TestDigestRevised holds that a digest begins with what was corrected or withdrawn since the one before, what an
// article said beside what it says, once, and that the first of a channel does not.
func TestDigestRevised(t *testing.T) {
	s := newShelved(t)
	now := time.Date(2026, 3, 4, 8, 0, 0, 0, time.UTC)
	s.Now = func() time.Time { return now }
	as := archives{libraries: s, shelf: s, log: slog.New(slog.DiscardHandler), now: s.Now}
	kept, err := store.Open(t.Context(), store.Memory)
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	desk := digests.NewDesk(nil, kept, func(guild string) *knowledge.Library { return as.named(guild).library }, as.revised,
		func(string) page.Printer { return page.Printer{} }, as.log)
	write := func() string {
		t.Helper()
		day := calendar.DayOf(now)
		post, ours, err := kept.Claim(t.Context(), "5", day.String(), now, now.Add(time.Hour))
		if err == nil && ours {
			err = desk.Write(t.Context(), press.Job{Subscription: store.Subscription{Guild: "7", Channel: "5"}, Day: day}, &post)
		}
		if err != nil {
			return err.Error()
		}
		s.must(kept.Write(t.Context(), post))
		s.must(kept.Sent(t.Context(), post, "m"+day.String()))
		now = now.AddDate(0, 0, 1)
		return string(post.Body)
	}
	day, _ := timex.ParseMoment("2026-03-04")
	a := article.Article{ID: "ferry", Title: "Ferry returns", Outlet: "Harbour Post", URL: "https://news.test/ferry", Published: day,
		Text: "The ferry to Skagen will run again on 12 March, the operator said.\n\nRepairs cost 3 million crowns."}
	first := s.announced("7", nil, a)
	if got := write(); !strings.Contains(got, "12 March") || strings.Contains(got, "Corrected") {
		t.Errorf("the first digest says:\n%s", got)
	}
	a.Text = strings.Replace(a.Text, "12 March", "14 March", 1)
	s.announced("7", first, a)
	got := write()
	if at := strings.Index(got, "Corrected"); at < 0 || !strings.Contains(got[at:], "12 March") || !strings.Contains(got[at:], "14 March") || strings.Index(got, "new") > 0 && strings.Index(got, "new") < at {
		t.Errorf("after a correction the digest says:\n%s", got)
	}
	if got := write(); strings.Contains(got, "Corrected") {
		t.Errorf("told twice:\n%s", got)
	}
}
