package ingest

import (
	"context"
	"errors"
	"time"

	"talksbot/ingest/reason"
	"talksbot/knowledge/article"
	"talksbot/shelf"
)

// rounds are how long after an article was first read it is read again. Most of what is corrected is so within hours.
var rounds = []time.Duration{15 * time.Minute, time.Hour, 3 * time.Hour, 10 * time.Hour, 24 * time.Hour, 3 * 24 * time.Hour, 7 * 24 * time.Hour}

// again has an article that was taken up read again, in rounds. What was published days ago has had the first of them.
func (t *task) again(ctx context.Context) error {
	e, err := t.now(ctx, t.job.Article, shelf.Putting{})
	if err != nil {
		return err
	}
	a, err := article.Unmarshal(e.Record)
	if err != nil {
		return err
	}
	round := 0
	if !a.Published.Day.IsZero() {
		published := time.Date(a.Published.Day.Year, a.Published.Day.Month, a.Published.Day.Day+1, 0, 0, 0, 0, time.UTC)
		for age := time.Since(published); round < len(rounds) && rounds[round] < age; {
			round++
		}
	}
	if round == len(rounds) {
		return nil
	}
	due := time.Now().Add(rounds[round])
	return t.enqueueReread(ctx, t.job.Article, t.job.Address, due, work{Round: round, ETag: t.work.ETag, LastModified: t.work.LastModified})
}

func (r *Reader) enqueueReread(ctx context.Context, known int64, at string, due time.Time, w work) error {
	data, err := w.encode()
	if err != nil {
		return err
	}
	_, err = r.Shelf.Enqueue(ctx, shelf.Job{Kind: shelf.Reread, Address: at, Article: known, Step: toFetch, Due: due, Data: data})
	return err
}

// nextRound puts a job off until its article is to be read again, or ends it after the last round.
func (t *task) nextRound(ctx context.Context) error {
	if t.work.Round++; t.work.Round >= len(rounds) {
		return t.Shelf.Finish(ctx, t.job)
	}
	t.job.Tries, t.job.Due = 0, time.Now().Add(rounds[t.work.Round]-rounds[t.work.Round-1])
	return t.putOff(ctx)
}

// withdrawnAfter is for how long a page must be missing for its article to be withdrawn: many are missing for a day.
const withdrawnAfter = 24 * time.Hour

// missed goes on after an article could not be read again. What is held of it stays as it is, but for what its
// publisher has withdrawn.
func (t *task) missed(ctx context.Context, wrong *reason.Error) error {
	if wrong.Reason != reason.Gone && wrong.Reason != reason.NotFound {
		t.work.Missing = time.Time{}
		return t.nextRound(ctx)
	}
	now := time.Now()
	if t.work.Missing.IsZero() {
		t.work.Missing = now
	}
	if due := t.work.Missing.Add(withdrawnAfter); wrong.Reason == reason.NotFound && now.Before(due) {
		t.job.Due = due
		return t.putOff(ctx)
	}
	if err := t.withdraw(ctx, t.job.Article, wrong.Reason); err != nil {
		return err
	}
	return t.nextRound(ctx)
}

// withdraw marks an article as withdrawn by its publisher.
func (r *Reader) withdraw(ctx context.Context, known int64, why reason.Reason) error {
	all, err := r.Shelf.Editions(ctx, known)
	if err != nil || len(all) == 0 || all[len(all)-1].State == article.Withdrawn {
		return err
	}
	if err := r.Shelf.Announce(ctx, shelf.News{Article: known, N: len(all), Kind: "withdrawn"}); err != nil {
		return err
	}
	_, err = r.Shelf.Mark(ctx, known, article.Withdrawn, string(why))
	return err
}

// citedAgain is how often an article that is cited is read again.
const citedAgain = 24 * time.Hour

// Cited has an article that somebody cites read again soon, at most once a day: what is cited should be what it says.
// It is not known of where an article came from no link.
func (r *Reader) Cited(ctx context.Context, known int64) error {
	r.begin()
	now := time.Now()
	r.mu.Lock()
	if last, ok := r.cited[known]; ok && now.Sub(last) < citedAgain {
		r.mu.Unlock()
		return nil
	}
	r.cited[known] = now
	r.mu.Unlock()
	all, err := r.Shelf.Editions(ctx, known)
	if err != nil || len(all) == 0 {
		return errors.Join(err)
	}
	last := all[len(all)-1]
	if last.URL == "" || last.Forgotten != nil || now.Sub(last.Seen) < citedAgain {
		return nil
	}
	defer r.stir()
	return r.enqueueReread(ctx, known, last.URL, now, work{Round: len(rounds)})
}
