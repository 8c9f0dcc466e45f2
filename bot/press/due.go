package press

import (
	"cmp"
	"slices"
	"sync"
	"time"

	"talksbot/bot/store"
	"talksbot/knowledge/calendar"
)

// When a digest is due follows from its subscription, the clock and the zone, and from nothing
// else. A day is a day of the channel's zone. Its digest is due at the first instant whose
// local time is the one chosen or later: where the clock jumps over that time, the first after
// the gap; where it comes twice, the first time. It is sent until that day ends, and at least
// for Grace after it is due, so that one due at 23:59 can be sent at all.

// Grace is how long there is at least to send a digest.
const Grace = 15 * time.Minute

// remembered is how many days back a digest that was missed is noticed.
const remembered = 7

// A Job is the digest of one subscription for one day.
type Job struct {
	store.Subscription
	Day calendar.Day
	Due time.Time
	End time.Time // it is too late from then on
}

func (j Job) slot() store.Slot { return store.Slot{Channel: j.Channel, Day: j.Day.String()} }

// A Plan is what there is to do at one moment.
type Plan struct {
	Due    []Job
	Missed []Job     // of days that are over
	Next   time.Time // something more is due; zero where nothing will be
}

// PlanAt returns what is to be done now for the subscriptions, given how far the posts of the
// last days are. Those due first come first.
func PlanAt(now time.Time, subs []store.Subscription, posts map[store.Slot]store.Standing) Plan {
	var p Plan
	wake := func(t time.Time) {
		if p.Next.IsZero() || t.Before(p.Next) {
			p.Next = t
		}
	}
	for _, sub := range subs {
		zone, err := Zone(sub.Zone)
		if err != nil || sub.Paused != "" {
			continue
		}
		today := calendar.DayOf(now.In(zone))
		for back := remembered; back >= -1; back-- {
			j := jobOn(today.AddDays(-back), sub, zone)
			post := posts[j.slot()]
			switch {
			case post.Closed || j.Due.Before(sub.Since):
			case now.Before(j.Due):
				wake(j.Due)
			case now.Before(post.Until):
				wake(post.Until)
			case now.Before(j.End):
				p.Due = append(p.Due, j)
			default:
				p.Missed = append(p.Missed, j)
			}
		}
	}
	slices.SortStableFunc(p.Due, func(a, b Job) int { return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.Channel, b.Channel)) })
	return p
}

// jobOn returns the digest of one day.
func jobOn(day calendar.Day, sub store.Subscription, zone *time.Location) Job {
	due := instant(day, sub.Minute, zone)
	return Job{sub, day, due, later(instant(day.AddDays(1), 0, zone), due.Add(Grace))}
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
func instant(day calendar.Day, minute int, zone *time.Location) time.Time {
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

// Zone returns the zone of an IANA name.
func Zone(name string) (*time.Location, error) {
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
