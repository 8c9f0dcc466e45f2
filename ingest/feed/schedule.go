package feed

import (
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"
)

// How often a feed is asked for.
const (
	Shortest = 15 * time.Minute
	Longest  = 24 * time.Hour
	Rarest   = 7 * 24 * time.Hour // one that fails
)

// Interval returns how long to leave a feed alone: half as long as it takes to have something new, judged by its last
// entries, and not shorter than it or its server asks for, but Shortest at least and Longest at most.
func Interval(f Feed, h http.Header, now time.Time) time.Duration {
	wait := max(pace(f, now)/2, f.TTL, fresh(h, now))
	return min(max(wait, Shortest), Longest)
}

// judged is how many entries tell how often a feed has something new.
const judged = 10

// pace returns how long it takes a feed to have something new, Longest where it does not tell.
func pace(f Feed, now time.Time) time.Duration {
	var times []time.Time
	for _, e := range f.Entries {
		if !e.At.IsZero() && !e.At.After(now) {
			times = append(times, e.At)
		}
	}
	if len(times) == 0 {
		return Longest
	}
	slices.SortFunc(times, func(a, b time.Time) int { return b.Compare(a) })
	times = times[:min(judged, len(times))]
	return now.Sub(times[len(times)-1]) / time.Duration(len(times))
}

// fresh returns how long a server says that what it gave is fresh (RFC 9111, 4.2.1), 0 where it does not.
func fresh(h http.Header, now time.Time) time.Duration {
	for directive := range strings.SplitSeq(strings.Join(h.Values("Cache-Control"), ","), ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(directive), "=")
		switch strings.ToLower(name) {
		case "no-cache", "no-store":
			return 0
		case "max-age":
			seconds, err := strconv.ParseUint(strings.Trim(value, `"`), 10, 31)
			if err != nil {
				return 0
			}
			return time.Duration(seconds) * time.Second
		}
	}
	expires, err := http.ParseTime(h.Get("Expires"))
	if err != nil {
		return 0
	}
	if date, err := http.ParseTime(h.Get("Date")); err == nil {
		now = date // its clock may be wrong
	}
	return max(0, expires.Sub(now))
}

// Backoff returns how long to leave a feed alone that has failed so many times in a row: twice as long each time, up to
// a week, and never for good. after is when its server asks to be asked again, zero where it does not.
func Backoff(interval time.Duration, failures int, after, now time.Time) time.Duration {
	wait := min(max(interval, Shortest), Rarest)
	for range failures {
		if wait = min(2*wait, Rarest); wait == Rarest {
			break
		}
	}
	return min(max(wait, after.Sub(now)), Rarest)
}

// adopted is for how long a feed must have moved before its new address is taken for its own.
const adopted = 7 * 24 * time.Hour

// Moved returns where a feed has moved for good and since when, given what was known of that before and where it leads
// now, "" for nowhere; and whether that is its address from now on. A server that is misconfigured for a day
// says such things too.
func Moved(before string, since time.Time, leads string, now time.Time) (to string, at time.Time, adopt bool) {
	switch {
	case leads == "":
		return "", time.Time{}, false
	case leads != before:
		return leads, now, false
	}
	return before, since, now.Sub(since) >= adopted
}

// Unchanged returns how long to leave a feed alone that had nothing new: somewhat longer than before.
func Unchanged(before time.Duration, h http.Header, now time.Time) time.Duration {
	return min(max(before+before/4, fresh(h, now), Shortest), Longest)
}
