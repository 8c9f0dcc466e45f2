package libraries

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/shelf"
)

// A view is one library as far as it was read.
type view struct {
	current atomic.Pointer[knowledge.Current] // what is answered from; nil: it was not read yet

	mu       sync.Mutex // held by whoever brings it in step, for all that follows
	revision int64
	held     map[int64]*article.Article // by their numbers on the shelf: what the library holds itself
	library  *knowledge.Library         // of these
	unstored int                        // how many of them are not as in the volume stored of it
	undated  bool                       // the dates of the volume stored are not stored
	vectored int                        // of how many the vectors are stored

	began time.Time // when it was last begun to be brought in step
	rests time.Time // until when it is left as it is

	joined *knowledge.Current // of a server: with what it sees of the default library
	base   *knowledge.Library // which was then this
}

// refreshStandard brings the default library in step.
func (l *Libraries) refreshStandard(ctx context.Context) error {
	v := l.standard
	v.mu.Lock()
	defer v.mu.Unlock()
	changed, err := l.bring(ctx, v, "")
	if !changed {
		return err
	}
	defer v.rest()
	l.common.Store(&common{v.library, v.held})
	if c := v.current.Load(); c != nil {
		c.Update(func(*knowledge.Library) *knowledge.Library { return v.library })
		return nil
	}
	v.current.Store(knowledge.NewCurrent(v.library))
	return nil
}

// refreshServer brings a server's library in step with the shelf and with the default one.
func (l *Libraries) refreshServer(ctx context.Context, name string) error {
	v := l.view(name)
	v.mu.Lock()
	defer v.mu.Unlock()
	common := l.common.Load()
	base := common.library
	changed, err := l.bring(ctx, v, name)
	if err != nil || !changed && base == v.base {
		return err
	}
	if !changed {
		if err := v.rested(ctx); err != nil {
			return err
		}
	}
	defer v.rest()
	removed, err := l.Shelf.Removed(ctx, name)
	if err != nil {
		v.base = nil // it is looked at again
		return err
	}
	var drop []article.Version
	for _, number := range removed {
		if a := common.held[number]; a != nil {
			drop = append(drop, a.Version)
		}
	}
	if v.base = base; len(v.held)+len(drop) == 0 {
		v.current.Store(l.standard.current.Load())
		return nil
	}
	l.join(name, v, base.WithVolumes([]*knowledge.Volume{v.library.Volume()}, drop))
	return nil
}

// join has a server's view show a library from now on.
func (l *Libraries) join(name string, v *view, made *knowledge.Library) {
	if v.joined == nil {
		v.joined = knowledge.NewCurrent(made)
		l.prepare(name, v.joined)
	} else {
		v.joined.Update(func(*knowledge.Library) *knowledge.Library { return made })
	}
	v.current.Store(v.joined)
}

// common is the default library, and what it holds by its numbers on the shelf.
type common struct {
	library *knowledge.Library
	held    map[int64]*article.Article
}

// bring brings what a library holds itself in step with the shelf, and reports whether that is a change.
func (l *Libraries) bring(ctx context.Context, v *view, name string) (changed bool, err error) {
	revision, err := l.Shelf.Revision(ctx, name)
	if err != nil || v.library != nil && revision == v.revision {
		return false, err
	}
	if err := v.rested(ctx); err != nil {
		return false, err
	}
	if revision, err = l.Shelf.Revision(ctx, name); err != nil {
		return false, err
	}
	holdings, err := l.holdings(ctx, name)
	if err != nil {
		return false, err
	}
	made := v.library
	if made == nil {
		if made, err = l.first(ctx, name, holdings); err != nil {
			return false, err
		}
		v.undated = len(made.Articles()) > 0 && !l.readDates(ctx, name, made)
	}
	held, fresh, gone := compare(made, holdings)
	add, err := l.volumes(ctx, len(made.Articles()), fresh)
	if err != nil {
		return false, err
	}
	if drop := versionsOf(gone); len(add)+len(drop) > 0 {
		made = made.WithVolumes(add, drop)
		v.unstored += len(fresh) + len(drop)
	}
	for _, h := range fresh {
		if a := made.Article(h.ID); a != nil {
			held[h.Article] = a
		}
	}
	v.revision, v.held, v.library = revision, held, made
	return true, nil
}

// compare tells, of what a library should hold, what is in it by now and what is not, and what is in it besides.
func compare(l *knowledge.Library, holdings []shelf.Holding) (held map[int64]*article.Article, fresh []shelf.Holding, gone map[string]*article.Article) {
	gone = make(map[string]*article.Article, len(l.Articles()))
	for _, a := range l.Articles() {
		gone[a.ID] = a
	}
	held = make(map[int64]*article.Article, len(holdings))
	for _, h := range holdings {
		if a := gone[h.ID]; a != nil && a.Version == h.Version && a.State == h.State {
			held[h.Article] = a
			delete(gone, h.ID)
			continue
		}
		fresh = append(fresh, h)
	}
	return held, fresh, gone
}

// Where articles come one by one without a pause, questions must not wait for the processor: a library that was brought
// in step rests several times as long as that took, and what comes meanwhile is taken up together.
const (
	restShare   = 4
	longestRest = 250 * time.Millisecond
)

// rested waits until the view may be brought in step again.
func (v *view) rested(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(time.Until(v.rests)):
	}
	v.began = time.Now()
	return nil
}

// rest lets the view rest, which has just been brought in step.
func (v *view) rest() { v.rests = time.Now().Add(min(restShare*time.Since(v.began), longestRest)) }

// holdings returns what a library holds itself. The default one holds no shipped article where others
// were named in its place.
func (l *Libraries) holdings(ctx context.Context, name string) (all []shelf.Holding, err error) {
	holdings, err := l.Shelf.Holdings(ctx, name)
	for _, h := range holdings {
		if name != "" || len(l.Paths) == 0 || h.Source.Kind != shelf.FromShipped {
			all = append(all, h)
		}
	}
	return all, err
}

func versionsOf(articles map[string]*article.Article) (versions []article.Version) {
	for _, a := range articles {
		versions = append(versions, a.Version)
	}
	return versions
}
