package libraries_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"talksbot/internal/database"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/encoder"
	"talksbot/knowledge/timeline"
	"talksbot/libraries"
	"talksbot/shelf"
)

// newShelf returns an empty shelf.
func newShelf(t *testing.T) *shelf.Shelf {
	t.Helper()
	db, err := database.Open(t.Context(), database.Memory)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return shelf.New(db)
}

// open returns the libraries of a shelf.
func open(t *testing.T, o libraries.Options) *libraries.Libraries {
	t.Helper()
	l, err := libraries.Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// put puts an article on a shelf for a library, and returns its number there.
func put(t *testing.T, s *shelf.Shelf, library, id, text string) shelf.Put {
	t.Helper()
	a := article.New(article.Article{ID: id, Title: "On the " + id, Text: text, URL: "https://news.example/" + id})
	done, err := s.Put(t.Context(), library, a, nil, article.Whole, shelf.Source{Kind: shelf.FromLink})
	if err != nil {
		t.Fatal(err)
	}
	return done
}

// holds returns the IDs of a library's articles, in order.
func holds(l *knowledge.Library) string {
	var ids []string
	for _, a := range l.Articles() {
		ids = append(ids, a.ID)
	}
	slices.Sort(ids)
	return strings.Join(ids, " ")
}

// see checks what libraries show, after each was refreshed.
func see(t *testing.T, l *libraries.Libraries, want map[string]string) {
	t.Helper()
	for library, ids := range want {
		if err := l.Refresh(t.Context(), library); err != nil {
			t.Fatal(err)
		}
		if got := holds(l.Of(library).Library()); got != ids {
			t.Errorf("library %q holds %q, want %q", library, got, ids)
		}
	}
}

// TestServers holds that each server sees the default library's articles, less those it has put away,
// and its own, and nobody else's.
func TestServers(t *testing.T) {
	s := newShelf(t)
	dam := put(t, s, "", "dam", "The dam above Torvik was closed on Monday.")
	l := open(t, libraries.Options{Shelf: s})
	see(t, l, map[string]string{"": "dam", "1": "dam", "2": "dam"})
	if l.Of("1") != l.Of("") {
		t.Error("a server that holds nothing of its own has a library of its own")
	}

	pier := put(t, s, "1", "pier", "The pier in Hoy is closed.")
	see(t, l, map[string]string{"": "dam", "1": "dam pier", "2": "dam"})
	if _, err := s.Remove(t.Context(), "2", dam.Article, "7"); err != nil {
		t.Fatal(err)
	}
	see(t, l, map[string]string{"": "dam", "1": "dam pier", "2": ""})
	fair := put(t, s, "", "fair", "The fair opens on Friday.")
	see(t, l, map[string]string{"1": "dam fair pier", "2": "fair", "": "dam fair"})

	// What one server holds and the default library too is there once.
	put(t, s, "", "pier", "The pier in Hoy is closed.")
	see(t, l, map[string]string{"1": "dam fair pier", "2": "fair pier", "": "dam fair pier"})
	for _, number := range []int64{pier.Article, fair.Article} {
		if _, err := s.Remove(t.Context(), "", number, ""); err != nil {
			t.Fatal(err)
		}
	}
	see(t, l, map[string]string{"1": "dam pier", "2": "", "": "dam"})
	if _, err := s.Remove(t.Context(), "1", pier.Article, "7"); err != nil {
		t.Fatal(err)
	}
	see(t, l, map[string]string{"1": "dam"})
	if l.Of("1") != l.Of("") {
		t.Error("a server that holds nothing of its own any more has a library of its own")
	}
}

// TestVersions holds that what an article says now takes the place of what it said, that a question
// under way keeps what it began with, and that how an article stands is known.
func TestVersions(t *testing.T) {
	s := newShelf(t)
	first := put(t, s, "", "dam", "The dam above Torvik was closed on Monday.")
	l := open(t, libraries.Options{Shelf: s})
	current, before := l.Of(""), l.Of("").Library()
	if put(t, s, "", "dam", "The dam above Torvik was closed on Tuesday."); l.Refresh(t.Context(), "") != nil {
		t.Fatal("not refreshed")
	}
	after := current.Library()
	if holds(after) != "dam" || !strings.Contains(after.Article("dam").Text, "Tuesday") || !strings.Contains(before.Article("dam").Text, "Monday") {
		t.Errorf("held now %q, before %q", after.Article("dam").Text, before.Article("dam").Text)
	}
	if _, err := s.Mark(t.Context(), first.Article, article.Withdrawn, "gone"); err != nil {
		t.Fatal(err)
	}
	if err := l.Refresh(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	if a := current.Library().Article("dam"); a.State != article.Withdrawn {
		t.Errorf("the article's state is %q", a.State)
	}
	if a := after.Article("dam"); a.State != article.Whole {
		t.Errorf("of the view before the article's state is %q", a.State)
	}
}

// TestOneByOne holds that a library grown from the shelf is the one read from it at once.
func TestOneByOne(t *testing.T) {
	s := newShelf(t)
	grown := open(t, libraries.Options{Shelf: s})
	for _, id := range []string{"dam", "pier", "fair", "school"} {
		put(t, s, "", id, "The "+id+" in Torvik was closed on Monday. Ida Voss, the mayor of Torvik, said so.")
		if err := grown.Refresh(t.Context(), ""); err != nil {
			t.Fatal(err)
		}
	}
	read := open(t, libraries.Options{Shelf: s})
	found := func(l *knowledge.Library) (found string) {
		for _, p := range l.Search(t.Context(), knowledge.Query{Question: l.Analyze("Who is the mayor of Torvik?")}) {
			found += fmt.Sprintf("%s %d %.9f; ", p.Article.ID, p.Index, p.Score)
		}
		return found
	}
	if got, want := found(grown.Of("").Library()), found(read.Of("").Library()); got != want || !strings.HasPrefix(got, "dam 1 ") {
		t.Errorf("grown one by one finds %q, read at once %q", got, want)
	}
}

// TestStored holds that what is derived from a library is stored and opened again, with what came since
// and without what went, and derived again where what was stored is damaged.
func TestStored(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newShelf(t)
		ids, puts := []string{}, map[string]shelf.Put{}
		for i := range 40 {
			id := fmt.Sprintf("dam%02d", i)
			ids, puts[id] = append(ids, id), put(t, s, "", id, fmt.Sprintf("The dam of %d was closed on Monday. Ida Voss, the mayor of Torvik, said so.", 1900+i))
		}
		l := open(t, libraries.Options{Shelf: s})
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() { l.Run(ctx); close(done) }()
		time.Sleep(6 * time.Second)
		cancel()
		<-done
		data, err := s.Derived(t.Context(), "library/", knowledge.Derivation())
		if v, opened := knowledge.Open(data); err != nil || opened != nil || len(v.Articles()) != 40 {
			t.Fatalf("stored is %d bytes: %v, %v", len(data), err, opened)
		}

		if _, err := s.Remove(t.Context(), "", puts["dam00"].Article, ""); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Mark(t.Context(), puts["dam01"].Article, article.Withdrawn, ""); err != nil {
			t.Fatal(err)
		}
		put(t, s, "", "dam02", "The dam of 1902 was closed on Tuesday.")
		put(t, s, "", "pier", "The pier in Hoy is closed.")
		check := func() {
			t.Helper()
			l := open(t, libraries.Options{Shelf: s}).Of("").Library()
			if got, want := holds(l), strings.Join(ids[1:], " ")+" pier"; got != want {
				t.Errorf("holds %q", got)
			}
			if !strings.Contains(l.Article("dam02").Text, "Tuesday") || l.Article("dam01").State != article.Withdrawn || l.Article("dam03").State != article.Whole {
				t.Errorf("%q, %q, %q", l.Article("dam02").Text, l.Article("dam01").State, l.Article("dam03").State)
			}
			if found := l.Search(t.Context(), knowledge.Query{Question: l.Analyze("Who is the mayor of Torvik?"), Limit: 1}); len(found) != 1 {
				t.Error("nothing is found")
			}
		}
		check()
		data[len(data)/2] ^= 1
		if err := s.KeepDerived(t.Context(), "library/", knowledge.Derivation(), data); err != nil {
			t.Fatal(err)
		}
		check()
	})
}

// TestDates holds that what the articles say of days is stored, and read again at the next start; what is damaged is read
// from the articles.
func TestDates(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newShelf(t)
		for i := range 40 {
			put(t, s, "", fmt.Sprintf("dam%02d", i), fmt.Sprintf("The dam of Torvik number %d will be closed on %d March 2031.", i, i%28+1))
		}
		l := open(t, libraries.Options{Shelf: s})
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() { l.Run(ctx); close(done) }()
		time.Sleep(6 * time.Second)
		cancel()
		<-done
		data, err := s.Derived(t.Context(), "dates/", timeline.Derivation())
		if err != nil || data == nil {
			t.Fatal("no dates are stored", err)
		}
		check := func(warned bool) {
			t.Helper()
			var log strings.Builder
			l := open(t, libraries.Options{Shelf: s, Log: slog.New(slog.NewTextHandler(&log, nil))}).Of("").Library()
			if strings.Contains(log.String(), "dates") != warned {
				t.Errorf("logged %q", log.String())
			}
			if events := timeline.New(l).Find(timeline.Query{}); len(events) == 0 || events[0].From.Day != 1 {
				t.Errorf("%d events", len(events))
			}
		}
		check(false)
		data[len(data)/2] ^= 1
		if err := s.KeepDerived(t.Context(), "dates/", timeline.Derivation(), data); err != nil {
			t.Fatal(err)
		}
		check(true)
	})
}

// TestVectors holds that vectors are stored, and given to the articles of the next start; damaged ones are made again.
func TestVectors(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newShelf(t)
		for i := range 40 {
			put(t, s, "", fmt.Sprintf("dam%02d", i), fmt.Sprintf("The dam of %d was closed on Monday. It leaks.", 1900+i))
		}
		// run returns how many sentences it made vectors of.
		run := func() (made int32) {
			var n atomic.Int32
			l := open(t, libraries.Options{Shelf: s, Prepare: func(ctx context.Context, c *knowledge.Current) {
				c.Library().Embed(ctx, func(context.Context, string) (encoder.Vector, error) {
					n.Add(1)
					return encoder.Vector{1}, nil
				})
			}})
			ctx, cancel := context.WithCancel(t.Context())
			done := make(chan struct{})
			go func() { l.Run(ctx); close(done) }()
			time.Sleep(12 * time.Second)
			cancel()
			<-done
			return n.Load()
		}
		if n := run(); n != 80 {
			t.Errorf("%d vectors are made at first", n)
		}
		runtime.GC() // articles of one version share their vectors while they are held
		runtime.GC()
		if n := run(); n != 0 {
			t.Errorf("%d vectors are made again", n)
		}
		if err := s.KeepDerived(t.Context(), "vectors/", encoder.Hash, []byte("no vectors")); err != nil {
			t.Fatal(err)
		}
		runtime.GC()
		runtime.GC()
		if n := run(); n != 80 {
			t.Errorf("%d vectors are made where those stored are damaged", n)
		}
	})
}

// TestShelfGone holds that a server is answered from the default library while the shelf cannot be
// read, and what is held stays.
func TestShelfGone(t *testing.T) {
	db, err := database.Open(t.Context(), database.Memory)
	if err != nil {
		t.Fatal(err)
	}
	s := shelf.New(db)
	put(t, s, "", "dam", "The dam above Torvik was closed on Monday.")
	l := open(t, libraries.Options{Shelf: s})
	db.Close()
	if l.Refresh(t.Context(), "1") == nil {
		t.Error("a shelf that is gone is no error")
	}
	if got := holds(l.Of("1").Library()); got != "dam" {
		t.Errorf("holds %q", got)
	}
}

// A folder has files of articles.
type folder struct {
	*testing.T
	dir string
}

func (f folder) write(name, text string) {
	f.Helper()
	path := filepath.Join(f.dir, name)
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		f.Fatal(err)
	}
	now := time.Now()
	if err := os.Chtimes(path, now, now); err != nil { // by the clock of the test
		f.Fatal(err)
	}
}

func (f folder) remove(name string) {
	f.Helper()
	if err := os.Remove(filepath.Join(f.dir, name)); err != nil {
		f.Fatal(err)
	}
}

// TestStock holds that files come and go, and that those that are as they were are not read again.
func TestStock(t *testing.T) {
	s, f := newShelf(t), folder{t, t.TempDir()}
	news := ""
	l := open(t, libraries.Options{Shelf: s, Paths: []string{f.dir}, Tell: func(_ context.Context, article int64, n int, quiet bool) error {
		if told := fmt.Sprintf("%d.%d %v; ", article, n, quiet); !strings.Contains(news, told) { // twice is once
			news += told
		}
		return nil
	}})
	stock := func(read, gone int, want string) {
		t.Helper()
		done, err := l.Stock(t.Context(), nil)
		if err != nil || len(done.Articles) != read || len(done.Gone) != gone {
			t.Errorf("%d articles read and %d gone, want %d and %d; %v", len(done.Articles), len(done.Gone), read, gone, err)
		}
		see(t, l, map[string]string{"": want})
	}
	f.write("dam.txt", "The dam above Torvik was closed on Monday.")
	f.write("pier.txt", "The pier in Hoy is closed.")
	stock(2, 0, "dam pier")
	stock(0, 0, "dam pier")
	f.write("dam.txt", "The dam above Torvik was closed on Tuesday, engineers say.")
	stock(1, 0, "dam pier")
	if text := l.Of("").Library().Article("dam").Text; !strings.Contains(text, "Tuesday") {
		t.Errorf("the dam's text is %q", text)
	}
	f.write("two.jsonl", `{"id":"fair","text":"The fair opens on Friday."}`+"\n"+`{"id":"school","text":"The school has a roof."}`)
	stock(2, 0, "dam fair pier school")
	f.write("two.jsonl", `{"id":"fair","text":"The fair opens on Friday."}`)
	f.remove("pier.txt")
	stock(1, 2, "dam fair")
	f.write("pier.txt", "The pier in Hoy is closed.")
	stock(1, 0, "dam fair pier")
	f.write("moved.txt", "The pier in Hoy is closed.") // what moves is not gone
	f.remove("pier.txt")
	stock(1, 0, "dam fair pier")

	if want := "1.1 true; 2.1 true; 1.2 false; 3.1 false; 4.1 false; 2.1 false; "; news != want {
		t.Errorf("news is %q, want %q", news, want)
	}

	// What somebody else added stays, also where a file has it too and goes.
	put(t, s, "", "mill", "The mill grinds again.")
	f.write("mill.txt", "The mill grinds again.")
	stock(1, 0, "dam fair mill pier")
	f.remove("mill.txt")
	stock(0, 0, "dam fair mill pier")

	// A file that cannot be read any more has lost nothing.
	f.write("mill.txt", "The mill grinds again.")
	f.write("pond.txt", "The pond is frozen.")
	stock(2, 0, "dam fair mill pier pond")
	f.write("pond.txt", "The pond\x00.")
	stock(0, 0, "dam fair mill pier pond")
	f.write("pond.txt", "The pond has thawed.")
	stock(1, 0, "dam fair mill pier pond")
	f.remove("pond.txt")
	stock(0, 1, "dam fair mill pier")

	// A folder that is not there has lost nothing.
	if err := os.Rename(f.dir, f.dir+".away"); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Stock(t.Context(), nil); err == nil {
		t.Error("a folder that is gone is no error")
	}
	see(t, l, map[string]string{"": "dam fair mill pier"})
}

// TestShipped holds that the shipped article is there unless others are named or it was put away.
func TestShipped(t *testing.T) {
	s, f := newShelf(t), folder{t, t.TempDir()}
	f.write("dam.txt", "The dam above Torvik was closed on Monday.")
	shipped := []*article.Article{article.New(article.Article{ID: "shipped", Text: "Russia and NATO talk."})}
	held := func(want string, paths ...string) {
		t.Helper()
		l := open(t, libraries.Options{Shelf: s, Paths: paths, Shipped: shipped})
		if _, err := l.Stock(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		see(t, l, map[string]string{"": want})
	}
	held("shipped")
	held("dam", f.dir)
	held("dam shipped")
	all, err := s.Holdings(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range all {
		if h.ID == "shipped" {
			if _, err := s.Remove(t.Context(), "", h.Article, ""); err != nil {
				t.Fatal(err)
			}
		}
	}
	held("dam")
}

// TestRun holds that what another process does, and what happens to files, is seen by itself; that a
// file that is being written is left alone; and that whatever was made ready ends.
func TestRun(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, f := newShelf(t), folder{t, t.TempDir()}
		f.write("dam.txt", "The dam above Torvik was closed on Monday.")
		var ready atomic.Int32
		l := open(t, libraries.Options{Shelf: s, Paths: []string{f.dir}, Prepare: func(ctx context.Context, c *knowledge.Current) {
			ready.Add(1)
			<-ctx.Done()
			ready.Add(-1)
		}})
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() { l.Run(ctx); close(done) }()
		wait := func(d time.Duration, library, want string) {
			t.Helper()
			time.Sleep(d)
			synctest.Wait()
			if got := holds(l.Of(library).Library()); got != want {
				t.Errorf("after %v library %q holds %q, want %q", d, library, got, want)
			}
		}
		wait(11*time.Second, "1", "dam")
		put(t, s, "1", "pier", "The pier in Hoy is closed.")
		wait(3*time.Second, "1", "dam pier")
		if n := ready.Load(); n != 2 {
			t.Errorf("%d libraries are made ready", n)
		}
		f.write("fair.txt", "The fair opens on Fri")
		time.Sleep(5 * time.Second) // 19 s
		f.write("fair.txt", "The fair opens on Friday.")
		wait(2*time.Second, "1", "dam pier") // at 20 s it had just been written
		wait(10*time.Second, "1", "dam fair pier")
		f.remove("dam.txt")
		wait(13*time.Second, "1", "fair pier")
		cancel()
		<-done
		if n := ready.Load(); n != 0 {
			t.Errorf("%d libraries are still made ready", n)
		}
	})
}

// TestToldAgain holds that an article is told of where that failed after it was put on the shelf.
func TestToldAgain(t *testing.T) {
	s, f := newShelf(t), folder{t, t.TempDir()}
	f.write("dam.txt", "The dam above Torvik was closed on Monday.")
	fails, news := false, ""
	l := open(t, libraries.Options{Shelf: s, Paths: []string{f.dir}, Tell: func(_ context.Context, article int64, n int, quiet bool) error {
		if fails {
			return errors.New("the database is gone")
		}
		news += fmt.Sprintf("%d.%d %v; ", article, n, quiet)
		return nil
	}})
	for _, fails = range []bool{true, false} {
		if _, err := l.Stock(t.Context(), nil); (err != nil) != fails {
			t.Fatal(err)
		}
	}
	f.write("dam.txt", "The dam above Torvik was closed on Tuesday, engineers say.")
	f.write("pier.txt", "The pier in Hoy is closed.")
	for _, fails = range []bool{true, false, false} {
		if _, err := l.Stock(t.Context(), nil); (err != nil) != fails {
			t.Fatal(err)
		}
	}
	if want := "1.1 true; 1.2 false; 2.1 false; "; news != want {
		t.Errorf("news is %q, want %q", news, want)
	}
}

// TestOneUnreadable holds that a server's library that cannot be read keeps no other from following the shelf.
func TestOneUnreadable(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		db, err := database.Open(t.Context(), database.Memory)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		s := shelf.New(db)
		put(t, s, "1", "pier", "The pier in Hoy is closed.")
		breakRecords(t, db)
		l := open(t, libraries.Options{Shelf: s})
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() { l.Run(ctx); close(done) }()
		for _, server := range []string{"1", "2"} {
			if got := holds(l.Of(server).Library()); got != "" {
				t.Errorf("server %s holds %q", server, got)
			}
		}
		put(t, s, "2", "fair", "The fair opens on Friday.")
		time.Sleep(3 * time.Second)
		synctest.Wait()
		if got := holds(l.Of("2").Library()); got != "fair" {
			t.Errorf("server 2 holds %q", got)
		}
		cancel()
		<-done
	})
}

// TestDamaged holds that a damaged article takes no other away.
func TestDamaged(t *testing.T) {
	db, err := database.Open(t.Context(), database.Memory)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	s := shelf.New(db)
	put(t, s, "", "pier", "The pier in Hoy is closed.")
	breakRecords(t, db)
	put(t, s, "", "fair", "The fair opens on Friday.")
	l := open(t, libraries.Options{Shelf: s})
	see(t, l, map[string]string{"": "fair", "1": "fair"})
	put(t, s, "1", "mill", "The mill grinds again.")
	see(t, l, map[string]string{"": "fair", "1": "fair mill"})
}

// breakRecords damages all articles that are on a shelf.
func breakRecords(t *testing.T, db *database.DB) {
	t.Helper()
	err := db.Within(t.Context(), "breaking records", func(ctx context.Context, tx *database.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE versions SET record = $1`, []byte("{"))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestManyMore holds that nothing is read again at a start of what came after the library was stored, also where that
// is much, and too small a share for the library to be stored anew.
func TestManyMore(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		db, err := database.Open(t.Context(), database.Memory)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		s := shelf.New(db)
		add := func(from, to int) {
			t.Helper()
			var all []shelf.Putting
			for i := from; i < to; i++ {
				a := article.New(article.Article{ID: fmt.Sprintf("dam%d", i), Text: fmt.Sprintf("Dam %d is closed.", i)})
				all = append(all, shelf.Putting{Article: a, From: shelf.Source{Kind: shelf.FromLink}})
			}
			if _, err := s.PutAll(t.Context(), "", all); err != nil {
				t.Fatal(err)
			}
		}
		add(0, 700)
		l := open(t, libraries.Options{Shelf: s})
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() { l.Run(ctx); close(done) }()
		time.Sleep(6 * time.Second)
		add(700, 780)
		time.Sleep(6 * time.Second)
		cancel()
		<-done
		breakRecords(t, db)
		if n := len(open(t, libraries.Options{Shelf: s}).Of("").Library().Articles()); n != 780 {
			t.Errorf("%d articles are opened", n)
		}
	})
}
