package press

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"
	_ "time/tzdata"

	"pgregory.net/rapid"

	"talksbot/bot/store"
	"talksbot/knowledge/calendar"
)

func TestInstant(t *testing.T) {
	for _, c := range []struct {
		zone, day string
		minute    int
		want      string // UTC
	}{
		{"Europe/London", "2022-01-10", 9 * 60, "2022-01-10T09:00:00Z"},
		{"Europe/London", "2022-03-27", 90, "2022-03-27T01:00:00Z"},        // 01:30 is not there: 02:00 summer time
		{"Europe/London", "2022-03-27", 60, "2022-03-27T01:00:00Z"},        // nor 01:00
		{"Europe/London", "2022-03-27", 120, "2022-03-27T01:00:00Z"},       // 02:00 is
		{"Europe/London", "2022-10-30", 90, "2022-10-30T00:30:00Z"},        // 01:30 comes twice
		{"America/New_York", "2022-03-13", 150, "2022-03-13T07:00:00Z"},    // 02:30 is not there
		{"America/New_York", "2022-11-06", 90, "2022-11-06T05:30:00Z"},     // 01:30 comes twice
		{"America/New_York", "2022-11-06", 150, "2022-11-06T07:30:00Z"},    // once
		{"Europe/Moscow", "2022-07-01", 150, "2022-06-30T23:30:00Z"},       // no summer time
		{"Australia/Lord_Howe", "2022-10-02", 140, "2022-10-01T15:30:00Z"}, // half an hour is left out: 02:20
		{"Australia/Lord_Howe", "2022-10-02", 150, "2022-10-01T15:30:00Z"},
		{"Australia/Lord_Howe", "2022-04-03", 105, "2022-04-02T14:45:00Z"}, // 01:45 comes twice
		{"Africa/Cairo", "2023-04-28", 0, "2023-04-27T22:00:00Z"},          // midnight is not there
		{"America/Scoresbysund", "2025-03-29", 23*60 + 30, "2025-03-30T01:00:00Z"},
		{"Pacific/Apia", "2011-12-30", 9 * 60, "2011-12-30T10:00:00Z"}, // the whole day is left out
		{"UTC", "2022-12-31", 23*60 + 59, "2022-12-31T23:59:00Z"},
	} {
		zone, err := Zone(c.zone)
		if err != nil {
			t.Fatal(err)
		}
		day, _ := calendar.ParseDay(c.day)
		if got := instant(day, c.minute, zone).Format(time.RFC3339); got != c.want {
			t.Errorf("%s %s %02d:%02d is %s, want %s", c.zone, c.day, c.minute/60, c.minute%60, got, c.want)
		}
	}
}

// zoneNames are the zones that people may choose.
var zoneNames = sync.OnceValue(func() []string {
	text, err := os.ReadFile("../digests/zones.txt")
	if err != nil {
		panic(err)
	}
	return strings.Fields(string(text))
})

// The instant is the first at which the clock shows that time or a later one of that day.
func TestInstantIsFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		zone, err := Zone(rapid.SampledFrom(zoneNames()).Draw(t, "zone"))
		if err != nil {
			t.Fatal(err)
		}
		day := calendar.Day{Year: 2000, Month: 1, Day: 1}.AddDays(rapid.IntRange(0, 20_000).Draw(t, "day"))
		minute := rapid.IntRange(0, 24*60-1).Draw(t, "minute")
		at := instant(day, minute, zone)
		shows := func(at time.Time) bool {
			local := at.In(zone)
			today := calendar.DayOf(local)
			return today.After(day) || today == day && local.Hour()*60+local.Minute() >= minute
		}
		if !shows(at) {
			t.Fatalf("%v is before %v %02d:%02d", at.In(zone), day, minute/60, minute%60)
		}
		for _, before := range []time.Duration{time.Second, time.Minute, 20 * time.Minute, time.Hour, 3 * time.Hour, 20 * time.Hour} {
			if shows(at.Add(-before)) {
				t.Fatalf("%v is after %v %02d:%02d, and so is %v earlier", at.In(zone), day, minute/60, minute%60, before)
			}
		}
	})
}

// TestYearOfDigests runs the clock through a year, a minute at a time where something can
// happen, and counts what is due: one a day, on its day, and nothing is missed.
func TestYearOfDigests(t *testing.T) {
	for _, zoneName := range []string{"America/New_York", "Europe/London", "Europe/Moscow", "Australia/Lord_Howe", "Africa/Cairo", "America/Scoresbysund"} {
		for _, minute := range []int{150, 9 * 60, 0, 23*60 + 59, 23*60 + 30} {
			t.Run(fmt.Sprintf("%s at %02d:%02d", zoneName, minute/60, minute%60), func(t *testing.T) {
				zone, _ := Zone(zoneName)
				begin := time.Date(2024, 12, 31, 12, 0, 0, 0, time.UTC)
				first := calendar.Day{Year: 2025, Month: 1, Day: 1}
				sub := store.Subscription{Channel: "1", Zone: zoneName, Minute: minute, Since: instant(first, 0, zone)}
				posts := map[store.Slot]store.Standing{}
				made := map[calendar.Day]int{}
				for now := begin; now.Before(begin.AddDate(1, 0, 1)); {
					p := PlanAt(now, []store.Subscription{sub}, posts)
					for _, j := range p.Due {
						made[j.Day]++
						posts[j.slot()] = store.Standing{Closed: true}
						if today := calendar.DayOf(now.In(zone)); today != j.Day && j.Due.Before(now) {
							t.Errorf("the digest of %v is made on %v", j.Day, today)
						}
					}
					if len(p.Missed) > 0 {
						t.Errorf("%v: missed %v", now, p.Missed)
					}
					if len(p.Due) == 0 && p.Next.After(now) {
						now = p.Next
						continue
					}
					now = now.Add(time.Minute)
				}
				for day := first; day.Year == 2025; day = day.AddDays(1) {
					if made[day] != 1 {
						t.Errorf("%d digests on %v", made[day], day)
					}
				}
			})
		}
	}
}

func TestPlan(t *testing.T) {
	at := func(s string) time.Time {
		t.Helper()
		when, err := time.Parse("2006-01-02 15:04", s)
		if err != nil {
			t.Fatal(err)
		}
		return when
	}
	slot := store.Slot{Channel: "1", Day: "2022-01-10"}
	yesterday := store.Standing{Closed: true}
	for name, c := range map[string]struct {
		now    string
		post   store.Standing
		paused string
		due    int
		missed int
		next   string
	}{
		"before":                {now: "2022-01-10 08:59", next: "2022-01-10 09:00"},
		"on time":               {now: "2022-01-10 09:00", due: 1, next: "2022-01-11 09:00"},
		"late, the same day":    {now: "2022-01-10 23:59", due: 1, next: "2022-01-11 09:00"},
		"the day after":         {now: "2022-01-11 00:00", missed: 1, next: "2022-01-11 09:00"},
		"made":                  {now: "2022-01-10 10:00", post: store.Standing{Closed: true}, next: "2022-01-11 09:00"},
		"another's":             {now: "2022-01-10 10:00", post: store.Standing{Until: at("2022-01-10 10:02")}, next: "2022-01-10 10:02"},
		"put off until now":     {now: "2022-01-10 10:00", post: store.Standing{Until: at("2022-01-10 10:00")}, due: 1, next: "2022-01-11 09:00"},
		"put off, the day over": {now: "2022-01-11 00:01", post: store.Standing{Until: at("2022-01-10 23:50")}, missed: 1, next: "2022-01-11 09:00"},
		"paused":                {now: "2022-01-10 10:00", paused: "gone"},
	} {
		sub := store.Subscription{Channel: "1", Zone: "UTC", Minute: 540, Since: at("2022-01-09 10:00"), Paused: c.paused}
		posts := map[store.Slot]store.Standing{slot: c.post, {Channel: "1", Day: "2022-01-09"}: yesterday}
		p := PlanAt(at(c.now), []store.Subscription{sub}, posts)
		var next time.Time
		if c.next != "" {
			next = at(c.next)
		}
		if len(p.Due) != c.due || len(p.Missed) != c.missed || !p.Next.Equal(next) {
			t.Errorf("%s: %d due, %d missed, next %v; want %d, %d, %v", name, len(p.Due), len(p.Missed), p.Next, c.due, c.missed, next)
		}
	}
	sub := store.Subscription{Channel: "1", Zone: "UTC", Minute: 540, Since: at("2022-01-10 09:01")}
	if p := PlanAt(at("2022-01-10 10:00"), []store.Subscription{sub}, nil); len(p.Due)+len(p.Missed) > 0 {
		t.Errorf("who subscribes after the time is sent one that day: %+v", p)
	}
}
