package talksbot

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"os"
)

// reading is what knows articles and what stands in them, under the one roof of knowledge.
var reading = []string{
	"knowledge", "knowledge/english", "knowledge/calendar", "knowledge/sentence", "knowledge/timex",
	"knowledge/quotation", "knowledge/encoder", "knowledge/binding", "knowledge/article", "knowledge/article/furniture", "knowledge/names",
	"knowledge/question", "knowledge/question/message", "knowledge/question/conversation",
	"knowledge/search", "knowledge/quote", "knowledge/grammar", "knowledge/story",
}

// floors says what each package may import of talksbot's own packages, beside what lies
// below those. A package that is not listed fails the test: decide where it stands.
var floors = map[string][]string{
	"knowledge/english":              {},
	"knowledge/encoder":              {"knowledge/english"},
	"knowledge/binding":              {"knowledge/english", "knowledge/calendar"},
	"knowledge/sentence":             {"knowledge/english"},
	"knowledge/calendar":             {},
	"knowledge/timex":                {"knowledge/english", "knowledge/calendar"},
	"knowledge/quotation":            {"knowledge/english", "knowledge/sentence"},
	"prompts":                        {},
	"docs":                           {},
	"knowledge/article/furniture":    {"knowledge/english", "knowledge/sentence"},
	"knowledge/article":              {"knowledge/article/format", "knowledge/article/furniture", "knowledge/article/transcript", "knowledge/article/meta", "knowledge/english", "knowledge/calendar", "knowledge/sentence", "knowledge/timex", "knowledge/quotation", "knowledge/encoder", "knowledge/binding"},
	"knowledge/question":             {"knowledge/english", "knowledge/calendar", "knowledge/timex", "knowledge/names"},
	"knowledge/names":                {"knowledge/english", "knowledge/binding", "knowledge/article", "knowledge/article/furniture"},
	"knowledge/search":               {"knowledge/english", "knowledge/binding", "knowledge/calendar", "knowledge/timex", "knowledge/encoder", "knowledge/article", "knowledge/names", "knowledge/question"},
	"knowledge/quote":                {"knowledge/english", "knowledge/calendar", "knowledge/quotation", "knowledge/article", "knowledge/names", "knowledge/search"},
	"knowledge":                      reading,
	"knowledge/story":                {"knowledge/english", "knowledge/calendar", "knowledge/timex", "knowledge/grammar", "knowledge/article", "knowledge/names", "knowledge/search"},
	"knowledge/revision":             {"knowledge/english", "knowledge/calendar", "knowledge/timex", "knowledge/grammar", "knowledge/article", "knowledge/names"},
	"knowledge/timeline":             reading,
	"knowledge/summary":              reading,
	"knowledge/grammar":              {"knowledge/article", "knowledge/names", "knowledge/english", "knowledge/timex"},
	"ask/verify":                     {"knowledge", "knowledge/grammar", "knowledge/story", "knowledge/article", "knowledge/names", "knowledge/english", "knowledge/timex"},
	"ask/model":                      {"prompts"},
	"ask":                            append([]string{"ask/verify", "ask/model", "prompts", "knowledge/timeline", "knowledge/summary"}, reading...),
	"page":                           append([]string{"ask/news", "ask", "ask/verify", "ask/digest", "ask/gaps", "knowledge/timeline"}, reading...),
	"ask/gaps":                       append([]string{"ask"}, reading...),
	"ask/news":                       append([]string{"ask", "ask/digest", "knowledge/revision", "knowledge/summary", "shelf"}, reading...),
	"ask/digest":                     append([]string{"ask", "knowledge/timeline", "knowledge/summary"}, reading...),
	"ask/chat":                       {"prompts", "ask/model"},
	"ask/chat/chattest":              {"internal/inmemory"},
	"internal/database":              {},
	"internal/web":                   {},
	"internal/database/databasetest": {"internal/database"}, // for tests
	"shelf":                          {"internal/database", "knowledge/article", "knowledge/timex"},
	"libraries":                      {"shelf", "knowledge", "knowledge/article", "knowledge/encoder", "knowledge/search", "knowledge/timeline"},
	"bot/store":                      {"internal/database"},
	"bot/discord":                    {},
	"bot/press":                      {"bot/store", "knowledge/calendar"},
	"bot/markdown":                   {"page"},
	"bot/queue":                      {},
	"bot/command":                    {"bot/discord", "bot/markdown", "bot/store", "page", "knowledge/article"},
	"bot/settings":                   {"bot/command", "bot/discord", "bot/store", "page"},
	"bot/library":                    {"bot/command", "bot/discord", "page", "ingest", "ingest/reason", "shelf", "knowledge/article"},
	"bot/follows":                    append([]string{"ask", "ask/news", "bot/command", "bot/discord", "bot/markdown", "bot/store", "page", "shelf"}, reading...),
	"bot/digests":                    {"bot/command", "bot/discord", "bot/markdown", "bot/press", "bot/store", "page", "ask/digest", "knowledge", "knowledge/calendar"},
	"bot":                            append([]string{"ask/news", "bot/follows", "shelf", "knowledge/revision", "bot/library", "bot/queue", "bot/command", "bot/settings", "bot/digests", "bot/discord", "bot/markdown", "bot/press", "page", "bot/store", "ask", "ask/verify", "ask/digest", "ask/gaps", "knowledge/timeline", "knowledge/timeline/picture"}, reading...),
	"internal/localdiscord":          {"internal/localdiscord/rules", "internal/localdiscord/wire", "internal/localdiscord/world"},

	"knowledge/article/format":     {"knowledge/article/format/pdf", "knowledge/english"},
	"knowledge/article/format/pdf": {"knowledge/english"},
	"knowledge/article/meta":       {"knowledge/article/format", "knowledge/english", "knowledge/calendar", "knowledge/timex"},

	"ingest/reason":  {},
	"ingest/fetch":   {"ingest/reason"},
	"ingest/address": {"knowledge/english"},
	"ingest/gate":    {"ingest/reason", "knowledge/english", "knowledge/article"},
	"ingest/feed":    {"ingest/address", "knowledge/article/format"},
	"ingest/replay":  {"ingest/fetch", "internal/inmemory"}, // for tests
	"ingest":         {"ingest/reason", "ingest/fetch", "ingest/address", "ingest/gate", "ingest/feed", "shelf", "knowledge/revision", "knowledge/article", "knowledge/article/format"},

	"internal/golden":                   {},                                       // for tests
	"internal/invented":                 {"knowledge/article", "knowledge/timex"}, // for tests
	"internal/inmemory":                 {},
	"knowledge/article/transcript":      {"knowledge/article/furniture", "knowledge/english"},
	"internal/localdiscord/rules":       {},
	"internal/localdiscord/world":       {"internal/localdiscord/rules"},
	"internal/localdiscord/wire":        {"internal/inmemory", "internal/localdiscord/rules", "internal/localdiscord/world"},
	"internal/localdiscord/screen":      {"internal/localdiscord/rules"},
	"internal/localdiscord/openapitest": {"internal/localdiscord/rules"}, // for tests: no package may import it

	"knowledge/question/message":      {"knowledge/english", "knowledge/calendar", "knowledge/sentence", "knowledge/timex", "knowledge/question"},
	"knowledge/question/conversation": {"knowledge/english", "knowledge/sentence", "knowledge/timex", "knowledge/names", "knowledge/question", "knowledge/question/message"},

	"knowledge/timeline/picture": append([]string{"knowledge/timeline"}, reading...),
	"cmd/talksbot/eval":          append([]string{"page", "ask", "ask/model", "ask/verify", "prompts"}, reading...),
	"cmd/talksbot/doctor":        append([]string{"page", "bot", "bot/discord", "internal/database", "ask", "ask/chat", "ask/model", "prompts"}, reading...),
	"cmd/talksbot":               append([]string{"internal/web", "ask/news", "internal/database", "shelf", "libraries", "ingest", "ingest/reason", "bot/library", "cmd/talksbot/doctor", "cmd/talksbot/eval", "docs", "page", "bot", "bot/discord", "bot/settings", "bot/store", "ask", "ask/digest", "ask/gaps", "ask/chat", "ask/model", "ask/verify", "knowledge/timeline", "knowledge/timeline/picture", "knowledge/article/format/pdf"}, reading...),
}

// outsiders are libraries that only some packages may know.
var outsiders = map[string][]string{
	"github.com/bwmarrin/discordgo":     {"bot/discord", "bot", "bot/command", "bot/digests", "bot/settings"}, // all but the first: plain values only (permissions, types, error codes)
	"github.com/sashabaranov/go-openai": {"ask/chat"},

	"github.com/getkin/kin-openapi/openapi3":       {"internal/localdiscord/openapitest"},
	"github.com/getkin/kin-openapi/openapi3filter": {"internal/localdiscord/openapitest"},
}

// isModule reports whether a folder is a module of its own, which the program is not built
// from.
func isModule(folder string) bool {
	_, err := os.Stat(path.Join(folder, "go.mod"))
	return err == nil
}

// TestFloors reads the imports of every file: a test that asked the go command would be
// answered from its cache.
func TestFloors(t *testing.T) {
	seen := map[string]bool{}
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || isModule(name)) {
			return fs.SkipDir
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		room := path.Dir(name)
		seen[room] = true
		allowed, ok := floors[room]
		if !ok {
			t.Errorf("%s: package %s has no floor", name, room)
		}
		for _, imported := range imports(t, name) {
			if own, ok := strings.CutPrefix(imported, "talksbot/"); ok && !slices.Contains(allowed, own) {
				t.Errorf("%s: %s may not import %s", name, room, own)
			}
			if users, ok := outsiders[imported]; ok && !slices.Contains(users, room) {
				t.Errorf("%s: %s may not import %s", name, room, imported)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for room := range floors {
		if !seen[room] {
			t.Errorf("the floor of %s has no package", room)
		}
	}
}

func imports(t *testing.T, name string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, spec := range file.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, p)
	}
	return paths
}
