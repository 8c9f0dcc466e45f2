package article

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"talksbot/knowledge/article/format"
)

// maxFile is the largest file that is read, in bytes.
const maxFile = 10 << 20

// LoadFS reads every article file in fsys, as Load does a folder.
func LoadFS(fsys fs.FS) ([]*Article, error) {
	l := newLoader()
	if err := l.tree(fsys, ""); err != nil {
		return nil, err
	}
	return l.articles, nil
}

// Load reads articles from files and folders. A folder gives every .txt, .md, .markdown
// and .jsonl file below it, hidden ones left out; a file's form is told by its ending, and
// any other ending is read as plain text. An article that states no ID has its file's
// path for one, without the ending and, in a folder, below it.
//
// A file that is empty, binary, not UTF-8 or over 10 MB, a line that is no article, and
// two articles with one ID are errors that name file and line. On an error no articles
// are returned.
func Load(paths ...string) ([]*Article, error) {
	l := newLoader()
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil, fmt.Errorf("reading articles: there is no file or folder %q", path)
		case err != nil:
			return nil, fmt.Errorf("reading articles: %q: %w", path, cause(err))
		}
		if info.IsDir() {
			err = l.folder(path)
		} else {
			err = l.file(os.DirFS(filepath.Dir(path)), filepath.Base(path), filepath.Dir(path))
		}
		if err != nil {
			return nil, err
		}
	}
	return l.articles, nil
}

// A loader gathers articles and remembers where each came from.
type loader struct {
	articles []*Article
	origin   map[string]string // by article ID: "file:line"
}

func newLoader() *loader { return &loader{origin: map[string]string{}} }

func (l *loader) folder(path string) error {
	before := len(l.articles)
	if err := l.tree(os.DirFS(path), path); err != nil {
		return err
	}
	if len(l.articles) == before {
		return fmt.Errorf("%s: no articles in this folder: put .txt, .md or .jsonl files there", path)
	}
	return nil
}

// tree reads every article file in fsys. where is the folder's name in errors.
func (l *loader) tree(fsys fs.FS, where string) error {
	return fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fmt.Errorf("reading articles: %w", err)
		case name != "." && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir() || !format.Knows(name):
			return nil
		}
		return l.file(fsys, name, where)
	})
}

func (l *loader) file(fsys fs.FS, name, where string) error {
	shown := filepath.Join(where, name)
	data, err := readFile(fsys, name)
	if err != nil {
		return fmt.Errorf("%s: %w", shown, err)
	}
	documents, err := format.Read(name, data)
	if err != nil {
		return atLine(shown, 1, err)
	}
	for i, d := range documents {
		id := strings.TrimSuffix(name, path.Ext(name))
		if len(documents) > 1 || d.Record {
			id = fmt.Sprintf("%s#%d", id, i+1)
		}
		a, err := fromDocument(id, d)
		if err != nil {
			return atLine(shown, d.Line, err)
		}
		if err := l.add(a, fmt.Sprintf("%s:%d", shown, d.Line)); err != nil {
			return err
		}
	}
	return nil
}

// atLine returns err after the name of the file and the line that it names, or the one given.
func atLine(shown string, line int, err error) error {
	if e, ok := errors.AsType[*format.Error](err); ok {
		line, err = max(e.Line, 1), e.Err
	}
	return fmt.Errorf("%s:%d: %w", shown, line, err)
}

func (l *loader) add(a *Article, at string) error {
	if first, ok := l.origin[a.ID]; ok {
		return fmt.Errorf("%s: the id %q is taken by the article at %s: give each article its own", at, a.ID, first)
	}
	l.origin[a.ID] = at
	l.articles = append(l.articles, a)
	return nil
}

func readFile(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, cause(err)
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("neither a file nor a folder")
	}
	if info.Size() > maxFile {
		return nil, fmt.Errorf("%d bytes, and at most 10 MB are read: split the file", info.Size())
	}
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, cause(err)
	}
	return data, nil
}

// cause returns what is wrong with a file without the name that the caller states.
func cause(err error) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err
	}
	return err
}
