package ingest

import (
	"context"
	"time"

	"talksbot/ingest/address"
	"talksbot/ingest/fetch"
	"talksbot/ingest/reason"
	"talksbot/shelf"
)

// What says what became of something that was to be added.
type What string

// What can become of it.
const (
	Added   What = added
	Held    What = held    // the library had it
	Updated What = updated // the library had it, and it says something else now
	Refused What = refused
)

// An Outcome is what became of a link or a file.
type Outcome struct {
	Where   string // as it was given
	What    What
	Holding shelf.Holding // unless Refused
	Teaser  bool          // only its first paragraphs can be read
	Since   time.Time     // when the library got it
	Reason  Reason        // why it was Refused
}

// Add takes up what links lead to, for a library, and returns what became of each, in their order. tell, where it is
// not nil, is told how many are done. When ctx ends, what has not begun is given up, and Add returns the
// outcomes of what is done, with the error of ctx.
func (r *Reader) Add(ctx context.Context, library string, links []string, by string, tell func(done, of int)) ([]Outcome, error) {
	r.begin()
	outcomes := make([]Outcome, len(links))
	jobs := map[int64][]int{} // which outcomes each has
	var ids []int64
	for i, link := range links {
		outcomes[i] = Outcome{Where: link, What: Refused}
		u, err := fetch.Parse(link)
		if err != nil {
			outcomes[i].Reason = reason.Of(err)
			continue
		}
		j, err := r.Shelf.Enqueue(ctx, shelf.Job{Library: library, Kind: shelf.Add, Address: address.Canonical(u.String()), By: by, Step: toFetch, Due: time.Now().Add(-ahead)})
		if err != nil {
			return nil, err
		}
		if jobs[j.ID] == nil {
			ids = append(ids, j.ID)
		}
		jobs[j.ID] = append(jobs[j.ID], i)
	}
	done, err := r.await(ctx, ids, func(n int) {
		if tell != nil {
			tell(len(links)-len(ids)+n, len(links))
		}
	})
	if err != nil {
		ctx = context.WithoutCancel(ctx)
		if wrong := r.Shelf.Cancel(ctx, ids...); wrong != nil {
			r.Log.Warn("giving up links", "error", wrong)
		}
	}
	if wrong := r.outcomes(ctx, library, done, jobs, outcomes); wrong != nil {
		return nil, wrong
	}
	if err != nil {
		return finished(outcomes, done, jobs), err
	}
	return outcomes, nil
}

// ahead is by how much whoever waits for a link is served before feeds.
const ahead = 24 * time.Hour

// await does what is due until these jobs have ended, or were put off as a feed's are, and returns those.
func (r *Reader) await(ctx context.Context, ids []int64, tell func(done int)) (done []shelf.Job, err error) {
	c := newCrew()
	defer c.group.Wait()
	for told := -1; ; {
		if _, err := r.start(ctx, c, r.dueJob); err != nil {
			return done, err
		}
		jobs, err := r.Shelf.JobsOf(ctx, ids...)
		if err != nil {
			return done, err
		}
		done = done[:0]
		for _, j := range jobs {
			if j.Ended.IsZero() && j.Due.After(time.Now()) {
				j.Step, j.Ended = refused, time.Now() // for now
			}
			if !j.Ended.IsZero() {
				done = append(done, j)
			}
		}
		if len(done) != told {
			told = len(done)
			tell(told)
		}
		if len(done) == len(ids) {
			return done, nil
		}
		if !r.sleep(ctx, pause/8) {
			return done, ctx.Err()
		}
	}
}

// outcomes writes down what became of each job that has ended.
func (r *Reader) outcomes(ctx context.Context, library string, done []shelf.Job, of map[int64][]int, all []Outcome) error {
	holdings, err := r.Shelf.Holdings(ctx, library)
	if err != nil {
		return err
	}
	byArticle := map[int64]shelf.Holding{}
	for _, h := range holdings {
		byArticle[h.Article] = h
	}
	for _, j := range done {
		o := outcomeOf(j, byArticle)
		for _, i := range of[j.ID] {
			o.Where = all[i].Where
			all[i] = o
		}
	}
	return nil
}

func outcomeOf(j shelf.Job, holdings map[int64]shelf.Holding) Outcome {
	h, ok := holdings[j.Article]
	if !ok || What(j.Step) == Refused {
		o := Outcome{What: Refused, Reason: Reason(j.Reason)}
		if o.Reason == "" {
			o.Reason = reason.PutAway // in the meantime
		}
		return o
	}
	return Outcome{What: What(j.Step), Holding: h, Teaser: h.State == "teaser", Since: h.Since}
}

// finished returns the outcomes of what is done or was refused at once.
func finished(all []Outcome, done []shelf.Job, of map[int64][]int) (some []Outcome) {
	waits := map[int]bool{}
	for _, at := range of {
		for _, i := range at {
			waits[i] = true
		}
	}
	for _, j := range done {
		for _, i := range of[j.ID] {
			waits[i] = false
		}
	}
	for i, o := range all {
		if !waits[i] {
			some = append(some, o)
		}
	}
	return some
}
