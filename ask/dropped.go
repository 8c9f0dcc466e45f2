package ask

import (
	"strings"

	"talksbot/ask/verify"
)

// A Dropped is a claim of a model's that is not shown as it was worded.
type Dropped struct {
	Text string // "" where it has no text that can be read
	Why  error  // an Unsupported, where the rules refused it
}

// Error says why.
func (d Dropped) Error() string { return d.Why.Error() }

// Unwrap returns why.
func (d Dropped) Unwrap() error { return d.Why }

// An Unsupported says by which rules the sentences that a claim cites do not support it.
type Unsupported []verify.Reason

// Error returns the reasons as data.
func (u Unsupported) Error() string {
	reasons := make([]string, len(u))
	for i, r := range u {
		reasons[i] = string(r.Rule) + ": " + r.String()
	}
	return strings.Join(reasons, "; ")
}
