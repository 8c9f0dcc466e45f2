package discord_test

import (
	"bufio"
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"talksbot/bot/discord"
	"talksbot/internal/inmemory"
	"talksbot/internal/web"
)

// raw writes what a request of Discord's is, with more headers, or other than usual ones.
func raw(version, body string, headers ...string) string {
	stamp := strconv.FormatInt(time.Now().Unix(), 10)
	return "POST /interactions HTTP/" + version + "\r\nHost: anything\r\nx-signature-timestamp:  " + stamp + " \r\nX-SIGNATURE-ED25519: " +
		hex.EncodeToString(ed25519.Sign(ours, []byte(stamp+body))) + "\r\n" + strings.Join(append(headers, ""), "\r\n") + "\r\n"
}

func long(body string) string { return fmt.Sprintf("Content-Length: %d", len(body)) }

// chunked writes a body as so many chunks.
func chunked(body string, size int) string {
	var b strings.Builder
	for ; len(body) > 0; body = body[min(size, len(body)):] {
		part := body[:min(size, len(body))]
		fmt.Fprintf(&b, "%x\r\n%s\r\n", len(part), part)
	}
	return b.String() + "0\r\n\r\n"
}

// TestEndpointOnTheWire has strangers, and proxies, write to the endpoint as it is served. What is refused is refused soon,
// and all connections end.
func TestEndpointOnTheWire(t *testing.T) { synctest.Test(t, testEndpointOnTheWire) }

func testEndpointOnTheWire(t *testing.T) {
	body := used("1")
	large := strings.Repeat(" ", discord.MaxInteraction+1)
	for name, c := range map[string]struct {
		text  string
		slow  time.Duration // between what is written bit by bit; 0: at once
		want  []int         // 0: the connection ends without an answer
		heard int
	}{
		"as usual":            {raw("1.1", body, long(body)) + body, 0, []int{202}, 1},
		"HTTP/1.0":            {raw("1.0", body, long(body)) + body, 0, []int{202, 0}, 1},
		"chunked":             {raw("1.1", body, "Transfer-Encoding: chunked") + chunked(body, 7), 0, []int{202}, 1},
		"asked to go on":      {raw("1.1", body, long(body), "Expect: 100-continue") + body, 0, []int{100, 202}, 1},
		"one after another":   {strings.Repeat(raw("1.1", body, long(body))+body, 3), 0, []int{202, 202, 202}, 1},
		"refused, then taken": {"POST /interactions HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}" + raw("1.1", body, long(body)) + body, 0, []int{401, 202}, 1},
		"slow":                {raw("1.1", body, long(body)) + body, 30 * time.Millisecond, []int{202}, 1},

		"a slow header":          {raw("1.1", body, long(body)) + body, time.Second, []int{400, 0}, 0},
		"a slow body":            {"POST /interactions HTTP/1.1\r\nHost: a\r\n" + long(body) + "\r\n\r\n" + body[:len(body)-9], 40 * time.Millisecond, []int{408, 0}, 0},
		"a large header":         {raw("1.1", body, long(body), "X-Much: "+strings.Repeat("a", 1<<20)) + body, 0, []int{431, 0}, 0},
		"many headers":           {raw("1.1", body, append(many(20_000), long(body))...) + body, 0, []int{431, 0}, 0},
		"a large body":           {raw("1.1", large, long(large)) + large, 0, []int{413, 0}, 0},
		"an endless body":        {raw("1.1", large, "Content-Length: 9000000000000000000") + large, 0, []int{413, 0}, 0},
		"a chunked bomb":         {raw("1.1", large, "Transfer-Encoding: chunked") + chunked(large, 4096), 0, []int{413, 0}, 0},
		"two lengths":            {raw("1.1", body, long(body), "Content-Length: 3") + body, 0, []int{400, 0}, 0},
		"a length and chunks":    {raw("1.1", body, long(body), "Transfer-Encoding: chunked") + chunked(body, 100), 0, []int{202}, 1},
		"two signatures":         {raw("1.1", body, long(body), "X-Signature-Ed25519: "+strings.Repeat("00", 64)) + body, 0, []int{401}, 0},
		"two times":              {raw("1.1", body, long(body), "X-Signature-Timestamp: 1") + body, 0, []int{401}, 0},
		"two times in one":       {strings.Replace(raw("1.1", body, long(body))+body, " \r\nX-S", ",1 \r\nX-S", 1), 0, []int{401}, 0},
		"packed":                 {raw("1.1", body, long(body), "Content-Encoding: gzip") + body, 0, []int{202}, 1}, // what is signed is what is read
		"another way of sending": {raw("1.1", body, "Transfer-Encoding: gzip, chunked") + chunked(body, 7), 0, []int{501, 0}, 0},
		"no request":             {"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 0, []int{400, 0}, 0},
	} {
		h := newHearer(t)
		got := h.over(t, c.text, c.slow)
		if fmt.Sprint(got) != fmt.Sprint(c.want) || len(h.heard) != c.heard {
			t.Errorf("%s: answered %v and heard of %d times; want %v, %d", name, got, len(h.heard), c.want, c.heard)
		}
	}
}

func many(n int) (headers []string) {
	for i := range n {
		headers = append(headers, fmt.Sprintf("X-Much-%d: a", i))
	}
	return headers
}

// over serves the endpoint, writes to it, and returns the statuses of the answers, and 0 where the connection is then
// ended by the endpoint. It stays for a second.
func (h *hearer) over(t *testing.T, text string, slow time.Duration) (statuses []int) {
	ctx, stop := context.WithCancel(t.Context())
	at, ended := inmemory.New(), make(chan error, 1)
	go func() { ended <- web.Server{Handler: h, MaxBody: discord.MaxInteraction}.Serve(ctx, at) }()
	conn, err := at.Dial(ctx, "", "")
	if err != nil {
		t.Fatal(err)
	}
	go write(conn, text, slow)
	for answers := bufio.NewReader(conn); ; {
		if slow == 0 {
			conn.SetReadDeadline(time.Now().Add(time.Second))
		} else {
			conn.SetReadDeadline(time.Now().Add(30 * time.Second))
		}
		resp, err := http.ReadResponse(answers, nil)
		if err != nil {
			if to, ok := err.(net.Error); !ok || !to.Timeout() {
				statuses = append(statuses, 0)
			}
			break
		}
		io.Copy(io.Discard, resp.Body)
		statuses = append(statuses, resp.StatusCode)
	}
	conn.Close()
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
	return statuses
}

// write writes text at once, or a hundredth after a while, and again.
func write(conn net.Conn, text string, slow time.Duration) {
	if slow == 0 {
		io.WriteString(conn, text)
		return
	}
	for step := len(text)/100 + 1; len(text) > 0; text = text[min(step, len(text)):] {
		time.Sleep(slow)
		if _, err := io.WriteString(conn, text[:min(step, len(text))]); err != nil {
			return
		}
	}
}
