package format

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// mostUnpacked is how large a part of a document may be when it is unpacked, in bytes.
const mostUnpacked = 64 << 20

// Word returns the text of a Word document (.docx), with what its properties state.
func Word(data []byte) ([]Document, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &Error{1, fmt.Errorf("not a Word document: %w", err)}
	}
	body, err := unpack(archive, "word/document.xml")
	if err != nil {
		return nil, &Error{1, fmt.Errorf("not a Word document: %w", err)}
	}
	var w wordReader
	if err := w.read(body); err != nil {
		return nil, &Error{1, fmt.Errorf("not a Word document that can be read: %w", err)}
	}
	d := w.document()
	if properties, err := unpack(archive, "docProps/core.xml"); err == nil {
		d.Facts = wordFacts(properties)
	}
	return []Document{d}, nil
}

// unpack returns a part of an archive, however large it says it is.
func unpack(archive *zip.Reader, name string) ([]byte, error) {
	f, err := archive.Open(name)
	if err != nil {
		return nil, fmt.Errorf("it has no %s", name)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, mostUnpacked+1))
	if err == nil && len(data) > mostUnpacked {
		err = errors.New("unpacked, it is too large")
	}
	return data, err
}

// A wordReader reads the paragraphs of a Word document.
type wordReader struct {
	builder
	words  strings.Builder
	kind   Kind
	hidden bool // of the run that is read
	cells  []string
	skip   int // how many elements deep in something that is not seen
}

// unseen are the elements of a Word document that its reader does not see: what was deleted, the
// instructions of fields, and the older form of what stands there in a newer one.
var unseen = []string{"del", "moveFrom", "instrText", "delText", "Fallback", "drawing", "pict", "object"}

func (w *wordReader) read(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	inText := false
	for {
		token, err := d.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if w.skip > 0 || slices.Contains(unseen, t.Name.Local) {
				w.skip++
				continue
			}
			inText = t.Name.Local == "t"
			w.start(t, int(d.InputOffset()))
		case xml.EndElement:
			inText = false
			if w.skip > 0 {
				w.skip--
				continue
			}
			w.end(t.Name.Local, int(d.InputOffset()))
		case xml.CharData:
			if inText && w.skip == 0 && !w.hidden {
				w.words.Write(t)
			}
		}
	}
}

func (w *wordReader) start(t xml.StartElement, at int) {
	switch t.Name.Local {
	case "p":
		w.kind = Paragraph
	case "pStyle":
		if style := strings.ToLower(value(t)); strings.HasPrefix(style, "heading") || style == "title" {
			w.kind = Heading
		} else if style == "caption" {
			w.kind = Caption
		}
	case "numPr":
		w.kind = Item
	case "r":
		w.hidden = false
	case "vanish", "webHidden", "strike", "dstrike":
		w.hidden = value(t) != "0" && value(t) != "false"
	case "tab", "br", "cr":
		w.words.WriteString(" ")
	case "noBreakHyphen":
		w.words.WriteString("-")
	case "tr":
		w.cells = []string{}
	}
}

func (w *wordReader) end(name string, at int) {
	switch name {
	case "p":
		words := w.words.String()
		w.words.Reset()
		switch {
		case w.cells == nil:
			w.add(w.kind, words, at)
		case strings.TrimSpace(words) != "":
			w.cells = append(w.cells, strings.TrimSpace(words))
		}
	case "tr":
		w.add(Row, strings.Join(w.cells, " | "), at)
		w.cells = nil
	}
}

func value(t xml.StartElement) string {
	for _, a := range t.Attr {
		if a.Name.Local == "val" {
			return a.Value
		}
	}
	return ""
}

// wordFacts returns what the properties of a document state. When the file was made is not when
// its text was published.
func wordFacts(data []byte) []Fact {
	var p struct {
		Title    string `xml:"title"`
		Creator  string `xml:"creator"`
		Modified string `xml:"modified"`
	}
	if xml.Unmarshal(data, &p) != nil {
		return nil
	}
	facts := stated(Tags, "title", p.Title)
	facts = append(facts, stated(Tags, "creator", p.Creator)...)
	return append(facts, stated(Tags, "modified", p.Modified)...)
}
