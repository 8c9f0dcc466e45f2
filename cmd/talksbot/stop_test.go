//go:build unix

package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// everyReading are the commands that read articles.
var everyReading = []string{"ask When?", "check It_rains.", "dates", "quotes", "digest", "articles", "search rain", ""}

// A file that nobody writes to is not waited for once the program is to stop.
func TestStoppedOpening(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "articles.jsonl")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	for _, command := range everyReading {
		args := append([]string{"--articles", path}, strings.Fields(command)...)
		if err := run(ctx, args, func(string) string { return "" }, strings.NewReader(""), io.Discard, io.Discard); !errors.Is(err, errStopped) {
			t.Errorf("%q: got %v, want %v", command, err, errStopped)
		}
	}
	if w, err := os.OpenFile(path, os.O_RDWR|syscall.O_NONBLOCK, 0); err == nil { // those that wait still end
		w.Close()
	}
}

// What was told to stop while it read its articles answers nothing: whoever ran it may have ended.
func TestStoppedReading(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "rain.txt")
	if err := os.WriteFile(path, []byte("It rained on Monday."), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	for _, command := range everyReading {
		var out bytes.Buffer
		args := append([]string{"--articles", path}, strings.Fields(command)...)
		if err := run(ctx, args, func(string) string { return "" }, strings.NewReader("When?"), &out, &out); !errors.Is(err, errStopped) {
			t.Errorf("%q: got %v, want %v", command, err, errStopped)
		}
		if out.Len() > 0 {
			t.Errorf("%q: said %q after it was told to stop", command, out.String())
		}
	}
}
