package format

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Table returns the articles of a table with a header: an article a row, its fields under the names
// that the header gives. Commas, semicolons or tabs part the cells.
func Table(source string) ([]Document, error) {
	r := csv.NewReader(strings.NewReader(source))
	first, _, _ := strings.Cut(source, "\n")
	for _, mark := range []rune{';', '\t'} {
		if strings.Count(first, string(mark)) > strings.Count(first, string(r.Comma)) {
			r.Comma = mark
		}
	}
	r.LazyQuotes, r.FieldsPerRecord = true, -1
	header, err := r.Read()
	if err != nil {
		return nil, &Error{1, fmt.Errorf("not a table: %w", err)}
	}
	if !hasText(header) {
		return nil, &Error{1, fmt.Errorf("no column of this table is named text or content: its header is %q", strings.Join(header, ", "))}
	}
	var all []Document
	for {
		row, err := r.Read()
		if err == io.EOF {
			return all, nil
		}
		line, _ := r.FieldPos(0)
		if e, ok := errors.AsType[*csv.ParseError](err); ok {
			return nil, &Error{e.Line, fmt.Errorf("not a row of a table: %w", e.Err)}
		}
		if len(row) > len(header) {
			return nil, &Error{line, fmt.Errorf("%d cells, and the header names %d", len(row), len(header))}
		}
		fields := map[string]any{}
		for i, cell := range row {
			fields[strings.TrimSpace(header[i])] = cell
		}
		d, err := fromFields(fields)
		if err != nil {
			return nil, &Error{line, err}
		}
		d.Line = line
		all = append(all, d)
	}
}

func hasText(header []string) bool {
	for _, name := range header {
		if Rank("text", name) >= 0 || Rank("lead", name) >= 0 || Rank("markdown", name) >= 0 {
			return true
		}
	}
	return false
}
