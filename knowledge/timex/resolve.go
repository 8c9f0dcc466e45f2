package timex

import "talksbot/knowledge/calendar"

// A meaning is what a phrase says, before it is known when it was said.
type meaning func(s *scope) result

// A scope is what a meaning is resolved in.
type scope struct {
	published Moment
	last      result // the last date mentioned; may be empty
	told      told   // the dates that what is counted from another date may be counted from
	near      result // the last date mentioned in the same sentence; may be empty
	tense     tense
	alone     bool         // the text is no more than the expression
	often     bool         // the sentence tells how often it is so: no one day is meant
	opens     bool         // nothing but a preposition stands before it in its sentence
	after     calendar.Day // when set, the expression ends a range that starts here
}

// ref is the day the text was published; zero when that is unknown.
func (s *scope) ref() calendar.Day { return s.published.Day }

// day is the day a time without one stands on: that of a date in the same sentence, or else that of
// publication.
func (s *scope) day() calendar.Day {
	if s.near.known() && s.near.grain <= oneDay {
		return s.near.from
	}
	return s.ref()
}

// always is a meaning that does not depend on when it was said.
func always(r result) meaning { return func(*scope) result { return r } }

// fixed is an action for a phrase that always means the same.
func fixed(r result) func(*match) meaning {
	return func(*match) meaning { return always(r) }
}

func refer(value string) func(*match) meaning { return fixed(reference(value)) }

// theSame passes on the meaning of the phrase in the match.
func theSame(m *match) meaning { return m.sub() }

// within reckons from the days of an inner phrase, where they are known and it is told in units from
// least to most. What comes of it is as relative as they are.
func within(inner meaning, least, most unit, reckon func(result) result) meaning {
	return func(s *scope) result {
		r := inner(s)
		if !r.known() || r.grain < least || r.grain > most {
			return result{}
		}
		return inherit(reckon(r), r)
	}
}

// inherit passes on that the period a day lies in was told relative to publication.
func inherit(r, outer result) result {
	r.relative, r.byWeekday = outer.relative, outer.byWeekday && r.grain <= oneDay && r.from == outer.from
	return r
}

// byUnit is an action for a phrase about one UNIT no shorter than least.
func byUnit(least unit, reckon func(s *scope, u unit) result) func(*match) meaning {
	return func(m *match) meaning {
		u := unit(m.num(symUnit))
		if u < least {
			return nil
		}
		return func(s *scope) result { return reckon(s, u) }
	}
}

// fromNow is the period n units after the one publication falls in.
func fromNow(n int) func(s *scope, u unit) result {
	return func(s *scope, u unit) result { return periodFrom(s.ref(), n, u) }
}

// fromAnchor is the period n units after that of the last date mentioned.
func fromAnchor(n int) func(s *scope, u unit) result {
	return func(s *scope, u unit) result {
		if n > 0 {
			return periodFrom(s.anchorBefore(u), n, u)
		}
		return periodFrom(s.anchorOf(u), n, u)
	}
}

// nearest picks the year of a date told without one, given the days it falls on in any year (an empty
// result when there are none in that year): of last year's, this year's and next year's, the one of
// least cost.
func (s *scope) nearest(in func(year int) result) result {
	var best result
	for y := s.ref().Year - 1; y <= max(s.ref().Year, s.after.Year)+1; y++ {
		if r := in(y); r.ok() && (!best.ok() || s.cost(r) < s.cost(best)) {
			best = r
		}
	}
	best.relative = true
	return best
}

// strictly is the last such date before publication ("last October"), for a negative direction, or the
// first after it.
func (s *scope) strictly(direction int, in func(year int) result) result {
	ref := s.ref()
	for step := 0; step <= 5; step++ {
		r := in(ref.Year + direction*step)
		if r.ok() && (direction < 0 && r.to.Before(ref) || direction > 0 && r.from.After(ref)) {
			r.relative = true
			return r
		}
	}
	return result{}
}

// Weights of a date on the wrong side of publication. Headlines and reports tell past things in the
// present tense and plans in the past tense, so the tense is strong but not absolute: "Aug. 7"
// published on August 6 with a past tense is tomorrow, not a year ago.
const (
	againstTense = 9
	againstNews  = 3    // ahead, when no tense tells: reports look back
	againstWill  = 1000 // behind, where the text says "will" or was typed alone: people look ahead; ahead, of what was done
)

// cost is how far a date is from publication, in days, those against the tense weighing more. The end
// of a range counts from its start instead.
func (s *scope) cost(r result) int {
	if !s.after.IsZero() {
		if r.to.Before(s.after) {
			return 1000 + s.after.Sub(r.to)
		}
		return r.from.Sub(s.after)
	}
	ahead, behind := r.from.Sub(s.ref()), s.ref().Sub(r.to)
	switch {
	case ahead > 0 && s.tense == tenseDone:
		return ahead * againstWill
	case ahead > 0 && s.tense == tensePast:
		return ahead * againstTense
	case behind > 0 && (s.alone || s.tense == tenseWill):
		return behind * againstWill
	case behind > 0 && s.tense == tenseFuture:
		return behind * againstTense
	case ahead > 0 && s.tense == tenseUnknown && !s.alone:
		return ahead * againstNews
	}
	return max(ahead, behind, 0)
}
