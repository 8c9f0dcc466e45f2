package article

import (
	"archive/tar"
	"archive/zip"
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"talksbot/knowledge/article/format"
)

// maxUnpacked is how much an archive may hold together, in bytes: a small one that holds more is
// made to fill a disk.
const maxUnpacked = 512 << 20

// isArchive reports whether a file holds other files.
func isArchive(name string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, ".zip") || isTar(name)
}

func isTar(name string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, ".tar") || strings.HasSuffix(name, ".tgz") || strings.HasSuffix(name, ".tar.gz")
}

// unpacked returns the name that a packed file has when it is unpacked.
func unpacked(name string) string {
	if strings.EqualFold(path.Ext(name), ".gz") {
		return name[:len(name)-len(".gz")]
	}
	return name
}

// unpackedReader reads what a file holds, unpacked where its name says that it is packed.
func unpackedReader(name string, r io.Reader) (io.Reader, error) {
	if unpacked(name) == name && !strings.EqualFold(path.Ext(name), ".tgz") {
		return r, nil
	}
	z, err := gzip.NewReader(bufio.NewReader(r))
	if err != nil {
		return nil, fmt.Errorf("not packed as its name says: %w", err)
	}
	return &bounded{z, mostPacked}, nil
}

// mostPacked is how much a packed file may hold, in bytes.
const mostPacked = 2 << 30

var errUnpacked = fmt.Errorf("unpacked it is over %d MB, and no more are read", maxUnpacked>>20)

// A bounded reader fails where a reader holds more than it may.
type bounded struct {
	io.Reader
	left int64
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errUnpacked
	}
	n, err := b.Reader.Read(p)
	b.left -= int64(n)
	return n, err
}

// archive has the files in an archive read. What follows an error in it is lost.
func (g *gatherer) archive(fsys fs.FS, name, shown string, named bool) error {
	read := g.zip
	if isTar(name) {
		read = g.tar
	}
	before := g.files
	return g.open(fsys, name, shown, named, func(r io.Reader) error {
		err := read(r, shown)
		switch {
		case errors.Is(err, errEnough):
			return err
		case err == nil && g.files == before:
			err = errors.New("no articles in this archive")
		case err == nil:
			return nil
		}
		return g.begin(job{where: shown, named: named, read: func() ([]placed, error) { return nil, Skipped{shown, err} }})
	})
}

func (g *gatherer) zip(r io.Reader, shown string) error {
	at, size, err := randomAccess(r)
	if err != nil {
		return err
	}
	z, err := zip.NewReader(at, size)
	if err != nil {
		return fmt.Errorf("not an archive that can be read: %w", err)
	}
	left := int64(maxUnpacked)
	for _, f := range z.File {
		if f.FileInfo().IsDir() {
			continue
		}
		if err := g.entry(f.Name, shown, &left, f.Open); err != nil {
			return err
		}
	}
	return nil
}

// randomAccess returns a reader of what r holds at any place: r itself where it is a file.
func randomAccess(r io.Reader) (io.ReaderAt, int64, error) {
	if f, ok := r.(interface {
		io.ReaderAt
		Stat() (fs.FileInfo, error)
	}); ok {
		info, err := f.Stat()
		if err != nil {
			return nil, 0, cause(err)
		}
		return f, info.Size(), nil
	}
	data, err := readAll(r, maxFiles)
	return bytes.NewReader(data), int64(len(data)), err
}

func (g *gatherer) tar(r io.Reader, shown string) error {
	t := tar.NewReader(&bounded{r, maxUnpacked})
	left := int64(maxUnpacked)
	for {
		h, err := t.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("broken off, or not an archive: %w", cause(err))
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		if err := g.entry(h.Name, shown, &left, func() (io.ReadCloser, error) { return io.NopCloser(t), nil }); err != nil {
			return err
		}
	}
}

// entry has a file in an archive read. left is how much of the archive may still be unpacked.
func (g *gatherer) entry(name, shown string, left *int64, open func() (io.ReadCloser, error)) error {
	name = path.Clean("/" + filepath.ToSlash(name))[1:]
	if isUnseen(name) || !format.Knows(name) {
		return nil
	}
	shown = shown + "/" + name
	r, err := open()
	if err != nil {
		return g.fail(shown, err)
	}
	defer r.Close()
	most := min(bound(name), *left)
	data, err := readAll(r, most)
	if err != nil {
		*left -= most
	}
	if *left -= int64(len(data)); *left <= 0 {
		return errUnpacked
	}
	if err != nil {
		return g.fail(shown, err)
	}
	g.files++
	if isLines(name) {
		return g.lines(bytes.NewReader(data), name, shown, false)
	}
	return g.begin(job{where: shown, read: func() ([]placed, error) { return articles(name, shown, data) }})
}

// isUnseen reports whether a file in an archive is hidden, or stands in a hidden folder, or was
// put there by the program that made it.
func isUnseen(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") || part == "__MACOSX" {
			return true
		}
	}
	return false
}

// inputName is what articles from standard input are called.
const inputName = "input"

// input has the articles read that come by standard input, in whatever format they begin as.
func (g *gatherer) input(r io.Reader) error {
	if r == nil {
		return errors.New("reading articles: there is no standard input")
	}
	const shown = "standard input"
	begin := bufio.NewReaderSize(r, 4096)
	head, _ := begin.Peek(4096)
	g.files++
	switch {
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		z, err := gzip.NewReader(begin)
		if err != nil {
			return fmt.Errorf("%s: %w", shown, err)
		}
		return g.tar(z, shown)
	case bytes.HasPrefix(head, []byte("PK\x03\x04")) && !bytes.Contains(head, []byte("word/")):
		return g.zip(begin, shown)
	case format.IsLines(head):
		return g.lines(begin, inputName, shown, true)
	}
	return g.begin(job{where: shown, named: true, read: func() ([]placed, error) {
		data, err := readAll(begin, maxFiles)
		if err != nil {
			return nil, Skipped{shown, err}
		}
		return articles(inputName, shown, data)
	}})
}
