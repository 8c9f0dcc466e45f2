package format

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// A reader makes documents of a file's text.
type reader func(text string) ([]Document, error)

// single are the formats of text whose files hold one article each, by the endings of their names.
var single = map[string]func(text string) (Document, error){
	".txt": Text, ".text": Text,
	".md": Markdown, ".markdown": Markdown, ".mdx": Markdown, ".mdown": Markdown, ".qmd": Markdown,
	".html": Page, ".htm": Page, ".xhtml": Page,
}

// many are the formats of text whose files may hold many.
var many = map[string]reader{
	".json": JSON, ".jsonl": Lines, ".ndjson": Lines,
	".csv": Table, ".tsv": Table,
	".rss": Feed, ".atom": Feed, ".xml": Feed,
}

// binaries are the formats that are no text, or hold texts of several encodings.
var binaries = map[string]func(data []byte) ([]Document, error){
	".eml": Mail, ".docx": Word, ".pdf": PDF,
}

// unread are documents that people have and that are not read, with what to do about each.
var unread = map[string]string{
	".doc": "an old Word document: save it as .docx", ".odt": "an OpenDocument text: save it as .docx", ".pages": "a Pages document: save it as .docx",
	".rtf": "a rich text: save it as .docx", ".epub": "a book: save its chapters as web pages",
}

// Knows reports whether a file of that name is meant to hold an article, where it lies in a folder.
func Knows(name string) bool {
	return ofText(name) != nil || binaries[ending(name)] != nil || unread[ending(name)] != ""
}

// HoldsMany reports whether a file of that name may hold many articles.
func HoldsMany(name string) bool { return single[ending(name)] == nil }

// ofText returns the reader of a format of text, nil for other endings.
func ofText(name string) reader {
	if read := single[ending(name)]; read != nil {
		return one(read)
	}
	return many[ending(name)]
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

func ending(name string) string { return strings.ToLower(path.Ext(name)) }

// Read returns the articles of a file. Its format is told by the ending of its name or, where
// that is none of those known, by how the file begins; what begins like nothing else is plain
// text. An error that knows the line is an *Error.
func Read(name string, data []byte) ([]Document, error) {
	if why := unread[ending(name)]; why != "" {
		return nil, &Error{Err: errors.New(why)}
	}
	if read := binary(name, data); read != nil {
		return read(data)
	}
	read := ofText(name)
	if read == nil {
		read = sniff(data)
	}
	text, err := Decode(data, declared(data))
	if err != nil {
		return nil, err
	}
	return read(text)
}

// binary returns the reader of a file that is no text, nil for others.
func binary(name string, data []byte) func([]byte) ([]Document, error) {
	if read := binaries[ending(name)]; read != nil || ofText(name) != nil {
		return read
	}
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		return Word
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return PDF
	}
	if mailStart.Match(data[:min(len(data), 200)]) {
		return Mail
	}
	return nil
}

// mailStart is how a mail begins.
var mailStart = regexp.MustCompile(`^(?:From |Return-Path:|Received:|Delivered-To:|MIME-Version:|Message-I[Dd]:|X-[\w-]+:)`)

// feedStart is how a feed begins.
var feedStart = regexp.MustCompile(`^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*|<\?[^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b`)

// declaration is where a file says what it is encoded in.
var declaration = regexp.MustCompile(`(?i)(?:<\?xml[^>]{0,100}encoding|<meta[^>]{0,200}charset|(?m:^content-type):[^\n]{0,200}charset|@charset )\s*=?\s*["']?([\w.:-]{2,30})`)

// declared returns the encoding that a file declares, "" for none, or for one that is UTF-8.
func declared(data []byte) string {
	if utf8.Valid(data) && bytes.IndexByte(data, 0x1B) < 0 {
		return "" // whatever it declares
	}
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
	case feedStart.Match(begin):
		return Feed
	case wholePage.Match(begin):
		return one(Page)
	case string(bytes.TrimSpace(first)) == "---" || string(bytes.TrimSpace(first)) == "+++" || bytes.HasPrefix(begin, []byte("# ")):
		return one(Markdown)
	}
	return one(Text)
}

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

// Endings returns the endings of names that are read where they lie in a folder, in order.
func Endings() []string {
	all := slices.Collect(maps.Keys(single))
	all = slices.AppendSeq(all, maps.Keys(many))
	all = slices.AppendSeq(all, maps.Keys(binaries))
	slices.Sort(all)
	return all
}

// IsLines reports whether a file that begins so holds a JSON object a line.
func IsLines(begin []byte) bool {
	begin = bytes.TrimSpace(bytes.TrimPrefix(begin, []byte("\uFEFF")))
	first, _, cut := bytes.Cut(begin, []byte("\n"))
	return bytes.HasPrefix(begin, []byte("{")) && (bytes.HasSuffix(bytes.TrimSpace(first), []byte("}")) && json.Valid(first) || !cut && len(first) > 3000)
}
