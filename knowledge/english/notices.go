package english

import "strings"

// Notices returns what the files of the vocabulary say of where they come from, of those that
// were not written for this project: their authors' notices must stand in every copy.
func Notices() string {
	var notices []string
	eachFile(func(_, text string) {
		head := strings.TrimSpace(header(text))
		if !strings.Contains(strings.Join(strings.Fields(head), " "), "Written for this project") {
			notices = append(notices, head)
		}
	})
	return strings.Join(notices, "\n\n") + "\n"
}

// header returns the comment that a file begins with.
func header(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		comment, ok := strings.CutPrefix(line, "#")
		if !ok {
			break
		}
		b.WriteString(strings.TrimPrefix(comment, " "))
	}
	return b.String()
}
