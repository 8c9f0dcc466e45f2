package ingest

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"talksbot/ingest/fetch"
	"talksbot/knowledge/article"
	"talksbot/shelf"
)

// The steps of a job, and how it may end.
const (
	toFetch    = "fetch"
	toRead     = "read"
	toKeep     = "keep"
	toAnnounce = "announce"

	added   = "added"
	held    = "held"
	updated = "updated"
	refused = "refused"
)

// work is what a job knows between its steps. All of it is kept before the next begins.
type work struct {
	Quiet bool // what it finds is old, and not announced

	Round        int       `json:",omitempty"` // how often the article was read again
	ETag         string    `json:",omitempty"` // of the page as it was read last, byte for byte
	LastModified string    `json:",omitempty"`
	Missing      time.Time `json:",omitzero"` // since when there is no such page

	Page *pageData `json:",omitempty"` // what toFetch has found
	Kept *kept     `json:",omitempty"` // what toRead has made of it
	Put  *putData  `json:",omitempty"` // what toKeep has done
}

// pageData is a page as it came.
type pageData struct {
	Address       string // where it was found
	Type, Charset string
	Body          []byte
}

func dataOf(p fetch.Page) *pageData {
	return &pageData{Address: p.Address, Type: p.Type(), Charset: p.Charset(), Body: p.Body}
}

// kept is an article that is ready for the shelf.
type kept struct {
	Record  json.RawMessage // as article.Marshal writes it
	Aliases []string
	State   article.State
}

// putData says what the shelf has made of it.
type putData struct {
	N    int
	What string // added, held or updated
}

func (w *work) encode() ([]byte, error) { return json.Marshal(w) }

func decode(data []byte) (work, error) {
	var w work
	if len(data) == 0 {
		return w, nil
	}
	if err := json.Unmarshal(data, &w); err != nil {
		return w, fmt.Errorf("reading how far a job is: %w", err)
	}
	return w, nil
}

// tags keeps what the server calls the state of its page.
func (w *work) tags(h http.Header) { w.ETag, w.LastModified = h.Get("ETag"), h.Get("Last-Modified") }

// A task is a job that this process has taken, and what it knows between its steps.
type task struct {
	*Reader
	job  shelf.Job
	work work
}

// putOff leaves the job until it is due, to begin again.
func (t *task) putOff(ctx context.Context) (err error) {
	t.work.Page, t.work.Kept, t.work.Put = nil, nil, nil
	t.job.Step = toFetch
	if t.job.Data, err = t.work.encode(); err != nil {
		return err
	}
	return t.Shelf.PutOff(ctx, t.job)
}
