package fetch

import (
	"context"
	"net"
	"net/http"
	"time"

	"code.dny.dev/ssrf"
)

// guard knows which addresses are public, and which ports are the web's.
var guard = ssrf.New()

// Dialer returns a dialer that connects to public addresses alone, on the ports of the web. It
// checks the address that is dialled, not the name that led there: a name may lead elsewhere the
// second time it is looked up.
func Dialer() *net.Dialer {
	return &net.Dialer{Timeout: connecting, KeepAlive: -1, Control: guard.Safe}
}

// connecting is how long it may take to connect to one address. A host with several gets another chance.
const connecting = 10 * time.Second

// Public returns the way to the public web.
func Public() http.RoundTripper { return Through(Dialer().DialContext) }

// Through returns the way to what dial reaches. It never goes through a proxy, whatever the environment
// says: a proxy would look names up where nobody checks what they lead to.
func Through(dial func(ctx context.Context, network, address string) (net.Conn, error)) *http.Transport {
	return &http.Transport{
		DialContext:            dial,
		ForceAttemptHTTP2:      true,
		TLSHandshakeTimeout:    connecting,
		MaxResponseHeaderBytes: 64 << 10,
		MaxIdleConns:           20,
		MaxIdleConnsPerHost:    1,
		IdleConnTimeout:        30 * time.Second,
	}
}
