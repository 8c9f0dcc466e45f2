//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A file that nobody writes to is not waited for once the program is to stop.
func TestStoppedOpening(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "articles.jsonl")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	var out bytes.Buffer
	for _, command := range []string{"ask When?", "check It_rains.", "dates", "quotes", "digest", "articles", "search rain", ""} {
		args := append([]string{"--articles", path}, strings.Fields(command)...)
		if err := run(ctx, args, func(string) string { return "" }, strings.NewReader(""), &out, &out); !errors.Is(err, errStopped) {
			t.Errorf("%q: got %v, want %v", command, err, errStopped)
		}
	}
	if w, err := os.OpenFile(path, os.O_RDWR|syscall.O_NONBLOCK, 0); err == nil { // those that wait still end
		w.Close()
	}
}
