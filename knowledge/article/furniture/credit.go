package furniture

import (
	"regexp"
	"strings"

	"talksbot/knowledge/english"
)

var (
	agencies    = english.Class("agencies")
	agencyNames = english.Lowered("agencies")
	dateWords   = english.Lowered("words of a date line")
	stampWords  = english.Class("words before a date line")
)

// byline is a line that names who wrote the article and says nothing else.
var byline = regexp.MustCompile(`^[*_#> ]*(?:By|BY|by|Written by|WRITTEN BY|Reported by|Posted by|Words by|Story by|Text by|Report by|Analysis by|Review by|Opinion by|Interview by)[:\s]+[*_]*(?:\p{Lu}|staff|our )(?:[^.!?;:]|\b\p{Lu}\.|\b(?:Jr|Sr|Dr|St)\.|\.\w){1,90}[*_]*$`)

// reported is what an agency says at the end of who did what: "(Reporting by …; editing by …)".
var reported = regexp.MustCompile(`^[(\[*_]*(?:(?:Additional )?[Rr]eporting|Writing|Editing|Edited|Compiled|Produced|Translated|Graphics?) by [^.!?]{2,}`)

// tweeted is the line under a post that is shown on a page: "— Ann Lee (@ann) March 3, 2024".
var tweeted = regexp.MustCompile(`^[—–-] ?[^.!?]{2,60}\(@\w{1,20}\)`)

// titled is a name with what its owner does for the page: "Ann Lee, Staff Writer".
var titled = regexp.MustCompile(`^[*_]*\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}[,|\s–—-]+(?i:(?:\w+ ){0,3}(?:staff|reporter|correspondent|writer|editor|columnist|contributor|producer|photographer))[*_]*$`)

// Words without which a line is no byline by its beginning, or by its end.
var (
	bylineStarts = english.Class("bylines begin with")
	bylineEnds   = english.Class("bylines end with")
)

func (l line) isByline() bool {
	if len(l.words) == 0 || len(l.text) > longestLine {
		return false
	}
	if bylineStarts.Has(l.words[0]) && !l.ends && byline.MatchString(l.text) {
		return true
	}
	return bylineEnds.Has(l.words[len(l.words)-1]) && titled.MatchString(l.text) || strings.Contains(l.text, "(@") && tweeted.MatchString(l.text)
}

// isCredit reports whether the line names agencies, or who wrote and edited for one, and says
// nothing else.
func (l line) isCredit() bool {
	if len(l.words) > 1 && (l.words[1] == "by" || l.words[0] == "additional") && reported.MatchString(l.text) {
		open := strings.HasPrefix(strings.TrimLeft(l.text, "*_"), "(")
		return open || strings.Contains(l.text, ";") || !l.ends
	}
	if len(l.words) == 0 || len(l.words) > 5 {
		return false
	}
	named := false
	for w := range strings.FieldsSeq(l.text) {
		switch w = strings.TrimFunc(w, isMark); {
		case agencies.Has(w):
			named = true
		case w == "" || agencyNames.Has(strings.ToLower(w)):
		default:
			return false
		}
	}
	return named
}

// isStamp reports whether the line says when the article was published or changed and nothing
// else: "Updated 3 March, 10:14", "2 hours ago".
func (l line) isStamp() bool {
	if len(l.words) == 0 || len(l.words) > 16 || len(l.text) > longestLine {
		return false
	}
	numbers, days, before := 0, 0, 0
	for _, w := range l.words {
		switch {
		case stampWords.Has(w):
			before++
		case dateWords.Has(w):
			days++
		case strings.ContainsAny(w, "0123456789"):
			if strings.Trim(w, "0123456789.,:/-thsndrampzTZ+") != "" && !isHour(w) {
				return false
			}
			numbers++
		case w != "#":
			return false
		default:
			numbers++
		}
	}
	return numbers > 0 && (days > 0 || before > 0) || days > 0 && before > 0 || numbers == 1 && len(l.words) == 1 && isDate(l.text)
}

// isHour reports whether a word is an hour: "10.30pm", "10:14am".
func isHour(w string) bool {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "am"), "pm")
	return w != "" && strings.Trim(w, "0123456789.:") == ""
}

var figures = regexp.MustCompile(`^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$`)

// isDate reports whether a line is a date in figures.
func isDate(text string) bool { return figures.MatchString(strings.Trim(text, " *_()")) }
