package eval

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"time"

	"talksbot/ask"
	"talksbot/ask/verify"
	"talksbot/page"
)

// A Report is what came of all cases.
type Report struct {
	Cases   int // that there were
	Results []Result
	Model   string // its name; "": none
	Prices
}

// Prices are what a million tokens cost; zero where nobody says.
type Prices struct {
	In  float64 `name:"price-in" placeholder:"PRICE" help:"${price_in}"`
	Out float64 `name:"price-out" placeholder:"PRICE" help:"${price_out}"`
}

// Validate is called by kong once the flags are read.
func (p Prices) Validate() error {
	for _, price := range []float64{p.In, p.Out} {
		if !(price >= 0 && price < math.MaxFloat32) {
			return fmt.Errorf("%v is no price: write what a million tokens cost, such as 0.4", price)
		}
	}
	return nil
}

// Of returns what tokens cost.
func (p Prices) Of(s Spent) float64 { return (float64(s.In)*p.In + float64(s.Out)*p.Out) / 1e6 }

// A Sum is what came of all answers of one kind.
type Sum struct {
	Grades    [Wrong + 1]int
	Worded    int
	Own       int
	Dropped   int
	Fallbacks int
	Spent
	Took, Longest time.Duration // together, and of one
}

// sum adds up answers.
func sum(answers []Answer) (s Sum) {
	for _, a := range answers {
		s.Grades[a.Grade]++
		s.Worded += a.Worded
		s.Own += a.Own
		s.Dropped += len(a.Dropped)
		if a.Fallback != 0 {
			s.Fallbacks++
		}
		s.Calls, s.In, s.Out = s.Calls+a.Calls, s.In+a.In, s.Out+a.Out
		s.Took += a.Took
		s.Longest = max(s.Longest, a.Took)
	}
	return s
}

// Without sums up the answers without the model, and With those with it.
func (r Report) Without() Sum { return sum(r.without()) }
func (r Report) With() Sum    { return sum(r.with()) }

func (r Report) without() (all []Answer) {
	for _, one := range r.Results {
		all = append(all, one.Without)
	}
	return all
}

func (r Report) with() (all []Answer) {
	for _, one := range r.Results {
		if one.With != nil {
			all = append(all, *one.With)
		}
	}
	return all
}

// Page lays the report out: the table, what became of the model's claims, what it cost, and by name what is
// not right.
func (r Report) Page(w page.Printer) page.Page {
	p := page.Page{List: page.None}
	add := func(lines ...page.Line) {
		if len(lines) > 0 {
			p.Parts = append(p.Parts, page.Part{Lines: lines})
		}
	}
	add(r.table(w)...)
	if r.Model == "" {
		add(line(w.Say("eval.no-model")))
	} else {
		add(r.claims(w)...)
		add(r.cost(w)...)
	}
	for _, g := range []Grade{Wrong, Partly, Refused} {
		add(r.named(w, g)...)
	}
	if missing := r.Cases - len(r.Results); missing > 0 {
		add(line(w.Say("eval.stopped", "Asked", len(r.Results), "All", r.Cases)))
	}
	return p
}

func line(spans []page.Span) page.Line { return page.Line{Spans: spans} }

// table returns how many answers have which grade.
func (r Report) table(w page.Printer) []page.Line {
	head := []string{w.Text("eval.questions", "N", len(r.Results)), w.Text("eval.right"), w.Text("eval.partly"), w.Text("eval.refused"), w.Text("eval.wrong")}
	rows := [][]string{head, row(w.Text("eval.without"), r.Without())}
	if r.Model != "" {
		rows = append(rows, row(w.Text("eval.with", "Model", page.Clean(r.Model)), r.With()))
	}
	widths := make([]int, len(head))
	for _, cells := range rows {
		for i, cell := range cells {
			widths[i] = max(widths[i], len([]rune(cell)))
		}
	}
	var lines []page.Line
	for _, cells := range rows {
		text := fmt.Sprintf("%-*s", widths[0], cells[0])
		for i := 1; i < len(cells); i++ {
			text += fmt.Sprintf("  %*s", widths[i], cells[i])
		}
		lines = append(lines, line([]page.Span{{Text: text}})) // which keeps its spaces
	}
	return lines
}

func row(name string, s Sum) []string {
	cells := []string{name}
	for _, n := range s.Grades {
		cells = append(cells, fmt.Sprint(n))
	}
	return cells
}

// claims says what became of the model's claims, and which rules those fell by that are not shown as they were worded.
func (r Report) claims(w page.Printer) []page.Line {
	s := r.With()
	var lines []page.Line
	if s.Worded+s.Own+s.Dropped > 0 {
		lines = append(lines, line(w.Say("eval.claims", "Worded", s.Worded, "Own", s.Own, "Dropped", s.Dropped)))
	}
	count := map[string]int{}
	for _, a := range r.with() {
		for _, d := range a.Dropped {
			count[ruleOf(d)]++
		}
	}
	var rules [][]page.Span
	for _, rule := range slices.SortedFunc(maps.Keys(count), func(a, b string) int { return cmp.Or(count[b]-count[a], strings.Compare(a, b)) }) {
		rules = append(rules, w.Say("eval.rule", "Rule", rule, "N", count[rule]))
	}
	if len(rules) > 0 {
		lines = append(lines, line(w.Say("eval.rules", "Rules", w.List("list.and", rules))))
	}
	if s.Fallbacks > 0 {
		lines = append(lines, line(w.Say("eval.fallbacks", "N", s.Fallbacks)))
	}
	return lines
}

// ruleOf names the first rule that a claim fell by, "other" where it was none of them.
func ruleOf(d ask.Dropped) string {
	if reasons, ok := errors.AsType[ask.Unsupported](d.Why); ok {
		return string(reasons[0].Rule)
	}
	return "other"
}

// Reasons returns why a claim was dropped, in sentences.
func Reasons(d ask.Dropped, w page.Printer) (all []string) {
	reasons, ok := errors.AsType[ask.Unsupported](d.Why)
	if !ok {
		return []string{d.Why.Error()}
	}
	for _, reason := range reasons {
		all = append(all, w.Reason(verify.Reason(reason)))
	}
	return all
}

// cost says what the model took: tokens, time and, where prices are known, money.
func (r Report) cost(w page.Printer) []page.Line {
	s := r.With()
	each := s.Took / time.Duration(max(len(r.with()), 1))
	lines := []page.Line{line(w.Say("eval.cost", "Calls", s.Calls, "In", s.In, "Out", s.Out, "Each", seconds(each), "Longest", seconds(s.Longest)))}
	if r.In > 0 || r.Out > 0 {
		lines = append(lines, line(w.Say("eval.price", "Price", fmt.Sprintf("%.4f", r.Of(s.Spent)), "Thousand", fmt.Sprintf("%.2f", 1000*r.Of(s.Spent)/float64(max(len(r.with()), 1))))))
	}
	return lines
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.1f s", d.Seconds()) }

// named names the questions with answers of a grade: those with the model, or without where there is none.
func (r Report) named(w page.Printer, g Grade) (lines []page.Line) {
	for _, one := range r.Results {
		a := one.Without
		if one.With != nil {
			a = *one.With
		}
		if a.Grade != g {
			continue
		}
		if len(lines) == 0 {
			lines = append(lines, line(w.Say(heads[g])))
		}
		lines = append(lines, page.Line{Kind: page.Item, Spans: w.Say("eval.case", "Line", one.Line, "Question", one.Question)})
		if g != Refused {
			lines = append(lines, page.Line{Kind: page.Aside, Spans: w.Say("eval.lacks", "Wants", w.ListText("list.and", a.Lacks))})
			for _, said := range a.Said {
				lines = append(lines, page.Line{Kind: page.Quotation, Spans: []page.Span{page.Outside(said)}})
			}
		}
		for _, d := range a.Dropped {
			lines = append(lines, page.Line{Kind: page.Aside, Spans: w.Say("eval.dropped", "Claim", d.Text, "Why", strings.Join(Reasons(d, w), "; "))})
		}
	}
	return lines
}

var heads = map[Grade]string{Wrong: "eval.head.wrong", Partly: "eval.head.partly", Refused: "eval.head.refused"}
