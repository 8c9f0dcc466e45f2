package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"sync"

	"talksbot/internal/database"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/libraries"
	"talksbot/shelf"
)

// withShelved returns what was read, and with it what the default library holds beside: what was added
// by link, feed or file. Where the database cannot be read, that is said, and left out.
func (e *env) withShelved(read article.Loaded) article.Loaded {
	state, err := database.Examine(e.ctx, e.settings.database)
	if e.settings.database == database.Memory || err == nil && !state.Exists {
		return read
	}
	if err == nil {
		err = addShelved(e, &read)
	}
	if err != nil && e.ctx.Err() == nil {
		fmt.Fprintf(e.stderr, "talksbot: articles that were added are left out: %v\n", err)
	}
	return read
}

// shelvedLibrary returns the default library as it was stored, which reads no text, and the shipped article where the
// shelf has never had it. It is nil where files are named, and where nothing was added yet or the database cannot be
// read: then articles are read one by one, which also says what is wrong.
func shelvedLibrary(e *env) *knowledge.Library {
	state, err := database.Examine(e.ctx, e.settings.database)
	if len(e.settings.articles) > 0 || err != nil || !state.Exists {
		return nil
	}
	db, err := database.OpenToRead(e.ctx, e.settings.database)
	if err != nil {
		return nil
	}
	defer db.Close()
	held := shelf.New(db)
	all, err := libraries.Open(e.ctx, libraries.Options{Shelf: held, Log: e.quiet()})
	if err != nil {
		return nil
	}
	shipped, err := knowledge.Shipped()
	if err == nil {
		shipped, err = unknown(e.ctx, held, shipped)
	}
	if err != nil {
		return nil
	}
	l := all.Of("").Library()
	if len(shipped) == 0 {
		return l
	}
	for _, a := range shipped {
		a.ID = freeID(l.Articles(), a.ID)
	}
	return l.With(shipped, nil)
}

// addShelved adds what the default library holds. What was read already is not added again: the files
// that are named, and what is on the shelf in the same words.
func addShelved(e *env, read *article.Loaded) error {
	db, err := database.OpenToRead(e.ctx, e.settings.database)
	if err != nil {
		return err
	}
	defer db.Close()
	held := shelf.New(db)
	holdings, err := held.Holdings(e.ctx, "")
	if err != nil {
		return err
	}
	if len(e.settings.articles) == 0 { // those shipped are on the shelf as well, or were put away
		read.Articles, err = unknown(e.ctx, held, read.Articles)
		if err != nil {
			return err
		}
	}
	var wanted []shelf.Holding
	for _, h := range holdings {
		named := len(e.settings.articles) > 0 && (h.Source.Kind == shelf.FromFile || h.Source.Kind == shelf.FromShipped)
		if !named && !slices.ContainsFunc(read.Articles, func(a *article.Article) bool { return a.Version == h.Version }) {
			wanted = append(wanted, h)
		}
	}
	added, err := libraries.Read(e.ctx, held, wanted, e.quiet())
	for _, a := range added {
		a.ID = freeID(read.Articles, a.ID)
		read.Articles = append(read.Articles, a)
	}
	return err
}

// unknown returns the articles that the shelf has never had.
func unknown(ctx context.Context, held *shelf.Shelf, articles []*article.Article) (all []*article.Article, err error) {
	for _, a := range articles {
		switch _, err := held.Edition(ctx, a.Version); {
		case errors.Is(err, shelf.ErrUnknown):
			all = append(all, a)
		case err != nil:
			return nil, err
		}
	}
	return all, nil
}

// freeID returns an ID that no article has: the one given, with a number where it is taken.
func freeID(articles []*article.Article, id string) string {
	for free, n := id, 2; ; free, n = fmt.Sprintf("%s-%d", id, n), n+1 {
		if !slices.ContainsFunc(articles, func(a *article.Article) bool { return a.ID == free || slices.Contains(a.Also, free) }) {
			return free
		}
	}
}

// openLibraries opens the libraries of a shelf, with the default one holding what the files named, or
// shipped, have in them by now; tell keeps as news what these bring. While they run they are made ready for questions.
func (e *env) openLibraries(held *shelf.Shelf, tell func(ctx context.Context, article int64, n int, quiet bool) error, log *slog.Logger) (*libraries.Libraries, error) {
	shipped, err := knowledge.Shipped()
	if err != nil {
		return nil, err
	}
	encoder, err := e.openEncoder()
	if err != nil {
		return nil, err
	}
	all, err := libraries.Open(e.ctx, libraries.Options{
		Shelf: held, Encoder: encoder, Paths: e.settings.articles, Shipped: shipped, Strict: e.settings.strict, Log: log, Tell: tell,
		Prepare: func(ctx context.Context, c *knowledge.Current) { e.prepare(ctx, c, log) },
	})
	if err != nil {
		return nil, err
	}
	bar := newProgress(e, "terminal.files")
	stocked, err := all.Stock(e.ctx, func(n int) { bar.tell(n, 0) })
	bar.end()
	if err != nil {
		return nil, err
	}
	e.tell("skipped", stocked.Skipped)
	e.tell("wonders at", stocked.Odd)
	return all, all.Refresh(e.ctx, "")
}

// growing returns what a conversation answers from, as it grows: what is added, where there is a database,
// and what the files named have in them. What it returns beside ends that.
func (e *env) growing(log *slog.Logger) (articles *knowledge.Current, end func(), err error) {
	address := database.Memory
	if state, err := database.Examine(e.ctx, e.settings.database); !e.settings.alone && err == nil && state.Exists {
		address = e.settings.database
	}
	db, err := database.Open(e.ctx, address)
	if err != nil {
		return nil, nil, cmp.Or(stopped(e), err)
	}
	held := shelf.New(db)
	all, err := e.openLibraries(held, newReader(e, held, log).Tell, log)
	if err != nil {
		db.Close()
		return nil, nil, cmp.Or(stopped(e), err)
	}
	stop := beside(e.ctx, all.Run)
	return all.Of(""), func() { stop(); db.Close() }, nil
}

// beside runs something until what it returns is called, or ctx is done.
func beside(ctx context.Context, run func(context.Context)) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	var group sync.WaitGroup
	group.Go(func() { run(ctx) })
	return func() {
		cancel()
		group.Wait()
	}
}
