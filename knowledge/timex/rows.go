package timex

import "talksbot/knowledge/english"

// Weekdays in a row: of several in one sentence each follows the one before ("arrived Tuesday and left
// Thursday", "will testify Tuesday and Wednesday"). By itself each would be the last or the next one.

// daysOfWeek is how far a weekday is from itself.
const daysOfWeek = 7

// longestRow bounds a row, so that any text is read in linear time.
const longestRow = 14

// inRow brings a weekday, and those it stands in a row with, into the order in which they are told. What is
// still to come is counted on from the first of them, what has passed back from the last.
func (r *resolver) inRow(ph *phrase, s *scope, opening *Expression, got *result) {
	if !got.byWeekday || !got.known() {
		r.row = r.row[:0]
		return
	}
	if opening != nil {
		if s.tense.isPast() && got.from.After(s.ref()) {
			opening.move(-daysOfWeek)
			got.move(-daysOfWeek)
		}
		r.row = r.row[:0]
		return
	}
	if len(r.row) == longestRow || len(r.row) > 0 && !r.coordinated(r.rowEnd, ph.first) {
		r.row = r.row[:0]
	}
	if n := len(r.row); n > 0 && !r.found[r.row[n-1]].From.Before(got.from) {
		switch before := &r.found[r.row[n-1]]; {
		case before.From == got.from: // the same day told twice
		case s.tense.isPast():
			for _, i := range r.row {
				r.found[i].move(-daysOfWeek)
			}
		default:
			got.move(daysOfWeek)
		}
	}
	r.row, r.rowEnd = append(r.row, len(r.found)), ph.end
}

// coordinated reports whether what stands between two weekdays tells one thing after the other: no clause
// within the other, and nobody who says when it was.
func (r *resolver) coordinated(first, end int) bool {
	if end-first > maxReach {
		return false
	}
	joined, words := false, 0
	for i := first; i < end; i++ {
		t := &r.tokens[i]
		if r.sentenceEnds(i) || apart[t.word] || reports[t.word] {
			return false
		}
		joined = joined || joining[t.word] && (i == end-1 || r.goesOnAt(i+1, end))
		if t.shape != other && !dayLeaders[t.word] {
			words++
		}
	}
	return joined || words == 0
}

// listed reports whether nothing but what joins a list stands between two tokens.
func (r *resolver) listed(first, end int) bool {
	for i := first; i < end; i++ {
		if t := &r.tokens[i]; !listing[t.word] || t.gap == broken {
			return false
		}
	}
	return first < end
}

// goesOnAt reports whether a verb with a time of its own, or the next weekday, stands at token i.
func (r *resolver) goesOnAt(i, end int) bool {
	for ; i < end && (dayLeaders[r.tokens[i].word] || phraseEnders[r.tokens[i].word] && r.tokens[i].cue == 0 && !presentBe[r.tokens[i].word] || r.tokens[i].hasSuffix(r.text, "ly") || pronouns[r.tokens[i].word]); i++ {
	}
	return i >= end || r.tokens[i].cue != 0 || english.FormOf(english.Norm(r.tokens[i].text(r.text))) != 0 || modals[r.tokens[i].word] || presentBe[r.tokens[i].word]
}

var (
	pronouns = wordsOf("personal pronouns")
	apart    = wordsOf("between what is told apart")
	joining  = wordsOf("joining what follows in time")
)

func (r *result) move(days int) {
	r.from, r.to = r.from.AddDays(days), r.to.AddDays(days)
	r.value = movedValue(r.value, r.from.String())
}

func (e *Expression) move(days int) {
	e.From, e.To = e.From.AddDays(days), e.To.AddDays(days)
	e.Value = movedValue(e.Value, e.From.String())
}

// movedValue is the value of a day, or of a time on one, on another day.
func movedValue(value, day string) string {
	if len(value) < len(day) {
		return value
	}
	return day + value[len(day):]
}
