package bot

import (
	"cmp"
	"slices"
	"sync"
	"time"

	"talksbot/bot/store"
	"talksbot/knowledge/timex"
)

// When a digest is due follows from its subscription, the clock and the zone, and from nothing
// else. A day is a day of the channel's zone. Its digest is due at the first instant whose
// local time is the one chosen or later: where the clock jumps over that time, the first after
// the gap; where it comes twice, the first time. It is sent until that day ends, and at least
// for grace after it is due, so that one due at 23:59 can be sent at all.

// grace is how long there is at least to send a digest.
const grace = 15 * time.Minute

// remembered is how many days back a digest that was missed is noticed.
const remembered = 7

// A job is the digest of one subscription for one day.
type job struct {
	store.Subscription
	day timex.Day
	due time.Time
	end time.Time // it is too late from then on
}

func (j job) slot() store.Slot { return store.Slot{Channel: j.Channel, Day: j.day.String()} }

// A plan is what there is to do at one moment.
type plan struct {
	due    []job
	missed []job     // of days that are over
	next   time.Time // something more is due; zero where nothing will be
}

// plan returns what is to be done now for the subscriptions, given how far the posts of the
// last days are. Those due first come first.
func planAt(now time.Time, subs []store.Subscription, posts map[store.Slot]store.Standing) plan {
	var p plan
	wake := func(t time.Time) {
		if p.next.IsZero() || t.Before(p.next) {
			p.next = t
		}
	}
	for _, sub := range subs {
		zone, err := zoneOf(sub.Zone)
		if err != nil || sub.Paused != "" {
			continue
		}
		today := timex.DayOf(now.In(zone))
		for back := remembered; back >= -1; back-- {
			j := jobOn(today.AddDays(-back), sub, zone)
			post := posts[j.slot()]
			switch {
			case post.Closed || j.due.Before(sub.Since):
			case now.Before(j.due):
				wake(j.due)
			case now.Before(post.Until):
				wake(post.Until)
			case now.Before(j.end):
				p.due = append(p.due, j)
			default:
				p.missed = append(p.missed, j)
			}
		}
	}
	slices.SortStableFunc(p.due, func(a, b job) int { return cmp.Or(a.due.Compare(b.due), cmp.Compare(a.Channel, b.Channel)) })
	return p
}

// jobOn returns the digest of one day.
func jobOn(day timex.Day, sub store.Subscription, zone *time.Location) job {
	due := instant(day, sub.Minute, zone)
	return job{sub, day, due, later(instant(day.AddDays(1), 0, zone), due.Add(grace))}
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

// instant returns the first instant at which a zone's clock shows the minute of the day or
// more. It walks through the zone's offsets around that time and takes the first under which
// the clock gets there before the next offset begins.
func instant(day timex.Day, minute int, zone *time.Location) time.Time {
	clock := time.Date(day.Year, day.Month, day.Day, 0, minute, 0, 0, time.UTC) // as if the zone had no offset
	const farthest = 26 * time.Hour                                             // an offset is smaller
	for at := clock.Add(-farthest).In(zone); ; {
		_, offset := at.Zone()
		begin, end := at.ZoneBounds()
		due := clock.Add(-time.Duration(offset) * time.Second)
		if end.IsZero() || due.Before(end) {
			return later(due, begin).UTC()
		}
		at = end.In(zone)
	}
}

var zones sync.Map // *time.Location by name: loading one reads a file

// zoneOf returns the zone of an IANA name.
func zoneOf(name string) (*time.Location, error) {
	if known, ok := zones.Load(name); ok {
		return known.(*time.Location), nil
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil, err
	}
	zones.Store(name, zone)
	return zone, nil
}
