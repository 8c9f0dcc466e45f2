package article

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"
	"unicode/utf8"

	"talksbot/knowledge/article/format"
	"talksbot/knowledge/article/furniture"
	"talksbot/knowledge/article/meta"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/timex"
)

// A record is an article in JSON. Any program reads what it says of itself; under "talksbot" stands what
// the same article is made from again.
type record struct {
	ID string `json:"id"`
	facts
	Text string `json:"text"`
	Kept *kept  `json:"talksbot,omitempty"`
}

// facts are meta.Facts in JSON, without what they say of a day that may be another.
type facts struct {
	Title     string `json:"title,omitempty"`
	Outlet    string `json:"outlet,omitempty"`
	Author    string `json:"author,omitempty"`
	URL       string `json:"url,omitempty"`
	Published stamp  `json:"published,omitzero"`
	Modified  stamp  `json:"modified,omitzero"`
}

// doubt is the rest of them.
type doubt struct {
	Guessed bool       `json:"guessed,omitempty"`
	Slashes meta.Order `json:"slashes,omitempty"`
	Other   stamp      `json:"other,omitzero"`
}

// kept is what only this program reads.
type kept struct {
	Version []byte   `json:"version"`
	Also    []string `json:"also,omitempty"`
	doubt
	Stated struct {
		facts
		doubt
	} `json:"stated"`
	Loose    bool   `json:"loose,omitempty"`
	Marked   []mark `json:"marked,omitempty"`
	Repeated []mark `json:"repeated,omitempty"`
}

// A mark says what stands in a span of the text.
type mark struct {
	Span
	Kind furniture.Kind `json:"kind"`
}

// Marshal returns the article as one line of JSON: a record as the commands read them from a .jsonl file.
// It holds what the article was read from, not what was found in it. Of an article that is no UTF-8, or
// was published at no time of a calendar and a clock, there is no record.
func Marshal(a *Article) ([]byte, error) {
	k := &kept{Version: a.Version[:], Also: a.Also, Loose: a.source.loose, Repeated: a.source.repeated}
	for _, b := range a.source.marked {
		k.Marked = append(k.Marked, mark{b.Span, markedAs[b.Kind]})
	}
	r := record{ID: a.ID, Text: a.Text, Kept: k}
	r.facts, k.doubt = write(a.facts())
	k.Stated.facts, k.Stated.doubt = write(a.source.stated)
	var line bytes.Buffer
	to := json.NewEncoder(&line)
	to.SetEscapeHTML(false)
	err := to.Encode(r)
	if err == nil {
		err = r.check()
	}
	if err != nil {
		return nil, fmt.Errorf("writing the article %q: %w", a.ID, err)
	}
	return bytes.TrimSuffix(line.Bytes(), []byte("\n")), nil
}

// markedAs are the kinds that a source gives to blocks.
var markedAs = map[format.Kind]furniture.Kind{format.Heading: Headline, format.Caption: Caption}

var (
	errText   = errors.New("it is no UTF-8")
	errTime   = errors.New("its time is none of the calendar")
	errRecord = errors.New("it is not as it was written")
)

// check reports what of a record would not come back.
func (r *record) check() error {
	for _, s := range slices.Concat(r.Kept.Also, []string{r.ID, r.Text, r.Title, r.Outlet, r.Author, r.URL}) {
		if !utf8.ValidString(s) {
			return errText
		}
	}
	for _, m := range []stamp{r.Published, r.Modified, r.Kept.Stated.Published, r.Kept.Stated.Modified} {
		var back stamp
		text, _ := m.MarshalText()
		if m != (stamp{}) && (back.UnmarshalText(text) != nil || when(timex.Moment(back)) != when(timex.Moment(m))) {
			return errTime
		}
	}
	return nil
}

// Unmarshal returns the article of a record that Marshal wrote: the same version and text, read anew. A
// record in which what is cited was changed since is an error.
func Unmarshal(line []byte) (*Article, error) {
	var r record
	if err := json.Unmarshal(line, &r); err != nil {
		return nil, fmt.Errorf("reading an article: %w", err)
	}
	if r.Kept == nil {
		return nil, fmt.Errorf("reading the article %q: %w", r.ID, errRecord)
	}
	a, err := r.article()
	if err != nil {
		return nil, fmt.Errorf("reading the article %q: %w", r.ID, err)
	}
	return a, nil
}

// article reads the article again. What is known of its origin stays as it was written: who settled it may
// have known more than the article says, as the name of its file, or how others of its outlet write a day.
func (r *record) article() (*Article, error) {
	a := Article{ID: r.ID, Also: r.Kept.Also, Text: r.Text}
	from := source{stated: r.Kept.Stated.read(r.Kept.Stated.doubt), loose: r.Kept.Loose}
	for _, m := range r.Kept.Marked {
		kind := format.Heading
		if m.Kind == Caption {
			kind = format.Caption
		}
		from.marked = append(from.marked, format.Block{Span: m.Span, Kind: kind})
	}
	a.setFacts(from.stated)
	if a.Version = versionOf(&a); !bytes.Equal(a.Version[:], r.Kept.Version) {
		return nil, errRecord
	}
	article := read(a, from)
	article.setFacts(r.read(r.Kept.doubt))
	article.repeat(r.Kept.Repeated)
	return article, nil
}

// repeat marks blocks that were known for the page's before.
func (a *Article) repeat(marks []mark) {
	if len(marks) == 0 {
		return
	}
	blocks := a.blocks()
	for _, m := range marks {
		i, found := slices.BinarySearchFunc(blocks, m, func(b furniture.Block, m mark) int { return cmp.Compare(b.Start, m.Start) })
		if found && blocks[i].End == m.End && blocks[i].Kind == Body {
			blocks[i].Kind = m.Kind
		}
	}
	a.layOut(blocks)
}

func write(f meta.Facts) (facts, doubt) {
	return facts{f.Title, f.Outlet, f.Author, f.Address, stamp(f.Published), stamp(f.Modified)},
		doubt{f.Guessed, f.Slashes, stamp{Day: f.Other}}
}

func (f facts) read(d doubt) meta.Facts {
	return meta.Facts{Title: f.Title, Outlet: f.Outlet, Author: f.Author, Address: f.URL, Published: timex.Moment(f.Published),
		Modified: timex.Moment(f.Modified), Guessed: d.Guessed, Slashes: d.Slashes, Other: d.Other.Day}
}

// A stamp is a moment as text, with all that is known of it.
type stamp timex.Moment

const (
	stampClock = "T15:04:05.999999999"
	stampZone  = "Z07:00:00" // old zones have seconds
)

// MarshalText writes "2021-12-28", "2021-12-28T18:37:00" or "2021-12-28T18:37:00+03:00".
func (s stamp) MarshalText() ([]byte, error) {
	m, zone := timex.Moment(s), time.UTC
	if m.Zone != nil {
		zone = m.Zone
	}
	layout, at := time.DateOnly, time.Date(m.Day.Year, m.Day.Month, m.Day.Day, 0, 0, 0, int(m.Clock), zone)
	if m.HasClock {
		layout += stampClock
	}
	if _, offset := at.Zone(); m.HasClock && m.Zone != nil {
		layout += stampZone[:len("Z07:00")]
		if offset%60 != 0 {
			layout += stampZone[len("Z07:00"):]
		}
	}
	return at.AppendFormat(nil, layout), nil
}

// UnmarshalText reads what MarshalText writes.
func (s *stamp) UnmarshalText(text []byte) error {
	for _, layout := range []string{time.DateOnly, time.DateOnly + stampClock, time.DateOnly + stampClock + stampZone[:len("Z07:00")], time.DateOnly + stampClock + stampZone} {
		t, err := time.Parse(layout, string(text))
		if err != nil {
			continue
		}
		m := timex.Moment{Day: calendar.DayOf(t)}
		if layout != time.DateOnly {
			m.HasClock = true
			m.Clock = time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute + time.Duration(t.Second())*time.Second + time.Duration(t.Nanosecond())
		}
		if len(layout) > len(time.DateOnly+stampClock) {
			m.Zone = t.Location()
		}
		*s = stamp(m)
		return nil
	}
	return fmt.Errorf("%q is no time of publication", text)
}
