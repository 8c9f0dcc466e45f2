package timeline

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"

	"talksbot/knowledge"
	"talksbot/knowledge/calendar"
)

// A line is one content line of an iCalendar file: NAME;PARAM=VALUE:VALUE.
type line struct {
	name   string
	params map[string]string
	value  string
}

// A component is what stands between BEGIN and END.
type component struct {
	kind  string
	lines []line
	parts []component
}

// contentLine is the grammar of RFC 5545, 3.1: a name, parameters, a value without controls.
var contentLine = regexp.MustCompile(`^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"\x00-\x08\x0a-\x1f\x7f]*"|[^";:,\x00-\x08\x0a-\x1f\x7f]*))*):([^\x00-\x08\x0a-\x1f\x7f]*)$`)

// unfold checks the physical lines (CRLF, at most 75 octets, no character cut in two) and joins
// those that continue one another: RFC 5545, 3.1.
func unfold(data []byte) ([]string, error) {
	text := string(data)
	if !utf8.ValidString(text) || !strings.HasSuffix(text, "\r\n") {
		return nil, errors.New("not UTF-8, or the last line does not end")
	}
	var logical []string
	for i, physical := range strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		switch {
		case len(physical) > 75:
			return nil, fmt.Errorf("line %d has %d octets", i+1, len(physical))
		case strings.ContainsAny(physical, "\r\n"):
			return nil, fmt.Errorf("line %d has half a line end", i+1)
		case physical == "":
			return nil, fmt.Errorf("line %d is empty", i+1)
		case !utf8.ValidString(physical):
			return nil, fmt.Errorf("line %d begins or ends within a character", i+1)
		case strings.HasPrefix(physical, " ") || strings.HasPrefix(physical, "\t"):
			if len(logical) == 0 {
				return nil, errors.New("the first line continues nothing")
			}
			logical[len(logical)-1] += physical[1:]
		default:
			logical = append(logical, physical)
		}
	}
	return logical, nil
}

// parseICS reads a calendar strictly.
func parseICS(data []byte) (component, error) {
	logical, err := unfold(data)
	if err != nil {
		return component{}, err
	}
	stack := []component{{}}
	for _, l := range logical {
		m := contentLine.FindStringSubmatch(l)
		if m == nil {
			return component{}, fmt.Errorf("%q is no content line", l)
		}
		top := &stack[len(stack)-1]
		switch m[1] {
		case "BEGIN":
			stack = append(stack, component{kind: m[3]})
		case "END":
			if len(stack) == 1 || top.kind != m[3] {
				return component{}, fmt.Errorf("END:%s ends nothing", m[3])
			}
			done := *top
			stack = stack[:len(stack)-1]
			stack[len(stack)-1].parts = append(stack[len(stack)-1].parts, done)
		default:
			params := map[string]string{}
			for p := range strings.SplitSeq(strings.TrimPrefix(m[2], ";"), ";") {
				if name, value, ok := strings.Cut(p, "="); ok {
					params[name] = value
				}
			}
			top.lines = append(top.lines, line{m[1], params, m[3]})
		}
	}
	if len(stack) != 1 || len(stack[0].parts) != 1 || len(stack[0].lines) > 0 {
		return component{}, errors.New("not one whole calendar")
	}
	return stack[0].parts[0], nil
}

// one returns the only property of the name.
func (c component) one(name string) (line, error) {
	var found []line
	for _, l := range c.lines {
		if l.name == name {
			found = append(found, l)
		}
	}
	if len(found) != 1 {
		return line{}, fmt.Errorf("%s has %d %s, not 1", c.kind, len(found), name)
	}
	return found[0], nil
}

var (
	badEscape = regexp.MustCompile(`(^|[^\\])(\\\\)*(\\[^\\;,nN]|[;,])`)
	uids      = regexp.MustCompile(`^[0-9a-f]{32}@talksbot$`)
)

// text undoes the escapes of a TEXT value: RFC 5545, 3.3.11.
func text(value string) (string, error) {
	if badEscape.MatchString(value) {
		return "", fmt.Errorf("%q is not escaped", value)
	}
	return strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\N`, "\n", `\;`, ";", `\,`, ",").Replace(value), nil
}

// checkICS holds a calendar of the events to RFC 5545 and to what they say.
func checkICS(t *testing.T, data []byte, events []Event) {
	t.Helper()
	cal, err := parseICS(data)
	if err != nil {
		t.Fatalf("%v in\n%s", err, data)
	}
	if v, err := cal.one("VERSION"); cal.kind != "VCALENDAR" || err != nil || v.value != "2.0" {
		t.Errorf("%s, version %v, %v", cal.kind, v, err)
	}
	if _, err := cal.one("PRODID"); err != nil {
		t.Error(err)
	}
	if len(cal.parts) != len(events) {
		t.Fatalf("%d events, want %d", len(cal.parts), len(events))
	}
	seen := map[string]bool{}
	for i, v := range cal.parts {
		get := func(name string) line {
			l, err := v.one(name)
			if err != nil {
				t.Errorf("event %d: %v", i, err)
			}
			return l
		}
		e := events[i]
		if uid := get("UID").value; seen[uid] || !uids.MatchString(uid) {
			t.Errorf("UID %q, again or malformed", uid)
		} else {
			seen[uid] = true
		}
		if _, err := time.Parse("20060102T150405Z", get("DTSTAMP").value); err != nil {
			t.Error(err)
		}
		start, end := get("DTSTART"), get("DTEND")
		if start.params["VALUE"] != "DATE" || start.value != strings.ReplaceAll(e.From.String(), "-", "") {
			t.Errorf("begins %+v, want %v", start, e.From)
		}
		if end.params["VALUE"] != "DATE" || end.value != strings.ReplaceAll(e.To.AddDays(1).String(), "-", "") {
			t.Errorf("ends %+v, want the day after %v", end, e.To)
		}
		summary, err := text(get("SUMMARY").value)
		if err != nil || !strings.HasPrefix(summary, plainText(e.Title())) || !strings.Contains(summary, plainText(e.Speaker())) {
			t.Errorf("summary %q, %v; want %q", summary, err, e.Label())
		}
		description, err := text(get("DESCRIPTION").value)
		for _, p := range e.Cites() {
			if err != nil || !strings.Contains(description, plainText(p.Text())) || !strings.Contains(description, plainText(p.Article.Title)) {
				t.Errorf("description %q, %v; want %q with its source", description, err, p.Text())
			}
		}
	}
}

var made = time.Date(2021, 12, 29, 8, 0, 0, 0, time.UTC)

func withDays(events []Event) []Event {
	var out []Event
	for _, e := range events {
		if !e.Vague() {
			out = append(out, e)
		}
	}
	return out
}

func TestCalendar(t *testing.T) {
	hard := library(t, txtar.File{Name: "a.md", Data: []byte(`---
title: "Commas, semicolons; back\\slashes: and \"quotes\""
url: https://example.org/a?b=c;d,e
published: 2021-12-28
---
Комиссия по безопасности, которую возглавляет Сергей Иванов; и другие встретятся в Женеве и обсудят гарантии on January 10.
The panel (C:\new, D:\temp; E) meets on January 11, "as agreed", and 会議は一月に開かれます会議は一月に開かれます会議は一月に開かれます👩‍👩‍👧‍👦👩‍👩‍👧‍👦 on January 12.
`)})
	for _, l := range []*knowledge.Library{shipped(t), hard} {
		events := New(l).Find(Query{})
		data := Calendar(events, inEnglish{}, made)
		checkICS(t, data, withDays(events))
		if again := Calendar(New(l).Find(Query{}), inEnglish{}, made); !bytes.Equal(data, again) {
			t.Error("two runs make two calendars")
		}
	}
	checkICS(t, Calendar(nil, inEnglish{}, made), nil)
	turned := library(t, txtar.File{Name: "a.txt", Data: []byte("The \u202eport\u2069\nMarch 3, 2024\nThe \u202eharbour\u202c opens\x1b on March 12.\n")})
	if data := string(Calendar(New(turned).Find(Query{}), inEnglish{}, made)); !strings.Contains(data, "SUMMARY:The harbour opens") || strings.ContainsAny(data, "\u202e\u202c\u2069\x1b") {
		t.Errorf("not plain:\n%q", data)
	}
}

// The checker itself refuses what is wrong.
func TestParseICS(t *testing.T) {
	good := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"
	if _, err := parseICS([]byte(good)); err != nil {
		t.Error(err)
	}
	for name, bad := range map[string]string{
		"LF":           strings.ReplaceAll(good, "\r", ""),
		"no end":       strings.TrimSuffix(good, "\r\n"),
		"long":         strings.Replace(good, "2.0", strings.Repeat("x", 68), 1),
		"unended":      strings.Replace(good, "END:VCALENDAR\r\n", "", 1),
		"no colon":     strings.Replace(good, "VERSION:2.0", "VERSION", 1),
		"empty line":   strings.Replace(good, "VERSION", "\r\nVERSION", 1),
		"cut in two":   strings.Replace(good, "2.0", "\xd0\r\n \x96", 1),
		"control char": strings.Replace(good, "2.0", "2\x00", 1),
	} {
		if _, err := parseICS([]byte(bad)); err == nil {
			t.Errorf("%s is taken for a calendar", name)
		}
	}
	for _, bad := range []string{"a, b", `a\b`, "a;b", `a\\,b`} {
		if got, err := text(bad); err == nil {
			t.Errorf("%q is taken for text: %q", bad, got)
		}
	}
}

// inEnglish are the few words of the catalogue that a calendar has.
type inEnglish struct{}

func (inEnglish) Text(name string, args ...any) string {
	return map[string]string{"picture.according": "according to ", "calendar.another": "Another source says: "}[name] + args[1].(string)
}
func (inEnglish) LongDays(d calendar.Days) string { return d.String() }
func (inEnglish) Away(d calendar.Distance) string { return d.String() }
