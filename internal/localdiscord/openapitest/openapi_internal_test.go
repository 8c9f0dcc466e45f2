package openapitest

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
)

const published = "../../../../shared/discord/openapi.json"

func loadPublished(t testing.TB) *description {
	t.Helper()
	if _, err := os.Stat(published); err != nil {
		t.Skip("Discord's description is not here")
	}
	d, err := load(published)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

type body struct {
	takes              bool
	method, path, body string
}

// bodies are those of testdata/bodies.txt.
func bodies(t testing.TB) (all []body) {
	t.Helper()
	text, err := os.ReadFile("testdata/bodies.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if f := strings.SplitN(strings.TrimSpace(line), " ", 4); f[0] != "#" {
			all = append(all, body{f[0] == "takes", f[1], f[2], f[3]})
		}
	}
	return all
}

// The fast validator on the folded description and the slow one that follows JSON Schema to the letter agree.
func TestDescriptionVerdicts(t *testing.T) {
	t.Parallel()
	d := loadPublished(t)
	for _, b := range bodies(t) {
		op, _ := d.find(b.method, b.path)
		if op == nil {
			t.Errorf("%s %s is not found", b.method, b.path)
			continue
		}
		problems := checkBody(op.body, []byte(b.body))
		if got := len(problems) == 0; got != b.takes {
			t.Errorf("%s %s %s: accepted %v, want %v: %v", b.method, b.path, b.body, got, b.takes, problems)
		}
		var value any
		json.Unmarshal([]byte(b.body), &value)
		numberPermissions(value)
		if err := op.body.VisitJSON(value, openapi3.EnableJSONSchema2020()); (err == nil) != b.takes {
			t.Errorf("%s %s %s: JSON Schema says %v, want accepted %v", b.method, b.path, b.body, err, b.takes)
		}
		for _, p := range problems {
			t.Logf("%s: %s: %s", b.body, p.Path, p.Message)
		}
	}
}

func BenchmarkDescription(b *testing.B) {
	d := loadPublished(b)
	op, _ := d.find("POST", "/channels/1/messages")
	some := bodies(b)[:9]
	for b.Loop() {
		for _, body := range some {
			checkBody(op.body, []byte(body.body))
		}
	}
}

func BenchmarkLoadDescription(b *testing.B) {
	loadPublished(b)
	for b.Loop() {
		descriptions.Clear()
		loadPublished(b)
	}
}
