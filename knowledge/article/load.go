package article

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"talksbot/knowledge/article/format"
)

// A Loader reads articles from files and folders. The zero Loader reads what it can of a folder.
type Loader struct {
	Strict bool      // whatever cannot be read is an error
	Stdin  io.Reader // what the path "-" stands for; nil: nothing

	Skip func(file string, info fs.FileInfo) bool // reports whether a file is left out; nil: none is
	Read func(articles int)                       // is told how many have been read so far; nil
}

// Loaded is what a Loader has read.
type Loaded struct {
	Articles []*Article
	Files    []string  // of each article: the file it is in, or the archive
	Skipped  []Skipped // in the order in which they were found
	Odd      []Skipped // what was read all the same, and does not look like an article
}

// A Skipped is something that was not read.
type Skipped struct {
	Where string // the file, and its line where one is known
	Err   error  // why
}

func (s Skipped) Error() string { return s.Where + ": " + s.Err.Error() }

// Load reads articles from files, folders and archives, all at once on as many processors as
// there are. The format of a file is told by the ending of its name, or by how it begins; see
// package format. Of a folder or an archive every file is read that has a known ending, hidden
// ones left out. An article that states no ID has its file's path for one, without the ending and,
// in a folder, below it; one of several in a file also has its number.
//
// A file that is named and cannot be read, a line that is no article, and two articles with one ID
// are errors that name file and line, and then nothing is returned. What cannot be read of what lies
// in a folder or an archive is skipped or, where the Loader is strict, such an error.
func (l Loader) Load(paths ...string) (Loaded, error) {
	return l.load(func(g *gatherer) error {
		for _, path := range paths {
			if err := g.path(path, l.Stdin); err != nil {
				return err
			}
		}
		return nil
	})
}

// Load reads articles as a strict [Loader] does.
func Load(paths ...string) ([]*Article, error) {
	all, err := Loader{Strict: true}.Load(paths...)
	return all.Articles, err
}

// LoadFS reads every article file in fsys, as Load does a folder.
func LoadFS(fsys fs.FS) ([]*Article, error) {
	all, err := Loader{Strict: true}.load(func(g *gatherer) error { return g.tree(fsys, "") })
	return all.Articles, err
}

// A placed is an article and where it was found.
type placed struct {
	*Article
	at string // "file:line"
}

// A job reads a file, or some lines of one.
type job struct {
	where string // the file
	file  string // or the archive that it is in
	named bool   // by the caller: it must be readable
	read  func() ([]placed, error)
}

// A batch is what a job has read.
type batch struct {
	job
	found []placed
	err   error
}

// load has gather find the files and reads them, several at a time, in their order.
func (l Loader) load(gather func(*gatherer) error) (Loaded, error) {
	order := make(chan chan batch, 4*runtime.GOMAXPROCS(0)) // how far reading may be ahead
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	stop := make(chan struct{})
	defer close(stop)
	var gathered error
	go func() {
		defer close(order)
		gathered = gather(&gatherer{skip: l.Skip, start: func(j job) bool {
			done := make(chan batch, 1)
			select {
			case order <- done:
			case <-stop:
				return false
			}
			slots <- struct{}{}
			go func() {
				defer func() { <-slots }()
				found, err := j.read()
				done <- batch{j, found, err}
			}()
			return true
		}})
	}()
	k := keeper{strict: l.Strict, origin: map[string]string{}, texts: map[[32]byte]*Article{}}
	for done := range order {
		if err := k.keep(<-done); err != nil {
			return Loaded{}, err
		}
		if l.Read != nil {
			l.Read(len(k.Articles))
		}
	}
	if gathered != nil {
		return Loaded{}, gathered
	}
	decide(k.Articles)
	leaveOut(k.Articles)
	return k.Loaded, nil
}

// A keeper gathers articles in order and remembers where each came from.
type keeper struct {
	Loaded
	strict bool
	origin map[string]string     // by article ID: "file:line"
	texts  map[[32]byte]*Article // by the hash of their text
}

// keep adds what was read, or says why it was not.
func (k *keeper) keep(b batch) error {
	for _, p := range b.found {
		if first, ok := k.origin[p.ID]; ok {
			return fmt.Errorf("%s: the id %q is taken by the article at %s: give each article its own", p.at, p.ID, first)
		}
		k.origin[p.ID] = p.at
		if k.copies(p.Article) {
			continue
		}
		k.Articles, k.Files = append(k.Articles, p.Article), append(k.Files, b.file)
		if err := odd(p.Article); err != nil {
			k.Odd = append(k.Odd, Skipped{p.at, err})
		}
	}
	switch {
	case b.err == nil:
		return nil
	case b.named || k.strict:
		return b.err
	}
	k.Skipped = append(k.Skipped, skipped(b.where, b.err))
	return nil
}

// longestSentence is the longest sentence that is not wondered at, in bytes.
const longestSentence = 5000

// odd says what of an article does not look like one, nil for nothing.
func odd(a *Article) error {
	for _, s := range a.Sentences {
		if n := s.End - s.Start; n > longestSentence {
			return fmt.Errorf("a sentence of %d bytes without an end: is this prose?", n)
		}
	}
	return nil
}

// copies reports whether the article is one that is held already, and adds its ID to that one's: the
// text is the same, and nothing is stated otherwise.
func (k *keeper) copies(a *Article) bool {
	if len(a.Sentences) == 0 {
		return false
	}
	hash := sha256.Sum256([]byte(a.Text))
	first, held := k.texts[hash]
	switch {
	case !held:
		k.texts[hash] = a
		return false
	case a.Title != "" && a.Title != first.Title, a.Outlet != "" && a.Outlet != first.Outlet, a.URL != "" && a.URL != first.URL,
		!a.Published.Day.IsZero() && a.Published.Day != first.Published.Day:
		return false
	}
	first.Also = append(first.Also, a.ID)
	return true
}

// skipped returns what was skipped for err, which may name the place itself.
func skipped(where string, err error) Skipped {
	if s, ok := errors.AsType[Skipped](err); ok {
		return s
	}
	return Skipped{where, err}
}

// atLine returns err with the name of the file and the line that it names, or the one given.
func atLine(shown string, line int, err error) error {
	if e, ok := errors.AsType[*format.Error](err); ok {
		line, err = max(e.Line, 1), e.Err
	}
	return Skipped{fmt.Sprintf("%s:%d", shown, line), err}
}

// cause returns what is wrong with a file without the name that the caller states.
func cause(err error) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err
	}
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("it is cut short: copy the file again")
	}
	return err
}

// path gathers a file or a folder that the caller names.
func (g *gatherer) path(path string, stdin io.Reader) error {
	if path == "-" {
		return g.input(stdin)
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("reading articles: there is no file or folder %q", path)
	case err != nil:
		return fmt.Errorf("reading articles: %q: %w", path, cause(err))
	case !info.IsDir():
		g.file(os.DirFS(filepath.Dir(path)), filepath.Base(path), filepath.Dir(path), true)
		return nil
	}
	before := g.files
	if err := g.tree(os.DirFS(path), path); err != nil {
		return err
	}
	if g.files == before {
		return fmt.Errorf("%s: no articles in this folder: put files there that end in %s", path, strings.Join(format.Endings(), ", "))
	}
	return nil
}
