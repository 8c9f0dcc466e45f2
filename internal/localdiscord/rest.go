package localdiscord

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

const maxBody = 25 << 20

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
	api.Handle("/", s.answer(s.unserved, true))

	front := http.NewServeMux()
	front.Handle("/api/v9/", http.StripPrefix("/api/v9", s.record(s.withFaults(api))))
	front.Handle("/api/v10/", http.StripPrefix("/api/v10", s.record(s.withFaults(api))))
	front.HandleFunc("GET /attachments/{channel}/{attachment}/{name}", s.getAttachment)
	front.HandleFunc("GET /{$}", s.serveGateway)
	return front
}

// unserved answers what the server lacks. It is recorded, lest a bot that lives with errors seem to work.
func (s *Server) unserved(c *call) (any, error) {
	s.violate(c.Request, problem{"path", "UNSERVED", "the local Discord has no such route"})
	return nil, errNotFound
}

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
