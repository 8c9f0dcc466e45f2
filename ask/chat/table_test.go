package chat

import (
	"net/http"
	"os"
	"strings"
	"testing"

	"talksbot/prompts"
)

// asked keeps the request that is made of it, and answers nothing.
type asked struct{ *http.Request }

func (a *asked) RoundTrip(r *http.Request) (*http.Response, error) {
	a.Request = r
	return nil, http.ErrServerClosed
}

// TestTable holds that with the settings of each server in docs/models.md its address is asked, with the
// key where it looks for it.
func TestTable(t *testing.T) {
	page, err := os.ReadFile("../../docs/models.md")
	if err != nil {
		t.Fatal(err)
	}
	servers := 0
	for line := range strings.Lines(string(page)) {
		cells := strings.Split(line, "|")
		if len(cells) != 7 || !strings.Contains(cells[5], "://") {
			continue
		}
		servers++
		for i := range cells {
			cells[i] = strings.Trim(cells[i], " `")
		}
		var got asked
		o := Options{BaseURL: cells[2], Model: strings.ReplaceAll(cells[3], " ", "-"), Transport: &got, Backoff: 1}
		if o.Model == "" {
			o.Model = "listed"
		}
		if cells[4] == "yes" {
			o.APIKey = "sk-secret-key"
		}
		c, err := New(o)
		if err != nil {
			t.Errorf("%s: %v", cells[1], err)
			continue
		}
		c.Complete(t.Context(), prompts.Prompt{User: "When?"})
		bearer, own := got.Header.Get("Authorization"), got.Header.Get("api-key")
		azure := strings.Contains(cells[1], "Azure")
		switch want := string(o.APIKey); {
		case got.URL.String() != cells[5]:
			t.Errorf("%s: %s is asked", cells[1], got.URL)
		case want == "" && bearer+own != "", want != "" && azure && (own != want || bearer != ""), want != "" && !azure && (bearer != "Bearer "+want || own != ""):
			t.Errorf("%s: Authorization %q, api-key %q", cells[1], bearer, own)
		}
	}
	if servers < 12 {
		t.Errorf("%d servers are in the table", servers)
	}
}
