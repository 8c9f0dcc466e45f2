package web_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"talksbot/internal/inmemory"
	"talksbot/internal/web"
)

func TestListen(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	for address, want := range map[string]string{
		"8080":                  `the address of the test is "8080": write HOST:PORT, such as 127.0.0.1:8080`,
		"":                      `the address of the test is "": write HOST:PORT, such as 127.0.0.1:8080`,
		taken.Addr().String():   "listening at " + taken.Addr().String() + " for the test: another program listens there already",
		"192.0.2.1:8080":        "listening at 192.0.2.1:8080 for the test: this machine has no such address",
		"127.0.0.1:notaservice": "listening at 127.0.0.1:notaservice for the test: ",
		"127.0.0.1:99999":       "listening at 127.0.0.1:99999 for the test: ",
	} {
		if _, err := web.Listen(t.Context(), "the test", address); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("Listen(%q): %v, want %s…", address, err, want)
		}
	}
}

// serve starts a server in memory, which runs until stop; stopped is closed once it has returned.
func serve(t *testing.T, s web.Server) (at *inmemory.Network, stop func(), stopped chan struct{}) {
	at, stopped = inmemory.New(), make(chan struct{})
	ctx, stop := context.WithCancel(t.Context())
	go func() {
		defer close(stopped)
		if err := s.Serve(ctx, at); err != nil {
			t.Errorf("Serve: %v", err)
		}
	}()
	return at, stop, stopped
}

// say sends text as it is and returns the status line and the body of the answer.
func say(t *testing.T, at *inmemory.Network, text string, more func(net.Conn)) (int, string) {
	conn, err := at.Dial(t.Context(), "", "")
	if err != nil {
		t.Fatal(err)
	}
	var sending sync.WaitGroup
	defer sending.Wait()
	defer conn.Close()
	sending.Go(func() {
		io.WriteString(conn, text)
		if more != nil {
			more(conn)
		}
	})
	resp, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		return 0, err.Error()
	}
	body, _ := io.ReadAll(resp.Body)
	return resp.StatusCode, string(body)
}

var echo = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { io.Copy(w, r.Body) })

func TestWhatIsSentIsBounded(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		more func(net.Conn)
		want int
	}{
		"small":        {text: "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi", want: 200},
		"said large":   {text: "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 90\r\n\r\n", want: 413},
		"found large":  {text: "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n" + strings.Repeat("a", 64) + "\r\n", want: 413},
		"slow body":    {text: "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n", more: dribble, want: 408},
		"slow header":  {text: "POST / HTTP/1.1\r\nHost: x\r\n", more: dribble, want: 0},
		"large header": {text: "GET / HTTP/1.1\r\nHost: x\r\nX: " + strings.Repeat("a", 64<<10) + "\r\n\r\n", want: 431},
		"cut body":     {text: "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", want: 400},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				at, stop, stopped := serve(t, web.Server{Handler: echo, MaxBody: 50})
				if got, said := say(t, at, c.text, c.more); got != c.want {
					t.Errorf("answered %d %s, want %d", got, said, c.want)
				}
				stop()
				<-stopped
			})
		})
	}
}

// dribble writes a byte each six seconds.
func dribble(conn net.Conn) {
	for range 20 {
		time.Sleep(6 * time.Second)
		if _, err := io.WriteString(conn, "a"); err != nil {
			return
		}
	}
}

func TestPanicEndsItsAnswerAlone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var log bytes.Buffer
		at, stop, stopped := serve(t, web.Server{
			Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { panic("secret " + r.URL.Path) }),
			Log:     slog.New(slog.NewTextHandler(&log, nil)),
		})
		for range 2 {
			status, body := say(t, at, "GET /here HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", nil)
			if status != 500 || strings.Contains(body, "secret") || strings.Contains(body, ".go") {
				t.Errorf("answered %d %q", status, body)
			}
		}
		stop()
		<-stopped
		if !strings.Contains(log.String(), "secret /here") {
			t.Errorf("the log does not say what happened:\n%s", &log)
		}
	})
}

// What runs when the server is told to stop is finished; what is stuck is cut off after ten seconds.
func TestStop(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		at, stop, stopped := serve(t, web.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			wait, _ := time.ParseDuration(r.URL.Query().Get("for"))
			select {
			case <-time.After(wait):
				fmt.Fprint(w, "done")
			case <-r.Context().Done():
			}
		})})
		began := time.Now()
		answers := make(chan string)
		for _, wait := range []string{"5s", "1h"} {
			go func() {
				_, said := say(t, at, "GET /?for="+wait+" HTTP/1.1\r\nHost: x\r\n\r\n", nil)
				answers <- said
			}()
		}
		synctest.Wait()
		stop()
		if said := <-answers; said != "done" {
			t.Errorf("what takes five seconds was answered %q", said)
		}
		<-answers
		<-stopped
		if took := time.Since(began); took > 15*time.Second {
			t.Errorf("stopping took %v", took)
		}
	})
}

// A stream outlasts the time of an answer where it moves its deadline.
func TestStream(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		at, stop, stopped := serve(t, web.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			to := http.NewResponseController(w)
			for i := range 20 {
				to.SetWriteDeadline(time.Now().Add(time.Minute))
				fmt.Fprintln(w, i)
				to.Flush()
				select {
				case <-time.After(30 * time.Second):
				case <-r.Context().Done():
					return
				}
			}
		})})
		status, said := say(t, at, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", nil)
		if lines := strings.Count(said, "\n"); status != 200 || lines != 20 {
			t.Errorf("answered %d with %d lines", status, lines)
		}
		stop()
		<-stopped
	})
}
