package digests

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// timesOfDay are the ways people write a time: "9", "9:30", "21.00", "9pm", "9:30 a.m.", "21h",
// "0930".
var timesOfDay = regexp.MustCompile(`^(\d{1,2})(?:\s*[:.h]\s*(\d{2}))?\s*(?:([ap])\.?\s*m\.?|h|o'clock|uhr)?$`)

// named are times with a name, in minutes after midnight.
var namedTimes = map[string]int{"noon": 12 * 60, "midday": 12 * 60, "midnight": 0}

// readTime returns the minute of the day that a person means.
func readTime(typed string) (minute int, ok bool) {
	text := strings.ToLower(strings.TrimSpace(typed))
	if minute, ok := namedTimes[text]; ok {
		return minute, true
	}
	if len(text) == 4 && strings.Trim(text, "0123456789") == "" {
		text = text[:2] + ":" + text[2:]
	}
	m := timesOfDay.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	hour, _ := strconv.Atoi(m[1])
	if m[2] != "" {
		minute, _ = strconv.Atoi(m[2])
	}
	if m[3] != "" {
		if hour < 1 || hour > 12 {
			return 0, false
		}
		hour %= 12
		if m[3] == "p" {
			hour += 12
		}
	}
	if hour > 23 || minute > 59 {
		return 0, false
	}
	return hour*60 + minute, true
}

// clock writes a minute of the day: "09:30".
func clock(minute int) string { return fmt.Sprintf("%02d:%02d", minute/60, minute%60) }
