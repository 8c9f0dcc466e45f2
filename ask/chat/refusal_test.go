package chat

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// FuzzRefused holds that whatever a server writes, its refusal is one short printable line
// without the key, and that a reply without one is a JSON object.
func FuzzRefused(f *testing.F) {
	f.Add(200, `{"choices":[]}`)
	f.Add(400, `{"error":{"message":"no","code":7,"param":null}}`)
	f.Add(500, `{"error":"sk-secret"}`)
	f.Add(404, "<html>sk-secret\x1b[2J\u202e")
	f.Add(400, `{"error":{"message":["a","b"]},"detail":[{"loc":["body"]}]}`)
	f.Fuzz(func(t *testing.T, status int, body string) {
		redact := Key("sk-secret").redactor()
		r := refused(&http.Response{StatusCode: status, Header: http.Header{}}, []byte(body))
		if r == nil {
			var object map[string]json.RawMessage
			if err := json.Unmarshal([]byte(body), &object); err != nil || status < 200 || status > 299 {
				t.Fatalf("status %d and %q is no refusal (%v)", status, body, err)
			}
			return
		}
		r.Message, r.Code = excerpt(r.Message, 200, redact), excerpt(r.Code, 50, redact)
		s := r.Error()
		if utf8.RuneCountInString(s) > 400 || strings.Contains(s, "sk-secret") {
			t.Fatalf("%q", s)
		}
		for _, c := range s {
			if !unicode.IsPrint(c) {
				t.Fatalf("%q has %U", s, c)
			}
		}
	})
}

// FuzzExactZero holds that nothing of a request changes but a temperature that is almost 0.
func FuzzExactZero(f *testing.F) {
	f.Add(`{"messages":[{"content":",\"temperature\":1e-45,"}],"temperature":1e-45}`)
	f.Add(`{"temperature":0.7}`)
	f.Add(`{"input":"x"}`)
	f.Fuzz(func(t *testing.T, body string) {
		got, err := exactZero([]byte(body))
		if err != nil {
			return
		}
		var before, after map[string]any
		if json.Unmarshal([]byte(body), &before) != nil {
			return // a number beyond any float, which no request has
		}
		if json.Unmarshal(got, &after) != nil {
			t.Fatalf("%q becomes %q", body, got)
		}
		if before["temperature"] == 1e-45 {
			before["temperature"] = 0.0
		}
		if diff := cmp.Diff(before, after); diff != "" {
			t.Fatal(diff)
		}
	})
}
