package fetch

import (
	"context"
	"encoding/binary"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"talksbot/ingest/reason"
)

// TestHidden holds that no form of an address that is not public is followed.
func TestHidden(t *testing.T) {
	for what, hosts := range map[string][]string{
		"this machine":        {"127.0.0.1", "127.1", "127.0.1", "0", "0.0.0.0", "2130706433", "0x7f000001", "0x7f.0.0.1", "017700000001", "0177.0.0.1", "0X7F.1", "127.0.0.1.", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]"},
		"private":             {"10.0.0.1", "10.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "192.168.257", "3232235777", "0xc0a80101", "0300.0250.1.1"},
		"link-local":          {"169.254.169.254", "0xa9fea9fe", "2852039166", "[fe80::1]", "[fe80::1%25eth0]"},
		"CGNAT":               {"100.64.0.1", "100.127.255.254"},
		"mapped":              {"[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::ffff:10.0.0.1]", "[::ffff:169.254.169.254]", "[::127.0.0.1]"},
		"NAT64":               {"[64:ff9b::7f00:1]", "[64:ff9b::10.0.0.1]", "[64:ff9b:1::1]"},
		"6to4, Teredo":        {"[2002:7f00:1::]", "[2002:a00:1::1]", "[2001:0:7f00:1::]", "192.88.99.1"},
		"unique local":        {"[fc00::1]", "[fd12:3456::1]"},
		"for everybody":       {"224.0.0.1", "255.255.255.255", "[ff02::1]", "240.0.0.1"},
		"documentation":       {"192.0.2.1", "198.51.100.1", "203.0.113.1", "[2001:db8::1]", "198.18.0.1"},
		"in other characters": {"１２７.０.０.１", "127。0。0。1", "①27.0.0.1"},
	} {
		for _, host := range hosts {
			if _, err := Parse("http://" + host + "/"); reason.Of(err) != reason.PrivateAddress {
				t.Errorf("%s: http://%s/: %v", what, host, err)
			}
		}
	}
	for address, want := range map[string]reason.Reason{
		"http://93.184.215.14/": "", "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/": "", "https://news.example/": "", "https://4chan.example/": "",
		"https://news.example:443/a": "", "http://news.example:80/a": "", "https://xn--caf-dma.example/": "", "https://café.example/": "", " https://news.example/a\n": "",
		"https://1.2.3.example/": "", "https://news_one.example/": "",
		"https://news.example:8080/": reason.Port, "https://news.example:22/": reason.Port,
		"ftp://news.example/": reason.BadAddress, "file:///etc/passwd": reason.BadAddress, "javascript:alert(1)": reason.BadAddress, "news.example/a": reason.BadAddress, "": reason.BadAddress,
		"https:///a": reason.BadAddress, "http:news.example": reason.BadAddress, "https://ann:secret@news.example/": reason.BadAddress, "https://news.example@127.0.0.1/": reason.BadAddress,
		"https://a b.example/": reason.BadAddress, "https://news.example/" + strings.Repeat("a", 3000): reason.BadAddress, "gopher://127.0.0.1:25/_": reason.BadAddress,
		"http://256.1.1.1/": reason.BadAddress, "http://1.2.3.4.5/": reason.BadAddress, "http://0x100000000/": reason.BadAddress, "http://4294967296/": reason.BadAddress,
		"http://127.0.0.08/": reason.BadAddress, "http://1.2.3.0x1000000/": reason.BadAddress,
	} {
		if _, err := Parse(address); reason.Of(err) != want {
			t.Errorf("%q: %v, want %q", address, err, want)
		}
	}
}

// TestRebinding holds that what a name leads to is checked where it is dialled, whatever it led to before.
func TestRebinding(t *testing.T) {
	names := &resolver{answers: []string{"10.0.0.7", "127.0.0.1", "169.254.169.254"}}
	dialer := Dialer()
	dialer.Resolver = &net.Resolver{PreferGo: true, Dial: names.dial}
	c := New("talksbot/test", Through(dialer.DialContext))
	for _, address := range []string{"http://rebind.example/", "https://rebind.example/", "http://rebind.example/again"} {
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		_, err := c.Get(ctx, Request{Address: address})
		cancel()
		if reason.Of(err) != reason.PrivateAddress {
			t.Errorf("%s: %v", address, err)
		}
	}
	if names.asked == 0 {
		t.Error("no name was looked up")
	}
}

// A resolver answers each question for an address with the next of its answers.
type resolver struct {
	answers []string
	asked   int
}

func (r *resolver) dial(context.Context, string, string) (net.Conn, error) {
	ours, theirs := net.Pipe()
	go r.serve(theirs)
	return ours, nil
}

// serve answers one question, framed as over TCP.
func (r *resolver) serve(c net.Conn) {
	defer c.Close()
	var size [2]byte
	if _, err := io.ReadFull(c, size[:]); err != nil {
		return
	}
	packet := make([]byte, binary.BigEndian.Uint16(size[:]))
	if _, err := io.ReadFull(c, packet); err != nil {
		return
	}
	var m dnsmessage.Message
	if m.Unpack(packet) != nil {
		return
	}
	m.Response, m.RecursionAvailable, m.Additionals = true, true, nil
	if q := m.Questions[0]; q.Type == dnsmessage.TypeA {
		ip := net.ParseIP(r.answers[r.asked%len(r.answers)]).To4()
		r.asked++
		m.Answers = []dnsmessage.Resource{{Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class}, Body: &dnsmessage.AResource{A: [4]byte(ip)}}}
	}
	answer, err := m.Pack()
	if err != nil {
		return
	}
	c.Write(append(binary.BigEndian.AppendUint16(nil, uint16(len(answer))), answer...))
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2024, 6, 3, 12, 0, 0, 0, time.UTC)
	for value, want := range map[string]time.Duration{
		"120": 2 * time.Minute, " 5 ": 5 * time.Second, "Mon, 03 Jun 2024 13:00:00 GMT": time.Hour, "Monday, 03-Jun-24 13:00:00 GMT": time.Hour,
		"99999999999999999999": longestWait, "9223372036854775807": longestWait, "Mon, 03 Jun 2030 13:00:00 GMT": longestWait,
	} {
		if got := retryAfter(value, now); got.Sub(now) != want {
			t.Errorf("%q: %v, want %v", value, got.Sub(now), want)
		}
	}
	for _, value := range []string{"", "0", "-5", "soon", "1.5", "Mon, 03 Jun 2024 11:00:00 GMT"} {
		if got := retryAfter(value, now); !got.IsZero() {
			t.Errorf("%q: %v", value, got)
		}
	}
}

// TestAgent holds that a host is told who asks, and is sent nothing else of ours.
func TestAgent(t *testing.T) {
	var asked []*http.Request
	c := New("talksbot/v9 (+https://about.example/)", roundTrip(func(r *http.Request) (*http.Response, error) {
		asked = append(asked, r)
		return &http.Response{StatusCode: 200, Status: "200 OK", Header: http.Header{}, Body: io.NopCloser(strings.NewReader("")), Request: r}, nil
	}))
	if _, err := c.Get(t.Context(), Request{Address: "https://news.example/a", ETag: `W/"a b"`, LastModified: "Mon, 3 June 2024"}); err != nil {
		t.Fatal(err)
	}
	if len(asked) != 2 || asked[0].URL.Path != "/robots.txt" {
		t.Fatalf("asked %v", asked)
	}
	for _, r := range asked {
		if r.UserAgent() != "talksbot/v9 (+https://about.example/)" || r.Header.Get("Cookie")+r.Header.Get("Referer")+r.Header.Get("Authorization") != "" {
			t.Errorf("%s: %v", r.URL, r.Header)
		}
	}
	if h := asked[1].Header; h.Get("If-None-Match") != `W/"a b"` || h.Get("If-Modified-Since") != "Mon, 3 June 2024" || asked[0].Header.Get("If-None-Match") != "" {
		t.Error(asked[0].Header, h)
	}
}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }
