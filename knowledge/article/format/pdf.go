package format

import "talksbot/knowledge/article/format/pdf"

// PDF returns the text of a PDF document. Its title is the largest heading of its first page or, where
// that has none, the one its properties state. When the file was made is not when its text was
// published.
func PDF(data []byte) ([]Document, error) {
	read, err := pdf.Read(data)
	if err != nil {
		return nil, &Error{Err: err}
	}
	var b builder
	title, size := read.Title, 0.0
	for _, p := range read.Paragraphs {
		kind := Paragraph
		if p.Heading {
			kind = Heading
			if p.Page == 0 && p.Size > size {
				title, size = p.Text, p.Size
			}
		}
		b.add(kind, p.Text, 0)
	}
	d := b.document()
	d.Facts = stated(Tags, "title", title)
	return []Document{d}, nil
}
