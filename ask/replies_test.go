package ask

import (
	"context"
	"flag"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"talksbot/ask/chat/chattest"
	"talksbot/ask/model"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/prompts"
)

var showReplies = flag.Bool("replies", false, "log what is shown of each reply in testdata/replies")

// A played is a reply in testdata/replies: as a model would write it, to a question on a news text.
type played struct {
	name     string
	question string
	want     []*regexp.Regexp // what a full answer shows; none: that the article is silent
	false    []string         // what of the reply is not true, as it is worded
	astray   bool             // the reply cites no sentence that holds the answer
	reply    string
}

// TestReplies plays replies as models write them: tight, free, merged from several sentences, with one wrong fact, in
// another language, behind a draft. Nothing false of them may be shown, and of those that point at the right sentences
// at least 85 % must come out as full answers.
func TestReplies(t *testing.T) {
	files, err := filepath.Glob("testdata/replies/*.txtar")
	if err != nil || len(files) < 6 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	full, all := 0, 0
	for _, file := range files {
		lib, replies := playedOf(t, file)
		for _, r := range replies {
			answer := asking(lib, r.model()).Answer(t.Context(), Question{Text: r.question})
			shown := shownOf(answer)
			for _, f := range r.false {
				if !strings.Contains(plainJSON.Replace(r.reply), f) {
					t.Errorf("%s, %s: the reply does not say %q", filepath.Base(file), r.name, f)
				}
				if strings.Contains(strings.Join(shown, "\n"), f) {
					t.Errorf("%s, %s: %q is shown", filepath.Base(file), r.name, f)
				}
			}
			isFull := r.isFull(answer, shown)
			if !r.astray {
				all++
				if isFull {
					full++
				} else {
					t.Logf("%s, %s: not full", filepath.Base(file), r.name)
				}
			}
			if *showReplies || !isFull && !r.astray {
				t.Logf("%s, %s: %s\n  mode %s, fallback %v\n  %s", filepath.Base(file), r.name, r.question, answer.Mode, answer.Fallback, strings.Join(shown, "\n  "))
			}
		}
	}
	t.Logf("%d of %d are full", full, all)
	if all < 40 || float64(full) < 0.85*float64(all) {
		t.Errorf("%d of %d replies that point at the right sentences come out as full answers", full, all)
	}
}

// plainJSON undoes what JSON does to a text.
var plainJSON = strings.NewReplacer(`\"`, `"`, `\n`, " ")

// model returns one that gives the reply.
func (r played) model() model.Func {
	return func(_ context.Context, p prompts.Prompt) (prompts.Completion, error) {
		return prompts.Completion{Text: chattest.Numbered(r.reply, p.User)}, nil
	}
}

// isFull reports whether an answer shows all that is wanted.
func (r played) isFull(a Answer, shown []string) bool {
	if len(r.want) == 0 {
		return a.Outcome == Silent
	}
	text := strings.Join(shown, "\n")
	for _, want := range r.want {
		if !want.MatchString(text) {
			return false
		}
	}
	return true
}

// shownOf returns what a reader sees of an answer's claims, each on a line, the article's own sentences behind a
// bar.
func shownOf(a Answer) []string {
	var lines []string
	for _, c := range a.Claims {
		mark := ""
		if c.Own || a.Mode == Extract {
			mark = "| "
		}
		lines = append(lines, mark+c.Text)
	}
	return lines
}

// playedOf reads a file of testdata/replies: the library of its article, and the replies.
func playedOf(t *testing.T, file string) (*knowledge.Library, []played) {
	t.Helper()
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	a, err := article.Parse(strings.TrimSuffix(filepath.Base(file), "ar"), archive.Files[0].Data)
	if err != nil {
		t.Fatal(err)
	}
	lib, err := knowledge.New([]*article.Article{a})
	if err != nil {
		t.Fatal(err)
	}
	var all []played
	for _, f := range archive.Files[1:] {
		head, reply, ok := strings.Cut(string(f.Data), "\n\n")
		if !ok {
			t.Fatalf("%s, %s: no reply", file, f.Name)
		}
		r := played{name: f.Name, reply: strings.TrimSpace(reply)}
		for line := range strings.Lines(head) {
			key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
			switch key {
			case "question":
				r.question = value
			case "want":
				if value != "silent" {
					r.want = append(r.want, regexp.MustCompile(value))
				}
			case "false":
				r.false = append(r.false, value)
			case "astray":
				r.astray = true
			default:
				t.Fatalf("%s, %s: what is %q?", file, f.Name, key)
			}
		}
		all = append(all, r)
	}
	return lib, all
}
