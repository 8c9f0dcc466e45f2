package verify

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// constants returns the values of a file's constants of one type, in order.
func constants(t *testing.T, file, typ string) []string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var values []string
	ast.Inspect(f, func(n ast.Node) bool {
		if s, ok := n.(*ast.ValueSpec); ok && len(s.Values) == 1 {
			if id, ok := s.Type.(*ast.Ident); ok && id.Name == typ {
				v, err := strconv.Unquote(s.Values[0].(*ast.BasicLit).Value)
				if err != nil {
					t.Fatal(err)
				}
				values = append(values, v)
			}
		}
		return true
	})
	return values
}

// A rule that has a name is in the list, in its place, and is told of in docs/quality.md.
func TestRules(t *testing.T) {
	page, err := os.ReadFile(filepath.Join("..", "..", "docs", "quality.md"))
	if err != nil {
		t.Fatal(err)
	}
	var listed []string
	for _, r := range Rules() {
		listed = append(listed, string(r.Rule))
		if row := fmt.Sprintf("| `%s` | %s | %s |\n", r.Rule, r.Tick, r.About); r.Tick == "" || r.About == "" || !strings.Contains(string(page), row) {
			t.Errorf("docs/quality.md lacks the row\n%s", row)
		}
	}
	if named := constants(t, "rules.go", "Rule"); !slices.Equal(named, listed) {
		t.Errorf("rules named %q, listed %q", named, listed)
	}
	for i, r := range rules {
		if r.judge == nil && r.Rule != Coverage {
			t.Errorf("%s judges nothing", r.Rule)
		}
		if again := slices.IndexFunc(rules, func(o rule) bool { return o.Tick == r.Tick }); again < i && rules[i-1].Tick != r.Tick {
			t.Errorf("the rules of %q do not follow each other: %s", r.Tick, r.Rule)
		}
	}
}

// Every case has a name of its own.
func TestCases(t *testing.T) {
	named := constants(t, "reason.go", "Case")
	slices.Sort(named)
	if len(named) < 40 || len(slices.Compact(slices.Clone(named))) != len(named) {
		t.Errorf("cases %q", named)
	}
}
