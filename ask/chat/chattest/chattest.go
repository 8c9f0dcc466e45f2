// Package chattest is a language model server for tests: OpenAI-compatible, on loopback,
// and answering by a script.
//
// It stands in for the servers that ask/chat meets, with all they do wrong, and keeps what
// it was asked, so that a test can look at both ends:
//
//	s := chattest.New(t, chattest.Drop(), chattest.Content(`{"claims":[]}`))
//	client, err := chat.New(chat.Options{BaseURL: s.URL, Model: "m"})
//	...
//	s.Requests()[1].User // what the model was shown the second time
package chattest

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"talksbot/internal/inmemory"
)

// A Server answers chat requests with its replies in order, and with the last of them from
// then on.
type Server struct {
	URL    string   // as OPENAI_BASE_URL takes it
	Models []string // what it lists under /models; set before it is asked

	mu       sync.Mutex
	replies  []Reply
	requests []Request
	lists    int
	closing  chan struct{}
}

// New starts a server that stops with the test. Without replies it answers everything with
// status 500.
func New(t testing.TB, replies ...Reply) *Server {
	s := newServer(replies)
	server := httptest.NewServer(s.routes())
	s.URL = server.URL + "/v1"
	s.stops(t, server)
	return s
}

// NewInMemory is New without sockets, for a bubble of testing/synctest. The transport leads to
// the server, whatever is asked for.
func NewInMemory(t testing.TB, replies ...Reply) (*Server, http.RoundTripper) {
	s, network := newServer(replies), inmemory.New()
	s.URL = "http://model.test/v1"
	server := &httptest.Server{Listener: network, Config: &http.Server{Handler: s.routes()}}
	server.Start()
	transport := &http.Transport{DialContext: network.Dial}
	t.Cleanup(transport.CloseIdleConnections)
	s.stops(t, server)
	return s, transport
}

func newServer(replies []Reply) *Server {
	s := &Server{Models: []string{"test-model"}, replies: replies, closing: make(chan struct{})}
	if len(replies) == 0 {
		s.replies = []Reply{Error(http.StatusInternalServerError, "no reply scripted")}
	}
	return s
}

func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v1/chat/completions", s.chat)
	mux.HandleFunc("GET /v1/models", s.list)
	return mux
}

// stops ends the server with the test.
func (s *Server) stops(t testing.TB, server *httptest.Server) {
	t.Cleanup(func() {
		close(s.closing)
		server.CloseClientConnections()
		server.Close()
	})
}

// A Request is what the server was asked.
type Request struct {
	Header      http.Header
	Model       string
	System      string   // the system message
	User        string   // the user message
	Form        string   // response_format's type: "json_schema", "json_object" or ""
	Schema      string   // the JSON schema, as it came
	Strict      bool     // whether the schema is to be kept strictly
	Stream      bool     // whether the reply is to come as it is written
	Usage       bool     // whether such a reply is to end with what it cost
	Temperature *float64 // nil where none was sent
	Body        string   // all of it
}

// Requests returns the chat requests so far, in order.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.requests)
}

// Lists returns how often the models were listed.
func (s *Server) Lists() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.lists
}

func (s *Server) chat(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	request := parse(r.Header, body)
	reply := s.next(request)
	for reply.By != nil {
		reply = reply.By(request)
	}
	reply.write(w, r, s.closing)
}

// next records the request and takes the reply to it from the script.
func (s *Server) next(request Request) Reply {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests = append(s.requests, request)
	reply := s.replies[0]
	if len(s.replies) > 1 {
		s.replies = s.replies[1:]
	}
	return reply
}

func (s *Server) list(w http.ResponseWriter, _ *http.Request) {
	s.mu.Lock()
	s.lists++
	s.mu.Unlock()
	type model struct {
		ID string `json:"id"`
	}
	list := struct {
		Object string  `json:"object"`
		Data   []model `json:"data"`
	}{Object: "list"}
	for _, m := range s.Models {
		list.Data = append(list.Data, model{m})
	}
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(list)
}

func parse(header http.Header, body []byte) Request {
	var in struct {
		Model    string `json:"model"`
		Messages []struct {
			Role    string `json:"role"`
			Content string `json:"content"`
		} `json:"messages"`
		Format struct {
			Type   string `json:"type"`
			Schema struct {
				Strict bool            `json:"strict"`
				Schema json.RawMessage `json:"schema"`
			} `json:"json_schema"`
		} `json:"response_format"`
		Temperature *float64 `json:"temperature"`
		Stream      bool     `json:"stream"`
		Options     struct {
			Usage bool `json:"include_usage"`
		} `json:"stream_options"`
	}
	json.NewDecoder(bytes.NewReader(body)).Decode(&in)
	r := Request{
		Header:      header,
		Model:       in.Model,
		Form:        in.Format.Type,
		Schema:      string(in.Format.Schema.Schema),
		Strict:      in.Format.Schema.Strict,
		Temperature: in.Temperature,
		Stream:      in.Stream,
		Usage:       in.Options.Usage,
		Body:        string(body),
	}
	for _, m := range in.Messages {
		if strings.EqualFold(m.Role, "user") {
			r.User = m.Content
		} else {
			r.System = m.Content
		}
	}
	return r
}
