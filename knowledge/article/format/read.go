package format

import (
	"bytes"
	"errors"
	"path"
	"regexp"
	"strings"
)

// A reader makes documents of a file's text.
type reader func(text string) ([]Document, error)

// readers are the formats of text by the endings of their names. Formats that are no text stand
// in binaries.
var readers = map[string]reader{
	".txt": one(Text), ".text": one(Text),
	".md": one(Markdown), ".markdown": one(Markdown), ".mdx": one(Markdown), ".mdown": one(Markdown), ".qmd": one(Markdown),
	".html": one(Page), ".htm": one(Page), ".xhtml": one(Page),
	".json": JSON, ".jsonl": Lines, ".ndjson": Lines,
}

// one is the reader of a format whose files hold one article each.
func one(read func(string) (Document, error)) reader {
	return func(text string) ([]Document, error) {
		d, err := read(text)
		if err != nil {
			return nil, err
		}
		return []Document{d}, nil
	}
}

// Knows reports whether a file of that name is read where it lies in a folder.
func Knows(name string) bool { return readers[ending(name)] != nil }

func ending(name string) string { return strings.ToLower(path.Ext(name)) }

// Read returns the articles of a file. Its format is told by the ending of its name or, where
// that is none of those known, by how the file begins; what begins like nothing else is plain
// text. An error that knows the line is an *Error.
func Read(name string, data []byte) ([]Document, error) {
	read := readers[ending(name)]
	if read == nil {
		read = sniff(data)
	}
	text, err := Decode(data, declared(data))
	if err != nil {
		return nil, err
	}
	return read(text)
}

// declaration is where a file says what it is encoded in.
var declaration = regexp.MustCompile(`(?i)(?:<\?xml[^>]{0,100}encoding|<meta[^>]{0,200}charset|(?m:^content-type):[^\n]{0,200}charset|@charset )\s*=?\s*["']?([\w.:-]{2,30})`)

// declared returns the encoding that a file declares, "" for none.
func declared(data []byte) string {
	if m := declaration.FindSubmatch(data[:min(len(data), 4096)]); m != nil {
		return string(m[1])
	}
	return ""
}

// sniff returns the reader of a file by how it begins.
func sniff(data []byte) reader {
	begin := bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 4096)], []byte("\uFEFF")))
	first, _, _ := bytes.Cut(begin, []byte("\n"))
	switch {
	case len(begin) == 0:
		return one(Text)
	case begin[0] == '[' || begin[0] == '{' && !bytes.HasSuffix(bytes.TrimSpace(first), []byte("}")):
		return JSON
	case begin[0] == '{':
		return Lines
	case wholePage.Match(begin):
		return one(Page)
	case string(bytes.TrimSpace(first)) == "---" || string(bytes.TrimSpace(first)) == "+++" || bytes.HasPrefix(begin, []byte("# ")):
		return one(Markdown)
	}
	return one(Text)
}

// Text returns the article of a text file, each of whose lines may be anything.
func Text(source string) (Document, error) { return prose(source, Line) }

// Lines returns the articles of lines of JSON, blank lines left out.
func Lines(source string) ([]Document, error) {
	var all []Document
	n := 0
	for line := range strings.SplitSeq(source, "\n") {
		n++
		if strings.TrimSpace(line) == "" {
			continue
		}
		d, err := Record([]byte(line))
		if err != nil {
			return nil, &Error{n, err}
		}
		d.Line = n
		all = append(all, d)
	}
	return all, nil
}

// JSON returns the articles of a JSON file: one object, or a list of them, which may stand within
// an object beside what is said of the list.
func JSON(source string) ([]Document, error) { return nil, errors.New("to come") }
