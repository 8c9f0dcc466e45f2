package bot

import (
	"crypto/rand"
	"strings"

	"talksbot/bot/command"
	"talksbot/page"
)

// errorIDLength is how long the name of an error is: short enough to be read out, long enough to be
// found in a log.
const errorIDLength = 6

// newErrorID returns a name for an error, by which what a person was told is found in the log.
func newErrorID() string { return strings.ToLower(rand.Text()[:errorIDLength]) }

// sorry says, for the person alone, that something went wrong, and by which name the log has it.
func sorry(w page.Printer, id string) command.Reply {
	return command.Privately(w, "trouble", "ID", page.Span{Text: id, Mark: page.Code})
}
