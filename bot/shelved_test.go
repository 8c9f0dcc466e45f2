package bot

import (
	"context"
	"slices"
	"sync"
	"testing"

	"talksbot/internal/database"
	"talksbot/internal/database/databasetest"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/shelf"
)

// A shelved is a shelf whose libraries are read anew whenever they are told to be.
type shelved struct {
	*shelf.Shelf
	t     *testing.T
	mu    sync.Mutex
	read  map[string]*knowledge.Current
	again []int64 // the articles that are to be read again
}

func newShelved(t *testing.T) *shelved {
	t.Helper()
	return &shelved{Shelf: shelf.New(databasetest.Open(t, database.Memory)), t: t, read: map[string]*knowledge.Current{}}
}

// Of reads a library when it is first asked for.
func (s *shelved) Of(library string) *knowledge.Current {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.read[library] == nil {
		s.read[library] = knowledge.NewCurrent(s.made(library))
	}
	return s.read[library]
}

// Refresh reads it again; with the default library all others, which have what it has.
func (s *shelved) Refresh(_ context.Context, library string) error {
	s.Of(library)
	s.mu.Lock()
	defer s.mu.Unlock()
	for name, current := range s.read {
		if name == library || library == "" {
			current.Update(func(*knowledge.Library) *knowledge.Library { return s.made(name) })
		}
	}
	return nil
}

func (s *shelved) made(library string) *knowledge.Library {
	ctx := context.Background()
	held, err := s.Holdings(ctx, "")
	s.must(err)
	if library != "" {
		own, err := s.Holdings(ctx, library)
		s.must(err)
		away, err := s.Removed(ctx, library)
		s.must(err)
		held = slices.DeleteFunc(held, func(h shelf.Holding) bool {
			return slices.Contains(away, h.Article) || slices.ContainsFunc(own, func(o shelf.Holding) bool { return o.Article == h.Article })
		})
		held = append(held, own...)
	}
	var articles []*article.Article
	for _, h := range held {
		e, err := s.Edition(ctx, h.Version)
		s.must(err)
		a, err := article.Unmarshal(e.Record)
		s.must(err)
		articles = append(articles, a)
	}
	l, err := knowledge.New(articles)
	s.must(err)
	return l
}

// put puts an article on the shelf for a library.
func (s *shelved) put(library string, a article.Article) shelf.Put {
	s.t.Helper()
	put, err := s.Put(context.Background(), library, article.New(a), nil, article.Whole, shelf.Source{Kind: shelf.FromLink, Where: a.URL})
	s.must(err)
	s.must(s.Refresh(context.Background(), library))
	return put
}

func (s *shelved) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}
