package page

import (
	"slices"
	"strings"
)

// A rung makes a page a little shorter. It reports whether there was something to take away.
type rung func(*Page) bool

// ladder is what becomes of a page that is too long, in this order: what stands beside the matter
// gets shorter and then goes; quotations get shorter; of many things of a kind the last go, and
// how many is said; sources are named in fewer words; and in the end all gets as short as it must.
// Each rung is tried until it takes nothing more away.
var ladder = slices.Concat(
	limits(beside, 300, 160),
	[]rung{spare(1), spare(2), spare(3), spare(4), spare(5), spare(6), spare(7)},
	limits(isSoft, 600, 300, 200),
	[]rung{leaveOut, list(Brief)},
	limits(isSoft, 120, 90),
	[]rung{list(None)},
	limits(isSoft, 70, 40),
	limits(isOutside, 600, 300, 150, 80, 40, 20),
)

// Fit returns the page with as much on it as has a length of at most so much. Where even the
// least is longer, it returns that.
func (p Page) Fit(length func(Page) int, most int) Page {
	for _, step := range ladder {
		for {
			if length(p) <= most {
				return p
			}
			shorter := p
			shorter.Parts = slices.Clone(p.Parts)
			if !step(&shorter) {
				break
			}
			p = shorter
		}
	}
	return p
}

func beside(s Span) bool    { return s.Spare > 0 && s.Soft }
func isSoft(s Span) bool    { return s.Soft && s.Spare == 0 }
func isOutside(s Span) bool { return s.Outside }

// limits returns rungs that shorten the texts chosen by which, each to fewer characters.
func limits(which func(Span) bool, lengths ...int) []rung {
	var rungs []rung
	for _, n := range lengths {
		rungs = append(rungs, func(p *Page) bool {
			return p.each(func(l Line) Line { return shortened(l, n, which) })
		})
	}
	return rungs
}

// spare returns a rung that leaves out the spans that may be spared next, and lines of which
// nothing else is left. Sentences quoted below an answer go first.
func spare(rank int) rung {
	return func(p *Page) bool {
		if p.List == Quoted {
			p.List = Listed
			return true
		}
		return p.each(func(l Line) Line {
			l.Spans = slices.DeleteFunc(slices.Clone(l.Spans), func(s Span) bool { return s.Spare == rank })
			if slices.ContainsFunc(l.Spans, func(s Span) bool { return strings.TrimSpace(s.Text) != "" }) {
				return l
			}
			return Line{}
		})
	}
}

// leaveOut leaves out the last part that may be left out, except the first of them.
func leaveOut(p *Page) bool {
	last, able := -1, 0
	for i, part := range p.Parts {
		if !part.Stays {
			last = i
			able++
		}
	}
	if p.More == "" || able < 2 {
		return false
	}
	p.Parts = slices.Delete(p.Parts, last, last+1)
	p.Left++
	return true
}

// list returns a rung that shows less of the articles cited.
func list(less Listing) rung {
	return func(p *Page) bool {
		if p.List >= less {
			return false
		}
		p.List = less
		return true
	}
}

// each changes every line and leaves out those, and the parts, of which nothing is left. It
// reports whether anything changed.
func (p *Page) each(change func(Line) Line) bool {
	changed := false
	all := func(lines []Line) []Line {
		var kept []Line
		for _, l := range lines {
			c := change(l)
			changed = changed || !slices.Equal(c.Spans, l.Spans)
			if len(c.Spans) > 0 || len(l.Spans) == 0 {
				kept = append(kept, c)
			}
		}
		return kept
	}
	var parts []Part
	for _, part := range p.Parts {
		if part.Lines = all(part.Lines); len(part.Lines) > 0 {
			parts = append(parts, part)
		}
	}
	p.Head, p.Parts, p.Notes = all(p.Head), parts, all(p.Notes)
	return changed
}
