package ingest

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"talksbot/ingest/replay"
	"talksbot/internal/database"
	"talksbot/internal/database/databasetest"
	"talksbot/knowledge/article"
	"talksbot/shelf"
)

var kills = flag.Int("kills", 8, "how many processes TestKilled kills while they take articles up")

// reader is the variable that makes of this test a process which takes up what is due in the database it names.
const reader = "TALKSBOT_TEST_INGEST"

// dying is the variable that says that the process may be killed, so that its claims are soon to run out.
const dying = "TALKSBOT_TEST_INGEST_DYING"

const perFeed = 5 // articles

// TestProcess is a process that others start and kill. It says which pages it asks for.
func TestProcess(t *testing.T) {
	address := os.Getenv(reader)
	if address == "" {
		t.Skip("for TestKilled and TestTwo")
	}
	ctx := t.Context()
	db, err := database.Open(ctx, address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	r := &Reader{Shelf: shelf.New(db), Network: telling{generated(t, 400)}}
	if os.Getenv(dying) != "" {
		r.claim = time.Second
	}
	fmt.Println("ready")
	if err := r.Poll(ctx); err != nil {
		t.Fatal(err)
	}
	fmt.Println("done")
}

// telling says what is asked for.
type telling struct{ http.RoundTripper }

func (t telling) RoundTrip(r *http.Request) (*http.Response, error) {
	if !strings.HasSuffix(r.URL.Path, "/robots.txt") {
		fmt.Println("asked", r.URL)
	}
	return t.RoundTripper.RoundTrip(r)
}

// generated returns a web of so many sites, each with a feed of articles.
func generated(t testing.TB, sites int) *replay.Web {
	web := replay.New(t)
	for n := range sites {
		var items []replay.Item
		for i := range perFeed {
			link := fmt.Sprintf("https://town%d.example/%d", n, i)
			items = append(items, replay.Item{ID: fmt.Sprint(i), Link: link})
			web.Page(link, replay.Article{Title: fmt.Sprintf("Town %d meets, part %d", n, i), Paragraphs: []string{
				fmt.Sprintf("The council of town %d met on May %d. It heard %d speakers.", n, i+1, n+i), "The mill is to be sold. Nobody voted against it.", fmt.Sprintf("Part %d of the record ends here.", i)}}.HTML())
		}
		web.Handle(feedOf(n), replay.Typed("application/rss+xml", replay.RSS("Town", items...)))
	}
	return web
}

func feedOf(n int) string { return fmt.Sprintf("https://town%d.example/feed.xml", n) }

// process starts TestProcess on a database, and returns it with what it says.
func process(t *testing.T, address string, more ...string) (*exec.Cmd, *bufio.Scanner) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestProcess$", "-test.v")
	cmd.Env = append(append(os.Environ(), reader+"="+address), more...)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if strings.HasSuffix(lines.Text(), "ready") {
			return cmd, lines
		}
	}
	cmd.Wait()
	t.Fatal("the process was never ready")
	return nil, nil
}

// finish runs a process to its end, and returns which pages it asked for.
func finish(t *testing.T, cmd *exec.Cmd, lines *bufio.Scanner) (asked []string) {
	t.Helper()
	done := false
	for lines.Scan() {
		done = done || lines.Text() == "done"
		if page, ok := strings.CutPrefix(lines.Text(), "asked "); ok {
			asked = append(asked, page)
		}
	}
	if err := cmd.Wait(); err != nil || !done {
		t.Errorf("the process ended early: %v", err)
	}
	return asked
}

// TestKilled kills processes while they read feeds and take articles up, at any moment. In the end each article is there,
// once, whole, and was announced once.
func TestKilled(t *testing.T) {
	databasetest.Run(t, func(t *testing.T, address string) {
		db := databasetest.Open(t, address)
		s := shelf.New(db)
		for n := range *kills {
			if _, _, err := s.Follow(t.Context(), "", feedOf(n), ""); err != nil {
				t.Fatal(err)
			}
			cmd, lines := process(t, address, dying+"=1")
			go io.Copy(io.Discard, &scanned{lines})
			time.Sleep(time.Duration(rand.IntN(120)) * time.Millisecond) // of what it does, anything may be under way
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			cmd.Wait()
		}
		for range 20 {
			if isIdle(t, s, *kills) {
				break
			}
			time.Sleep(1100 * time.Millisecond) // the claims of the dead run out
			cmd, lines := process(t, address, dying+"=1")
			finish(t, cmd, lines)
		}
		complete(t, s, *kills)
	})
}

// scanned reads what a scanner leaves.
type scanned struct{ *bufio.Scanner }

func (s *scanned) Read([]byte) (int, error) {
	if !s.Scan() {
		return 0, io.EOF
	}
	return 0, nil
}

// isIdle reports whether all has been taken up.
func isIdle(t *testing.T, s *shelf.Shelf, feeds int) bool {
	t.Helper()
	all, err := s.Jobs(t.Context(), "", time.Now())
	if err != nil {
		t.Fatal(err)
	}
	for _, j := range all {
		if j.Kind == shelf.Add && j.Ended.IsZero() {
			return false
		}
	}
	follows, err := s.Feeds(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range follows {
		if f.First {
			return false
		}
	}
	return len(follows) == feeds
}

// complete checks that each article of the feeds is there, once, whole, announced once, and will be read again.
func complete(t *testing.T, s *shelf.Shelf, feeds int) {
	t.Helper()
	ctx := context.WithoutCancel(t.Context())
	holdings, err := s.Holdings(ctx, "")
	if err != nil {
		t.Fatal(err)
	}
	titles := map[string]int{}
	for _, h := range holdings {
		titles[h.Title]++
		e, err := s.Edition(ctx, h.Version)
		if err != nil {
			t.Fatal(err)
		}
		if a, err := article.Unmarshal(e.Record); err != nil || a.Version != h.Version || len(a.Sentences) != 5 || h.N != 1 {
			t.Errorf("%s: edition %d with %d sentences, %v", h.Title, h.N, len(a.Sentences), err)
		}
	}
	if len(holdings) != feeds*perFeed || len(titles) != feeds*perFeed {
		t.Errorf("%d articles with %d titles, want %d", len(holdings), len(titles), feeds*perFeed)
	}
	news, err := s.NewsOf(ctx, "", time.Time{})
	if err != nil || len(news) != feeds*perFeed {
		t.Errorf("%d pieces of news, want %d; %v", len(news), feeds*perFeed, err)
	}
	jobs, err := s.Jobs(ctx, "", time.Now().Add(-time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	rereads := 0
	for _, j := range jobs {
		if j.Kind == shelf.Reread {
			rereads++
		}
	}
	if rereads != feeds*perFeed {
		t.Errorf("%d articles will be read again, want %d", rereads, feeds*perFeed)
	}
}

// TestTwo has two processes work on one database. Each page is asked for once.
func TestTwo(t *testing.T) {
	databasetest.Run(t, func(t *testing.T, address string) {
		const feeds = 6
		s := shelf.New(databasetest.Open(t, address))
		for n := range feeds {
			if _, _, err := s.Follow(t.Context(), "", feedOf(n), ""); err != nil {
				t.Fatal(err)
			}
		}
		one, saysOne := process(t, address)
		two, saysTwo := process(t, address)
		asked := map[string]int{}
		both := make(chan []string)
		go func() { both <- finish(t, one, saysOne) }()
		go func() { both <- finish(t, two, saysTwo) }()
		for _, page := range append(<-both, <-both...) {
			asked[page]++
		}
		for page, n := range asked {
			if n != 1 {
				t.Errorf("%s was asked for %d times", page, n)
			}
		}
		if len(asked) != feeds*(perFeed+1) {
			t.Errorf("%d pages were asked for, want %d", len(asked), feeds*(perFeed+1))
		}
		complete(t, s, feeds)
	})
}
