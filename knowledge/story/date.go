package story

import (
	"slices"

	"talksbot/knowledge/calendar"
)

// newer reports whether l appeared after m or, on the same day and in the same outlet, says that it
// changes what was said.
func newer(l, m *line) bool {
	a, b := l.at.Article.Published, m.at.Article.Published
	switch {
	case a.Day.IsZero() || b.Day.IsZero():
		return false
	case a.Day != b.Day:
		return a.Day.After(b.Day)
	}
	if a.HasClock && b.HasClock && a.Clock != b.Clock {
		return a.Clock > b.Clock
	}
	return l.anew && !m.anew && l.at.Article.Outlet == m.at.Article.Outlet
}

// order says how two values that differ stand to each other: by which of them is newer, unless what
// they state cannot change and neither says that it was wrong.
func order(f, g frame, fixed bool) (Kind, bool) {
	fixed = fixed || otherVoices(f, g)
	switch {
	case newer(g.line, f.line) && (!fixed || g.anew || g.changed()):
		return Replaced, true
	case newer(f.line, g.line) && (!fixed || f.anew || f.changed()):
		return Replaces, true
	}
	return Differs, true
}

// otherVoices reports whether both sentences name whose words they give, and it is not the same: two polls,
// two parties to a quarrel.
func otherVoices(f, g frame) bool {
	named := func(l *line) []term {
		return slices.DeleteFunc(slices.Clone(l.terms), func(t term) bool { return !t.named || !t.attributed && l.Norm(t.token-1) != "by" })
	}
	a, b := named(f.line), named(g.line)
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(t term) bool { return slices.ContainsFunc(b, t.same) })
}

// days returns how the sentence there stands to the one here by a day of each.
func (s *Story) days(f, g frame) (Kind, bool) {
	a, b := f.value.days, g.value.days
	if f.old || f.manyDays() || g.manyDays() {
		return 0, false
	}
	if g.old { // "not on June 10 as planned"
		return Replaced, a.Overlap(b) && newer(g.line, f.line) && s.alike(f, g, true)
	}
	if a.Overlap(b) || !sameDeed(f, g) || !s.retold(f, g) || !s.alike(f, g, false) {
		return 0, false
	}
	return order(f, g, past(f, a) && past(g, b) || rivals(f, g))
}

// atOnce is within how many days two outlets write of one thing at about the same time.
const atOnce = 2

// rivals reports whether two sentences are of about the same time and not of one outlet: the later need not
// know better. Where an outlet is not known, a plan may still be another's, and a figure is the newer one.
func rivals(f, g frame) bool {
	a, b := f.at.Article, g.at.Article
	apart := a.Published.Day.Sub(b.Published.Day)
	if max(apart, -apart) > atOnce {
		return false
	}
	known := a.Outlet != "" && b.Outlet != ""
	return known && a.Outlet != b.Outlet || !known && f.value.sort == day
}

// manyDays reports whether the clause names several days, so that it is not plain which of them is
// compared.
func (f frame) manyDays() bool {
	return slices.ContainsFunc(f.line.values, func(v value) bool {
		return v.sort == day && !v.old && v.first != f.first && f.Tokens[v.first].Part == f.Tokens[f.first].Part
	})
}

func past(f frame, d calendar.Days) bool { return d.To.Before(f.at.Article.Published.Day) }

// retold reports whether two sentences that name different days can still tell of one thing. What
// was still ahead may have been put off, and that is told before its day; what was over when the
// first was written can be told again with another day. But what each reports of its own day are
// two things: arrests on Monday, and arrests on Tuesday.
func (s *Story) retold(f, g frame) bool {
	if newer(f.line, g.line) {
		f, g = g, f
	}
	a, b := f.day(), g.day()
	if a.IsZero() || b.IsZero() || !newer(g.line, f.line) {
		return true
	}
	published := f.at.Article.Published.Day
	switch {
	case !a.From.Before(published): // ahead
		return g.anew || !past(g, b) && !g.at.Article.Published.Day.After(a.To)
	case past(g, b) || !b.From.After(g.at.Article.Published.Day):
		return b.From.Before(published)
	}
	return false
}

// day returns the day that a frame is about: its value or the first that its clause names.
func (f frame) day() calendar.Days {
	if f.value.sort == day {
		return f.value.days
	}
	if times := f.times(); len(times) > 0 {
		return times[0]
	}
	return calendar.Days{}
}
