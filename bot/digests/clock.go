package digests

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"talksbot/bot/discord"
	"talksbot/bot/press"
	"talksbot/page"
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

// zonesText lists the IANA names of the zones of places.
//
//go:embed zones.txt
var zonesText string

var zoneNames = strings.Fields(zonesText)

// readZone returns the IANA name of the zone that a person means: that name in any case, or the
// place in it where only one zone has that. Where there is none, near are names like it.
func readZone(typed string) (zone string, near []string, ok bool) {
	wanted := plainZone(typed)
	for _, name := range zoneNames {
		if plainZone(name) == wanted {
			return name, nil, true
		}
	}
	places := zonesThat(func(name string) bool { return plainZone(placeIn(name)) == wanted })
	if len(places) == 1 {
		return places[0], nil, true
	}
	if wanted == "" {
		return "", nil, false
	}
	near = zonesLike(typed)
	return "", near[:min(3, len(near))], false
}

// plainZone returns a name as it is compared: "new york" and "New_York" are the same.
func plainZone(name string) string {
	return strings.ToLower(strings.ReplaceAll(strings.TrimSpace(name), "_", " "))
}

// placeIn returns the last part of a zone's name: "New_York".
func placeIn(name string) string { return name[strings.LastIndexByte(name, '/')+1:] }

// zonesThat returns the zones whose names are so.
func zonesThat(are func(name string) bool) []string {
	return slices.DeleteFunc(slices.Clone(zoneNames), func(name string) bool { return !are(name) })
}

// zonesLike returns the zones whose names hold what was typed, first those whose place begins
// with it.
func zonesLike(typed string) []string {
	part := plainZone(typed)
	begins := func(name string) bool { return strings.HasPrefix(plainZone(placeIn(name)), part) }
	holds := func(name string) bool { return !begins(name) && strings.Contains(plainZone(name), part) }
	return append(zonesThat(begins), zonesThat(holds)...)
}

// usualZones are suggested before anything is typed.
var usualZones = []string{"UTC", "Europe/London", "Europe/Berlin", "Europe/Kyiv", "Europe/Moscow", "America/New_York", "America/Chicago",
	"America/Los_Angeles", "America/Sao_Paulo", "Asia/Kolkata", "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney"}

// suggestZones returns suggestions for what is being typed, each with the time there now.
func suggestZones(typed string, now time.Time, w page.Printer) []discord.Choice {
	names := usualZones
	if strings.TrimSpace(typed) != "" {
		names = zonesLike(typed)
	}
	var choices []discord.Choice
	for _, name := range names[:min(len(names), discord.MaxChoices)] {
		if zone, err := press.Zone(name); err == nil {
			choices = append(choices, discord.Choice{Name: w.Text("digests.zone", "Zone", name, "Time", now.In(zone).Format("15:04")), Value: name})
		}
	}
	return choices
}
