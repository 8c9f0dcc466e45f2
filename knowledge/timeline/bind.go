package timeline

import (
	"fmt"
	"strconv"
	"time"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/binding"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/english"
)

// derivation is the version of the code that reads mentions, and of the form in which they are written. TestDerivation fails where
// that changes and this does not.
const derivation = 1

// Derivation returns by what a reading is made, as a short text: what was stored by another is of no use.
func Derivation() string { return knowledge.Derivation() + "-dates-" + strconv.Itoa(derivation) }

// Keep returns what was read of a library's articles for its timeline, for Resume.
func Keep(l *knowledge.Library) []byte {
	r := knowledge.OnceFrom(l, read)
	var w binding.Writer
	w.String(Derivation())
	w.Uint(len(l.Articles()))
	for _, a := range l.Articles() {
		w.String(string(a.Version[:]))
		w.Part(func(w *binding.Writer) { bindMentions(w, r.of[a]) })
	}
	return w.Bytes()
}

// Resume gives a library what Keep returned as data of one of the same articles, so that its timeline needs to read none.
// The data must not be changed afterwards. It is an error where they are damaged, or of another library.
func Resume(l *knowledge.Library, data []byte) error {
	r, err := binding.Read(data)
	if err != nil {
		return fmt.Errorf("resuming a timeline: %w", err)
	}
	if made, n := r.String(), r.Uint(); made != Derivation() || n != len(l.Articles()) {
		return fmt.Errorf("resuming a timeline of %d articles: it was made as %q of %d", len(l.Articles()), made, n)
	}
	parts := make(map[*article.Article]binding.Part, len(l.Articles()))
	for _, a := range l.Articles() {
		if version := r.String(); version != string(a.Version[:]) {
			return fmt.Errorf("resuming a timeline: it is of other articles than %s", a.ID)
		}
		parts[a] = r.Skip()
	}
	if err := r.Err(); err != nil {
		return fmt.Errorf("resuming a timeline: %w", err)
	}
	knowledge.Seed(l, &reading{names: l.Names(), kept: parts})
	return nil
}

func bindMentions(w *binding.Writer, all []mention) {
	w.Uint(len(all))
	for _, m := range all {
		w.Uint(m.Index)
		start := m.Passage.Span().Start
		w.Span(m.Clause, start)
		w.Span(m.Time, start)
		w.String(m.Speaker)
		w.Day(m.days.From)
		w.Day(m.days.To)
		w.Bool(m.exact)
		w.Bool(m.denied)
		bindClock(w, m.clock, m.days.From)
		w.Uint(len(m.gist))
		for _, thing := range m.gist {
			w.Uint(int(w.Word(&english.Word{Norm: thing})))
		}
	}
}

func unbindMentions(r *binding.Reader, a *article.Article) []mention {
	all := make([]mention, r.Count())
	for i := range all {
		m := &all[i]
		m.Passage = article.Passage{Article: a, Index: r.Uint()}
		start := m.Passage.Span().Start
		m.Clause, m.Time = r.Span(start), r.Span(start)
		m.Speaker = r.String()
		m.days = calendar.Days{From: r.Day(), To: r.Day()}
		m.exact, m.denied = r.Bool(), r.Bool()
		m.clock = unbindClock(r)
		m.gist = make(gist, r.Count())
		for k := range m.gist {
			if n := r.Uint(); n < len(r.Words()) {
				m.gist[k] = r.Words()[n].Norm
			}
		}
	}
	return all
}

func bindClock(w *binding.Writer, c Clock, on calendar.Day) {
	w.Bool(c.Known)
	w.Int(int64(c.At))
	w.Zone(c.Zone, on, c.At)
}

func unbindClock(r *binding.Reader) Clock {
	return Clock{Known: r.Bool(), At: time.Duration(r.Int()), Zone: r.Zone()}
}
