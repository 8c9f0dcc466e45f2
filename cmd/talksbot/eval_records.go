package main

import (
	"time"

	"talksbot/cmd/talksbot/eval"
)

// A reportOut is what eval found, for other programs.
type reportOut struct {
	Questions int         `json:"questions"`
	Asked     int         `json:"asked"`
	Model     string      `json:"model,omitempty"`
	Without   sumOut      `json:"without"`
	With      *sumOut     `json:"with,omitempty"`
	Results   []resultOut `json:"results"`
}

type sumOut struct {
	Right     int     `json:"right"`
	Partly    int     `json:"partly"`
	Refused   int     `json:"refused"`
	Wrong     int     `json:"wrong"`
	Worded    int     `json:"worded"`
	Sentences int     `json:"sentences"`
	Dropped   int     `json:"dropped"`
	Fallbacks int     `json:"fallbacks"`
	Seconds   float64 `json:"seconds"`
	spentOut
}

type spentOut struct {
	Calls int     `json:"calls"`
	In    int     `json:"tokens_in"`
	Out   int     `json:"tokens_out"`
	Cost  float64 `json:"cost,omitempty"`
}

type resultOut struct {
	Line     int        `json:"line"`
	Question string     `json:"question"`
	Article  string     `json:"article,omitempty"`
	Want     []string   `json:"want"`
	Without  gradedOut  `json:"without"`
	With     *gradedOut `json:"with,omitempty"`
}

type gradedOut struct {
	Grade     string       `json:"grade"`
	Lacks     []string     `json:"lacks,omitempty"`
	Says      []string     `json:"says"`
	Worded    int          `json:"worded"`
	Sentences int          `json:"sentences"`
	Dropped   []droppedOut `json:"dropped,omitempty"`
	Fallback  bool         `json:"fallback,omitempty"`
	Seconds   float64      `json:"seconds"`
	spentOut
}

type droppedOut struct {
	Claim string   `json:"claim"`
	Why   []string `json:"why"`
}

func newReport(r eval.Report) reportOut {
	out := reportOut{Questions: r.Cases, Asked: len(r.Results), Model: r.Model, Without: newSum(r.Without(), r.Prices), Results: []resultOut{}}
	if r.Model != "" {
		with := newSum(r.With(), r.Prices)
		out.With = &with
	}
	for _, one := range r.Results {
		result := resultOut{Line: one.Line, Question: one.Question, Article: one.Article, Want: one.Wants(), Without: newGraded(one.Without, r.Prices)}
		if one.With != nil {
			with := newGraded(*one.With, r.Prices)
			result.With = &with
		}
		out.Results = append(out.Results, result)
	}
	return out
}

func newSum(s eval.Sum, p eval.Prices) sumOut {
	return sumOut{
		Right: s.Grades[eval.Right], Partly: s.Grades[eval.Partly], Refused: s.Grades[eval.Refused], Wrong: s.Grades[eval.Wrong],
		Worded: s.Worded, Sentences: s.Own, Dropped: s.Dropped, Fallbacks: s.Fallbacks, Seconds: inSeconds(s.Took), spentOut: newSpent(s.Spent, p),
	}
}

func newSpent(s eval.Spent, p eval.Prices) spentOut { return spentOut{s.Calls, s.In, s.Out, p.Of(s)} }

func newGraded(a eval.Answer, p eval.Prices) gradedOut {
	out := gradedOut{Grade: a.Grade.String(), Lacks: a.Lacks, Says: a.Said, Worded: a.Worded, Sentences: a.Own, Fallback: a.Fallback != 0, Seconds: inSeconds(a.Took), spentOut: newSpent(a.Spent, p)}
	for _, d := range a.Dropped {
		out.Dropped = append(out.Dropped, droppedOut{d.Text, eval.Reasons(d, forPrograms)})
	}
	return out
}

// inSeconds is a time in seconds, to the millisecond.
func inSeconds(d time.Duration) float64 { return float64(d.Milliseconds()) / 1000 }
