package libraries

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"sync"
	"sync/atomic"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/shelf"
)

// A view is one library as far as it was read.
type view struct {
	current atomic.Pointer[knowledge.Current] // what is answered from: its own, or the default one; nil: it was not read yet

	mu       sync.Mutex // held by whoever brings it in step, for all that follows
	own      *knowledge.Current
	revision int64
	held     map[int64]*article.Article // by their numbers on the shelf: what the library holds itself
	base     *knowledge.Library         // of a server: the default library that it was made from
}

// refreshStandard brings the default library in step.
func (l *Libraries) refreshStandard(ctx context.Context) error {
	v := l.standard
	v.mu.Lock()
	defer v.mu.Unlock()
	revision, err := l.Shelf.Revision(ctx, "")
	if err != nil || v.own != nil && revision == v.revision {
		return err
	}
	held, fresh, err := l.read(ctx, "", v.held)
	if err != nil {
		return err
	}
	var made *knowledge.Library
	if v.own == nil {
		if made, err = knowledge.New(fresh); err != nil {
			return err
		}
		made = made.Encoded(l.Encoder)
	} else {
		made = v.own.Library().With(fresh, gone(v.held, held))
	}
	l.shows(v, made)
	v.revision, v.held = revision, held
	return nil
}

// refreshServer brings a server's library in step with the shelf and with the default one.
func (l *Libraries) refreshServer(ctx context.Context, library string) error {
	v := l.view(library)
	v.mu.Lock()
	defer v.mu.Unlock()
	base, common := l.shared()
	revision, err := l.Shelf.Revision(ctx, library)
	if err != nil || v.current.Load() != nil && revision == v.revision && base == v.base {
		return err
	}
	removed, err := l.Shelf.Removed(ctx, library)
	if err != nil {
		return err
	}
	held, _, err := l.read(ctx, library, v.held)
	if err != nil {
		return err
	}
	var add []*article.Article
	for number, a := range held {
		if common[number] == nil {
			add = append(add, a)
		}
	}
	var drop []article.Version
	for _, number := range removed {
		if a := common[number]; a != nil {
			drop = append(drop, a.Version)
		}
	}
	if len(add)+len(drop) == 0 {
		v.current.Store(l.standard.current.Load())
	} else {
		slices.SortFunc(add, func(a, b *article.Article) int { return cmp.Compare(a.ID, b.ID) })
		l.shows(v, base.With(add, drop))
	}
	v.revision, v.held, v.base = revision, held, base
	return nil
}

// shared returns the default library and what it holds.
func (l *Libraries) shared() (*knowledge.Library, map[int64]*article.Article) {
	l.standard.mu.Lock()
	defer l.standard.mu.Unlock()
	return l.standard.own.Library(), l.standard.held
}

// read returns what a library holds itself by now, with the articles of before where they still say
// the same, and those that were read anew.
func (l *Libraries) read(ctx context.Context, library string, before map[int64]*article.Article) (held map[int64]*article.Article, fresh []*article.Article, err error) {
	holdings, err := l.Shelf.Holdings(ctx, library)
	if err != nil {
		return nil, nil, err
	}
	held = make(map[int64]*article.Article, len(holdings))
	wanted := map[article.Version]shelf.Holding{}
	var versions []article.Version
	for _, h := range holdings {
		if library == "" && len(l.Paths) > 0 && h.Source.Kind == shelf.FromShipped {
			continue // other articles were named in its place
		}
		if a := before[h.Article]; a != nil && a.Version == h.Version && a.State == h.State {
			held[h.Article] = a
			continue
		}
		versions = append(versions, h.Version)
		wanted[h.Version] = h
	}
	err = l.Shelf.Records(ctx, versions, func(e shelf.Edition) error {
		a, err := article.Unmarshal(e.Record)
		if err != nil {
			return err
		}
		h := wanted[e.Version]
		a.ID, a.State = h.ID, h.State
		held[h.Article] = a
		fresh = append(fresh, a)
		return nil
	})
	return held, fresh, err
}

// gone returns the versions of what is not held any more, under whatever version.
func gone(before, after map[int64]*article.Article) (versions []article.Version) {
	for number := range maps.Keys(before) {
		if after[number] == nil {
			versions = append(versions, before[number].Version)
		}
	}
	return versions
}
