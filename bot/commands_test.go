package bot

import (
	"strings"
	"testing"

	"talksbot/ask"
	"talksbot/bot/command"
	"talksbot/bot/markdown"
	"talksbot/knowledge"
	"talksbot/page"
)

// Discord refuses all commands together when one is malformed.
func TestTable(t *testing.T) {
	seen := map[string]bool{}
	b, err := New(Options{Token: "t", Store: inMemory(t), Answer: gives(ask.Answer{}), Libraries: Everywhere(knowledge.NewCurrent(held(t)))})
	if err != nil {
		t.Fatal(err)
	}
	table := b.table
	for _, r := range append(append([]command.Row{table.Said}, table.Commands...), table.Controls...) {
		if r.Run == nil || r.Name == "" || seen[r.Name] {
			t.Errorf("row %q does nothing or is there twice", r.Name)
		}
		seen[r.Name] = true
		if strings.Contains(r.Name, ":") {
			t.Errorf("%q: a colon ends a control's name", r.Name)
		}
	}
	called := func(description string) string {
		return page.Printer{}.Text(strings.Replace(description, ".", "-name.", 1))
	}
	for _, r := range table.Commands {
		if name := called(r.Description); name != r.Name && !strings.HasSuffix(r.Name, " "+name) {
			t.Errorf("/%s is called %q in the catalogue", r.Name, name)
		}
		if n := markdown.Length(page.Printer{}.Text(r.Description)); n == 0 || n > 100 {
			t.Errorf("/%s: a description of %d characters", r.Name, n)
		}
		if !r.OnMessage && (r.Name != strings.ToLower(r.Name) || strings.Count(r.Name, " ") > 1) {
			t.Errorf("/%s: not a name of a slash command", r.Name)
		}
		optional := false
		for _, o := range r.Options {
			if n := markdown.Length(page.Printer{}.Text(o.Description)); n == 0 || n > 100 {
				t.Errorf("/%s %s: a description of %d characters", r.Name, o.Name, n)
			}
			if name := called(o.Description); name != o.Name {
				t.Errorf("/%s %s is called %q in the catalogue", r.Name, o.Name, name)
			}
			if o.Required && optional {
				t.Errorf("/%s %s: required, after one that is not", r.Name, o.Name)
			}
			optional = optional || !o.Required
			if o.Autocomplete && r.Suggest == nil {
				t.Errorf("/%s %s: suggested by nothing", r.Name, o.Name)
			}
		}
	}
}
