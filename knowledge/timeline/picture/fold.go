package picture

import (
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/timeline"
)

// A timeline is read on phones: it is one column, and of many events those around today are drawn; what is
// far before and far after is folded into a line each.

// beforeToday is how many events that have passed are drawn where not all are.
const beforeToday = 3

// window returns which events are drawn: from first up to, not including, end.
func window(events []timeline.Event, today calendar.Day) (first, end int) {
	next := 0
	for next < len(events) && !today.IsZero() && !events[next].Vague() && events[next].To.Before(today) {
		next++
	}
	first = max(0, next-beforeToday)
	end = min(len(events), first+Most)
	return max(0, end-Most), end
}

// folded returns the block that stands for events which are not drawn, counted by the sentence of that name.
func folded(events []timeline.Event, name string, w timeline.Words, f *faces) block {
	text := w.Text(name, "N", len(events))
	var days calendar.Days
	for _, e := range events {
		switch {
		case e.Vague():
		case days.IsZero():
			days = e.Days
		default:
			days.To = e.To
		}
	}
	b := block{tone: past}
	b.day = f.day.set([]run{{text: text}}, columnWidth-indent, 1)
	b.label = f.body.set([]run{{text: w.LongDays(days)}}, columnWidth-indent, labelLines)
	b.notes = f.small.set([]run{{text: w.Text("picture.not-drawn")}}, columnWidth-indent, 1)
	b.w = columnWidth
	b.h = b.height(f)
	return b
}

func (b block) height(f *faces) float64 {
	return float64(len(b.day))*f.day.leading + float64(len(b.label))*f.body.leading + float64(len(b.notes))*f.small.leading
}
