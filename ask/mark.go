package ask

import (
	"cmp"
	"slices"
	"strings"

	"talksbot/knowledge/calendar"
	"talksbot/knowledge/timex"
)

// notes explains the relative dates of text: "on Monday" [27 December 2021]. A genitive
// keeps its "'s": "Monday's [27 December 2021] meeting".
func notes(text string, dates []timex.Expression) []Mark {
	var all []Mark
	for _, d := range dates {
		if !d.Relative || d.From.IsZero() {
			continue
		}
		for _, genitive := range []string{"'s", "’s"} {
			if strings.HasPrefix(text[d.End:], genitive) {
				d.End += len(genitive)
			}
		}
		all = append(all, Mark{Start: d.Start, End: d.End, Days: calendar.Days{From: d.From, To: d.To}})
	}
	return all
}

// merge sorts marks and makes them disjoint: marks that overlap become one that shows
// what both do.
func merge(all []Mark) []Mark {
	slices.SortStableFunc(all, func(a, b Mark) int { return cmp.Compare(a.Start, b.Start) })
	var merged []Mark
	for _, m := range all {
		if n := len(merged); n > 0 && m.Start < merged[n-1].End {
			last := &merged[n-1]
			last.End = max(last.End, m.End)
			last.Bold = last.Bold || m.Bold
			if last.Note == "" && last.Days.IsZero() {
				last.Note, last.Days = m.Note, m.Days
			}
			continue
		}
		merged = append(merged, m)
	}
	return merged
}
