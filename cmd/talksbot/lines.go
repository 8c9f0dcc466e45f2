package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"

	"talksbot/knowledge/article"
)

// maxLine is the longest line of input that is read, in bytes.
const maxLine = 16 << 20

// A result is the line that answers one line of input.
type result struct {
	line []byte
	err  error
}

// eachLine reads JSON lines and writes what answer makes of each, one line each, in the
// same order. It works on several lines at a time. Blank lines are left out; a line that
// is no T, or that answer does not accept, ends it with a usageError that names the line,
// once the lines before it are written.
func eachLine[T any](e *env, answer func(T) (any, error)) error {
	ctx, cancel := context.WithCancel(e.ctx)
	defer cancel()
	// A line's place in the output is the channel its result will come by.
	order := make(chan chan result, 64)
	go func() {
		defer close(order)
		feed(ctx, e.stdin, order, answer)
	}()
	return writeInOrder(ctx, e.stdout, order)
}

// feed starts the work on each line of r, as many at a time as there are processors, and
// sends order where each result will come.
func feed[T any](ctx context.Context, r io.Reader, order chan<- chan result, answer func(T) (any, error)) {
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	promise := func() chan result {
		done := make(chan result, 1)
		select {
		case order <- done:
			return done
		case <-ctx.Done():
			return nil
		}
	}
	n := 0
	err := readLines(r, func(text []byte) bool {
		n++
		if len(bytes.TrimSpace(text)) == 0 {
			return true
		}
		done := promise()
		if done == nil {
			return false
		}
		at := n
		slots <- struct{}{}
		go func() {
			defer func() { <-slots }()
			done <- answerLine(at, text, answer)
		}()
		return true
	})
	if err == nil {
		return
	}
	if done := promise(); done != nil {
		done <- result{err: usageError{fmt.Errorf("line %d: %w", n+1, err)}}
	}
}

// writeInOrder writes the results as they come due, and whenever it has to wait for the
// next, so that a program at the other end is not kept waiting. It does not wait for input
// once ctx ends.
func writeInOrder(ctx context.Context, w io.Writer, order <-chan chan result) error {
	out := bufio.NewWriter(w)
	for {
		var r result
		select {
		case <-ctx.Done():
			return errors.Join(out.Flush(), errStopped)
		case done, more := <-order:
			switch {
			case more:
				r = <-done
			case ctx.Err() != nil:
				r.err = errStopped
			default:
				return flush(out)
			}
		}
		if r.err != nil {
			return errors.Join(out.Flush(), r.err)
		}
		out.Write(r.line)
		if len(order) == 0 {
			if err := flush(out); err != nil {
				return err
			}
		}
	}
}

func flush(out *bufio.Writer) error {
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}

// answerLine answers line n of the input.
func answerLine[T any](n int, text []byte, answer func(T) (any, error)) result {
	var in T
	if err := article.DecodeLine(text, &in); err != nil {
		return result{err: usageError{fmt.Errorf("line %d: %w", n, err)}}
	}
	value, err := answer(in)
	if err != nil {
		return result{err: usageError{fmt.Errorf("line %d: %w", n, err)}}
	}
	line, err := marshal(value)
	return result{line, err}
}

// marshal writes value as one line of JSON, with "<" and "&" as they are.
func marshal(value any) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(value)
	return b.Bytes(), err
}

// readLines calls each with every line of r until it returns false. The bytes are the
// callee's to keep.
func readLines(r io.Reader, each func(line []byte) bool) error {
	scanner := bufio.NewScanner(r)
	scanner.Buffer(make([]byte, 64<<10), maxLine)
	for scanner.Scan() {
		if !each(bytes.Clone(scanner.Bytes())) {
			return nil
		}
	}
	if errors.Is(scanner.Err(), bufio.ErrTooLong) {
		return fmt.Errorf("longer than %d MB", maxLine>>20)
	}
	return scanner.Err()
}
