package bot

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// A shownClaim is a claim read back from a message of ours.
type shownClaim struct {
	text  string
	cites []int // numbers of sources
}

func (c shownClaim) numbers() string {
	return strings.ReplaceAll(fmt.Sprint(c.cites), " ", "] [")
}

var (
	numbered = regexp.MustCompile(`^(.*?)((?: \[\d+\])+)$`)
	// ours are the marks in a claim that are not of its words: what is bold, and notes. Of the
	// words' own asterisks and brackets each has a backslash before it.
	ours = regexp.MustCompile(`\\.|\*\*| \[[^\]\\]*\]`)
)

// shownClaims reads the claims of an answer back from the message that shows it.
func shownClaims(content string) []shownClaim {
	var all []shownClaim
	for line := range strings.Lines(content) {
		line = strings.TrimSpace(line)
		if line == "" && len(all) > 0 {
			break
		}
		m := numbered.FindStringSubmatch(strings.TrimPrefix(line, "> "))
		if m == nil || strings.HasPrefix(line, "-# ") {
			continue
		}
		c := shownClaim{text: strings.TrimSpace(unescape(ours.ReplaceAllStringFunc(m[1], func(s string) string {
			if s[0] == '\\' {
				return s
			}
			return ""
		})))}
		for _, n := range strings.Fields(m[2]) {
			number, _ := strconv.Atoi(strings.Trim(n, "[]"))
			c.cites = append(c.cites, number)
		}
		all = append(all, c)
	}
	return all
}
