package timeline

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"strings"
	"time"
	"unicode"

	ics "github.com/arran4/golang-ical"

	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
)

// MediaType is what Calendar returns, as servers and mail call it.
const MediaType = "text/calendar; charset=utf-8"

// Words say what stands beside the articles' own words, in the language of whoever reads it.
type Words interface {
	Text(name string, args ...any) string // the sentence of the catalogue with that name
	LongDays(calendar.Days) string
	Away(calendar.Distance) string
}

// Calendar returns the dated events as an iCalendar file (RFC 5545): one event each, all day but where
// an article names the hour, which takes up no time of whoever imports it. An event keeps its UID as long as its article,
// days and words stay, so importing the file again changes nothing. made is when the file was
// made. Vague events are left out, for a calendar has no place for them, and those that are off.
func Calendar(events []Event, w Words, made time.Time) []byte {
	cal := ics.NewCalendarFor("talksbot")
	cal.SetProductId("-//talksbot//timeline//EN")
	cal.SetMethod(ics.MethodPublish)
	for _, e := range events {
		if !e.Vague() && !e.Off() {
			cal.AddVEvent(calendarEvent(e, w, made))
		}
	}
	return []byte(cal.Serialize(ics.WithNewLineWindows))
}

func calendarEvent(e Event, w Words, made time.Time) *ics.VEvent {
	v := ics.NewEvent(e.ID() + "@talksbot")
	v.SetDtStampTime(made)
	setTime(v, e)
	v.SetSummary(e.summary(w))
	v.SetDescription(e.Description(w))
	if place := e.Place(); place != "" {
		v.SetLocation(plainText(place))
	}
	v.SetTimeTransparency(ics.TransparencyTransparent)
	if u, err := url.Parse(e.Mentions[0].Article.URL); err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" {
		v.SetURL(u.String())
	}
	return v
}

// setTime gives an event its days, or the hour at which it begins: an instant where the article names the
// zone, else that hour wherever the calendar is looked at.
func setTime(v *ics.VEvent, e Event) {
	if !e.Clock.Known {
		v.SetAllDayStartAt(midnight(e.From))
		v.SetAllDayEndAt(midnight(e.To.AddDays(1))) // the first day after it
		return
	}
	if e.Clock.Zone == nil {
		v.SetProperty(ics.ComponentPropertyDtStart, midnight(e.From).Add(e.Clock.At).Format("20060102T150405"))
		return
	}
	day := time.Date(e.From.Year, e.From.Month, e.From.Day, 0, 0, 0, 0, e.Clock.Zone)
	v.SetStartAt(day.Add(e.Clock.At))
}

// midnight lends a day to a library that wants instants and writes only their date.
func midnight(d calendar.Day) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

// ID names the event, the same in every run as long as its article's ID, its days and its
// words stay.
func (e Event) ID() string {
	sum := sha256.Sum256([]byte(strings.Join([]string{e.Mentions[0].Article.ID, e.From.String(), e.To.String(), e.Label()}, "\x00")))
	return hex.EncodeToString(sum[:16])
}

// summary is the title, with whose words it is: no calendar shows a claim as a fact.
func (e Event) summary(w Words) string {
	if e.Speaker() == "" {
		return plainText(e.Title())
	}
	return plainText(e.Title()) + " (" + w.Text("picture.according", "Speaker", plainText(e.Speaker())) + ")"
}

// Description quotes the sentences the event rests on, each with its source, and says who
// dates it differently.
func (e Event) Description(w Words) string {
	var parts []string
	for _, p := range e.Cites() {
		parts = append(parts, "“"+plainText(p.Text())+"”\n"+joined(Source(p.Article, w), p.Article.URL))
	}
	for _, o := range e.Otherwise {
		parts = append(parts, w.Text("calendar.another", "Days", w.LongDays(o)))
	}
	return strings.Join(parts, "\n\n")
}

// Source names an article: its title, outlet and day.
func Source(a *article.Article, w Words) string {
	return joined(cmp.Or(plainText(a.Title), a.ID), a.Outlet, w.LongDays(calendar.Days{From: a.Published.Day}))
}

// joined returns the facts that there are, on one line.
func joined(facts ...string) string {
	var all []string
	for _, fact := range facts {
		if fact = plainText(fact); fact != "" {
			all = append(all, fact)
		}
	}
	return strings.Join(all, " · ")
}

// plainText returns text on one line, without control characters, those that turn the direction of
// what follows included, or broken ones.
func plainText(s string) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) || unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
