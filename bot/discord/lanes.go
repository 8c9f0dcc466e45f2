package discord

import (
	"net/http"
	"strings"
)

// lanes are the connections to Discord. What answers an interaction first, for which there are three
// seconds, has its own, so that it stands behind nothing that takes longer.
type lanes struct{ first, rest *http.Transport }

// perLane is how many connections there are in a lane, where Discord is not spoken to over one: so many
// that a thousand who ask at once are answered in a second, so few that connecting is not the work.
const perLane = 128

func newLane() *http.Transport {
	lane := http.DefaultTransport.(*http.Transport).Clone()
	lane.MaxIdleConns, lane.MaxIdleConnsPerHost, lane.MaxConnsPerHost = perLane, perLane, perLane
	return lane
}

// RoundTrip sends the request in its lane.
func (l lanes) RoundTrip(req *http.Request) (*http.Response, error) {
	if isFirstAnswer(req) {
		return l.first.RoundTrip(req)
	}
	return l.rest.RoundTrip(req)
}

// isFirstAnswer reports whether a request is the first answer to an interaction.
func isFirstAnswer(req *http.Request) bool { return strings.HasSuffix(req.URL.Path, "/callback") }

// CloseIdleConnections closes those of both lanes.
func (l lanes) CloseIdleConnections() {
	l.first.CloseIdleConnections()
	l.rest.CloseIdleConnections()
}

// CloseIdleConnections closes those of the RoundTripper below.
func (t *transport) CloseIdleConnections() {
	if c, ok := t.next.(interface{ CloseIdleConnections() }); ok {
		c.CloseIdleConnections()
	}
}
