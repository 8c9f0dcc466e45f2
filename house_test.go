package talksbot

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The bounds of the house. A file, a function, a type or a list of words that passes one hides an
// idea that wants a place of its own.
const (
	maxLines     = 300 // of a file
	maxBody      = 50  // lines of a function
	maxMethods   = 40  // of a type
	maxWordLists = 40  // in all of the Go code; the rest is data in knowledge/english
)

// sources calls f with every Go file of the program, its tests and what is generated left
// out.
func sources(t *testing.T, f func(name string, text []byte)) {
	t.Helper()
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || isModule(name)):
			return fs.SkipDir
		case !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		text, err := os.ReadFile(name)
		if err == nil && !strings.Contains(string(text[:min(len(text), 200)]), "DO NOT EDIT") {
			f(name, text)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestFilesAreShort(t *testing.T) {
	sources(t, func(name string, text []byte) {
		if lines := strings.Count(string(text), "\n"); lines > maxLines {
			t.Errorf("%s has %d lines, at most %d: which idea hides in it?", name, lines, maxLines)
		}
	})
}

func TestFunctionsAreShort(t *testing.T) {
	sources(t, func(name string, text []byte) {
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, text, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok {
				if lines := set.Position(f.End()).Line - set.Position(f.Pos()).Line + 1; lines > maxBody {
					t.Errorf("%s: %s has %d lines, at most %d: what does it do besides?", name, f.Name.Name, lines, maxBody)
				}
			}
		}
	})
}

func TestTypesHaveFewMethods(t *testing.T) {
	methods := map[string]int{}
	sources(t, func(name string, text []byte) {
		file, err := parser.ParseFile(token.NewFileSet(), name, text, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil {
				methods[path.Dir(name)+"."+receiver(f.Recv.List[0].Type)]++
			}
		}
	})
	for name, n := range methods {
		if n > maxMethods {
			t.Errorf("%s has %d methods, at most %d: which package was never made?", name, n, maxMethods)
		}
	}
}

func receiver(t ast.Expr) string {
	switch t := t.(type) {
	case *ast.StarExpr:
		return receiver(t.X)
	case *ast.IndexExpr:
		return receiver(t.X)
	case *ast.Ident:
		return t.Name
	}
	return "?"
}

// wordList matches where Go code makes a set or a list of words out of a string.
var wordList = regexp.MustCompile("(SetOf|[sS]et|Fields|FieldsSeq)\\(\\s*(\"[a-z]+ [^\"]*\"|`[^`]*`)")

func TestVocabularyIsData(t *testing.T) {
	var lists []string
	sources(t, func(name string, text []byte) {
		for range wordList.FindAll(text, -1) {
			lists = append(lists, name)
		}
	})
	if len(lists) > maxWordLists {
		t.Errorf("%d lists of words in Go, at most %d: let them be data in knowledge/english (%s)", len(lists), maxWordLists, strings.Join(slices.Compact(lists), ", "))
	}
}

// named matches the name of a section of the vocabulary where code asks for it, without the mark
// that may follow it: "verbs of saying/quotes".
var named = regexp.MustCompile(`"([a-z0-9][^"/]*)(?:/[a-z]+)?"`)

// TestVocabularyIsUsed: nothing stands in the vocabulary that nobody asks for.
func TestVocabularyIsUsed(t *testing.T) {
	asked := map[string]bool{}
	sources(t, func(name string, text []byte) {
		for _, m := range named.FindAllSubmatch(text, -1) {
			asked[string(m[1])] = true
		}
	})
	var sections []string
	files, err := fs.Glob(os.DirFS("."), "knowledge/english/data/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			line = strings.TrimSpace(line)
			if other, ok := strings.CutPrefix(line, "+"); ok {
				other, _, _ = strings.Cut(other, "/")
				asked[strings.TrimSpace(other)] = true
			}
			if section, ok := strings.CutPrefix(line, "["); ok {
				section, _, _ = strings.Cut(section, "]")
				sections = append(sections, section)
			}
		}
	}
	for _, s := range sections {
		if !asked[s] {
			t.Errorf("nobody asks for the section [%s] of the vocabulary", s)
		}
	}
}
