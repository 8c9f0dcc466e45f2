package ingest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"runtime/debug"
	"strings"
	"time"

	"talksbot/ingest/address"
	"talksbot/ingest/fetch"
	"talksbot/ingest/reason"
	"talksbot/shelf"
)

// step does what is next for the task, and says what is after that; "" for the end, where the job's Step says how it
// ended. A page that cannot be read without a fault of ours is refused: it must not come back for ever.
func (t *task) step(ctx context.Context) (next string, err error) {
	defer func() {
		if p := recover(); p != nil {
			t.Log.Error("taking an article up", "address", t.job.Address, "step", t.job.Step, "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
			err = reason.New(reason.Failed, fmt.Errorf("panic: %v", p))
		}
	}()
	if t.job.Tries > mostTries {
		return "", reason.New(reason.Failed, fmt.Errorf("taken %d times without an end", t.job.Tries))
	}
	switch t.job.Step {
	case toRead:
		return t.read()
	case toKeep:
		return t.keep(ctx)
	case toAnnounce:
		return t.announce(ctx)
	}
	return t.fetch(ctx)
}

// do takes a job from step to step until it has ended or is put off.
func (r *Reader) do(ctx context.Context, j shelf.Job) error {
	w, err := decode(j.Data)
	if err != nil {
		return err
	}
	t := &task{r, j, w}
	for {
		next, err := t.step(ctx)
		switch wrong, ok := errors.AsType[*reason.Error](err); {
		case ok:
			return t.failed(ctx, wrong)
		case ctx.Err() != nil:
			t.job.Due = time.Now() // at once, for whoever takes it
			return r.Shelf.PutOff(context.WithoutCancel(ctx), t.job)
		case err != nil:
			return fmt.Errorf("step %q: %w", t.job.Step, err)
		case next == "":
			return t.ended(ctx)
		}
		t.job.Step, t.job.Until = next, time.Now().Add(r.claim)
		if t.job.Data, err = t.work.encode(); err != nil {
			return err
		}
		if err := r.Shelf.Advance(ctx, t.job); err != nil {
			return err
		}
	}
}

// fetch gets the page.
func (t *task) fetch(ctx context.Context) (string, error) {
	p, err := t.client.Get(ctx, fetch.Request{Address: t.job.Address, ETag: t.work.ETag, LastModified: t.work.LastModified})
	switch {
	case err != nil:
		return "", err
	case p.Unchanged:
		return t.unchanged(ctx)
	case isFront(p.Address) && !isFront(t.job.Address): // where pages lead that are there no longer
		return "", reason.New(reason.NotFound, fmt.Errorf("it leads to %s", p.Address))
	}
	t.work.Page = dataOf(p)
	t.work.tags(p.Header)
	return toRead, nil
}

// unchanged notes that the page is as it was, if it is there again.
func (t *task) unchanged(ctx context.Context) (string, error) {
	all, err := t.Shelf.Editions(ctx, t.job.Article)
	if err != nil || len(all) == 0 {
		return "", err
	}
	t.job.Step = held
	return "", t.back(ctx, all[len(all)-1])
}

// isFront reports whether an address is that of a site's front page.
func isFront(at string) bool {
	u, err := url.Parse(at)
	return err == nil && strings.Trim(u.Path, "/") == "" && u.RawQuery == ""
}

// read makes an article of the page.
func (t *task) read() (string, error) {
	if t.work.Page == nil {
		return toFetch, nil
	}
	k, err := extract(t.work.Page)
	if err != nil {
		return "", err
	}
	if key := address.Key(t.job.Address); key != "" {
		k.Aliases = append(k.Aliases, key)
	}
	t.work.Kept, t.work.Page = k, nil
	return toKeep, nil
}

const (
	tries     = 6                // how often an entry of a feed is tried to be read
	first     = 15 * time.Minute // how long it is waited after the first failure
	mostTries = 2 * tries        // how often a job is taken at all: it may be what ends the processes that take it
)

// failed ends a job that has failed, or puts it off where it may go well later. Whoever asked for it is told at once.
func (t *task) failed(ctx context.Context, wrong *reason.Error) error {
	t.Log.Info("not taken up", "address", t.job.Address, "reason", wrong.Reason, "error", wrong.Err)
	t.job.Reason = string(wrong.Reason)
	if t.job.Kind == shelf.Reread {
		return t.missed(ctx, wrong)
	}
	if t.job.Feed == 0 || !wrong.IsPassing() || t.job.Tries >= tries {
		t.job.Step = refused
		return t.Shelf.Finish(ctx, t.job)
	}
	t.job.Due = later(time.Now().Add(first<<(2*(t.job.Tries-1))), wrong.After)
	return t.putOff(ctx)
}

// ended ends a job that has gone well, or puts it off until the article is to be read again.
func (t *task) ended(ctx context.Context) error {
	t.job.Reason = ""
	if t.job.Kind == shelf.Reread {
		t.work.Missing = time.Time{}
		return t.nextRound(ctx)
	}
	return t.Shelf.Finish(ctx, t.job)
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}
