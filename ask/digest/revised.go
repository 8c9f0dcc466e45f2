package digest

import (
	"encoding/hex"
	"time"

	"talksbot/ask"
	"talksbot/knowledge/article"
)

// A Revision is an article that says something else than it did, or that its publisher has withdrawn.
type Revision struct {
	Article *article.Article // as it is now
	Was, At time.Time        // since when it said what it said, and since when it says what it says
	Note    string           // what its publisher says of it
	Pairs   [][2]ask.Claim   // what it said, and what it says; none of one that was withdrawn
}

// How much of what was revised a digest tells: so many articles, and of each so many sentences.
const (
	mostRevised = 2
	mostPairs   = 1
)

// Key stands for the revision among what a reader was shown.
func (r Revision) Key() string {
	what := "revised "
	if r.Article.State == article.Withdrawn {
		what = "withdrawn "
	}
	return what + hex.EncodeToString(r.Article.Version[:12])
}

// revised returns what was revised and not shown yet, and how many that are. To whom nothing was shown nothing was
// shown otherwise.
func (r Request) revised(first bool) (told []Revision, all int) {
	for _, v := range r.Revised {
		if first || !r.Shown[v.Key()].IsZero() {
			continue
		}
		if all++; len(told) < mostRevised {
			v.Pairs = v.Pairs[:min(mostPairs, len(v.Pairs))]
			told = append(told, v)
		}
	}
	return told, all
}
