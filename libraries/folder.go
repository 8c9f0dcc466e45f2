package libraries

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"talksbot/knowledge/article"
	"talksbot/shelf"
)

// How often files are looked at, and how long one must have been left alone to be read: it may be
// being written.
const (
	betweenLooks = 10 * time.Second
	settled      = 2 * time.Second
)

// Stocked says what became of the files that Paths name.
type Stocked struct {
	article.Loaded                 // of the files that are new or changed
	Puts           []shelf.Put     // what became of its Articles
	Gone           []shelf.Holding // what is held no more: its file is gone, or no longer has it
}

// Stock puts on the shelf, for the default library, what the files that Paths name hold, and takes from
// it what they held before and do not hold any more; without Paths, the shipped articles. Files that
// are as they were are not read again. It tells read, unless that is nil, how many articles were read.
func (l *Libraries) Stock(ctx context.Context, read func(articles int)) (Stocked, error) {
	s := stocktaking{libraries: l, read: read}
	if len(l.Paths) == 0 {
		s.done.Loaded = article.Loaded{Articles: l.Shipped, Files: make([]string, len(l.Shipped))}
		return s.done, s.put(ctx, shelf.FromShipped)
	}
	if err := s.look(ctx, time.Time{}); err != nil {
		return s.done, err
	}
	return s.done, s.keep(ctx)
}

// watchFiles does what Stock does, again and again, until ctx is done. What goes wrong is logged once.
func (l *Libraries) watchFiles(ctx context.Context) {
	if len(l.Paths) == 0 {
		return
	}
	tick := time.NewTicker(betweenLooks)
	defer tick.Stop()
	for before := ""; ; {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		s := stocktaking{libraries: l}
		err := s.look(ctx, time.Now().Add(-settled))
		if err == nil && s.isNews() {
			if err = s.keep(ctx); err == nil {
				l.tell(s.done)
				err = l.refreshAll(ctx)
			}
		}
		if ctx.Err() != nil {
			return
		}
		now := ""
		if err != nil {
			now = err.Error()
		}
		if now != before && now != "" {
			l.Log.Error("the articles' files cannot be read: those read before stay", "reason", err)
		}
		before = now
	}
}

// tell logs what became of files.
func (l *Libraries) tell(s Stocked) {
	fresh, changed := 0, 0
	for _, p := range s.Puts {
		switch {
		case p.New:
			fresh++
		case p.Changed:
			changed++
		}
	}
	if fresh+changed+len(s.Gone) > 0 {
		l.Log.Info("the articles' files have changed", "new", fresh, "changed", changed, "gone", len(s.Gone))
	}
	for _, skipped := range s.Skipped {
		l.Log.Warn("a file cannot be read", "reason", skipped)
	}
}

// A stocktaking compares the files with what the shelf knows of them.
type stocktaking struct {
	libraries *Libraries
	read      func(articles int)
	known     map[string]shelf.File
	seen      map[string]bool
	changed   map[string]shelf.File // that are there, and not as they are known
	names     map[string]string     // of these, as they are told
	done      Stocked
}

// look finds the files and reads those that are not as they are known. One that changed after a time,
// unless that is zero, is left for the next look.
func (s *stocktaking) look(ctx context.Context, before time.Time) error {
	known, err := s.libraries.Shelf.Files(ctx, "")
	if err != nil {
		return err
	}
	s.known, s.seen, s.changed, s.names = map[string]shelf.File{}, map[string]bool{}, map[string]shelf.File{}, map[string]string{}
	for _, f := range known {
		s.known[f.Path] = f
	}
	loader := article.Loader{Strict: s.libraries.Strict, Read: s.read, Skip: func(file string, info fs.FileInfo) bool {
		path := absolute(file)
		s.seen[path] = true
		was, is := s.known[path]
		if is && was.Size == info.Size() && was.Modified.Equal(info.ModTime()) {
			return true
		}
		if !before.IsZero() && info.ModTime().After(before) {
			return true
		}
		s.changed[path], s.names[path] = shelf.File{Path: path, Size: info.Size(), Modified: info.ModTime()}, file
		return false
	}}
	s.done.Loaded, err = loader.Load(s.libraries.Paths...)
	for path := range s.known {
		s.seen[path] = s.seen[path] || s.libraries.isThere(path)
	}
	return err
}

// isThere reports whether a file is where Paths name it, though it was not found: its folder may be closed to us.
func (l *Libraries) isThere(path string) bool {
	within := slices.ContainsFunc(l.Paths, func(named string) bool {
		named = absolute(named)
		return path == named || strings.HasPrefix(path, named+string(filepath.Separator))
	})
	_, err := os.Lstat(path)
	return within && !errors.Is(err, fs.ErrNotExist)
}

// failed reports whether a file that changed, or a part of it, could not be read.
func (s *stocktaking) failed(path string) bool {
	return slices.ContainsFunc(s.done.Skipped, func(k article.Skipped) bool {
		rest, is := strings.CutPrefix(k.Where, s.names[path])
		return is && (rest == "" || rest[0] == ':' || rest[0] == '/')
	})
}

// isNews reports whether a file was added, changed or is gone.
func (s *stocktaking) isNews() bool {
	if len(s.changed) > 0 {
		return true
	}
	for path := range s.known {
		if !s.seen[path] {
			return true
		}
	}
	return false
}

// keep brings the shelf in step with the files: what is new first, so that nothing is missing meanwhile.
func (s *stocktaking) keep(ctx context.Context) error {
	if err := s.put(ctx, shelf.FromFile); err != nil {
		return err
	}
	if err := s.tell(ctx); err != nil {
		return err
	}
	held := map[int64]bool{}
	for i, put := range s.done.Puts {
		held[put.Article] = true
		path := absolute(s.done.Files[i])
		f := s.changed[path]
		f.Articles = append(f.Articles, put.Article)
		s.changed[path] = f
	}
	for path, was := range s.known {
		is, changed := s.changed[path]
		switch {
		case changed && s.failed(path): // what it had may still be in it
			is.Articles = append(is.Articles, was.Articles...)
			s.changed[path] = is
		case changed || !s.seen[path]:
			continue
		}
		for _, number := range was.Articles {
			held[number] = true
		}
	}
	if err := s.remove(ctx, held); err != nil {
		return err
	}
	var files []shelf.File
	for _, f := range s.changed {
		files = append(files, f)
	}
	return s.libraries.Shelf.KeepFiles(ctx, "", files...)
}

// tell keeps as news what was read. It is told of all, as whoever put some of it on the shelf before may have got no
// further: what is told twice is news once. What is there when files are looked at for the first time is not announced.
func (s *stocktaking) tell(ctx context.Context) error {
	if s.libraries.Tell == nil {
		return nil
	}
	for _, put := range s.done.Puts {
		if err := s.libraries.Tell(ctx, put.Article, put.N, len(s.known) == 0); err != nil {
			return err
		}
	}
	return nil
}

// put puts what was read on the shelf.
func (s *stocktaking) put(ctx context.Context, kind shelf.Kind) (err error) {
	all := make([]shelf.Putting, len(s.done.Articles))
	for i, a := range s.done.Articles {
		all[i] = shelf.Putting{Article: a, From: shelf.Source{Kind: kind}}
		if kind == shelf.FromFile {
			all[i].From.Where = absolute(s.done.Files[i])
			all[i].Aliases = []string{FileAlias(s.done.Files[i], a)}
		}
	}
	s.done.Puts, err = s.libraries.Shelf.PutAll(ctx, "", all)
	return err
}

// remove takes from the default library what files had that are gone or have changed, unless it is held
// by another.
func (s *stocktaking) remove(ctx context.Context, held map[int64]bool) error {
	holdings, err := s.libraries.Shelf.Holdings(ctx, "")
	if err != nil {
		return err
	}
	for path, f := range s.known {
		if _, changed := s.changed[path]; s.seen[path] && !changed {
			continue
		}
		for _, number := range f.Articles {
			at := slices.IndexFunc(holdings, func(h shelf.Holding) bool { return h.Article == number })
			if held[number] || at < 0 || holdings[at].Source.Kind != shelf.FromFile {
				continue
			}
			if _, err := s.libraries.Shelf.Remove(ctx, "", number, ""); err != nil {
				return err
			}
			s.done.Gone = append(s.done.Gone, holdings[at])
		}
		if !s.seen[path] {
			if err := s.libraries.Shelf.DropFile(ctx, "", path); err != nil {
				return err
			}
		}
	}
	return nil
}

// FileAlias is by what an article in a file is known again once that has changed.
func FileAlias(file string, a *article.Article) string {
	return "file:" + absolute(file) + "#" + a.ID
}

// absolute names a file wherever the program is run.
func absolute(file string) string {
	if path, err := filepath.Abs(file); err == nil {
		return path
	}
	return file
}
