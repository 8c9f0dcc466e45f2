package database_test

import (
	"context"
	"io"
	"net"
	"net/url"
	"strings"
	"sync"
	"testing"

	"talksbot/internal/database"
	"talksbot/internal/database/databasetest"
)

// A line is the way to a server, which can be cut and mended.
type line struct {
	t        *testing.T
	network  string
	server   string // where it leads
	address  string // where it begins
	listener net.Listener
	mu       sync.Mutex
	open     []net.Conn
	all      sync.WaitGroup
}

// through returns a line to the server of an address, and the address at its beginning.
func through(t *testing.T, address string) (*line, string) {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	l := &line{t: t, network: "tcp", server: u.Host, address: "127.0.0.1:0"}
	settings := u.Query()
	if folder := settings.Get("host"); folder != "" {
		l.network, l.server = "unix", folder+"/.s.PGSQL.5432"
	}
	settings.Del("host")
	settings.Set("sslmode", "disable")
	u.RawQuery = settings.Encode()
	l.mend()
	u.Host = l.address
	return l, u.String()
}

// mend lets connections through.
func (l *line) mend() {
	l.t.Helper()
	listener, err := net.Listen("tcp", l.address)
	if err != nil {
		l.t.Fatal(err)
	}
	l.listener, l.address = listener, listener.Addr().String()
	l.all.Go(func() {
		for {
			near, err := listener.Accept()
			if err != nil {
				return
			}
			far, err := net.Dial(l.network, l.server)
			if err != nil {
				near.Close()
				continue
			}
			l.mu.Lock()
			l.open = append(l.open, near, far)
			l.mu.Unlock()
			l.all.Go(func() { _, _ = io.Copy(near, far) })
			l.all.Go(func() { _, _ = io.Copy(far, near) })
		}
	})
}

// cut ends all connections and lets no other through.
func (l *line) cut() {
	l.listener.Close()
	l.mu.Lock()
	for _, c := range l.open {
		c.Close()
	}
	l.open = nil
	l.mu.Unlock()
	l.all.Wait()
}

// While a server is gone, each call says so in one line; once it is back, all goes on.
func TestOutage(t *testing.T) {
	t.Parallel()
	l, address := through(t, databasetest.Postgres(t))
	db, err := database.Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer l.cut()
	defer db.Close()
	spend := func() error {
		return db.Within(t.Context(), "counting what the model uses", func(ctx context.Context, tx *database.Tx) error {
			_, err := tx.Exec(ctx, `INSERT INTO spending (day, tokens) VALUES ('2022-01-10', 1) ON CONFLICT (day) DO UPDATE SET tokens = spending.tokens + 1`)
			return err
		})
	}
	read := func() error {
		return db.Each(t.Context(), "reading what the model has used", `SELECT tokens FROM spending`, nil, func(scan database.Scan) error {
			var n int
			return scan(&n)
		})
	}
	for round := range 2 {
		for range 3 {
			if err := spend(); err != nil {
				t.Fatalf("round %d: %v", round, err)
			}
		}
		l.cut()
		for what, call := range map[string]func() error{"writing": spend, "reading": read} {
			for range 3 {
				err := call()
				if err == nil || !strings.Contains(err.Error(), "what the model") || !strings.Contains(err.Error(), "cannot be reached") || strings.Contains(err.Error(), "\n") {
					t.Errorf("%s while it is gone: %v", what, err)
				}
			}
		}
		if _, err := database.Open(t.Context(), address); err == nil || !strings.Contains(err.Error(), "cannot be reached") {
			t.Errorf("opened while it is gone: %v", err)
		}
		l.mend()
	}
	if err := spend(); err != nil {
		t.Errorf("once it is back: %v", err)
	}
	var tokens int
	if err := db.Row(t.Context(), `SELECT tokens FROM spending`).Scan(&tokens); err != nil || tokens != 7 {
		t.Errorf("%d were kept, %v", tokens, err)
	}
}
