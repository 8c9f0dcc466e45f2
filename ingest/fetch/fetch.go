// Package fetch gets pages from the public web, as a guest: it says who it is, does as robots.txt
// says, asks a host for one thing at a time, and stops where a page is too large or too slow.
//
// Who may give it an address is anybody, so it connects to public addresses alone. That is
// checked on the address dialled, for every request, those of redirects too.
package fetch

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"talksbot/ingest/reason"
)

// Bounds of one page.
const (
	inAll        = 20 * time.Second // from the first request to the last byte, the turn of its host once come
	maxBody      = 5 << 20          // bytes, unpacked
	maxRedirects = 5
)

// A Client gets pages. Any number of goroutines may use it.
type Client struct {
	agent   string // User-Agent
	robot   string // its name, which robots.txt may have
	network http.RoundTripper
	line    line
	robots  *lru.Cache[string, robotsFile]
}

// New returns a client that calls itself agent, as in "talksbot/v1 (+https://example.org/about)". A
// network that is nil is the public web; another one is for tests, and has to keep to public
// addresses itself.
func New(agent string, network http.RoundTripper) *Client {
	if network == nil {
		network = Public()
	}
	return &Client{agent: agent, robot: productOf(agent), network: network, robots: newRobots()}
}

// A Request is what is asked for.
type Request struct {
	Address            string
	Accept             string // media types; "": pages
	ETag, LastModified string // of the copy that is held, byte for byte as they came; "" for none
}

// A Page is what came.
type Page struct {
	Address   string // where it was found in the end
	Moved     string // where what was asked for has moved to for good; "" where it has not
	Header    http.Header
	Body      []byte // nil where Unchanged
	Unchanged bool   // the copy that is held is the newest
}

// Type returns the media type that a page states, in lower case; "" for none.
func (p Page) Type() string {
	kind, _, err := mime.ParseMediaType(p.Header.Get("Content-Type"))
	if err != nil {
		kind, _, _ = strings.Cut(p.Header.Get("Content-Type"), ";")
	}
	return strings.ToLower(strings.TrimSpace(kind))
}

// Charset returns the encoding that its server states of a page; "" for none.
func (p Page) Charset() string {
	_, parameters, err := mime.ParseMediaType(p.Header.Get("Content-Type"))
	if err != nil {
		return ""
	}
	return parameters["charset"]
}

// Get returns a page. Its error is a *reason.Error, or that of a ctx that is done.
func (c *Client) Get(ctx context.Context, r Request) (Page, error) {
	at, err := Parse(r.Address)
	if err != nil {
		return Page{}, err
	}
	give, err := c.line.take(ctx, at.Hostname())
	if err != nil {
		return Page{}, err
	}
	limited, cancel := context.WithTimeout(ctx, inAll)
	defer cancel()
	page, err := c.follow(limited, at, r, give)
	if err != nil && ctx.Err() != nil {
		return Page{}, ctx.Err()
	}
	return page, err
}

// follow gets what is found at an address, or where that leads. It has the turn of its host, and gives it.
func (c *Client) follow(ctx context.Context, at *url.URL, r Request, give func()) (Page, error) {
	defer func() { give() }()
	moved, forGood := "", true
	for range maxRedirects + 1 {
		resp, err := c.ask(ctx, at, r)
		if err != nil {
			return Page{}, err
		}
		next, isRedirect, err := redirect(at, resp)
		if err != nil || !isRedirect {
			page, err := read(resp, err)
			page.Address, page.Moved = at.String(), moved
			return page, err
		}
		resp.Body.Close()
		give()
		if forGood = forGood && isForGood(resp.StatusCode); forGood {
			moved = next.String()
		}
		at = next
		taken, err := c.line.take(ctx, at.Hostname())
		if err != nil {
			return Page{}, failure(err)
		}
		give = taken
	}
	return Page{}, reason.New(reason.Redirects, fmt.Errorf("more than %d, to %s", maxRedirects, at.Redacted()))
}

// ask sends a request, if the host lets robots.
func (c *Client) ask(ctx context.Context, at *url.URL, r Request) (*http.Response, error) {
	if err := c.mayRead(ctx, at); err != nil {
		return nil, err
	}
	return c.send(ctx, at, r)
}

// pages are the media types that can be read as articles, best first.
const pages = "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5"

func (c *Client) send(ctx context.Context, at *url.URL, r Request) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, at.String(), nil)
	if err != nil {
		return nil, reason.New(reason.BadAddress, err)
	}
	req.Header.Set("User-Agent", c.agent)
	req.Header.Set("Accept", cmp.Or(r.Accept, pages))
	req.Header.Set("Accept-Language", "en")
	if r.ETag != "" {
		req.Header["If-None-Match"] = []string{r.ETag}
	}
	if r.LastModified != "" {
		req.Header["If-Modified-Since"] = []string{r.LastModified}
	}
	resp, err := c.network.RoundTrip(req)
	if err != nil {
		return nil, failure(err)
	}
	return resp, nil
}

// redirect returns where a response leads on to.
func redirect(from *url.URL, resp *http.Response) (to *url.URL, isRedirect bool, err error) {
	switch resp.StatusCode {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
	default:
		return nil, false, nil
	}
	to, err = from.Parse(resp.Header.Get("Location"))
	if err != nil || resp.Header.Get("Location") == "" {
		return nil, true, reason.New(reason.Status, fmt.Errorf("%s, to %q", resp.Status, resp.Header.Get("Location")))
	}
	return to, true, check(to)
}

func isForGood(status int) bool {
	return status == http.StatusMovedPermanently || status == http.StatusPermanentRedirect
}

// read returns the page that came, unless err says that it is none.
func read(resp *http.Response, err error) (Page, error) {
	defer resp.Body.Close()
	page := Page{Header: resp.Header}
	switch {
	case err != nil:
		return page, err
	case resp.StatusCode == http.StatusNotModified:
		page.Unchanged = true
		return page, nil
	case resp.StatusCode < 200 || resp.StatusCode > 299:
		return page, refusal(resp)
	case resp.ContentLength > maxBody:
		return page, reason.New(reason.TooLarge, fmt.Errorf("%d bytes", resp.ContentLength))
	case resp.Header.Get("Content-Encoding") != "":
		return page, reason.New(reason.Unreadable, fmt.Errorf("packed as %q", resp.Header.Get("Content-Encoding")))
	}
	page.Body, err = io.ReadAll(io.LimitReader(resp.Body, maxBody+1))
	switch {
	case err != nil:
		return page, failure(err)
	case len(page.Body) > maxBody:
		return page, reason.New(reason.TooLarge, fmt.Errorf("over %d bytes", maxBody))
	}
	return page, nil
}
