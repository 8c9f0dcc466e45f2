package store

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// victim is the variable that makes this program a process to be killed: it holds the path of
// the database.
const victim = "STORE_TEST_DATABASE"

func TestMain(m *testing.M) {
	if path := os.Getenv(victim); path != "" {
		if err := work(path); err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	goleak.VerifyTestMain(m)
}

// kills is how many processes are killed.
const kills = 40

// work claims, writes and closes posts until it is killed, and tells after each step. Where it
// finds posts of a process before it, it ends them first.
func work(path string) error {
	ctx := context.Background()
	s, err := Open(ctx, path)
	if err != nil {
		return err
	}
	fmt.Println("open")
	for n := 0; ; n++ {
		now := time.Now()
		p, ours, err := s.Claim(ctx, fmt.Sprint(n), "2022-01-10", now, now)
		if err != nil {
			return err
		}
		if !ours {
			continue
		}
		if !p.Sending {
			p.Body, p.Shown = fmt.Append(nil, "body ", n), []string{"thing"}
			if err := s.Write(ctx, p); err != nil {
				return err
			}
			fmt.Println("written", n)
		}
		if err := s.Sent(ctx, p, fmt.Sprint("message ", n)); err != nil {
			return err
		}
		fmt.Println("sent", n)
	}
}

// TestKilled kills processes at any moment, from before the database is made. Each leaves one
// that opens and holds whatever the process said it had done.
func TestKilled(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "talks.db")
	told := map[string]bool{} // steps
	for range kills {
		for _, step := range killed(t, path, rand.N(60*time.Millisecond)) {
			told[step] = true
		}
	}
	for !madeOne(told) { // on a slow machine none may have come that far
		for _, step := range killed(t, path, time.Second) {
			told[step] = true
		}
	}
	s := open(t, path)
	var sound string
	if err := s.db.Row(t.Context(), "PRAGMA integrity_check").Scan(&sound); err != nil || sound != "ok" {
		t.Errorf("integrity: %q, %v", sound, err)
	}
	posts, err := s.Posts(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	sent := 0
	for step := range told {
		what, n, _ := strings.Cut(step, " ")
		post, kept := posts[Slot{n, "2022-01-10"}]
		switch {
		case what == "error":
			t.Error(step)
		case what == "written" && !kept, what == "sent" && post.Post != "message "+n:
			t.Errorf("%s was lost: %+v", step, post)
		case what == "sent":
			sent++
		}
	}
	t.Logf("%d processes killed, %d posts made", kills, sent)
}

// madeOne says whether a process told that it made a post, or that it cannot. It need not be
// the first post: that may have been made by one killed before it told.
func madeOne(told map[string]bool) bool {
	for step := range told {
		if strings.HasPrefix(step, "sent ") || strings.HasPrefix(step, "error ") {
			return true
		}
	}
	return false
}

// killed runs a process for a while, kills it, and returns what it told.
func killed(t *testing.T, path string, after time.Duration) (steps []string) {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), victim+"="+path)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(after, func() { child.Process.Kill() })
	defer timer.Stop()
	for lines := bufio.NewScanner(out); lines.Scan(); {
		steps = append(steps, lines.Text())
	}
	child.Wait()
	return steps
}
