package ask

import (
	"context"

	"talksbot/ask/verify"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/question/message"
)

// MaxClaims is how many claims of one message are checked; the rest is left out, and said so.
const MaxClaims = 8

// An Examination is a message, claim by claim, with what the articles say to each.
type Examination struct {
	Claims []Checked
	Left   int // sentences that were not looked at: beyond MaxClaims, or too short to claim anything by themselves
	Asked  int // questions among the sentences: they claim nothing
}

// A Checked is one claim of a message and what the articles say to it.
type Checked struct {
	Claim string
	verify.Finding
}

// Shown returns the passages to show with a finding. What is not in the articles has none:
// a sentence beside it would look like a source.
func (c Checked) Shown() []article.Passage {
	if c.Ruling == verify.Absent {
		return nil
	}
	return c.Cites
}

// Rule says what the articles of a library (or the one with the ID article) say to one claim.
func Rule(ctx context.Context, library *knowledge.Library, claim, article string) verify.Finding {
	return judge(library).Rule(ctx, library, claim, article)
}

// Judge reports whether the passages support the claim, as it does of a model's.
func Judge(ctx context.Context, library *knowledge.Library, claim string, cites []article.Passage) verify.Verdict {
	return judge(library).Judge(ctx, claim, cites)
}

// Examine splits a message into its claims and says what the articles of a library say to each.
func Examine(ctx context.Context, library *knowledge.Library, text string) Examination {
	claims, asked, left := message.Claims(text)
	e := Examination{Left: max(len(claims)-MaxClaims, 0) + left, Asked: asked}
	for _, c := range claims[:min(len(claims), MaxClaims)] {
		e.Claims = append(e.Claims, Checked{c, Rule(ctx, library, c, "")})
	}
	return e
}

func judge(library *knowledge.Library) verify.Judge { return verify.Judge{Names: library.Names()} }
