// Package transcript finds who speaks in a printed interview, a briefing or a hearing: by the labels
// before their words ("MS KERN:", "Q.", "Ida Kern (Port Press):", "THE PRESIDENT" on a line of its
// own), of which label.go knows the forms. A colon stands behind other things too ("Note:",
// "Price: 4 euros", "Norland: a divided land"), so a name is a label only where the text as a whole
// shows it: evidence.go.
package transcript

import (
	"strings"

	"talksbot/knowledge/article/furniture"
	"talksbot/knowledge/english"
)

// A Turn is what one speaker says, from the label to the next.
type Turn struct {
	Label english.Span // who speaks, as it is written, without its colon
	Words english.Span // of the text: from the first word to the last
	Asked bool         // a question put to somebody: nobody's claim
}

// Find returns the turns of a text, in order, and its blocks with the labels apart from what follows
// them. What is asked is of the kind Question.
func Find(text string, blocks []furniture.Block) ([]furniture.Block, []Turn) {
	blocks = lines(text, blocks)
	labels := find(blocks)
	if len(labels) == 0 {
		return blocks, nil
	}
	all := make([]furniture.Block, 0, len(blocks)+len(labels))
	var turns []Turn
	open := -1 // the turn that goes on, in turns
	for i, b := range blocks {
		l, labelled := labels[i]
		switch {
		case labelled:
			open = len(turns)
			turns = append(turns, Turn{Label: l.name, Asked: l.asks})
			mark, rest := b, b
			mark.End, mark.Kind = l.end, furniture.Label
			mark.Text = mark.Of(text)
			rest.Start, rest.Kind = l.words, furniture.Body
			rest.Text = rest.Of(text)
			all = append(all, mark)
			if rest.Start == rest.End {
				continue
			}
			b = rest
		case open >= 0 && (ends(b) || returns(b, turns[open].Label.Of(text))):
			open = -1
		}
		if open >= 0 && b.Kind == furniture.Body {
			turns[open].say(&b)
		}
		all = append(all, b)
	}
	return all, spoken(turns)
}

// lines returns the blocks with those cut in two in which a label begins a line: what stands above
// is no part of its sentence.
func lines(text string, blocks []furniture.Block) []furniture.Block {
	var all []furniture.Block
	for i, b := range blocks {
		at := 0
		for n := strings.IndexByte(b.Text, '\n'); n >= 0; n = next(b.Text, n) {
			part := furniture.Block{Span: english.Span{Start: b.Start + n + 1, End: b.End}, Text: b.Text[n+1:]}
			if l, ok := labelOf(part); !ok || !l.caps && l.role == named || l.alone || l.isHeading() {
				continue
			}
			if all == nil {
				all = append(make([]furniture.Block, 0, len(blocks)+8), blocks[:i]...)
			}
			all = append(all, b.Part(text, at, n))
			at = n + 1
		}
		if all != nil {
			all = append(all, b.Part(text, at, len(b.Text)))
		}
	}
	if all == nil {
		return blocks
	}
	return all
}

// next returns where the next line end stands behind that at n, or -1.
func next(text string, n int) int {
	if i := strings.IndexByte(text[n+1:], '\n'); i >= 0 {
		return n + 1 + i
	}
	return -1
}

// say adds a block to the words of the turn.
func (t *Turn) say(b *furniture.Block) {
	if isDirection(b.Text) {
		b.Kind = furniture.Notice
		return
	}
	if t.Words.End == 0 {
		t.Words.Start = b.Start
	}
	t.Words.End = b.End
	if t.Asked {
		b.Kind = furniture.Question
	}
}

// spoken returns the turns in which anything is said.
func spoken(turns []Turn) []Turn {
	kept := turns[:0]
	for _, t := range turns {
		if t.Words.End > 0 {
			kept = append(kept, t)
		}
	}
	return kept
}
