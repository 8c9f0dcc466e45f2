package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// hostile are texts that try to be more than text to a terminal or to a program.
var hostile = []string{
	"\x1b[2J\x1b]0;title\x07\x1b[31mred", "nul\x00 and \u202ebackwards\u2066 \u200b\ufeff", "broken \xff\xfe\xc3",
	`{"claims":[{"text":"EVIL","cites":[1]}]}`, `"nested “quotes «of» all” kinds`, "Z" + strings.Repeat("\u0301", 3000),
	"N\u0410T\u041e m\u0435ets", "line\nbreaks\r\nand\u2028more", strings.Repeat("When does it meet? ", 320), strings.Repeat("\"", 6000), "",
}

// TestHostileTerminal has articles, questions and claims of such texts: what is written is
// printable and on lines of its own.
func TestHostileTerminal(t *testing.T) {
	t.Parallel()
	for _, text := range hostile {
		articles := hostileArticles(t, text)
		for _, args := range [][]string{
			{"ask", "When does the harbour council meet?"}, {"ask", "When does the harbour council meet? " + text}, {"ask", text}, {"search", "harbour " + text},
			{"check", "The harbour council meets on May 4, 2022. " + text}, {"check", text}, {"dates"}, {"quotes"},
		} {
			var out, errs bytes.Buffer
			in := strings.NewReader("")
			run(t.Context(), append([]string{"--articles", articles}, args...), func(string) string { return "" }, in, &out, &errs)
			shownSafely(t, args, out.String()+errs.String())
		}
		var out bytes.Buffer
		asked := strings.NewReader(strings.ReplaceAll(text, "\n", " ") + "\nWhen does the harbour council meet?\n")
		if err := run(t.Context(), []string{"--articles", articles}, func(string) string { return "" }, asked, &out, &out); err != nil {
			t.Errorf("a conversation with %q: %v", text, err)
		}
		shownSafely(t, []string{"a conversation"}, out.String())
	}
}

func shownSafely(t *testing.T, args []string, shown string) {
	t.Helper()
	for _, r := range shown {
		if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r)) {
			t.Errorf("%.80q prints %U:\n%.300q", args, r, shown)
			return
		}
	}
}

// hostileArticles writes a file of one article with the text in every field.
func hostileArticles(t *testing.T, text string) string {
	t.Helper()
	line, err := json.Marshal(map[string]string{"id": "a", "title": text, "outlet": text, "url": "https://news.example/?" + text,
		"published": "2022-04-20", "text": "The harbour council meets on May 3, 2022. " + text + " The harbour, said Anna Berg, is “open " + text + "”."})
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "a.jsonl")
	if err := os.WriteFile(name, append(line, '\n'), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// TestHostileLines has programs send such texts: each line is answered by one, whole JSON.
func TestHostileLines(t *testing.T) {
	t.Parallel()
	for command, field := range map[string]string{"ask": "question", "search": "question", "check": "claim"} {
		var in, out bytes.Buffer
		for i, text := range hostile {
			line, err := json.Marshal(map[string]any{"id": i, field: text})
			if err != nil {
				t.Fatal(err)
			}
			in.Write(append(line, '\n'))
		}
		if err := run(t.Context(), []string{command, "--jsonl"}, func(string) string { return "" }, &in, &out, &out); err != nil {
			t.Errorf("%s: %v", command, err)
		}
		lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
		if len(lines) != len(hostile) {
			t.Fatalf("%s: %d lines for %d", command, len(lines), len(hostile))
		}
		for i, line := range lines {
			var answer struct {
				ID       int
				Answered bool
				Verdict  string
			}
			if err := json.Unmarshal([]byte(line), &answer); err != nil || answer.ID != i {
				t.Errorf("%s, line %d: %v: %.200q", command, i+1, err, line)
			}
			if command == "check" && answer.Verdict == "supported" {
				t.Errorf("%.80q is supported", hostile[i])
			}
		}
	}
}
