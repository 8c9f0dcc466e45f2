package chat

import "testing"

func TestParseAddress(t *testing.T) {
	for in, want := range map[string]string{
		"":                           "https://api.openai.com/v1",
		"https://api.openai.com":     "https://api.openai.com/v1",
		"https://api.openai.com/v1":  "https://api.openai.com/v1",
		"api.openai.com/v1/":         "https://api.openai.com/v1",
		"http://localhost:11434":     "http://localhost:11434/v1",
		"http://localhost:11434/":    "http://localhost:11434/v1",
		"http://localhost:11434/v1/": "http://localhost:11434/v1",
		"localhost:11434":            "http://localhost:11434/v1",
		"localhost":                  "http://localhost/v1",
		" 127.0.0.1:8080/v1\n":       "http://127.0.0.1:8080/v1",
		"[::1]:8080":                 "http://[::1]:8080/v1",
		"192.168.1.20:8000":          "http://192.168.1.20:8000/v1",
		"8.8.8.8:8000":               "https://8.8.8.8:8000/v1",
		"ollama:11434":               "http://ollama:11434/v1",
		"studio.local:1234":          "http://studio.local:1234/v1",
		"host.docker.internal:11434": "http://host.docker.internal:11434/v1",
		"http://localhost:8080/v1/chat/completions": "http://localhost:8080/v1",
		"https://openrouter.ai/api/v1":              "https://openrouter.ai/api/v1",
		"https://example.com/openai/":               "https://example.com/openai",
		"HTTPS://Example.com":                       "https://Example.com/v1",
		"https://example.com/v1/models":             "https://example.com/v1",
		"https://example.com/v1?tenant=7":           "https://example.com/v1?tenant=7",
		"https://osby.openai.azure.com":             "https://osby.openai.azure.com/openai/v1",
		"https://osby.openai.azure.com/openai/deployments/mini/chat/completions?api-version=2024-10-21": "https://osby.openai.azure.com/openai/deployments/mini?api-version=2024-10-21",
	} {
		got, err := parseAddress(in)
		if err != nil {
			t.Errorf("%q: %v", in, err)
		} else if got.String() != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

// FuzzParseAddress holds that whatever is accepted is a whole address, and stays the same
// when it is given again.
func FuzzParseAddress(f *testing.F) {
	f.Add("localhost:11434")
	f.Add("https://user:pw@[::1]:8080/v1/chat/completions/")
	f.Add("//x")
	f.Fuzz(func(t *testing.T, s string) {
		u, err := parseAddress(s)
		if err != nil {
			return
		}
		if u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.Path == "" {
			t.Fatalf("%q becomes %q", s, u)
		}
		again, err := parseAddress(u.String())
		if err != nil || again.String() != u.String() {
			t.Fatalf("%q becomes %q, which becomes %q, %v", s, u, again, err)
		}
	})
}
