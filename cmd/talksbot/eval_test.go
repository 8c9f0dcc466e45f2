package main

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"strings"
	"testing"
)

// TestEvalStopped holds that who stops eval is told what came of it so far.
func TestEvalStopped(t *testing.T) { synthetic(t, testEvalStopped) }

func testEvalStopped(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	asked := 0
	network := roundTripper(func(r *http.Request) (*http.Response, error) {
		if asked++; asked == 3 {
			stop()
			<-r.Context().Done()
			return nil, r.Context().Err()
		}
		return &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(`{"choices":[{"finish_reason":"stop","message":{"content":"{\"claims\":[]}"}}],"usage":{"prompt_tokens":100,"completion_tokens":5,"total_tokens":105}}`))}, nil
	})
	var out bytes.Buffer
	questions := strings.Repeat(`{"question":"Who is the president of Brazil?","want":"refuse"}`+"\n", 5)
	e := &env{ctx: ctx, network: network, stdin: strings.NewReader(questions), stdout: &out, stderr: &out}
	set := map[string]string{"OPENAI_BASE_URL": modelURL, "OPENAI_MODEL": "m", "ENCODER": "off"}
	err := e.run([]string{"eval", "-"}, func(name string) string { return set[name] })
	if err == nil || err.Error() != "stopped after 2 of 5 questions" {
		t.Errorf("got %v", err)
	}
	for _, want := range []string{"with m               2       0        0      0", "The model was called 2 times: 200 tokens in, 10 out.", "Stopped: 2 of 5 questions were asked."} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in:\n%s", want, out.String())
		}
	}
}
