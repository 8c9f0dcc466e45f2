package wire

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"

	"talksbot/internal/localdiscord/rules"
)

// readForm reads a body by its content type: kind is "" for no body, else "json" or "form".
func readForm(contentType string, body []byte) (kind string, payload []byte, files []rules.File, err error) {
	if contentType == "" && len(body) == 0 {
		return "", nil, nil, nil
	}
	media, params, _ := mime.ParseMediaType(contentType)
	switch {
	case media == "application/json" && len(body) == 0:
		return "", nil, nil, errors.New("a Content-Type without a body")
	case media == "application/json":
		return "json", body, nil, nil
	case media == "multipart/form-data":
		payload, files, err = readParts(multipart.NewReader(bytes.NewReader(body), params["boundary"]))
		return "form", payload, files, err
	}
	return "", nil, nil, fmt.Errorf(`expected "Content-Type" header to be application/json or multipart/form-data, got %q`, contentType)
}

func readParts(form *multipart.Reader) (payload []byte, files []rules.File, err error) {
	for {
		part, err := form.NextPart()
		if err == io.EOF {
			return payload, files, nil
		}
		if err != nil {
			return nil, nil, fmt.Errorf("reading the form: %w", err)
		}
		data, err := io.ReadAll(part)
		if err != nil {
			return nil, nil, fmt.Errorf("reading the form: %w", err)
		}
		if part.FormName() == "payload_json" {
			payload = data
			continue
		}
		files = append(files, rules.File{Field: part.FormName(), Name: part.FileName(), ContentType: part.Header.Get("Content-Type"), Data: data})
	}
}
