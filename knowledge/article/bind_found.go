package article

import (
	"sync"
	"time"
	"weak"

	"talksbot/knowledge/binding"
	"talksbot/knowledge/english"
	"talksbot/knowledge/quotation"
	"talksbot/knowledge/timex"
)

// fading returns a function that returns what make does, which is made again once nobody has it any more: what
// a question about all articles asks for must not stay for ever.
func fading[T any](make func() T) func() T {
	var mu sync.Mutex
	var last weak.Pointer[T]
	return func() T {
		mu.Lock()
		defer mu.Unlock()
		if v := last.Value(); v != nil {
			return *v
		}
		v := make()
		kept := &v
		last = weak.Make(kept)
		return *kept
	}
}

func bindDates(w *binding.Writer, all []timex.Expression) {
	w.Uint(len(all))
	at := 0
	for _, e := range all {
		at = w.Span(english.Span{Start: e.Start, End: e.End}, at)
		w.String(string(e.Type))
		w.String(e.Value)
		w.String(e.Mod)
		w.Day(e.From)
		w.Day(e.To)
		w.Int(int64(e.FromClock))
		w.Int(int64(e.ToClock))
		w.Bool(e.HasClock)
		w.Zone(e.Zone, e.From, e.FromClock)
		w.String(string(e.Bound))
		w.Bool(e.Vague)
		w.Bool(e.Relative)
		w.Bool(e.Opens)
	}
}

func unbindDates(r *binding.Reader) []timex.Expression {
	all := make([]timex.Expression, r.Count())
	at := 0
	for i := range all {
		s := r.Span(at)
		at = s.End
		all[i] = timex.Expression{Start: s.Start, End: s.End, Type: timex.Type(r.String()), Value: r.String(), Mod: r.String(),
			From: r.Day(), To: r.Day(), FromClock: time.Duration(r.Int()), ToClock: time.Duration(r.Int()), HasClock: r.Bool(),
			Zone: r.Zone(), Bound: timex.Bound(r.String()), Vague: r.Bool(), Relative: r.Bool(), Opens: r.Bool()}
	}
	if len(all) == 0 {
		return nil
	}
	return all
}

func bindQuotations(w *binding.Writer, all []quotation.Quotation) {
	w.Uint(len(all))
	for _, q := range all {
		w.String(string(q.Kind))
		w.Spans(q.Spans)
		for _, s := range []Span{q.Cue, q.Speaker, q.Hearer} {
			w.Span(s, 0)
		}
		w.String(q.Name)
		w.String(q.Role)
		w.Bool(q.Stance)
	}
}

func unbindQuotations(r *binding.Reader) []quotation.Quotation {
	all := make([]quotation.Quotation, r.Count())
	for i := range all {
		all[i] = quotation.Quotation{Kind: quotation.Kind(r.String()), Spans: r.Spans(), Cue: r.Span(0), Speaker: r.Span(0), Hearer: r.Span(0),
			Name: r.String(), Role: r.String(), Stance: r.Bool()}
	}
	if len(all) == 0 {
		return nil
	}
	return all
}
