package digests

import (
	"strings"
	"testing"
	"unicode/utf8"

	"talksbot/bot/discord"
	"talksbot/bot/markdown"
	"talksbot/bot/store"
	"talksbot/page"
)

func TestReadTime(t *testing.T) {
	for typed, want := range map[string]string{
		"9": "09:00", "9:30": "09:30", "21.00": "21:00", "9pm": "21:00", "9 PM": "21:00", "9:30 a.m.": "09:30", "12am": "00:00", "12pm": "12:00",
		"0": "00:00", "00:00": "00:00", "23:59": "23:59", "0930": "09:30", "21h": "21:00", "21h30": "21:30", " 7 ": "07:00", "noon": "12:00", "Midnight": "00:00",
		"12:05am": "00:05", "9 o'clock": "09:00", "1.30pm": "13:30",
	} {
		if got, ok := readTime(typed); !ok || clock(got) != want {
			t.Errorf("%q: %s, %v; want %s", typed, clock(got), ok, want)
		}
	}
	for _, typed := range []string{"", "24", "25:00", "9:60", "13pm", "0am", "nine", "9:5", "-1", "9:30:15", "99999", "9pmpm", "9\n10", "1e1", "٩", strings.Repeat("9", 1000)} {
		if got, ok := readTime(typed); ok {
			t.Errorf("%q is read as %s", typed, clock(got))
		}
		if got := chosen(t, "time", typed); !strings.Contains(got, "write `9`, `9:30`, `21.00` or `9pm`") || markdown.Length(got) > 200 {
			t.Errorf("%q: nothing says what to write: %q", typed, got)
		}
	}
}

func FuzzReadTime(f *testing.F) {
	f.Add("9:30pm")
	f.Fuzz(func(t *testing.T, typed string) {
		minute, ok := readTime(typed)
		if !ok {
			if got := chosen(t, "time", typed); !utf8.ValidString(got) || markdown.Length(got) > 200 {
				t.Errorf("what is said to %q: %q", typed, got)
			}
			return
		}
		if again, ok := readTime(clock(minute)); again != minute || !ok {
			t.Errorf("%q is %s, which is read as %s, %v", typed, clock(minute), clock(again), ok)
		}
	})
}

// chosen returns what is said to somebody who typed that into an option of /digest subscribe.
func chosen(t *testing.T, option, typed string) string {
	t.Helper()
	r, ok := choose(discord.Event{Values: map[string]string{option: typed}}, &store.Subscription{}, page.Printer{})
	if ok {
		t.Errorf("%q is understood", typed)
	}
	return r.Wire(markdown.Writer{}).Content
}
