// Package format reads the files that articles come in: plain text, Markdown, web pages, feeds,
// mails, Word and PDF documents, records of JSON and CSV.
//
// Every reader is a function from the bytes of a file to documents. A Document is the text as
// who reads the page sees it, in blocks, and beside it what the file states of its origin, as
// it is written there: package meta says what that means. What a reader would not see (a comment,
// a script, an element that is hidden) is not in the text.
package format

import (
	"fmt"

	"talksbot/knowledge/english"
)

// A Span is a stretch of a text.
type Span = english.Span

// A Document is one article as a file holds it.
type Document struct {
	Text   string  // its characters as Clean leaves them
	Blocks []Block // in order; only white space of Text lies outside them
	Facts  []Fact  // what the source states beside the text, in the order of the source
	Line   int     // where in the file it begins, from 1
	Record bool    // a program wrote it: it may have no text
}

// A Block is a paragraph, a heading or the like.
type Block struct {
	Span
	Kind Kind
	At   int // where it begins in the source: a byte of the file as UTF-8
}

// A Kind says what a block is, as far as the source says so.
type Kind int

const (
	Line      Kind = iota // a line of a text file: only its words tell what it is
	Paragraph             // prose
	Heading               // a title, or a heading within
	Item                  // of a list
	Row                   // of a table, its cells divided by " | "
	Caption               // the words under a picture
)

// A Fact is something a source states of an article, under the name that it has there.
type Fact struct {
	Name, Value string
	From        Origin
}

// An Origin says where a fact is stated.
type Origin int

const (
	Fields     Origin = iota // of a record, a feed's item, a mail's header, a front matter: written for machines
	Structured               // a page's JSON-LD
	Tags                     // a page's meta elements
	Seen                     // a page's marked up elements: its first heading, its <time>
)

// An Error says what is wrong with a file, and where.
type Error struct {
	Line int // from 1; 0: the file as a whole
	Err  error
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return e.Err.Error()
	}
	return fmt.Sprintf("line %d: %v", e.Line, e.Err)
}

func (e *Error) Unwrap() error { return e.Err }
