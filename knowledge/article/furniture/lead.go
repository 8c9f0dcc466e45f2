package furniture

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"talksbot/knowledge/english"
)

// How an agency begins an article: the place, the day, the agency, a dash.
const (
	month  = `(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)`
	day    = `(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:` + month + ` \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)?(?: of)? ` + month + `)(?:,? \d{4})?\.?`
	region = `\p{Lu}[\p{L}.'’]*(?:[ -](?:\p{Lu}[\p{L}.'’]*|of|and|the)){0,3}`
	source = `(?:[(\[] ?[\pL&./+' -]{2,40}[)\]]|/ ?[\pL -]{2,20} ?/)\.?`
	dash   = `(?: ?(?:—|–|--) ?| - )`
	around = `(?:,? ` + region + `){0,2}`
)

var (
	// shouted is a place in capitals: "ST. PAUL, Minn., March 3 (AP) —".
	shouted = regexp.MustCompile(`^[*_]*(\p{Lu}[\p{Lu}.'’-]+(?:(?:[ /-]|, )(?:\p{Lu}[\p{Lu}.'’]*\b\.?|of|and|de|al)){0,5})(?:,? ?` + region + `){0,2}(?:[,.]? ` + day + `)?(?:,? ?` + source + `)?[*_]*(?:` + dash + `(?:` + source + dash + `?)?|(:) )`)
	// sourced is a place or a day with an agency: "Geneva, Jan 5 (Wire) -", "MOSCOW, January 10. /TASS/."
	sourced = regexp.MustCompile(`^[*_]*(?:` + region + around + `[,.]? )?(?:` + day + `(?:,? ` + region + around + `)? ?)?(?:,? ?` + source + `)[*_]*(?:` + dash + `|:? |(?:\b|$))`)
	// dated is a place and a day, or a day alone.
	dated = regexp.MustCompile(`^[*_]*(?:` + region + around + `[,.] ?)?` + day + `(?:,? ` + region + around + `)?[*_]*` + dash)
	// placed is a place alone: it must be known.
	placed = regexp.MustCompile(`^[*_]*(` + region + `)(?:, ` + region + `)?[*_]*` + dash)
)

// longestLead is the longest dateline that is looked for, in bytes.
const longestLead = 120

// Lead returns how many bytes at the beginning of a paragraph say where, when and for which agency
// it was written, and are no part of its first sentence: "OSBY, March 3 (Wire) — ".
func Lead(text string) int {
	head := text[:min(len(text), longestLead)]
	if !strings.ContainsAny(head, "—–-:)/") {
		return 0
	}
	n := leadIn(head)
	if n == 0 || n >= len(text) || !opens(text[n:]) {
		return 0
	}
	return n
}

func leadIn(head string) int {
	if second, _ := utf8.DecodeRuneInString(strings.TrimLeft(head, "*_")[min(1, len(strings.TrimLeft(head, "*_"))):]); !unicode.IsLower(second) {
		if n := shoutedIn(head); n > 0 {
			return n
		}
	}
	numbered := strings.ContainsAny(head, "0123456789")
	if strings.ContainsAny(head, "([/") {
		if m := sourced.FindString(head); hasAgency(m) {
			return len(m)
		}
	}
	if !strings.ContainsAny(head, "—–") && !strings.Contains(head, "--") && !strings.Contains(head, " - ") {
		return 0
	}
	if m := dated.FindString(head); numbered && m != "" {
		return len(m)
	}
	if m := placed.FindStringSubmatchIndex(head); m != nil && isPlace(head[m[2]:m[3]]) {
		return m[1]
	}
	return 0
}

// shoutedIn returns the length of a dateline whose place is in capitals.
func shoutedIn(head string) int {
	if m := shouted.FindStringSubmatchIndex(head); m != nil && letters(head[m[2]:m[3]]) > 2 {
		if colon := m[4] >= 0; !colon || isPlace(head[m[2]:m[3]]) {
			return m[1]
		}
	}
	return 0
}

// hasAgency reports whether a dateline names an agency: one that is known, or any before a dash that
// is in capitals or stands behind a day.
func hasAgency(lead string) bool {
	from := strings.IndexAny(lead, "([/")
	if from < 0 {
		return false
	}
	to := from + 1 + strings.IndexAny(lead[from+1:], ")]/")
	if to <= from {
		return false
	}
	name := strings.TrimSpace(lead[from+1 : to])
	known := agencyNames.Has(strings.ToLower(name))
	behind := strings.Trim(lead[to+1:], " .*_:")
	stated := isShouted(name) || from > 0 && strings.ContainsAny(lead, "0123456789") && opens(name)
	return known || behind != "" && stated
}

// opens reports whether a text can be the beginning of a sentence.
func opens(text string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, " \"“‘'«*_"))
	return unicode.IsUpper(r) || unicode.IsDigit(r) || r == '$' || r == '€' || r == '£'
}

func letters(text string) int {
	n := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// places are the names of places that are known, in lower case.
var places = func() english.Set {
	all := english.Set{}
	for _, section := range []string{"countries", "cities", "regions"} {
		for _, row := range english.Rows(section) {
			all[strings.ToLower(row[0])] = struct{}{}
			if section == "countries" && len(row) > 2 {
				all[strings.ToLower(row[2])] = struct{}{}
			}
		}
	}
	return all
}()

func isPlace(name string) bool {
	_, known := places[strings.ToLower(strings.TrimSpace(name))]
	return known
}
