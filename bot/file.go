package bot

import (
	"bytes"
	"encoding/json"
	"fmt"
	"mime/multipart"
	"net/textproto"
	"strconv"
)

// A file is sent with a message.
type file struct {
	name string // with an extension, by which Discord tells what to show
	kind string // its media type
	says string // a description for people who do not see it
	data []byte
}

// attachment is how a message speaks of a file sent with it.
type attachment struct {
	ID          string `json:"id"` // the file's place, in figures
	Filename    string `json:"filename"`
	Description string `json:"description,omitempty"`
}

func attachments(files []file) []attachment {
	var out []attachment
	for i, f := range files {
		out = append(out, attachment{strconv.Itoa(i), f.name, f.says})
	}
	return out
}

// form returns a body with files: multipart, the JSON in it as Discord wants it named, and its
// content type.
func form(body any, files []file) ([]byte, string, error) {
	data, err := json.Marshal(body)
	if err != nil {
		return nil, "", err
	}
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	if err := part(w, `form-data; name="payload_json"`, "application/json", data); err != nil {
		return nil, "", err
	}
	for i, f := range files {
		if err := part(w, fmt.Sprintf(`form-data; name="files[%d]"; filename=%q`, i, f.name), f.kind, f.data); err != nil {
			return nil, "", err
		}
	}
	if err := w.Close(); err != nil {
		return nil, "", err
	}
	return b.Bytes(), w.FormDataContentType(), nil
}

func part(w *multipart.Writer, disposition, kind string, data []byte) error {
	p, err := w.CreatePart(textproto.MIMEHeader{"Content-Disposition": {disposition}, "Content-Type": {kind}})
	if err != nil {
		return err
	}
	_, err = p.Write(data)
	return err
}
