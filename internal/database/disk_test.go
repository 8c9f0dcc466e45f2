//go:build unix

package database

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A limit on the size of files, which holds for the whole process, stands for a full disk.
func TestFullDisk(t *testing.T) {
	path := filepath.Join(t.TempDir(), "talks.db")
	var was syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &was); err != nil {
		t.Skip(err)
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 4096, Max: was.Max}); err != nil {
		t.Skip(err)
	}
	_, err := Open(t.Context(), path)
	if back := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &was); back != nil {
		t.Fatal(back)
	}
	if err == nil || !strings.Contains(err.Error(), "disk") || strings.Contains(err.Error(), "\n") {
		t.Errorf("got %v, want a line that speaks of the disk", err)
	}
	open(t, path) // with room again it opens
}
