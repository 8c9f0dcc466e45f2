package ingest

import (
	"context"
	"errors"
	"time"

	"talksbot/ingest/address"
	"talksbot/ingest/feed"
	"talksbot/ingest/fetch"
	"talksbot/ingest/reason"
	"talksbot/shelf"
)

// feeds are the media types of feeds, and those under which they are often given.
const feeds = "application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5"

// poll reads a feed that was taken, and puts it back.
func (r *Reader) poll(ctx context.Context, f shelf.Feed) error {
	followers, fresh, err := r.followers(ctx, f.ID)
	if err != nil {
		return err
	}
	ask := fetch.Request{Address: f.Address, Accept: feeds, ETag: f.ETag, LastModified: f.LastModified}
	if fresh {
		ask.ETag, ask.LastModified = "", "" // somebody has not got what is in it
	}
	p, err := r.client.Get(ctx, ask)
	if ctx.Err() != nil {
		f.Next = time.Now()
		return r.Shelf.KeepFeed(context.WithoutCancel(ctx), f)
	}
	now := time.Now()
	var parsed feed.Feed
	if err == nil && !p.Unchanged {
		if parsed, err = feed.Parse(p.Address, p.Charset(), p.Body); err != nil {
			err = reason.New(reason.NotFeed, err)
		}
	}
	if err != nil {
		return r.failedFeed(ctx, f, err, now)
	}
	f.Failures, f.Reason = 0, ""
	if p.Unchanged {
		f.Interval = feed.Unchanged(f.Interval, p.Header, now)
	} else {
		if err := r.takeUp(ctx, f.ID, followers, parsed); err != nil {
			return err
		}
		f.Title, f.First, f.Interval = parsed.Title, false, feed.Interval(parsed, p.Header, now)
		f.ETag, f.LastModified = p.Header.Get("ETag"), p.Header.Get("Last-Modified")
	}
	var adopt bool
	if f.MovedTo, f.MovedSince, adopt = feed.Moved(f.MovedTo, f.MovedSince, p.Moved, now); adopt {
		f.Address, f.MovedTo, f.MovedSince = f.MovedTo, "", time.Time{}
	}
	f.Next = now.Add(f.Interval)
	return r.Shelf.KeepFeed(ctx, f)
}

// failedFeed puts a feed back that could not be read. It is read again, if later and later: nothing ends silently.
func (r *Reader) failedFeed(ctx context.Context, f shelf.Feed, err error, now time.Time) error {
	var after time.Time
	if wrong, ok := errors.AsType[*reason.Error](err); ok {
		after = wrong.After
	}
	f.Failures++
	f.Reason = string(reason.Of(err))
	f.Next = now.Add(feed.Backoff(f.Interval, f.Failures, after, now))
	if reason.Of(err) == reason.Gone {
		f.Next = now.Add(feed.Rarest)
	}
	r.Log.Info("a feed could not be read", "address", f.Address, "reason", f.Reason, "failures", f.Failures, "next", f.Next, "error", err)
	return r.Shelf.KeepFeed(ctx, f)
}

// follower is a library that follows a feed.
type follower struct {
	library string
	fresh   bool // it has got nothing of it yet
}

// followers returns who follows a feed, and whether somebody is new to it.
func (r *Reader) followers(ctx context.Context, id int64) (all []follower, fresh bool, err error) {
	libraries, err := r.Shelf.Followers(ctx, id)
	if err != nil {
		return nil, false, err
	}
	for _, library := range libraries {
		known, err := r.Shelf.Entry(ctx, id, whole(library), "")
		if err != nil {
			return nil, false, err
		}
		all = append(all, follower{library, !known})
		fresh = fresh || !known
	}
	return all, fresh, nil
}

// whole is the entry that stands for all that a feed had when a library began to follow it. Entries are each library's.
func whole(library string) string { return "all of " + library }

// takeUp has each library read what is new to it in a feed. What is in the feed when it begins to follow is not news.
func (r *Reader) takeUp(ctx context.Context, id int64, followers []follower, f feed.Feed) error {
	defer r.stir()
	for _, by := range followers {
		for i := len(f.Entries) - 1; i >= 0; i-- { // the oldest first
			if err := r.entry(ctx, id, by, f.Entries[i]); err != nil {
				return err
			}
		}
		if by.fresh {
			if err := r.Shelf.KeepEntry(ctx, id, whole(by.library), ""); err != nil {
				return err
			}
		}
	}
	return nil
}

func (r *Reader) entry(ctx context.Context, id int64, by follower, e feed.Entry) error {
	at := by.library + " " + address.Key(e.Address)
	guid := ""
	if e.ID != "" {
		guid = by.library + " " + e.ID
	}
	known, err := r.Shelf.Entry(ctx, id, guid, at)
	if err != nil || known {
		return err
	}
	w := work{Quiet: by.fresh}
	data, err := w.encode()
	if err != nil {
		return err
	}
	_, err = r.Shelf.Enqueue(ctx, shelf.Job{Library: by.library, Kind: shelf.Add, Address: address.Canonical(e.Address), Feed: id, Step: toFetch, Data: data})
	if err != nil {
		return err
	}
	return r.Shelf.KeepEntry(ctx, id, guid, at)
}
