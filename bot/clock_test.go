package bot

import (
	"strings"
	"talksbot/bot/press"
	"testing"
	"time"
	"unicode/utf8"
)

func TestReadTime(t *testing.T) {
	for typed, want := range map[string]string{
		"9": "09:00", "9:30": "09:30", "21.00": "21:00", "9pm": "21:00", "9 PM": "21:00", "9:30 a.m.": "09:30", "12am": "00:00", "12pm": "12:00",
		"0": "00:00", "00:00": "00:00", "23:59": "23:59", "0930": "09:30", "21h": "21:00", "21h30": "21:30", " 7 ": "07:00", "noon": "12:00", "Midnight": "00:00",
		"12:05am": "00:05", "9 o'clock": "09:00", "1.30pm": "13:30",
	} {
		if got, err := readTime(typed); err != nil || clock(got) != want {
			t.Errorf("%q: %s, %v; want %s", typed, clock(got), err, want)
		}
	}
	for _, typed := range []string{"", "24", "25:00", "9:60", "13pm", "0am", "nine", "9:5", "-1", "9:30:15", "99999", "9pmpm", "9\n10", "1e1", "٩", strings.Repeat("9", 1000)} {
		if got, err := readTime(typed); err == nil || !strings.Contains(err.Error(), "write 9, 9:30, 21.00 or 9pm") {
			t.Errorf("%q: %s, %v; want an error that says what to write", typed, clock(got), err)
		}
	}
}

func FuzzReadTime(f *testing.F) {
	f.Add("9:30pm")
	f.Fuzz(func(t *testing.T, typed string) {
		minute, err := readTime(typed)
		if err != nil && (!utf8.ValidString(err.Error()) || length(err.Error()) > 200) {
			t.Errorf("the error for %q: %q", typed, err)
		}
		if err == nil {
			if again, err := readTime(clock(minute)); again != minute || err != nil {
				t.Errorf("%q is %s, which is read as %s, %v", typed, clock(minute), clock(again), err)
			}
		}
	})
}

func TestReadZone(t *testing.T) {
	for typed, want := range map[string]string{
		"Europe/London": "Europe/London", "europe/london": "Europe/London", "london": "Europe/London", "New York": "America/New_York",
		"utc": "UTC", " Lord Howe ": "Australia/Lord_Howe", "america/argentina/buenos aires": "America/Argentina/Buenos_Aires",
	} {
		if got, err := readZone(typed); err != nil || got != want {
			t.Errorf("%q: %q, %v; want %q", typed, got, err, want)
		}
	}
	for typed, hint := range map[string]string{"": "choose one from the list", "Local": "choose one", "Londn": "choose one", "lond": "Europe/London", "../etc/passwd": "choose one"} {
		if got, err := readZone(typed); err == nil || !strings.Contains(err.Error(), hint) {
			t.Errorf("%q: %q, %v; want an error with %q", typed, got, err, hint)
		}
	}
}

func TestZones(t *testing.T) {
	if len(zoneNames) < 400 {
		t.Errorf("only %d zones", len(zoneNames))
	}
	for _, name := range append(zoneNames, usualZones...) {
		if _, err := press.Zone(name); err != nil {
			t.Error(err)
		}
		if got, err := readZone(name); err != nil || got != name {
			t.Errorf("%q is read as %q, %v", name, got, err)
		}
	}
	now := time.Date(2022, 1, 10, 12, 0, 0, 0, time.UTC)
	for _, typed := range []string{"", "lon", "a", "zzz", "new y"} {
		choices := suggestZones(typed, now)
		if len(choices) > maxChoices {
			t.Errorf("%q: %d suggestions", typed, len(choices))
		}
		for _, c := range choices {
			if length(c.Name) > maxChoiceText {
				t.Errorf("%q is too long to suggest", c.Name)
			}
		}
	}
	if got := suggestZones("lon", now); len(got) < 2 || got[1] != (choice{Name: "Europe/London (now 12:00)", Value: "Europe/London"}) {
		t.Errorf("suggestions for \"lon\": %v", got)
	}
}
