package main

import (
	"encoding/json"
	"fmt"
	"math"

	"talksbot/ask"
	"talksbot/ask/verify"
	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/quotation"
	"talksbot/knowledge/sentence"
	"talksbot/knowledge/timex"
	"talksbot/page"
)

// The JSON that other programs read and write. Offsets are UTF-8 bytes into the article's
// text, end exclusive.

// An id is given back as it came: a string, or whatever else a program uses.
type id = json.RawMessage

type questionIn struct {
	ID       id      `json:"id"`
	Question *string `json:"question"`
	Article  string  `json:"article"`
}

type claimIn struct {
	ID      id      `json:"id"`
	Claim   *string `json:"claim"`
	Article string  `json:"article"`
}

type articleIn struct {
	ID        id      `json:"id"`
	Published string  `json:"published"`
	Title     string  `json:"title"`
	Text      *string `json:"text"`
}

// need returns the value of a field that every line must have.
func need(field string, value *string) (string, error) {
	if value == nil {
		return "", fmt.Errorf("%q is missing", field)
	}
	return *value, nil
}

type citeOut struct {
	Article string `json:"article"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Text    string `json:"text"`
}

type passageOut struct {
	citeOut
	Score float64 `json:"score"`
}

type searchOut struct {
	ID       id           `json:"id,omitempty"`
	Passages []passageOut `json:"passages"`
}

type claimOut struct {
	Text     string       `json:"text"`
	Cites    []citeOut    `json:"cites"`
	Standing ask.Standing `json:"standing,omitempty"`
	Own      bool         `json:"own,omitempty"`
}

type answerOut struct {
	ID       id          `json:"id,omitempty"`
	Answered bool        `json:"answered"`
	Score    float64     `json:"score"`
	Mode     ask.Mode    `json:"mode"`
	Says     string      `json:"says,omitempty"`
	Claims   []claimOut  `json:"claims"`
	Message  string      `json:"message,omitempty"`
	Closest  []citeOut   `json:"closest,omitempty"`
	Offer    string      `json:"offer,omitempty"`
	Note     string      `json:"note,omitempty"`
	Request  string      `json:"request,omitempty"`
	Articles []string    `json:"articles,omitempty"`
	People   []namedOut  `json:"people,omitempty"`
	Sides    []namedOut  `json:"sides,omitempty"`
	Question string      `json:"question,omitempty"`
	Parts    []answerOut `json:"parts,omitempty"`
}

type namedOut struct {
	Name  string    `json:"name"`
	Role  string    `json:"role,omitempty"`
	Cites []citeOut `json:"cites"`
}

type findingOut struct {
	ID        id            `json:"id,omitempty"`
	Supported bool          `json:"supported"`
	Score     float64       `json:"score"`
	Verdict   verify.Ruling `json:"verdict"`
	Whose     string        `json:"whose,omitempty"`
	Cites     []citeOut     `json:"cites"`
	Against   []citeOut     `json:"against,omitempty"`
	Reasons   []string      `json:"reasons"`
}

type annotationOut struct {
	ID        id             `json:"id,omitempty"`
	Sentences []english.Span `json:"sentences"`
	Dates     []dateOut      `json:"dates"`
	Quotes    []quoteOut     `json:"quotes"`
}

type dateOut struct {
	english.Span
	Type  timex.Type `json:"type"`
	Value string     `json:"value"`
	From  string     `json:"from"`
	To    string     `json:"to"`

	Bound timex.Bound `json:"bound,omitempty"`
}

type quoteOut struct {
	Kind         quotation.Kind `json:"kind"`
	Spans        []english.Span `json:"spans"`
	Speaker      string         `json:"speaker"`
	SpeakerStart int            `json:"speaker_start"`
	SpeakerEnd   int            `json:"speaker_end"`
	CueStart     int            `json:"cue_start"`
	CueEnd       int            `json:"cue_end"`
}

// rounded returns a score with as many digits as it means.
func rounded(score float64) float64 { return math.Round(score*1e4) / 1e4 }

func newCite(p article.Passage) citeOut {
	s := p.Span()
	return citeOut{p.Article.ID, s.Start, s.End, p.Text()}
}

func newCites(passages []article.Passage) []citeOut {
	cites := make([]citeOut, len(passages))
	for i, p := range passages {
		cites[i] = newCite(p)
	}
	return cites
}

func newSearch(id id, passages []article.Passage) searchOut {
	out := searchOut{ID: id, Passages: make([]passageOut, len(passages))}
	for i, p := range passages {
		out.Passages[i] = passageOut{newCite(p), rounded(p.Score)}
	}
	return out
}

// forPrograms are the words in what other programs read: English, whichever language people read.
var forPrograms page.Printer

func newAnswer(id id, a ask.Answer) answerOut {
	out := answerOut{
		ID: id, Answered: a.Outcome == ask.Answered, Score: rounded(a.Score), Mode: a.Mode, Says: a.Polarity.String(),
		Claims: make([]claimOut, len(a.Claims)), Message: plain(page.Message(a, forPrograms)), Closest: newCites(a.Closest), Offer: a.Refusal.Offer, Note: page.Excuse(a, forPrograms),
	}
	for i, c := range a.Claims {
		out.Claims[i] = claimOut{c.Text, newCites(c.Cites), c.Standing, c.Own}
	}
	out.Request = a.Request.Want.String()
	for _, held := range a.Articles {
		out.Articles = append(out.Articles, held.ID)
	}
	for _, one := range a.Parts {
		part := newAnswer(nil, one)
		part.Question = one.Question
		out.Parts = append(out.Parts, part)
	}
	for _, side := range a.Sides {
		cites := []citeOut{}
		for _, c := range side.Claims {
			cites = append(cites, newCites(c.Cites)...)
		}
		out.Sides = append(out.Sides, namedOut{Name: side.Name, Cites: cites})
	}
	for _, m := range a.People {
		out.People = append(out.People, namedOut{m.Name, m.Role, newCites([]article.Passage{m.Passage})})
	}
	return out
}

func newFinding(id id, f verify.Finding) findingOut {
	out := findingOut{ID: id, Supported: f.Supported, Score: rounded(f.Score), Verdict: f.Ruling, Whose: forPrograms.Phrase(f.Whose),
		Cites: newCites(f.Cites), Against: newCites(f.Against), Reasons: make([]string, len(f.Reasons))}
	for i, r := range f.Reasons {
		out.Reasons[i] = forPrograms.Reason(r)
	}
	return out
}

// annotate finds everything there is to find in one text, whatever its layout.
func annotate(in articleIn) (any, error) {
	text, err := need("text", in.Text)
	if err != nil {
		return nil, err
	}
	published, err := timex.ParseMoment(in.Published)
	if err != nil {
		return nil, fmt.Errorf(`"published": %w`, err)
	}
	out := annotationOut{ID: in.ID, Sentences: append([]english.Span{}, sentence.Split(text)...), Dates: []dateOut{}, Quotes: []quoteOut{}}
	for _, e := range timex.Find(english.Read(text), published) {
		out.Dates = append(out.Dates, newDate(e))
	}
	for _, q := range quotation.Find(english.Read(text), quotation.Options{}) {
		out.Quotes = append(out.Quotes, newQuote(q.Kind, q.Spans, q.Name, q.Speaker, q.Cue))
	}
	return out, nil
}

// newDate gives the time that a date bounds: "before 2018" has no first day.
func newDate(e timex.Expression) dateOut {
	out := dateOut{english.Span{Start: e.Start, End: e.End}, e.Type, e.Value, e.FromISO(), e.ToISO(), e.Bound}
	if from, to := e.Interval(); from != e.From || to != e.To {
		out.From, out.To = from.String(), to.String()
	}
	return out
}

func newQuote(kind quotation.Kind, spans []english.Span, name string, speaker, cue english.Span) quoteOut {
	return quoteOut{
		Kind: kind, Spans: append([]english.Span{}, spans...), Speaker: name,
		SpeakerStart: speaker.Start, SpeakerEnd: speaker.End, CueStart: cue.Start, CueEnd: cue.End,
	}
}
