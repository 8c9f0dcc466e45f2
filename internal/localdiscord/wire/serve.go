package wire

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"strings"
	"time"

	"talksbot/internal/localdiscord/rules"
	"talksbot/internal/localdiscord/world"
)

// A call is a request on its way through the server. The world's lock is held.
type call struct {
	*http.Request
	*world.World
	server *Server
	json   []byte // the body, or payload_json of a form
	files  []rules.File
}

// A handler does what a request asks and returns what to answer: nil for no content, a [*rules.Error] for a refusal.
type handler func(*call) (any, error)

// answer checks a request, lets h do its work and writes what it says.
func (s *Server) answer(h handler, authorized bool) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		status, body := s.handle(h, r, authorized)
		writeRateLimit(w.Header(), r.Method+" "+r.Pattern)
		if body == nil {
			w.WriteHeader(status)
			return
		}
		writeJSON(w, status, body)
	})
}

func (s *Server) handle(h handler, r *http.Request, authorized bool) (status int, body json.RawMessage) {
	s.World.Lock()
	defer s.World.Unlock()
	c, err := s.open(r, authorized)
	var result any
	if err == nil {
		result, err = h(c)
	}
	var refused *rules.Error
	switch {
	case errors.As(err, &refused):
		s.violate(r, refused.Broken)
		return refused.Status, encode(refused)
	case err != nil:
		return http.StatusInternalServerError, encode(rules.Error{Message: err.Error()})
	case result == nil:
		return http.StatusNoContent, nil
	}
	return http.StatusOK, encode(result)
}

// open checks what all requests have in common and reads the body.
func (s *Server) open(r *http.Request, authorized bool) (*call, error) {
	if authorized {
		if err := s.authorize(r); err != nil {
			return nil, err
		}
	}
	if !strings.HasPrefix(r.UserAgent(), "DiscordBot (") {
		return nil, rules.ErrNetwork.Breaking("User-Agent", "USER_AGENT", fmt.Sprintf("want DiscordBot ($url, $version), got %q", r.UserAgent()))
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, fmt.Errorf("reading the body: %w", err)
	}
	kind, payload, files, err := readForm(r.Header.Get("Content-Type"), body)
	if err != nil {
		return nil, rules.Error{Status: http.StatusBadRequest, Code: 50035, Message: err.Error()}.Breaking("body", "CONTENT_TYPE", err.Error())
	}
	if kind != "" && !json.Valid(payload) {
		return nil, rules.ErrInvalidJSON.Breaking("body", "JSON", "not valid JSON")
	}
	if s.Options.Check != nil {
		if problems := s.Options.Check(r, payload); len(problems) > 0 {
			return nil, rules.Invalid(problems...)
		}
	}
	return &call{Request: r, World: s.World, server: s, json: payload, files: files}, nil
}

func (s *Server) authorize(r *http.Request) error {
	token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bot ")
	switch {
	case !ok:
		return rules.ErrUnauthorized.Breaking("Authorization", "AUTHORIZATION", "want \"Bot \" and the token")
	case token != s.Options.Token:
		return rules.ErrUnauthorized
	}
	return nil
}

// writeRateLimit gives every route a bucket so wide that no test waits for it.
func writeRateLimit(h http.Header, bucket string) {
	h.Set("X-RateLimit-Limit", "1000")
	h.Set("X-RateLimit-Remaining", "999")
	writeReset(h, time.Second)
	sum := fnv.New32a()
	io.WriteString(sum, bucket)
	h.Set("X-RateLimit-Bucket", fmt.Sprintf("%08x", sum.Sum32()))
}

// writeReset says when a bucket is full again.
func writeReset(h http.Header, after time.Duration) {
	h.Set("X-RateLimit-Reset", fmt.Sprintf("%.3f", float64(time.Now().Add(after).UnixMilli())/1000))
	h.Set("X-RateLimit-Reset-After", fmt.Sprintf("%.3f", after.Seconds()))
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	w.Write(encode(v))
}

func encode(v any) json.RawMessage {
	if raw, ok := v.(json.RawMessage); ok {
		return raw
	}
	b, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("localdiscord: encoding its own %T: %v", v, err))
	}
	return b
}

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
