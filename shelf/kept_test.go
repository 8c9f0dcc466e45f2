package shelf

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"talksbot/knowledge/article"
)

func TestDerived(t *testing.T) {
	on(t, func(t *testing.T, s *Shelf, again func() *Shelf) {
		ctx := t.Context()
		long := make([]byte, 2*partSize+7)
		for i := range long {
			long[i] = byte(rand.Int())
		}
		for _, data := range [][]byte{long, long[:2*partSize], []byte("short"), {}} { // each in place of the one before
			if err := s.KeepDerived(ctx, "volume/a", "1", data, article.Version{1}); err != nil {
				t.Fatal(err)
			}
			if got := must(again().Derived(ctx, "volume/a", "1"))(t); got == nil || !bytes.Equal(got, data) {
				t.Errorf("%d bytes came back as %d", len(data), len(got))
			}
		}
		if err := s.KeepDerived(ctx, "volume/a", "2", []byte("newer")); err != nil {
			t.Fatal(err)
		}
		if err := s.DropDerived(ctx, func(name, code string) bool { return code == "2" }); err != nil {
			t.Fatal(err)
		}
		for code, want := range map[string]string{"1": "", "2": "newer", "3": ""} {
			if got := must(s.Derived(ctx, "volume/a", code))(t); string(got) != want || (got == nil) != (want == "") {
				t.Errorf("code %s: %q", code, got)
			}
		}
	})
}

func TestFiles(t *testing.T) {
	on(t, func(t *testing.T, s *Shelf, _ func() *Shelf) {
		ctx := t.Context()
		a := File{Path: "/news/a.txt", Size: 1 << 33, Modified: time.Unix(12, 345), Articles: []int64{1, 2}}
		b := File{Path: "/news/b.txt", Modified: time.Unix(1, 0)}
		if err := s.KeepFiles(ctx, "", File{Path: "/news/a.txt", Modified: time.Unix(1, 0)}, b); err != nil {
			t.Fatal(err)
		}
		if err := s.KeepFiles(ctx, "", a); err != nil {
			t.Fatal(err)
		}
		b.Articles = []int64{}
		if diff := cmp.Diff([]File{a, b}, must(s.Files(ctx, ""))(t)); diff != "" {
			t.Errorf("-want +got:\n%s", diff)
		}
		if err := s.DropFile(ctx, "", "/news/a.txt"); err != nil {
			t.Fatal(err)
		}
		if got := must(s.Files(ctx, ""))(t); len(got) != 1 || len(must(s.Files(ctx, "17"))(t)) != 0 {
			t.Errorf("left: %+v", got)
		}
	})
}

// Many articles at once, and their records in the order in which they are asked for.
func TestPutAll(t *testing.T) {
	on(t, func(t *testing.T, s *Shelf, _ func() *Shelf) {
		var all []Putting
		for i := range 2*putsAtOnce + 3 {
			all = append(all, Putting{Article: story(fmt.Sprint("matter-", i), i), From: link(i)})
		}
		puts := must(s.PutAll(t.Context(), "", all))(t)
		if len(puts) != len(all) {
			t.Fatalf("%d of %d were put", len(puts), len(all))
		}
		var versions []article.Version
		for i := range puts {
			versions = append(versions, puts[len(puts)-1-i].Version)
		}
		i := 0
		err := s.Records(t.Context(), versions, func(e Edition) error {
			a := must(article.Unmarshal(e.Record))(t)
			if e.Version != versions[i] || a.Version != versions[i] || a.ID != e.ID {
				t.Errorf("the %d. record is %+v", i, e.ID)
			}
			i++
			_, err := s.Revision(t.Context(), "") // each may use the shelf
			return err
		})
		if err != nil || i != len(versions) {
			t.Errorf("%d records, %v", i, err)
		}
		if err := s.Records(t.Context(), []article.Version{{9}}, func(Edition) error { return nil }); err == nil {
			t.Error("one that is not there was read")
		}
	})
}

// Of many that put the same articles at the same time, in several processes, none doubles one.
func TestPutTogether(t *testing.T) {
	on(t, func(t *testing.T, s *Shelf, again func() *Shelf) {
		var all sync.WaitGroup
		for i, shelf := range []*Shelf{s, again(), again()} {
			all.Go(func() {
				for n := range 8 {
					if _, err := shelf.Put(context.Background(), fmt.Sprint(i), story(fmt.Sprint("matter-", n), 0), nil, article.Whole, link(n)); err != nil {
						t.Error(err)
					}
				}
			})
		}
		all.Wait()
		seen := map[int64]bool{}
		for i := range 3 {
			held := must(s.Holdings(t.Context(), fmt.Sprint(i)))(t)
			for _, h := range held {
				seen[h.Article] = true
			}
			if len(held) != 8 || len(seen) != 8 {
				t.Errorf("library %d holds %d, %d in all", i, len(held), len(seen))
			}
		}
	})
}
