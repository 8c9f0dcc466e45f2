package digests

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"talksbot/bot/discord"
	"talksbot/bot/press"
	"talksbot/page"
)

// zonesText lists the IANA names of the zones of places.
//
//go:embed zones.txt
var zonesText string

var zoneNames = strings.Fields(zonesText)

// usualZones are suggested before anything is typed, and go before others that are called alike.
var usualZones = []string{"UTC", "Europe/London", "Europe/Berlin", "Europe/Kyiv", "Europe/Moscow", "America/New_York", "America/Chicago",
	"America/Denver", "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu", "America/Halifax", "America/Sao_Paulo",
	"Africa/Lagos", "Africa/Johannesburg", "Africa/Nairobi", "Asia/Kolkata", "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland"}

// readZone returns the IANA name of the zone that a person means: that name in any case, or the
// place in it where only one zone has that; letters such as CET, by which the usual zones are meant
// before others; or how far from UTC it is. Where there is none, near are names like it.
func readZone(typed string) (zone string, near []string, ok bool) {
	wanted := plainZone(typed)
	if wanted == "" {
		return "", nil, false
	}
	for _, name := range zoneNames {
		if plainZone(name) == wanted {
			return name, nil, true
		}
	}
	if places := zonesThat(func(name string) bool { return plainZone(placeIn(name)) == wanted }); len(places) == 1 {
		return places[0], nil, true
	}
	if fixed := fixedZones(typed); len(fixed) > 0 {
		return fixed[0], nil, true
	}
	called := lettered()[strings.ToUpper(wanted)]
	if len(called) == 1 || len(called) > 0 && slices.Contains(usualZones, called[0]) {
		return called[0], nil, true
	}
	near = append(slices.Clone(called), zonesLike(typed)...)
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

// letters are the letters a clock goes by: EST, AEDT.
var letters = regexp.MustCompile(`^[A-Z]{2,5}$`)

// lettered returns the zones by the letters that their clocks go by, in winter or in summer, the usual
// ones first. Those that change between two such, as EST and EDT, also go by what these share: ET.
var lettered = sync.OnceValue(func() map[string][]string {
	zones := map[string][]string{"GMT": {"UTC"}} // which is what it says, also in summer
	add := func(letters, name string) {
		if !slices.Contains(zones[letters], name) {
			zones[letters] = append(zones[letters], name)
		}
	}
	for _, name := range slices.Concat(usualZones, zoneNames) {
		january, july := halves(name)
		winter, _ := january.Zone()
		summer, _ := july.Zone()
		for _, clock := range []string{winter, summer} {
			if letters.MatchString(clock) {
				add(clock, name)
			}
		}
		standard, isStandard := strings.CutSuffix(winter, "ST")
		if isStandard && summer == standard+"DT" {
			add(standard+"T", name)
		}
	}
	return zones
})

// halves returns a moment of January and one of July in a zone; before and after its clocks change,
// where they do.
func halves(name string) (january, july time.Time) {
	zone, err := press.Zone(name)
	if err != nil {
		return january, july
	}
	year := time.Now().Year()
	return time.Date(year, time.January, 15, 0, 0, 0, 0, zone), time.Date(year, time.July, 15, 0, 0, 0, 0, zone)
}

// offsets are the ways people write how far from UTC a clock is: "UTC+2", "GMT-03:30", "+5:30".
var offsets = regexp.MustCompile(`^(?:utc|gmt)?\s*([+-])\s*(\d{1,2})(?::?([0-5]\d))?$`)

// offsetOf returns how far from UTC, in seconds, what was typed says.
func offsetOf(typed string) (seconds int, ok bool) {
	m := offsets.FindStringSubmatch(strings.ReplaceAll(plainZone(typed), "\u2212", "-"))
	if m == nil {
		return 0, false
	}
	hours, _ := strconv.Atoi(m[2])
	minutes, _ := strconv.Atoi(m[3])
	seconds = hours*3600 + minutes*60
	if m[1] == "-" {
		seconds = -seconds
	}
	return seconds, true
}

// fixedZones returns the zones that are so far from UTC as was typed all the year round, first the one
// that belongs to no place.
func fixedZones(typed string) (zones []string) {
	seconds, ok := offsetOf(typed)
	if !ok {
		return nil
	}
	const mostWest, mostEast = -12, 14
	if hours := seconds / 3600; seconds%3600 == 0 && hours >= mostWest && hours <= mostEast && hours != 0 {
		zones = append(zones, fmt.Sprintf("%s%+d", ofNoPlace, -hours))
	}
	for _, name := range slices.Concat(usualZones, zoneNames) {
		january, july := halves(name)
		_, winter := january.Zone()
		_, summer := july.Zone()
		if winter == seconds && summer == seconds && !slices.Contains(zones, name) {
			zones = append(zones, name)
		}
	}
	return zones
}

// ofNoPlace begins the names of zones that belong to no place. Their signs are the other way round.
const ofNoPlace = "Etc/GMT"

// zoneLabel returns a zone's name as people read it.
func zoneLabel(name string) string {
	hours, is := strings.CutPrefix(name, ofNoPlace)
	if away, err := strconv.Atoi(hours); is && err == nil {
		return fmt.Sprintf("UTC%+d", -away)
	}
	return name
}

// suggestZones returns suggestions for what is being typed, each with the time there now.
func suggestZones(typed string, now time.Time, w page.Printer) []discord.Choice {
	names := usualZones
	if strings.TrimSpace(typed) != "" {
		names = slices.Concat(fixedZones(typed), lettered()[strings.ToUpper(plainZone(typed))], zonesLike(typed))
	}
	var choices []discord.Choice
	for _, name := range names {
		zone, err := press.Zone(name)
		there := slices.ContainsFunc(choices, func(c discord.Choice) bool { return c.Value == zoneLabel(name) })
		if err == nil && !there && len(choices) < discord.MaxChoices {
			choices = append(choices, discord.Choice{Name: w.Text("digests.zone", "Zone", zoneLabel(name), "Time", now.In(zone).Format("15:04")), Value: zoneLabel(name)})
		}
	}
	return choices
}
