package format

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"talksbot/internal/golden"

	"github.com/rogpeppe/go-internal/txtar"
)

// TestRead reads the first file of each archive in testdata, and holds the documents it makes
// against the second.
func TestRead(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, files []txtar.File) []txtar.File {
		source := files[0]
		return []txtar.File{source, golden.Made("documents", described(t, source.Name, source.Data))}
	})
}

var kinds = map[Kind]string{Line: "line", Paragraph: "paragraph", Heading: "heading", Item: "item", Row: "row", Caption: "caption"}

// described writes what was read of a file: each document's facts, and its blocks with the line of
// the source that they begin on.
func described(t *testing.T, name string, data []byte) string {
	t.Helper()
	documents, err := Read(name, data)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, d := range documents {
		whole(t, string(data), d)
		fmt.Fprintf(&b, "document of line %d\n", d.Line)
		for _, f := range d.Facts {
			fmt.Fprintf(&b, "fact %s: %s\n", f.Name, f.Value)
		}
		for _, block := range d.Blocks {
			line := d.Line
			if !d.Record {
				line = lineOf(string(data), min(block.At, len(data)))
			}
			fmt.Fprintf(&b, "%d %s: %s\n", line, kinds[block.Kind], strings.ReplaceAll(block.Of(d.Text), "\n", "⏎"))
		}
	}
	return b.String()
}

// whole holds what is true of every document: its text is clean, its blocks are in order, stand on
// whole letters, and only white space lies outside them.
func whole(t *testing.T, source string, d Document) {
	t.Helper()
	if !utf8.ValidString(d.Text) || Clean(d.Text) != d.Text {
		t.Errorf("a text that is not clean: %q", d.Text)
	}
	at, from := 0, 0
	for _, b := range d.Blocks {
		if b.Start < at || b.End <= b.Start || b.End > len(d.Text) {
			t.Fatalf("block %v after byte %d of %d", b, at, len(d.Text))
		}
		if strings.TrimSpace(d.Text[at:b.Start]) != "" || strings.TrimSpace(b.Of(d.Text)) != b.Of(d.Text) {
			t.Errorf("words outside blocks before %q", b.Of(d.Text))
		}
		if b.At < from {
			t.Errorf("block %q begins at byte %d of the source, the one before it at %d", b.Of(d.Text), b.At, from)
		}
		at, from = b.End, b.At
	}
	if strings.TrimSpace(d.Text[at:]) != "" {
		t.Errorf("words behind the last block: %q", d.Text[at:])
	}
}

func TestReadErrors(t *testing.T) {
	tests := []struct {
		name, file, data string
		line             int
		want             string
	}{
		{"an empty file", "a.txt", " \n\n", 1, "the file is empty"},
		{"a picture", "a.txt", "One.\nTwo\x00.", 2, "a NUL byte"},
		{"neither UTF-8 nor Windows-1252", "a.txt", "One.\nTw\x81.", 2, "not UTF-8"},
		{"Cyrillic in one byte each", "a.txt", "\xcf\xf0\xe8\xe2\xe5\xf2, \xec\xe8\xf0", 1, "not UTF-8"},
		{"a broken UTF-8", "a.txt", "The caf\u00e9 \u201copened\u201d.\nIt clos\xe9d.", 2, "not UTF-8"},
		{"an old Word document", "a.doc", "\xd0\xcf", 0, "save it as .docx"},
		{"an open front matter", "a.md", "---\ntitle: x\n\nOne.", 1, `no closing "---"`},
		{"a front matter that is no YAML", "a.md", "---\ntitle: [x\n---\nOne.", 1, "not YAML"},
		{"a front matter that is no TOML", "a.md", "+++\ntitle = x\n+++\nOne.", 1, "not TOML"},
		{"a page too deep", "a.html", strings.Repeat("<div>", 10000) + "One.", 0, "not a page that can be read"},
		{"quotes too deep", "a.md", strings.Repeat("> ", 10000) + "One.", 0, "a hundred deep"},
		{"JSON cut short", "a.json", "[\n{\"text\": \"One.\"},\n{\"text\"", 3, "not JSON"},
		{"a list of numbers", "a.json", "[1, 2]", 1, "a JSON object is expected here"},
		{"a list with one bad", "a.json", "[\n{\"text\": \"One.\"},\n{\"id\": \"x\"}\n]", 3, `"text" of article "x" is missing`},
		{"JSON too deep", "a.json", strings.Repeat("[", 20000), 1, "not JSON"},
		{"a table without texts", "a.csv", "a,b\n1,2\n", 1, "no column of this table"},
		{"a row too long", "a.csv", "title,text\nOne,It rains.,3\n", 2, "3 cells, and the header names 2"},
		{"a feed cut short", "a.rss", "<rss><channel><item><title>One", 1, "not a feed"},
		{"a feed without items", "a.xml", "<rss version=\"2.0\"><channel><title>x</title></channel></rss>", 1, "without items"},
		{"a mail without text", "a.eml", "Subject: x\nContent-Type: image/png\n\nxx\n", 1, "without text"},
		{"no Word document", "a.docx", "PK\x03\x04", 1, "not a Word document"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			documents, err := Read(tt.file, []byte(tt.data))
			if err == nil {
				t.Fatalf("%d documents, want an error with %q", len(documents), tt.want)
			}
			line := 0
			if e, ok := errors.AsType[*Error](err); ok {
				line = e.Line
			}
			if line != tt.line || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("line %d: %v, want line %d: %s", line, err, tt.line, tt.want)
			}
		})
	}
}

// TestAbsurd holds that what no person writes is read to its end: nothing that takes time with the
// square of its length is read at once.
func TestAbsurd(t *testing.T) {
	for name, source := range map[string]string{
		"lines": strings.Repeat("It rains and\n", 20000) + "it ends.", "links": strings.Repeat("[a](", 20000) + " it ends.",
		"brackets": strings.Repeat("[", 100000) + " it ends.", "one line": strings.Repeat("word ", 200000) + "it ends.",
	} {
		documents, err := Read("a.md", []byte(source))
		if err != nil || !strings.HasSuffix(documents[0].Text, "it ends.") {
			t.Errorf("%s: the end is lost (%v)", name, err)
			continue
		}
		whole(t, source, documents[0])
	}
}

// TestDecode holds that the same words in other encodings are the same words.
func TestDecode(t *testing.T) {
	const want = "The café “Zur Brücke” opened.\nIt was full.\n"
	tests := map[string]string{
		"UTF-8":                   want,
		"UTF-8 with its mark":     "\uFEFF" + want,
		"Windows-1252":            "The caf\xe9 \x93Zur Br\xfccke\x94 opened.\nIt was full.\n",
		"UTF-16 little-endian":    "\xff\xfe" + sixteen(want, false),
		"UTF-16 big-endian":       "\xfe\xff" + sixteen(want, true),
		"UTF-16 without its mark": sixteen("The inn opened, and it was full.", false),
	}
	for name, data := range tests {
		got, err := Decode([]byte(data), "")
		if expected := want; err != nil || got != expected && name != "UTF-16 without its mark" {
			t.Errorf("%s: %q (%v)", name, got, err)
		}
	}
	got, err := Decode([]byte("\xcf\xf0\xe8\xe2\xe5\xf2"), "windows-1251")
	if err != nil || got != "Привет" {
		t.Errorf("what the file declares: %q (%v)", got, err)
	}
}

// sixteen returns ASCII and Latin text in UTF-16.
func sixteen(text string, big bool) string {
	var b strings.Builder
	for _, r := range text {
		hi, lo := byte(r>>8), byte(r)
		if !big {
			hi, lo = lo, hi
		}
		b.WriteByte(hi)
		b.WriteByte(lo)
	}
	return b.String()
}

func TestClean(t *testing.T) {
	tests := [][2]string{
		{"As it is — “quoted”, €5.", "As it is — “quoted”, €5."},
		{"240\u00a0000\u202fkm\u2009long", "240 000 km long"},
		{"har\u00adbour", "harbour"},
		{"zero\u200bwidth\u2060\ufeff", "zerowidth"},
		{"\u202eevil\u202c \u2066x\u2069\u200f", "evil x"},
		{"hidden\U000E0069\U000E0067", "hidden"},
		{"cafe\u0301", "café"},
		{"one\u2028two\u2029three\vfour", "one\ntwo\nthree\nfour"},
		{"bell\x07 and \x1b[1m", "bell and [1m"},
		{"\r\n\t", "\r\n\t"},
	}
	for _, tt := range tests {
		if got := Clean(tt[0]); got != tt[1] {
			t.Errorf("%q becomes %q, want %q", tt[0], got, tt[1])
		}
	}
}

func TestUnescape(t *testing.T) {
	for given, want := range map[string]string{
		"Costs &amp; fees":          "Costs & fees",
		"the bank&#8217;s":          "the bank’s",
		"5&nbsp;percent":            "5\u00a0percent",
		"&amp;ldquo;Yes&amp;rdquo;": "“Yes”",
		"Q&A; AT&T":                 "Q&A; AT&T",
		"x &unknown; y":             "x &unknown; y",
	} {
		if got := Unescape(given); got != want {
			t.Errorf("%q becomes %q, want %q", given, got, want)
		}
	}
}
