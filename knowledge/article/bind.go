package article

import (
	"time"

	"talksbot/knowledge/article/format"
	"talksbot/knowledge/article/furniture"
	"talksbot/knowledge/article/meta"
	"talksbot/knowledge/article/transcript"
	"talksbot/knowledge/binding"
	"talksbot/knowledge/english"
	"talksbot/knowledge/quotation"
	"talksbot/knowledge/timex"
)

// Bind writes the article and all that is found in it by itself. Unlike a record it is read again without
// reading the text, and only by the program that wrote it.
func Bind(w *binding.Writer, a *Article) {
	w.String(string(a.Version[:]))
	w.String(a.ID)
	w.Uint(len(a.Also))
	for _, id := range a.Also {
		w.String(id)
	}
	bindFacts(w, a.facts())
	bindFacts(w, a.source.stated)
	w.Bool(a.source.loose)
	w.Uint(len(a.source.marked))
	for _, b := range a.source.marked {
		w.Span(b.Span, 0)
		w.Uint(int(b.Kind))
	}
	bindMarks(w, a.source.repeated)
	w.String(a.Text)
	var parts []mark
	for _, p := range a.Parts {
		parts = append(parts, mark(p))
	}
	bindMarks(w, parts)
	w.Spans(a.Sentences)
	w.Uint(len(a.Turns))
	for _, t := range a.Turns {
		w.Span(t.Words, w.Span(t.Label, 0))
		w.Bool(t.Asked)
	}
	binding.List(w, a.words().KeepAs(w.Word))
	w.Part(func(w *binding.Writer) { bindDates(w, a.Dates()) })
	w.Part(func(w *binding.Writer) { bindQuotations(w, a.Quotations()) })
}

// Unbind reads an article that Bind wrote.
func Unbind(r *binding.Reader) *Article {
	a := &Article{}
	copy(a.Version[:], r.String())
	a.ID = r.String()
	for range r.Count() {
		a.Also = append(a.Also, r.String())
	}
	a.setFacts(unbindFacts(r))
	a.source.stated, a.source.loose = unbindFacts(r), r.Bool()
	for range r.Count() {
		a.source.marked = append(a.source.marked, format.Block{Span: r.Span(0), Kind: format.Kind(r.Uint())})
	}
	a.source.repeated = unbindMarks[mark](r)
	a.Text = r.String()
	a.Parts = unbindMarks[Part](r)
	a.Sentences = r.Spans()
	for range r.Count() {
		label := r.Span(0)
		a.Turns = append(a.Turns, transcript.Turn{Label: label, Words: r.Span(label.End), Asked: r.Bool()})
	}
	words := english.KeptAs(a.Text, binding.ListOf[english.KeptToken](r), r.Words())
	a.words = func() english.Kept { return words }
	dates, quotations := r.Skip(), r.Skip()
	a.dates = fading(func() []timex.Expression { return unbindDates(dates.Open()) })
	a.quotations = fading(func() []quotation.Quotation { return unbindQuotations(quotations.Open()) })
	a.head = fading(func() english.Text { return english.Read(a.Title) })
	a.findVectors()
	return a
}

func bindMarks(w *binding.Writer, all []mark) {
	w.Uint(len(all))
	end := 0
	for _, m := range all {
		end = w.Span(m.Span, end)
		w.Uint(int(m.Kind))
	}
}

func unbindMarks[M mark | Part](r *binding.Reader) []M {
	var all []M
	end := 0
	for range r.Count() {
		m := mark{r.Span(end), furniture.Kind(r.Uint())}
		end = m.End
		all = append(all, M(m))
	}
	return all
}

func bindFacts(w *binding.Writer, f meta.Facts) {
	for _, s := range []string{f.ID, f.Title, f.Outlet, f.Author, f.Address} {
		w.String(s)
	}
	bindMoment(w, f.Published)
	bindMoment(w, f.Modified)
	w.Bool(f.Guessed)
	w.Uint(int(f.Slashes))
	w.Day(f.Other)
}

func unbindFacts(r *binding.Reader) meta.Facts {
	return meta.Facts{ID: r.String(), Title: r.String(), Outlet: r.String(), Author: r.String(), Address: r.String(),
		Published: unbindMoment(r), Modified: unbindMoment(r), Guessed: r.Bool(), Slashes: meta.Order(r.Uint()), Other: r.Day()}
}

func bindMoment(w *binding.Writer, m timex.Moment) {
	w.Day(m.Day)
	w.Int(int64(m.Clock))
	w.Bool(m.HasClock)
	w.Zone(m.Zone, m.Day, m.Clock)
}

func unbindMoment(r *binding.Reader) timex.Moment {
	return timex.Moment{Day: r.Day(), Clock: time.Duration(r.Int()), HasClock: r.Bool(), Zone: r.Zone()}
}
