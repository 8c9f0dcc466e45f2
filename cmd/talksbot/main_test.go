package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"talksbot/ask/chat/chattest"
	"talksbot/knowledge/encoder"
)

var update = flag.Bool("update", false, "rewrite the expected outputs in testdata/script")

func TestMain(m *testing.M) {
	// Opened in a bubble of synctest, the encoder could be used in no other.
	if _, err := encoder.New(); err != nil && !errors.Is(err, encoder.ErrNone) {
		panic(err)
	}
	testscript.Main(m, map[string]func(){"talksbot": main})
}

// TestScripts runs the program as a person or another program would, offline.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Cmds:          map[string]func(*testscript.TestScript, bool, []string){"model": serveModel},
		Condition: func(name string) (bool, error) {
			e, err := encoder.New()
			return name == "encoder" && err == nil && e.Fast(), nil
		},
		Setup: func(e *testscript.Env) error {
			for _, v := range variables {
				e.Setenv(v.name, "")
			}
			return nil
		},
	})
}

// serveModel is the script command "model FILE [OPINION]": a language model's server whose every reply is
// what FILE holds, with the numbers of passages put in (chattest.Numbered), but what OPINION holds to the
// model "judge"; and the settings that point to it.
func serveModel(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 1 || len(args) > 2 {
		ts.Fatalf("usage: model FILE [OPINION]")
	}
	answer, opinion := ts.ReadFile(args[0]), ""
	if len(args) > 1 {
		opinion = ts.ReadFile(args[1])
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var request struct {
			Model    string
			Messages []struct{ Content string }
		}
		if json.NewDecoder(r.Body).Decode(&request) != nil || len(request.Messages) == 0 {
			http.Error(w, "no request", http.StatusBadRequest)
			return
		}
		reply := answer
		if request.Model == "judge" {
			reply = opinion
		}
		content, err := json.Marshal(chattest.Numbered(reply, request.Messages[len(request.Messages)-1].Content))
		if err != nil {
			panic(err)
		}
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprintf(w, `{"model":"double","choices":[{"finish_reason":"stop","message":{"role":"assistant","content":%s}}],"usage":{"total_tokens":9}}`, content)
	}))
	ts.Defer(server.Close)
	ts.Setenv("OPENAI_BASE_URL", server.URL)
	ts.Setenv("OPENAI_API_KEY", "sk-geheim")
	ts.Setenv("OPENAI_MODEL", "double")
}

// TestEnvExample holds .env.example to the variables that are read.
func TestEnvExample(t *testing.T) {
	data, err := os.ReadFile("../../.env.example")
	if err != nil {
		t.Fatal(err)
	}
	explained := map[string]bool{}
	for _, name := range variableLine.FindAllStringSubmatch(string(data), -1) {
		explained[name[1]] = true
	}
	for _, v := range variables {
		if !explained[v.name] {
			t.Errorf("%s is not explained", v.name)
		}
		delete(explained, v.name)
	}
	for name := range explained {
		t.Errorf("%s is explained and not read", name)
	}
}

var variableLine = regexp.MustCompile(`(?m)^([A-Z_]+)=`)

// Lines are not waited for once the program is to stop.
func TestStoppedWaiting(t *testing.T) {
	t.Parallel()
	ctx, stop := context.WithCancel(t.Context())
	stop()
	in, held := io.Pipe()
	defer held.Close()
	var out bytes.Buffer
	if err := run(ctx, []string{"annotate"}, func(string) string { return "" }, in, &out, &out); !errors.Is(err, errStopped) {
		t.Errorf("got %v, want %v", err, errStopped)
	}
}
