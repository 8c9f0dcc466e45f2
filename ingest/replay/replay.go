// Package replay is a web for tests: pages and feeds at any address, answered by a script, without sockets. It runs in
// a bubble of testing/synctest too.
//
// Hosts have public addresses unless they are given others, and what is dialled is checked as on the real web, so
// that what must not be reached is not.
package replay

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"

	"talksbot/ingest/fetch"
	"talksbot/internal/inmemory"
)

// A Web is all there is. It is an http.RoundTripper.
type Web struct {
	network   *inmemory.Network
	transport *http.Transport

	mu      sync.Mutex
	pages   map[string]http.HandlerFunc // by scheme, host, path and query
	dialled map[string][]string         // the addresses that a host's name leads to, one after the other
	asked   []Asked
	under   map[string]int // how many requests a host has under way
	most    int            // the most that one had at a time
	closing chan struct{}
}

// Asked is a request that came.
type Asked struct {
	Address string
	Header  http.Header
}

// New returns a web that ends with the test.
func New(t testing.TB) *Web {
	w := &Web{network: inmemory.New(), pages: map[string]http.HandlerFunc{}, dialled: map[string][]string{}, under: map[string]int{}, closing: make(chan struct{})}
	w.transport = fetch.Through(w.dial)
	w.transport.DisableKeepAlives = true // each request looks its host's name up again
	server := &httptest.Server{Listener: w.network, Config: &http.Server{Handler: http.HandlerFunc(w.serve)}}
	server.Start()
	t.Cleanup(func() {
		close(w.closing)
		server.CloseClientConnections()
		server.Close()
		w.transport.CloseIdleConnections()
	})
	return w
}

// Handle has what is asked of an address answered. A later answer takes the place of an earlier one.
func (w *Web) Handle(address string, h http.HandlerFunc) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.pages[address] = h
}

// Page has a web page at an address.
func (w *Web) Page(address, html string) { w.Handle(address, Typed("text/html; charset=utf-8", html)) }

// Leads says which addresses the name of a host leads to, one after the other and then the last for good.
func (w *Web) Leads(host string, addresses ...string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.dialled[host] = addresses
}

// Asked returns the requests that came for an address, robots.txt only where it is that.
func (w *Web) Asked(address string) (all []Asked) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, a := range w.asked {
		if a.Address == address {
			all = append(all, a)
		}
	}
	return all
}

// Most returns how many requests one host had under way at a time, at most.
func (w *Web) Most() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.most
}

// scheme is the header that tells what was asked for, since all is answered without TLS.
const scheme = "X-Replay-Scheme"

// RoundTrip sends a request.
func (w *Web) RoundTrip(r *http.Request) (*http.Response, error) {
	out := r.Clone(r.Context())
	out.Header.Set(scheme, r.URL.Scheme)
	if r.URL.Scheme == "https" {
		out.Host = r.URL.Host
		out.URL.Scheme, out.URL.Host = "http", net.JoinHostPort(r.URL.Hostname(), "443")
	}
	return w.transport.RoundTrip(out)
}

// dial connects where a host's name leads, if that is allowed.
func (w *Web) dial(ctx context.Context, network, address string) (net.Conn, error) {
	host, port, err := net.SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	ip := w.lookup(host)
	if ip == "" {
		return nil, &net.OpError{Op: "dial", Net: network, Err: &net.DNSError{Err: "no such host", Name: host, IsNotFound: true}}
	}
	kind := "tcp4"
	if strings.Contains(ip, ":") {
		kind = "tcp6"
	}
	if err := fetch.Dialer().Control(kind, net.JoinHostPort(ip, port), nil); err != nil {
		return nil, &net.OpError{Op: "dial", Net: network, Err: err}
	}
	return w.network.Dial(ctx, network, address)
}

// public is where hosts are that nothing else is said of.
const public = "93.184.215.14"

func (w *Web) lookup(host string) string {
	w.mu.Lock()
	defer w.mu.Unlock()
	if net.ParseIP(host) != nil {
		return host
	}
	if all := w.dialled[host]; len(all) > 0 {
		if len(all) > 1 {
			w.dialled[host] = all[1:]
		}
		return all[0]
	}
	for address := range w.pages {
		if u, err := url.Parse(address); err == nil && u.Hostname() == host {
			return public
		}
	}
	return ""
}

func (w *Web) serve(rw http.ResponseWriter, r *http.Request) {
	host := strings.TrimSuffix(strings.TrimSuffix(r.Host, ":443"), ":80")
	address := r.Header.Get(scheme) + "://" + host + r.URL.RequestURI()
	w.mu.Lock()
	w.asked = append(w.asked, Asked{address, r.Header})
	h := w.pages[address]
	w.under[host]++
	w.most = max(w.most, w.under[host])
	w.mu.Unlock()
	defer func() {
		w.mu.Lock()
		w.under[host]--
		w.mu.Unlock()
	}()
	if h == nil {
		http.NotFound(rw, r)
		return
	}
	h(rw, r)
}

// Hang answers nothing until whoever asked has gone.
func (w *Web) Hang(_ http.ResponseWriter, r *http.Request) {
	select {
	case <-r.Context().Done():
	case <-w.closing:
	}
}
