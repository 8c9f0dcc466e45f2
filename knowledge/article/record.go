package article

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"

	"talksbot/knowledge/timex"
)

// A record is an article as a line of JSON: the fields of one that a [Loader] reads, and the version, as the
// source of an article states less than what is known of it once it is read.
type record struct {
	ID        string `json:"id"`
	Version   string `json:"version"`
	Title     string `json:"title,omitempty"`
	Outlet    string `json:"outlet,omitempty"`
	Author    string `json:"author,omitempty"`
	URL       string `json:"url,omitempty"`
	Published string `json:"published,omitempty"`
	Modified  string `json:"modified,omitempty"`
	Guessed   bool   `json:"guessed,omitempty"`
	Text      string `json:"text"`
}

// Marshal returns an article as one line of JSON.
func Marshal(a *Article) ([]byte, error) {
	r := record{a.ID, hex.EncodeToString(a.Version[:]), a.Title, a.Outlet, a.Author, a.URL, a.Published.String(), a.Modified.String(), a.Guessed, a.Text}
	return json.Marshal(r)
}

// Unmarshal undoes Marshal. The article is of the same version.
func Unmarshal(line []byte) (*Article, error) {
	var r record
	if err := json.Unmarshal(line, &r); err != nil {
		return nil, fmt.Errorf("reading a kept article: %w", err)
	}
	published, err := timex.ParseMoment(r.Published)
	modified, wrong := timex.ParseMoment(r.Modified)
	version, odd := hex.DecodeString(r.Version)
	if err := errors.Join(err, wrong, odd); err != nil || len(version) != len(Version{}) {
		return nil, fmt.Errorf("reading the kept article %q: %w", r.ID, errors.Join(err, errMalformed))
	}
	a := New(Article{ID: r.ID, Title: r.Title, Outlet: r.Outlet, Author: r.Author, URL: r.URL, Published: published, Modified: modified, Guessed: r.Guessed, Text: r.Text})
	a.Version = Version(version)
	return a, nil
}
