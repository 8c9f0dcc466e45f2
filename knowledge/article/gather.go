package article

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"talksbot/knowledge/article/format"
)

// Bounds of what is read, in bytes.
const (
	maxFile  = 10 << 20 // of a file that holds one article, and of a line of many
	maxFiles = 64 << 20 // of a file that holds many
)

// A gatherer finds the files that hold articles and has each read.
type gatherer struct {
	start func(job) bool // false: nothing more is wanted
	skip  func(file string, info fs.FileInfo) bool
	files int    // how many were found
	from  string // the file that is being read, or the archive
}

// errEnough ends a walk that nobody waits for any more.
var errEnough = errors.New("enough")

// tree reads every article file in fsys. where is the folder's name in errors; links within it
// are followed where it is a folder of the system.
func (g *gatherer) tree(fsys fs.FS, where string) error {
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && name == ".":
			return fmt.Errorf("reading articles: %w", err)
		case err != nil:
			return g.fail(filepath.Join(where, name), cause(err))
		case name != "." && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		case d.Type()&fs.ModeSymlink != 0:
			return g.link(fsys, name, where)
		case !knows(name):
			return nil
		}
		return g.file(fsys, name, where, false)
	})
	if errors.Is(err, errEnough) {
		return nil
	}
	return err
}

// link reads what a symbolic link in a folder leads to: a file, but no folder, since that may be
// one above it.
func (g *gatherer) link(fsys fs.FS, name, where string) error {
	info, err := fs.Stat(fsys, name)
	switch {
	case err != nil:
		return g.fail(filepath.Join(where, name), fmt.Errorf("a link that leads nowhere: %w", cause(err)))
	case info.IsDir():
		return g.fail(filepath.Join(where, name), errors.New("a link to a folder: links to folders are not followed"))
	case !knows(name):
		return nil
	}
	return g.file(fsys, name, where, false)
}

// knows reports whether a file of that name is read where it lies in a folder.
func knows(name string) bool { return format.Knows(unpacked(name)) || isArchive(name) }

// fail has something named that could not be read.
func (g *gatherer) fail(where string, err error) error {
	g.files++
	return g.begin(job{where: where, read: func() ([]placed, error) { return nil, Skipped{where, err} }})
}

func (g *gatherer) begin(j job) error {
	j.file = g.from
	if !g.start(j) {
		return errEnough
	}
	return nil
}

// file has a file read: at once, in batches of lines, or entry by entry.
func (g *gatherer) file(fsys fs.FS, name, where string, named bool) error {
	g.files++
	shown := filepath.Join(where, name)
	if g.from = shown; g.skips(fsys, name) {
		return nil
	}
	switch {
	case isArchive(name):
		return g.archive(fsys, name, shown, named)
	case isLines(unpacked(name)):
		return g.open(fsys, name, shown, named, func(r io.Reader) error {
			return g.lines(r, name, shown, named)
		})
	}
	return g.begin(job{where: shown, named: named, read: func() ([]placed, error) {
		data, err := readFile(fsys, name)
		if err != nil {
			return nil, Skipped{shown, err}
		}
		return articles(name, shown, data)
	}})
}

// skips reports whether the file that is to be read is left out.
func (g *gatherer) skips(fsys fs.FS, name string) bool {
	if g.skip == nil {
		return false
	}
	info, err := fs.Stat(fsys, name)
	return err == nil && g.skip(g.from, info)
}

// open gives the contents of a file, unpacked, to read.
func (g *gatherer) open(fsys fs.FS, name, shown string, named bool, read func(io.Reader) error) error {
	failed := func(err error) error {
		return g.begin(job{where: shown, named: named, read: func() ([]placed, error) { return nil, Skipped{shown, cause(err)} }})
	}
	f, err := fsys.Open(name)
	if err != nil {
		return failed(err)
	}
	defer f.Close()
	r, err := unpackedReader(name, f)
	if err != nil {
		return failed(err)
	}
	return read(r)
}

// readFile reads a whole file, unpacked.
func readFile(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, cause(err)
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("neither a file nor a folder")
	}
	if most := bound(name); info.Size() > most {
		return nil, tooLarge(info.Size(), most)
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, cause(err)
	}
	defer f.Close()
	r, err := unpackedReader(name, f)
	if err != nil {
		return nil, err
	}
	return readAll(r, bound(name))
}

// bound returns how large a file of that name may be.
func bound(name string) int64 {
	if format.HoldsMany(unpacked(name)) {
		return maxFiles
	}
	return maxFile
}

func tooLarge(size, most int64) error {
	return fmt.Errorf("%d bytes, and at most %d MB are read: split the file", size, most>>20)
}

// readAll reads what r holds, which must not be more than most bytes.
func readAll(r io.Reader, most int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return nil, cause(err)
	}
	if int64(len(data)) > most {
		return nil, fmt.Errorf("over %d MB, and no more are read: split the file", most>>20)
	}
	return data, nil
}

// articles returns the articles of a file. The error names the place.
func articles(name, shown string, data []byte) ([]placed, error) {
	documents, err := format.Read(unpacked(name), data)
	if err != nil {
		return nil, atLine(shown, 1, err)
	}
	id := withoutEnding(name)
	var all []placed
	for i, d := range documents {
		own := id
		if len(documents) > 1 {
			own = fmt.Sprintf("%s#%d", id, i+1)
		}
		a, err := fromDocument(own, name, d)
		if err != nil {
			return nil, atLine(shown, d.Line, err)
		}
		all = append(all, placed{a, fmt.Sprintf("%s:%d", shown, d.Line)})
	}
	return all, nil
}

func withoutEnding(name string) string {
	name = filepath.ToSlash(unpacked(name))
	return strings.TrimSuffix(name, path.Ext(name))
}
