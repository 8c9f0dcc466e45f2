package database

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// victim is the variable that makes this program a process to be killed: it holds the path of a database. killsVariable
// holds how many processes are killed, where it is not as many as are in a short test.
const (
	victim        = "DATABASE_TEST_PATH"
	killsVariable = "TALKSBOT_TEST_KILLS"
)

func TestMain(m *testing.M) {
	if path := os.Getenv(victim); path != "" {
		fmt.Println(starts(path))
		os.Exit(0)
	}
	goleak.VerifyTestMain(m)
}

// starts is what a bot does with its database as it starts, the first time or once more.
func starts(path string) error {
	ctx := context.Background()
	db, err := Open(ctx, path)
	if err != nil {
		return err
	}
	for n := range 1000 {
		err := db.Within(ctx, "testing", func(ctx context.Context, tx *Tx) error {
			_, err := tx.Exec(ctx, `INSERT INTO shown (channel, thing, day) VALUES ($1, $2, '') ON CONFLICT DO NOTHING`, fmt.Sprint(os.Getpid()), fmt.Sprint(n))
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// TestKilledAtFirst kills processes at any moment of their very first start. After each the database opens, is whole, and
// what looks at it changes nothing and finds no fault.
func TestKilledAtFirst(t *testing.T) {
	t.Parallel()
	kills := 12
	if n, err := strconv.Atoi(os.Getenv(killsVariable)); err == nil {
		kills = n
	}
	came := map[State]int{} // how far they came
	for n := range kills {
		path := filepath.Join(t.TempDir(), fmt.Sprint("talks", n, ".db"))
		for range 1 + n%3 { // and once or twice more, as a service is started again
			child := exec.Command(os.Args[0])
			child.Env = append(os.Environ(), victim+"="+path)
			if err := child.Start(); err != nil {
				t.Fatal(err)
			}
			timer := time.AfterFunc(rand.N(150*time.Millisecond), func() { child.Process.Kill() })
			child.Wait()
			timer.Stop()
		}
		before := files(t, filepath.Dir(path))
		s, err := Examine(t.Context(), path)
		if err != nil {
			t.Errorf("looked at: %+v, %v; files %d", s, err, len(before))
		}
		came[s]++
		if len(before) > 0 {
			if db, err := OpenToRead(t.Context(), path); err == nil {
				db.Close()
			}
		}
		db, err := Open(t.Context(), path)
		if err != nil {
			for name, data := range before {
				t.Logf("%s: %d bytes", name, len(data))
			}
			t.Fatal(err)
		}
		var sound string
		if err := db.Row(t.Context(), "PRAGMA integrity_check").Scan(&sound); err != nil || sound != "ok" {
			t.Errorf("integrity: %q, %v", sound, err)
		}
		db.Close()
	}
	t.Logf("%d killed, which left %v", kills, came)
}
