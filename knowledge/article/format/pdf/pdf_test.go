package pdf

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// document returns a PDF with lines of text on one page, each 14 points under the one before.
func document(title string, lines ...string) []byte {
	var content strings.Builder
	content.WriteString("BT /F1 11 Tf 14 TL 60 700 Td ")
	for _, l := range lines {
		fmt.Fprintf(&content, "(%s) Tj T* ", l)
	}
	content.WriteString("ET")
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", content.Len(), content.String()),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
		fmt.Sprintf("<< /Title (%s) >>", title),
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var offsets []int
	for i, o := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer << /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table)
	return b.Bytes()
}

func TestRead(t *testing.T) {
	if testing.Short() {
		t.Skip("starting PDFium takes seconds")
	}
	whole := document("Swimming baths", "The council of Osby will close the baths in Mill Street next month, and", "the people will travel.")
	d, err := Read(whole)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"The council of Osby will close the baths in Mill Street next month, and the people will travel."}
	if diff := cmp.Diff(want, texts(d.Paragraphs)); diff != "" || d.Title != "Swimming baths" {
		t.Errorf("%q: %s", d.Title, diff)
	}
	locked, err := os.ReadFile("testdata/locked.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		data []byte
		want string
	}{
		{document("No words"), "pictures"},
		{locked, "password"},
		{[]byte("%PDF-1.7\nnothing of the kind"), "damaged"},
		{whole[:60], "damaged"},
		{nil, "damaged"},
	} {
		if _, err := Read(c.data); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%.20q: %v, not one about %q", c.data, err, c.want)
		}
	}
}

// TestTitleOf holds that what a program has put in the place of a title is none.
func TestTitleOf(t *testing.T) {
	for stated, want := range map[string]string{
		"Osby closes its baths": "Osby closes its baths", "Microsoft Word - baths final.docx": "", "baths v2 final.indd": "",
		"untitled": "", "Document1": "", "": "", "  Osby closes its baths ": "Osby closes its baths",
	} {
		if got := titleOf(stated); got != want {
			t.Errorf("%q is the title %q, not %q", stated, got, want)
		}
	}
}
