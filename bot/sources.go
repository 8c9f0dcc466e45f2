package bot

import (
	"context"
	"fmt"
	"strings"

	"talksbot/knowledge"
)

// sourcesName is the button that shows where an answer stands.
const sourcesName = "sources"

// sources shows each cited sentence, in bold, between the one before and the one after it,
// taken from the article as it is now.
func (b *Bot) sources(_ context.Context, e event) reply {
	refs, err := decodeRefs(e.Arg)
	if err != nil || len(refs) == 0 {
		return reply{text: "This button is from another version of me. Please ask again."}
	}
	for around := 1; around >= 0; around-- {
		for _, longest := range []int{maxLength, 400, 200} {
			if text := b.quote(refs, len(refs), around, longest); length(text) <= maxLength {
				return reply{text: text}
			}
		}
	}
	shown := len(refs)
	text := ""
	for ; shown > 0; shown-- {
		if text = b.quote(refs, shown, 0, 200); length(text) <= maxLength {
			break
		}
	}
	return reply{text: text}
}

// quote returns the first citations with so many sentences around each, none longer than so
// many characters.
func (b *Bot) quote(refs []ref, shown, around, longest int) string {
	var parts []string
	for i, r := range refs[:shown] {
		a, trouble := b.find(r)
		head := fmt.Sprintf("**[%d]** ", i+1)
		if trouble != "" {
			parts = append(parts, head+trouble)
			continue
		}
		parts = append(parts, head+source(a)+"\n> "+inContext(knowledge.Passage{Article: a, Index: r.index}, around, longest))
	}
	if left := len(refs) - shown; left > 0 {
		parts = append(parts, "-# Shortened: "+more(left, "sentence")+" cited.")
	}
	return strings.Join(parts, "\n\n")
}

// find returns the article of a citation, or what to say when it is not there as it was.
func (b *Bot) find(r ref) (a *knowledge.Article, trouble string) {
	a = b.byHash[r.id]
	switch {
	case a == nil:
		return nil, "I no longer hold the article this sentence is from."
	case hash(a.Text) != r.text || r.index >= len(a.Sentences):
		return nil, "The article has changed since I answered, so I cannot show its sentence: " + source(a)
	}
	return a, ""
}

// inContext returns a sentence in bold with its neighbours.
func inContext(p knowledge.Passage, around, longest int) string {
	var parts []string
	for n := -around; n <= around; n++ {
		near, ok := p.Neighbour(n)
		if !ok {
			continue
		}
		sentence := escape(shorten(near.Text(), longest))
		if n == 0 {
			sentence = bold(sentence)
		}
		parts = append(parts, sentence)
	}
	return strings.Join(parts, " ")
}
