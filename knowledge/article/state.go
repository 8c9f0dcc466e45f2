package article

// A State says how much of an article is held, and whether its publisher stands by it. It is no part
// of a version: an article that is withdrawn says what it said.
type State string

// The states.
const (
	Whole     State = ""
	Teaser    State = "teaser"    // its first paragraphs: what they do not say may stand in the rest
	Withdrawn State = "withdrawn" // by its publisher
)
