package prompts

import (
	"regexp"
	"strings"
)

// A Begun is an answer that a model is still writing, as far as it has come. Its claims are the first of
// those that ParseAnswer returns of the whole reply, unless the model answers a second time behind its
// answer. So it reads only a reply that is nothing but the answer: behind a sentence of introduction, or
// thoughts that have not ended, a draft may stand, and what is there is read when all of it is. The zero
// Begun has heard nothing.
type Begun struct {
	text   string // what is not read yet
	where  where
	object nesting // of the claim that text begins with
	read   int     // bytes of that
	claims int     // that were returned
}

// A where is how far a Begun has read.
type where int

const (
	before   where = iota // the list of claims
	thinking              // thoughts that may end
	within                // the list, between two claims
	inside                // a claim
	beyond                // what is to be read early
)

// What is kept at most of what cannot be read yet, in bytes.
const (
	mostOpening = 256
	mostClaim   = 8 << 10
)

// What stands around the thoughts that a model writes before its answer.
const (
	beginThoughts = "<think>"
	endThoughts   = "</think>"
)

// Write takes the next piece of the reply and returns the claims that end in it, in order. A claim that is
// out of form is left out, as ParseAnswer does.
func (b *Begun) Write(piece string) (drafts []ClaimDraft) {
	if b.where != beyond {
		b.text += piece
	}
	for {
		switch b.where {
		case before:
			if b.text, b.where = afterOpening(b.text); b.where == before {
				b.bound(mostOpening)
				return drafts
			}
		case thinking:
			_, after, ended := strings.Cut(b.text, endThoughts)
			if !ended {
				b.text = b.text[max(0, len(b.text)-len(endThoughts)):]
				return drafts
			}
			b.text, b.where = after, before
		case within:
			b.text = strings.TrimLeft(b.text, ", \t\r\n")
			if b.text == "" {
				return drafts
			}
			b.where, b.object, b.read = inside, nesting{}, 0
			if b.text[0] != '{' {
				b.where = beyond
			}
		case inside:
			raw, ended := b.claim()
			if !ended {
				b.bound(mostClaim)
				return drafts
			}
			if draft, err := parseClaim([]byte(mended(raw))); err == nil {
				drafts = append(drafts, draft)
				b.claims++
			}
			if b.claims == maxClaims || strings.Contains(raw, "think>") {
				b.where = beyond
			}
		case beyond:
			b.text = ""
			return drafts
		}
	}
}

// bound gives up where more would have to be kept than a good answer needs.
func (b *Begun) bound(most int) {
	if len(b.text) > most {
		b.text, b.where = "", beyond
	}
}

// claim returns the JSON of the claim that the text begins with, and whether all of it is there.
func (b *Begun) claim() (raw string, ended bool) {
	for ; b.read < len(b.text); b.read++ {
		if b.object.ends(b.text[b.read]) {
			raw, b.text, b.where = b.text[:b.read+1], b.text[b.read+1:], within
			return raw, true
		}
	}
	return "", false
}

var (
	opening   = regexp.MustCompile("^(?:```(?:json)?\\s*)?(?:\\{\\s*\"claims\"\\s*:\\s*)?\\[\\s*")
	mayBecome = regexp.MustCompile("^(?:`{1,3}[a-z]{0,4}\\s*)?(?:\\{\\s*(?:\"[a-z]{0,6}\"?\\s*:?\\s*)?)?$")
)

// afterOpening returns what follows the beginning of an answer, up to its first claim, and where that
// stands: a fence and the object around the list may come before it, and so may thoughts. Where that may
// still be what the text becomes, it returns the text.
func afterOpening(text string) (rest string, at where) {
	const mark = "\uFEFF" // of the order of bytes
	text = strings.TrimLeft(strings.TrimPrefix(strings.TrimLeft(text, " \t\r\n"), mark), " \t\r\n")
	if thoughts, ok := strings.CutPrefix(text, beginThoughts); ok {
		return thoughts, thinking
	}
	if found := opening.FindStringIndex(text); found != nil {
		return text[found[1]:], within
	}
	if mayBecome.MatchString(text) || strings.HasPrefix(beginThoughts, text) || strings.HasPrefix(mark, text) {
		return text, before
	}
	return "", beyond
}
