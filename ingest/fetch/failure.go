package fetch

import (
	"compress/flate"
	"compress/gzip"
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"

	"code.dny.dev/ssrf"

	"talksbot/ingest/reason"
)

// failure says why no response came, or not the whole of one.
func failure(err error) error {
	return reason.New(reasonOf(err), err)
}

func reasonOf(err error) reason.Reason {
	for _, known := range []struct {
		err error
		is  reason.Reason
	}{
		{ssrf.ErrProhibitedIP, reason.PrivateAddress}, {ssrf.ErrProhibitedPort, reason.Port}, {ssrf.ErrProhibitedNetwork, reason.PrivateAddress},
		{context.DeadlineExceeded, reason.Timeout}, {io.ErrUnexpectedEOF, reason.CutShort},
		{gzip.ErrChecksum, reason.CutShort}, {gzip.ErrHeader, reason.Unreadable},
	} {
		if errors.Is(err, known.err) {
			return known.is
		}
	}
	if name, ok := errors.AsType[*net.DNSError](err); ok && name.IsNotFound {
		return reason.NoSuchHost
	}
	if _, ok := errors.AsType[flate.CorruptInputError](err); ok {
		return reason.Unreadable
	}
	if _, ok := errors.AsType[*tls.CertificateVerificationError](err); ok {
		return reason.Insecure
	}
	if slow, ok := errors.AsType[net.Error](err); ok && slow.Timeout() {
		return reason.Timeout
	}
	return reason.Unreachable
}

// refusal says what a status means that is no page's.
func refusal(resp *http.Response) error {
	e := reason.New(statusReason(resp.StatusCode), errors.New(resp.Status))
	if e.Reason == reason.TooMany || e.Reason == reason.ServerError {
		e.After = retryAfter(resp.Header.Get("Retry-After"), time.Now())
	}
	return e
}

func statusReason(status int) reason.Reason {
	switch status {
	case http.StatusUnauthorized, http.StatusPaymentRequired, http.StatusForbidden, http.StatusProxyAuthRequired, http.StatusUnavailableForLegalReasons:
		return reason.Forbidden
	case http.StatusNotFound:
		return reason.NotFound
	case http.StatusGone:
		return reason.Gone
	case http.StatusTooManyRequests:
		return reason.TooMany
	case http.StatusRequestTimeout, http.StatusGatewayTimeout:
		return reason.Timeout
	}
	if status >= 500 {
		return reason.ServerError
	}
	return reason.Status
}

// longestWait bounds what a server may ask for.
const longestWait = 7 * 24 * time.Hour

// retryAfter reads until when a server asks not to be asked again: seconds, or a date (RFC 9110, 10.2.3).
// The zero time is no such wish, or one that cannot be read.
func retryAfter(value string, now time.Time) time.Time {
	value = strings.TrimSpace(value)
	if at, err := http.ParseTime(value); err == nil {
		if !at.After(now) {
			return time.Time{}
		}
		return earlier(at, now.Add(longestWait))
	}
	seconds, err := strconv.ParseUint(value, 10, 63)
	if errors.Is(err, strconv.ErrRange) {
		return now.Add(longestWait)
	}
	if err != nil || seconds == 0 {
		return time.Time{}
	}
	return now.Add(time.Duration(min(seconds, uint64(longestWait/time.Second))) * time.Second)
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
