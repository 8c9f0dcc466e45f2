package libraries

import (
	"context"
	"encoding/hex"
	"log/slog"
	"slices"
	"time"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/encoder"
	"talksbot/knowledge/timeline"
	"talksbot/shelf"
)

// What is derived from articles is stored, so that it is derived once: of each article by itself, and of
// a whole library, so that opening one takes no time.
func ofLibrary(name string) string             { return "library/" + name }
func ofArticle(version article.Version) string { return "article/" + hex.EncodeToString(version[:]) }

// first returns a library as it was stored, its articles in the states that they have now; an empty one
// where none was.
func (l *Libraries) first(ctx context.Context, name string, holdings []shelf.Holding) (*knowledge.Library, error) {
	data, err := l.Shelf.Derived(ctx, ofLibrary(name), knowledge.Derivation())
	if err != nil {
		return nil, err
	}
	volume := knowledge.Bind()
	if data != nil {
		if volume, err = knowledge.Open(data); err != nil {
			l.Log.Warn("what was stored of a library cannot be used, and is derived again", "library", name, "reason", err)
			volume = knowledge.Bind()
		}
	}
	states := make(map[article.Version]article.State, len(holdings))
	for _, h := range holdings {
		states[h.Version] = h.State
	}
	for _, a := range volume.Articles() {
		a.State = states[a.Version]
	}
	made, err := knowledge.Of(volume)
	if err != nil {
		return nil, err
	}
	return made.Encoded(l.Encoder), nil
}

// many is how many articles are derived together, if they are also a share of the library: each is not
// stored by itself then, as the whole library soon is.
const many = 64

// volumes returns what is derived from what is held: what was stored of an article, else what is derived
// now, and stored where that can be. The library has some articles already.
func (l *Libraries) volumes(ctx context.Context, has int, holdings []shelf.Holding) (all []*knowledge.Volume, err error) {
	if len(holdings) == 0 {
		return nil, nil
	}
	underived, together := holdings, len(holdings) > max(many, has/shareUnstored)
	if !together {
		underived = nil
		for _, h := range holdings {
			switch v, err := l.stored(ctx, h); {
			case err != nil:
				return nil, err
			case v != nil:
				all = append(all, v)
			default:
				underived = append(underived, h)
			}
		}
	}
	articles, err := Read(ctx, l.Shelf, underived, l.Log)
	if err != nil || len(articles) == 0 {
		return all, err
	}
	if together {
		return []*knowledge.Volume{knowledge.Bind(articles...)}, nil
	}
	for _, a := range articles {
		v := knowledge.Bind(a)
		if err := l.Shelf.KeepDerived(ctx, ofArticle(a.Version), knowledge.Derivation(), v.Marshal(), a.Version); err != nil {
			l.Log.Debug("what was derived from an article cannot be stored, and is derived again", "article", a.ID, "reason", err)
		}
		all = append(all, v)
	}
	return all, nil
}

// stored returns what was derived from an article before; nil where there is nothing of use.
func (l *Libraries) stored(ctx context.Context, h shelf.Holding) (*knowledge.Volume, error) {
	data, err := l.Shelf.Derived(ctx, ofArticle(h.Version), knowledge.Derivation())
	if data == nil || err != nil {
		return nil, err
	}
	v, err := knowledge.Open(data)
	if err != nil || len(v.Articles()) != 1 || v.Articles()[0].ID != h.ID || v.Articles()[0].Version != h.Version {
		l.Log.Warn("what was stored of an article cannot be used, and is derived again", "article", h.ID, "reason", err)
		return nil, nil
	}
	v.Articles()[0].State = h.State
	return v, nil
}

// Read reads what is held, each under its ID and in its state. What cannot be read is left out and logged: one damaged
// article takes no other away.
func Read(ctx context.Context, from *shelf.Shelf, holdings []shelf.Holding, log *slog.Logger) (all []*article.Article, err error) {
	var versions []article.Version
	byVersion := make(map[article.Version]shelf.Holding, len(holdings))
	for _, h := range holdings {
		versions, byVersion[h.Version] = append(versions, h.Version), h
	}
	err = from.Records(ctx, versions, func(e shelf.Edition) error {
		h := byVersion[e.Version]
		a, err := article.Unmarshal(e.Record)
		if err != nil {
			log.Error("an article is damaged where it is kept, and left out: remove it and add it again", "article", h.ID, "reason", err)
			return nil
		}
		a.ID, a.State = h.ID, h.State
		all = append(all, a)
		return nil
	})
	return all, err
}

// A library is stored anew once this many of its articles, and this share of them, are not as in what
// is stored.
const (
	fewUnstored   = 32
	shareUnstored = 8 // one in so many
)

// betweenStores is how often it is looked whether something is to be stored.
const betweenStores = 5 * time.Second

// storeAll stores what was derived of libraries, time and again, until ctx is done, and first drops what
// other versions of the program had derived. What cannot be stored is derived again at the next start.
func (l *Libraries) storeAll(ctx context.Context) {
	err := l.Shelf.DropDerived(ctx, func(_, code string) bool {
		return slices.Contains([]string{knowledge.Derivation(), timeline.Derivation(), encoder.Hash}, code)
	})
	for out := false; ; {
		for _, name := range append(l.asked(), "") {
			if err == nil {
				err = l.store(ctx, name)
			}
			if err == nil {
				err = l.keepVectors(ctx, name)
			}
		}
		if err != nil && !out && ctx.Err() == nil {
			l.Log.Warn("what was derived from articles cannot be stored, and is derived again at the next start", "reason", err)
		}
		out, err = err != nil, nil
		select {
		case <-ctx.Done():
			return
		case <-time.After(betweenStores):
		}
	}
}

// store stores what was derived of a library where that is worth while.
func (l *Libraries) store(ctx context.Context, name string) error {
	v := l.view(name)
	v.mu.Lock()
	library, unstored, undated := v.library, v.unstored, v.undated
	v.mu.Unlock()
	if library == nil || !undated && unstored < max(fewUnstored, len(library.Articles())/shareUnstored) {
		return nil
	}
	var versions []article.Version
	for _, a := range library.Articles() {
		versions = append(versions, a.Version)
	}
	if err := l.Shelf.KeepDerived(ctx, ofLibrary(name), knowledge.Derivation(), library.Volume().Marshal(), versions...); err != nil {
		return err
	}
	if err := l.keepDates(ctx, name, library, versions); err != nil {
		return err
	}
	v.mu.Lock()
	v.unstored, v.undated = v.unstored-unstored, false
	v.mu.Unlock()
	return nil
}
