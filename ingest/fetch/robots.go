package fetch

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"talksbot/ingest/reason"
)

const (
	robotsKept    = 24 * time.Hour   // as RFC 9309 allows
	robotsUnknown = 10 * time.Minute // before it is asked for again
	robotsRead    = 500 << 10        // bytes; what stands behind them is not looked at
	robotsHosts   = 4096             // whose rules are kept
)

// A robotsFile is what a host says of robots.
type robotsFile struct {
	rules rules
	err   error // it could not be read: nothing may be
	until time.Time
}

func newRobots() *lru.Cache[string, robotsFile] {
	kept, err := lru.New[string, robotsFile](robotsHosts)
	if err != nil {
		panic(err) // only for a size below 1
	}
	return kept
}

// mayRead says why a page may not be read by a robot, nil where it may. Whoever calls it has the host's turn.
func (c *Client) mayRead(ctx context.Context, u *url.URL) error {
	origin := u.Scheme + "://" + u.Host
	file, ok := c.robots.Get(origin)
	if !ok || time.Now().After(file.until) {
		file = c.readRobots(ctx, &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"})
		if ctx.Err() != nil {
			return failure(ctx.Err()) // perhaps ours
		}
		c.robots.Add(origin, file)
	}
	switch {
	case file.err != nil:
		return file.err
	case !file.rules.allow(u):
		return reason.New(reason.Robots, fmt.Errorf("%s/robots.txt", origin))
	}
	return nil
}

// readRobots asks a host for its rules. One that has none allows everything; one that fails, nothing for now.
func (c *Client) readRobots(ctx context.Context, at *url.URL) robotsFile {
	now := time.Now()
	for range maxRedirects + 1 {
		resp, err := c.send(ctx, at, Request{Accept: "text/plain"})
		if err != nil {
			return robotsFile{err: err, until: now.Add(robotsUnknown)}
		}
		body, err := io.ReadAll(io.LimitReader(resp.Body, robotsRead))
		resp.Body.Close()
		next, isRedirect, wrong := redirect(at, resp)
		switch status := resp.StatusCode; {
		case wrong != nil:
			return robotsFile{until: now.Add(robotsKept)} // it leads to nothing that can be read
		case isRedirect:
			at = next
			continue
		case status >= 400 && status < 500 && status != http.StatusTooManyRequests:
			return robotsFile{until: now.Add(robotsKept)}
		case status >= 200 && status < 300 && err == nil:
			return robotsFile{rules: rulesFor(c.robot, string(body)), until: now.Add(robotsKept)}
		}
		return robotsFile{err: reason.New(reason.RobotsUnknown, fmt.Errorf("%s: %s", at, resp.Status)), until: now.Add(robotsUnknown)}
	}
	return robotsFile{until: now.Add(robotsKept)} // passed on too often: as if there were none
}
