package article

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"talksbot/knowledge/article/format"
)

// isLines reports whether a file holds an article a line.
func isLines(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".jsonl", ".ndjson":
		return true
	}
	return false
}

// A batch of lines is as many as make work for a while.
const batchSize = 1 << 20 // bytes

// A numbered is a line of a file.
type numbered struct {
	n    int
	text []byte
}

// lines has the lines of a file read, in batches. Only one line must fit in memory, and what
// becomes of them.
func (g *gatherer) lines(r io.Reader, name, shown string, named bool) error {
	id := withoutEnding(name)
	scanner := bufio.NewScanner(r)
	scanner.Buffer(make([]byte, 64<<10), maxFile)
	var some []numbered
	size, n := 0, 0
	begin := func() error {
		lines := some
		some, size = nil, 0
		return g.begin(job{where: shown, named: named, read: func() ([]placed, error) { return ofLines(lines, id, shown) }})
	}
	for scanner.Scan() {
		n++
		text := bytes.TrimSpace(bytes.TrimPrefix(scanner.Bytes(), []byte("\uFEFF")))
		if len(text) == 0 {
			continue
		}
		some = append(some, numbered{n, bytes.Clone(text)})
		if size += len(text); size > batchSize {
			if err := begin(); err != nil {
				return err
			}
		}
	}
	if err := begin(); err != nil {
		return err
	}
	if err := scanner.Err(); err != nil {
		return g.begin(job{where: shown, named: named, read: func() ([]placed, error) {
			if errors.Is(err, bufio.ErrTooLong) {
				err = fmt.Errorf("longer than %d MB", maxFile>>20)
			}
			return nil, atLine(shown, n+1, cause(err))
		}})
	}
	return nil
}

// ofLines returns the articles of lines, up to the first that is none.
func ofLines(lines []numbered, id, shown string) ([]placed, error) {
	var all []placed
	for _, l := range lines {
		text, err := format.Decode(l.text, "")
		if err != nil {
			return all, atLine(shown, l.n, errors.Unwrap(err))
		}
		a, err := ofLine(fmt.Sprintf("%s#%d", id, l.n), []byte(text))
		if err != nil {
			return all, atLine(shown, l.n, err)
		}
		all = append(all, placed{a, fmt.Sprintf("%s:%d", shown, l.n)})
	}
	return all, nil
}

// ofLine returns the article of a record, of ours or anybody's.
func ofLine(id string, line []byte) (*Article, error) {
	if a, err := Unmarshal(line); err == nil {
		return a, nil
	}
	d, err := format.Record(line)
	if err != nil {
		return nil, err
	}
	return fromDocument(id, "", d)
}
