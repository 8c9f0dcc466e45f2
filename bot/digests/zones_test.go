package digests

import (
	"strings"
	"testing"
	"time"

	"talksbot/bot/discord"
	"talksbot/bot/markdown"
	"talksbot/bot/press"
	"talksbot/page"
)

func TestReadZone(t *testing.T) {
	for typed, want := range map[string]string{
		"Europe/London": "Europe/London", "europe/london": "Europe/London", "london": "Europe/London", "New York": "America/New_York",
		"EST": "America/New_York", "edt": "America/New_York", "ET": "America/New_York", "PT": "America/Los_Angeles", "cst": "America/Chicago",
		"CET": "Europe/Berlin", "CEST": "Europe/Berlin", "MSK": "Europe/Moscow", "IST": "Asia/Kolkata", "BST": "Europe/London", "GMT": "UTC",
		"JST": "Asia/Tokyo", "AEDT": "Australia/Sydney", "EET": "Europe/Kyiv", "NZDT": "Pacific/Auckland",
		"GMT+3": "Etc/GMT-3", "UTC+2": "Etc/GMT-2", "utc -5": "Etc/GMT+5", "+1": "Etc/GMT-1", "UTC+0": "UTC", "GMT+05:30": "Asia/Kolkata", "UTC\u22123": "Etc/GMT+3",
		"UTC+5:45": "Asia/Kathmandu",
		"utc":      "UTC", " Lord Howe ": "Australia/Lord_Howe", "america/argentina/buenos aires": "America/Argentina/Buenos_Aires",
	} {
		if got, _, ok := readZone(typed); !ok || got != want {
			t.Errorf("%q: %q, %v; want %q", typed, got, ok, want)
		}
	}
	for typed, hint := range map[string]string{"": "choose one from the list", "Local": "choose one", "Londn": "choose one", "lond": "Europe/London", "../etc/passwd": "choose one",
		"UTC+15": "choose one", "UTC+5:31": "choose one", "WITA": "Asia/Makassar", "XYZT": "choose one"} {
		if got := chosen(t, "timezone", typed); !strings.Contains(got, hint) {
			t.Errorf("%q: %q; want %q in it", typed, got, hint)
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
		if got, _, ok := readZone(name); !ok || got != name {
			t.Errorf("%q is read as %q, %v", name, got, ok)
		}
	}
	now := time.Date(2022, 1, 10, 12, 0, 0, 0, time.UTC)
	for _, typed := range []string{"", "lon", "a", "zzz", "new y"} {
		choices := suggestZones(typed, now, page.Printer{})
		if len(choices) > discord.MaxChoices {
			t.Errorf("%q: %d suggestions", typed, len(choices))
		}
		for _, c := range choices {
			if markdown.Length(c.Name) > discord.MaxChoiceText {
				t.Errorf("%q is too long to suggest", c.Name)
			}
		}
	}
	if got := suggestZones("lon", now, page.Printer{}); len(got) < 2 || got[1].Name != "Europe/London (now 12:00)" || got[1].Value != "Europe/London" {
		t.Errorf("suggestions for \"lon\": %v", got)
	}
}

// What is suggested says which place is meant, and is understood when it is chosen.
func TestSuggestZones(t *testing.T) {
	now := time.Date(2022, 1, 10, 12, 0, 0, 0, time.UTC)
	for typed, first := range map[string]string{
		"est": "America/New_York (now 07:00)", "IST": "Asia/Kolkata (now 17:30)", "utc+3": "UTC+3 (now 15:00)", "MSK": "Europe/Moscow (now 15:00)", "new york": "America/New_York (now 07:00)",
	} {
		choices := suggestZones(typed, now, page.Printer{})
		if len(choices) == 0 || choices[0].Name != first {
			t.Errorf("%q: %v", typed, choices)
		}
		for _, c := range choices {
			if _, _, ok := readZone(c.Value); !ok {
				t.Errorf("%q suggests %q, which is not understood", typed, c.Value)
			}
		}
	}
	if !strings.Contains(suggestZones("ist", now, page.Printer{})[1].Name, "/") {
		t.Error("IST is three cities' time, one is suggested")
	}
}

func BenchmarkSuggestZones(b *testing.B) {
	for b.Loop() {
		suggestZones("utc+3", time.Now(), page.Printer{})
	}
}
