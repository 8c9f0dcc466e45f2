package format

import (
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"

	"golang.org/x/net/html/charset"
)

// Mail returns the text of a mail, with its subject as the title and who sent it as the outlet.
// Attachments are left out.
func Mail(data []byte) ([]Document, error) {
	m, err := mail.ReadMessage(strings.NewReader(string(data)))
	if err != nil {
		return nil, &Error{1, fmt.Errorf("not a mail: %w", err)}
	}
	part, err := readable(mailHeader(m.Header), m.Body, 0)
	if err != nil {
		return nil, &Error{1, err}
	}
	if part.text == "" {
		return nil, &Error{1, errors.New("a mail without text")}
	}
	d, err := part.document()
	if err != nil {
		return nil, err
	}
	d.Facts = mailFacts(m.Header)
	return []Document{d}, nil
}

// A mailPart is a text of a mail. The zero one is none.
type mailPart struct {
	text string
	html bool
}

func (p mailPart) document() (Document, error) {
	if p.html {
		return Fragment(p.text)
	}
	text, _, _ := strings.Cut(strings.ReplaceAll(p.text, "\r\n", "\n"), "\n-- \n") // the signature
	return Plain(text, Paragraph), nil
}

// deepestMail is how deep the parts of a mail may lie in one another.
const deepestMail = 10

// A header is what stands above a mail or a part of one.
type header interface{ Get(name string) string }

type mailHeader mail.Header

func (h mailHeader) Get(name string) string { return mail.Header(h).Get(name) }

// readable returns the text of a mail or a part of one: as a page where it has one, else plain.
func readable(h header, body io.Reader, depth int) (mailPart, error) {
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil {
		kind = "text/plain"
	}
	switch {
	case strings.HasPrefix(kind, "multipart/") && depth < deepestMail:
		return readableIn(multipart.NewReader(body, params["boundary"]), depth)
	case strings.HasPrefix(h.Get("Content-Disposition"), "attachment") || kind != "text/plain" && kind != "text/html":
		return mailPart{}, nil
	}
	data, err := io.ReadAll(encoded(h.Get("Content-Transfer-Encoding"), body))
	if err != nil {
		return mailPart{}, fmt.Errorf("not the mail that its header says: %w", err)
	}
	text, err := Decode(data, params["charset"])
	if err != nil {
		return mailPart{}, err
	}
	return mailPart{text, kind == "text/html"}, nil
}

func readableIn(r *multipart.Reader, depth int) (mailPart, error) {
	var found mailPart
	for {
		p, err := r.NextRawPart()
		if err == io.EOF {
			return found, nil
		}
		if err != nil {
			if found.text != "" {
				return found, nil // the end is missing
			}
			return mailPart{}, fmt.Errorf("not the mail that its header says: %w", err)
		}
		one, err := readable(p.Header, p, depth+1)
		if err != nil && found.text == "" {
			return mailPart{}, err
		}
		if one.text != "" && (found.text == "" || one.html && !found.html) {
			found = one
		}
	}
}

func encoded(encoding string, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	}
	return body
}

func mailFacts(h mail.Header) []Fact {
	words := mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
	decoded := func(name string) string {
		value, err := words.DecodeHeader(h.Get(name))
		if err != nil {
			return h.Get(name)
		}
		return value
	}
	facts := stated(Fields, "subject", decoded("Subject"))
	facts = append(facts, stated(Fields, "date", h.Get("Date"))...)
	if from, err := (&mail.AddressParser{WordDecoder: &words}).Parse(h.Get("From")); err == nil {
		name := from.Name
		if name == "" {
			name = from.Address
		}
		facts = append(facts, stated(Fields, "outlet", name)...)
	}
	return facts
}
