package furniture

import (
	"regexp"
	"strings"

	"talksbot/knowledge/english"
)

// pictured are the words that pages write before or behind who took a picture.
const pictured = `(?:photo(?:graph|grapher)?|image|picture|illustration|infographic|graphic|video|screenshot|screengrab|pic|foto)s?`

// captionStart is how the words under a picture begin.
var captionStart = regexp.MustCompile(`(?i)^[*_(\[]*(?:` +
	`(?:file|representational|representative|handout|cover|featured|main|header|hero|stock|undated)? ?` + pictured + `(?: credits?| source| caption| by| courtesy(?: of)?| from| via)? ?[:/|]|` +
	`(?:photo|image|picture|illustration)s? (?:credit|source|caption|by|courtesy)\b|` +
	`(?:image|media|video) (?:source|caption),|(?:credit|caption|courtesy|credits) ?[:/]|file (?:photo|image|picture|pic)\b|` +
	`enlarge (?:this )?image|view image in full ?screen|(?:toggle|hide) caption|\d+ of \d+\b(?: \||$)|` +
	`in this (?:[\w ,.]{0,40} )?(?:file|handout|undated|combination)? ?(?:photo|image|picture|photograph|frame grab|screengrab)\b.*\b(?:photo|image|provided|released|taken|shows|show|seen)\b)`)

// fileStart is how an agency begins the words under an old picture.
var fileStart = regexp.MustCompile(`^[*_]*(?:FILE|File photo)(?: PHOTO)?\s?(?:[-–—:]|\. )`)

// captionEnd is how the words under a picture end: in a credit.
var captionEnd = regexp.MustCompile(`(?i)(?:` +
	`[(\[]\s*(?:[\w. ]{0,20} )?` + pictured + `(?: credits?)?(?:\s*[:/]|\s+(?:by|from|courtesy|via|credit)\b|[)\]])[^()\[\]]{0,90}[)\]]?|` +
	`[(\[]\s*(?:credit|courtesy|source|via|pic|graphic)s?(?:\s*[:/]| of\b| by\b)[^()\[\]]{0,90}[)\]]|` +
	`[(\[][^()\[\]]{0,80}(?:getty images|shutterstock|istock|unsplash|via (?:ap|reuters|afp|getty|epa)|/ ?(?:ap|afp|reuters|tass|sputnik|epa|pa|dpa|file|pool))[^()\[\]]{0,40}[)\]]|` +
	`(?:^|[.!?)”"|/] ?|\s[-–—] )` + pictured + `(?: credits?)?(?: ?:| by| courtesy(?: of)?)\s[^.!?:]{2,70}|` +
	`(?:^|[.!?)”"|] )credits?: [^.!?:]{2,70}|` +
	`\b(?:getty images|shutterstock|istock(?:photo)?|unsplash|pixabay|alamy(?: stock photo)?|pexels|ap photo|zuma press|epa-efe|imago images|wireimage|afp/getty|dreamstime|depositphotos|adobe stock)(?:\.com)?)\.?[*_]*$`)

// signed is who took a picture and for whom: "Ann Lee/Wire via Getty Images".
var signed = regexp.MustCompile(`(?:^|[.!?)”"] )(?:\p{Lu}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){0,4}|[A-Z]{2,8}) ?/ ?\p{Lu}[\p{L}.&'’-]*(?: \p{L}[\p{L}.&'’-]*){0,4}(?:/\p{Lu}[\p{L} ]{1,20})?(?: via \p{Lu}[\p{L} .&]{1,40})?\.?$`)

// Words without which a line is no caption by its beginning, or by its end.
var (
	captionStarts = english.Class("captions begin with")
	captionWords  = english.Class("words of captions")
)

// isCaption reports whether the line is the words under a picture. Most lines have none of the
// words that captions have, and cost no more than that look.
func (l line) isCaption() bool {
	if len(l.words) == 0 {
		return false
	}
	if strings.HasPrefix(l.text, "![") && strings.HasSuffix(l.text, ")") {
		return true
	}
	if first := l.words[0]; (captionStarts.Has(first) || first == "#") && (captionStart.MatchString(l.text) || fileStart.MatchString(l.text)) {
		return true
	}
	return l.mayBeCredited() && captionEnd.MatchString(l.text) || strings.Contains(l.text, "/") && signed.MatchString(l.text)
}

// mayBeCredited reports whether the line has a word of those in which a credit ends, or brackets at
// its end.
func (l line) mayBeCredited() bool {
	end := strings.TrimRight(l.text, ".*_")
	if strings.HasSuffix(end, ")") || strings.HasSuffix(end, "]") {
		return true
	}
	for _, w := range l.words {
		if captionWords.Has(w) || strings.Contains(w, "getty") {
			return true
		}
	}
	return false
}
