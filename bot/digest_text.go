package bot

import (
	"talksbot/ask/digest"
	"talksbot/knowledge/calendar"
	"talksbot/page"
)

// digestReply returns a digest as a message, and the keys of what a reader of it is shown.
func digestReply(d digest.Digest, w page.Printer) (reply, []string) {
	p := fit(page.Digest(d, w), markdown{})
	return reply{page: p}, p.Keys()
}

// headingOf is the first line by which the digest of a day is known again.
func headingOf(day calendar.Day) string {
	return markdown{}.line(page.DigestHeading(day, page.Printer{}))
}
