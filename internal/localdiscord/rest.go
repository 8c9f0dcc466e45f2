package localdiscord

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"strings"
	"time"
)

const maxBody = 25 << 20

// A Request is one REST request the bot made, and how it was answered.
type Request struct {
	Method string
	Path   string // below /api/vN, with its query
	Body   string // the JSON sent; of a multipart form, its payload_json
	Status int    // answered
	At     time.Time
}

func (r Request) String() string {
	return fmt.Sprintf("%s %s -> %d %s", r.Method, r.Path, r.Status, r.Body)
}

// A call is a request on its way through the server.
type call struct {
	*http.Request
	json  []byte // the body, or payload_json of a form
	files []upload
}

type upload struct {
	field, name, contentType string
	data                     []byte
}

// An apiError is an error as Discord words it.
type apiError struct {
	status  int
	Code    int            `json:"code"`
	Message string         `json:"message"`
	Errors  map[string]any `json:"errors,omitempty"`
}

func (e *apiError) Error() string { return fmt.Sprintf("%d: %s", e.Code, e.Message) }

var (
	errUnauthorized       = &apiError{status: 401, Code: 0, Message: "401: Unauthorized"}
	errNotFound           = &apiError{status: 404, Code: 0, Message: "404: Not Found"}
	errUnknownChannel     = &apiError{status: 404, Code: 10003, Message: "Unknown Channel"}
	errUnknownGuild       = &apiError{status: 404, Code: 10004, Message: "Unknown Guild"}
	errUnknownMessage     = &apiError{status: 404, Code: 10008, Message: "Unknown Message"}
	errUnknownUser        = &apiError{status: 404, Code: 10013, Message: "Unknown User"}
	errUnknownWebhook     = &apiError{status: 404, Code: 10015, Message: "Unknown Webhook"}
	errUnknownInteraction = &apiError{status: 404, Code: 10062, Message: "Unknown interaction"}
	errUnknownCommand     = &apiError{status: 404, Code: 10063, Message: "Unknown application command"}
	errAcknowledged       = &apiError{status: 400, Code: 40060, Message: "Interaction has already been acknowledged."}
	errExpiredToken       = &apiError{status: 401, Code: 50027, Message: "Invalid Webhook Token"}
	errNotAuthor          = &apiError{status: 403, Code: 50005, Message: "Cannot edit a message authored by another user"}
	errEmptyMessage       = &apiError{status: 400, Code: 50006, Message: "Cannot send an empty message"}
	errInvalidJSON        = &apiError{status: 400, Code: 50109, Message: "The request body contains invalid JSON."}
)

type handler func(*call) (any, error)

// routes are the paths the server answers, below /api/vN. Interaction and webhook routes carry their own token and
// need no Authorization.
func (s *Server) routes() http.Handler {
	open := map[string]handler{
		"GET /gateway": s.getGateway,
		"POST /interactions/{interaction}/{token}/callback":         s.callback,
		"POST /webhooks/{application}/{token}":                      s.postFollowup,
		"GET /webhooks/{application}/{token}/messages/{message}":    s.getFollowup,
		"PATCH /webhooks/{application}/{token}/messages/{message}":  s.patchFollowup,
		"DELETE /webhooks/{application}/{token}/messages/{message}": s.deleteFollowup,
	}
	private := map[string]handler{
		"GET /gateway/bot":             s.getGatewayBot,
		"GET /users/@me":               s.getMe,
		"GET /users/{user}":            s.getUser,
		"GET /users/@me/guilds":        s.getMyGuilds,
		"POST /users/@me/channels":     s.postDM,
		"GET /applications/@me":        s.getApplication,
		"GET /oauth2/applications/@me": s.getApplication,

		"GET /applications/{application}/commands":                               s.getCommands,
		"PUT /applications/{application}/commands":                               s.putCommands,
		"POST /applications/{application}/commands":                              s.postCommand,
		"DELETE /applications/{application}/commands/{command}":                  s.deleteCommand,
		"GET /applications/{application}/guilds/{guild}/commands":                s.getCommands,
		"PUT /applications/{application}/guilds/{guild}/commands":                s.putCommands,
		"POST /applications/{application}/guilds/{guild}/commands":               s.postCommand,
		"DELETE /applications/{application}/guilds/{guild}/commands/{command}":   s.deleteCommand,
		"GET /guilds/{guild}":                                                    s.getGuild,
		"GET /guilds/{guild}/channels":                                           s.getGuildChannels,
		"GET /guilds/{guild}/members/{user}":                                     s.getMember,
		"GET /guilds/{guild}/scheduled-events":                                   s.getScheduledEvents,
		"POST /guilds/{guild}/scheduled-events":                                  s.postScheduledEvent,
		"GET /channels/{channel}":                                                s.getChannel,
		"POST /channels/{channel}/typing":                                        s.postTyping,
		"GET /channels/{channel}/messages":                                       s.getMessages,
		"POST /channels/{channel}/messages":                                      s.postMessage,
		"GET /channels/{channel}/messages/{message}":                             s.getMessage,
		"PATCH /channels/{channel}/messages/{message}":                           s.patchMessage,
		"DELETE /channels/{channel}/messages/{message}":                          s.deleteMessage,
		"PUT /channels/{channel}/messages/{message}/reactions/{emoji}/@me":       s.putReaction,
		"DELETE /channels/{channel}/messages/{message}/reactions/{emoji}/{user}": s.deleteReaction,
		"POST /channels/{channel}/messages/{message}/threads":                    s.postThread,
	}
	api := http.NewServeMux()
	for pattern, h := range open {
		api.Handle(pattern, s.answer(h, false))
	}
	for pattern, h := range private {
		api.Handle(pattern, s.answer(h, true))
	}
	api.Handle("/", s.answer(func(*call) (any, error) { return nil, errNotFound }, true))

	front := http.NewServeMux()
	front.Handle("/api/v9/", http.StripPrefix("/api/v9", s.record(s.withFaults(api))))
	front.Handle("/api/v10/", http.StripPrefix("/api/v10", s.record(s.withFaults(api))))
	front.HandleFunc("GET /attachments/{channel}/{attachment}/{name}", s.getAttachment)
	front.HandleFunc("GET /{$}", s.serveGateway)
	return front
}

// record notes every request and its answer, whoever gives it.
func (s *Server) record(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !s.enter() {
			panic(http.ErrAbortHandler)
		}
		defer s.busy.Done()
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
		if err != nil {
			return // the client went away, or sent more than any route takes
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		status := &statusWriter{ResponseWriter: w}
		s.mu.Lock()
		at := s.now()
		s.waiting++
		s.announce()
		s.mu.Unlock()
		defer func() {
			text := body
			if _, payload, _, err := readForm(r.Header.Get("Content-Type"), body); err == nil {
				text = payload
			}
			s.mu.Lock()
			defer s.mu.Unlock()
			s.waiting--
			s.requests = append(s.requests, Request{r.Method, r.URL.RequestURI(), string(text), status.code, at})
			s.announce()
		}()
		next.ServeHTTP(status, r)
	})
}

// Requests are the REST requests answered so far, oldest first.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Request(nil), s.requests...)
}

// Waiting is how many requests are being served now, as a slow one is.
func (s *Server) Waiting() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.waiting
}

type statusWriter struct {
	http.ResponseWriter
	code int // 0: the connection was broken off
}

func (w *statusWriter) WriteHeader(code int) { w.code = code; w.ResponseWriter.WriteHeader(code) }
func (w *statusWriter) Write(b []byte) (int, error) {
	if w.code == 0 {
		w.code = http.StatusOK
	}
	return w.ResponseWriter.Write(b)
}
func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// answer checks a request, lets h do its work and writes what it says.
func (s *Server) answer(h handler, authorized bool) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c, err := s.open(r, authorized)
		var result any
		if err == nil {
			result, err = h(c)
		}
		writeRateLimit(w.Header(), r.Method+" "+r.Pattern)
		var problem *apiError
		switch {
		case errors.As(err, &problem):
			writeJSON(w, problem.status, problem)
		case err != nil:
			writeJSON(w, 500, &apiError{Message: err.Error()})
		case result == nil:
			w.WriteHeader(http.StatusNoContent)
		default:
			writeJSON(w, http.StatusOK, result)
		}
	})
}

// open checks what all requests have in common and reads the body.
func (s *Server) open(r *http.Request, authorized bool) (*call, error) {
	if authorized {
		if err := s.authorize(r); err != nil {
			return nil, err
		}
	}
	if !strings.HasPrefix(r.UserAgent(), "DiscordBot (") {
		s.violate(r, problem{"User-Agent", "USER_AGENT", fmt.Sprintf("want DiscordBot ($url, $version), got %q", r.UserAgent())})
		return nil, &apiError{status: 403, Code: 40333, Message: "internal network error"}
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, fmt.Errorf("reading the body: %w", err)
	}
	kind, payload, files, err := readForm(r.Header.Get("Content-Type"), body)
	if err != nil {
		s.violate(r, problem{"body", "CONTENT_TYPE", err.Error()})
		return nil, &apiError{status: 400, Code: 50035, Message: err.Error()}
	}
	if kind != "" && !json.Valid(payload) {
		s.violate(r, problem{"body", "JSON", "not valid JSON"})
		return nil, errInvalidJSON
	}
	if err := s.checkDescription(r, payload); err != nil {
		return nil, err
	}
	return &call{Request: r, json: payload, files: files}, nil
}

func (s *Server) authorize(r *http.Request) error {
	token := r.Header.Get("Authorization")
	if bare, ok := strings.CutPrefix(token, "Bot "); ok && bare == s.opts.Token {
		return nil
	}
	if !strings.HasPrefix(token, "Bot ") {
		s.violate(r, problem{"Authorization", "AUTHORIZATION", "want \"Bot \" and the token"})
	}
	return errUnauthorized
}

// readForm reads a body by its content type: kind is "" for no body, else "json" or "form".
func readForm(contentType string, body []byte) (kind string, payload []byte, files []upload, err error) {
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

func readParts(form *multipart.Reader) (payload []byte, files []upload, err error) {
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
		files = append(files, upload{part.FormName(), part.FileName(), part.Header.Get("Content-Type"), data})
	}
}

// writeRateLimit gives every route a bucket so wide that no test waits for it.
func writeRateLimit(h http.Header, bucket string) {
	h.Set("X-RateLimit-Limit", "1000")
	h.Set("X-RateLimit-Remaining", "999")
	h.Set("X-RateLimit-Reset", fmt.Sprintf("%.3f", float64(time.Now().UnixMilli()+1000)/1000))
	h.Set("X-RateLimit-Reset-After", "1.000")
	h.Set("X-RateLimit-Bucket", fmt.Sprintf("%08x", hash(bucket)))
}

func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	w.Write(encode(v))
}
