package bot

import (
	"regexp"
	"strings"
)

// claimed returns what a message itself says, line by line: without what it quotes from others, its headings,
// its small print and sources, code, and addresses. Of the bot's own messages that leaves the sentences it
// answered with.
func claimed(text string) string {
	var lines []string
	for line := range strings.Lines(fenced.ReplaceAllString(text, "")) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, ">>> ") {
			break // the rest of the message is quoted
		}
		if beside.MatchString(line) || linkAlone.MatchString(line) {
			continue
		}
		line = strings.Join(strings.Fields(formatting.ReplaceAllString(tokens.ReplaceAllString(line, ""), "$1")), " ")
		if strings.HasSuffix(line, ":") {
			continue // what follows is said, and not that it does
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

var (
	fenced = regexp.MustCompile("(?s)```.*?(```|$)")

	// beside matches lines that say nothing of their own: quotations, headings, small print, sources, and the
	// verdicts of a check.
	beside = regexp.MustCompile(`^(> |>$|#{1,3} |-# |(\\?\[\d+\\?\] ?)+[^.!?]*$|\S+ \*\*[^*]+\*\* · )`)

	// linkAlone matches a line that is one link, or nothing but addresses.
	linkAlone = regexp.MustCompile(`^(\[[^\]]*\]\([^)]*\)|(<?https?://\S+\s*)+)$`)

	// tokens are what Discord shows as a time, a person, a channel or an emoji, the numbers of sources, and the
	// bot's own notes.
	tokens = regexp.MustCompile(` \*\([^()*]+\)\*|<(t:-?\d+(:\w)?|@[!&]?\d+|#\d+|a?:\w+:\d+)>|\\?\[\d+\\?\]`)

	// formatting are the marks that make text bold and the like, and addresses.
	formatting = regexp.MustCompile("\\[([^\\]]*)\\]\\([^)]*\\)|\\*+|_{2,}|~~|\\|\\||`+|https?://\\S+")
)
