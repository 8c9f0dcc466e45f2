package chat

import (
	"context"
	"crypto/tls"
	"errors"
	"math"
	"math/rand/v2"
	"net"
	"net/http"
	"strconv"
	"time"

	"github.com/failsafe-go/failsafe-go"
	"github.com/failsafe-go/failsafe-go/failsafehttp"
	"github.com/failsafe-go/failsafe-go/retrypolicy"
)

// maxTries bounds how often one request is sent.
const maxTries = 3

// retrying returns a transport that sends a request again where that may help, after the
// pause the server asks for or a growing one, and returns the last reply or error as it
// came. It never waits for a moment at which nobody would be there to hear the answer.
func retrying(next http.RoundTripper, backoff time.Duration, pausing func(d time.Duration, status int, err error)) http.RoundTripper {
	policy := retrypolicy.NewBuilder[*http.Response]().
		HandleIf(worthRetrying).
		AbortIf(tooLate).
		WithMaxAttempts(maxTries).
		WithDelayFunc(func(e failsafe.ExecutionAttempt[*http.Response]) time.Duration {
			return pause(e.LastResult(), e.Retries(), backoff)
		}).
		OnRetryScheduled(func(e failsafe.ExecutionScheduledEvent[*http.Response]) {
			status := 0
			if r := e.LastResult(); r != nil {
				status = r.StatusCode
			}
			pausing(e.Delay, status, e.LastError())
		}).
		ReturnLastFailure().
		Build()
	return failsafehttp.NewRoundTripper(bounded{next}, policy)
}

// worthRetrying says whether the same request may fare better a moment later.
func worthRetrying(resp *http.Response, err error) bool {
	if err != nil {
		return !permanent(err)
	}
	if resp.Header.Get("X-Should-Retry") == "false" { // OpenAI's own word on it
		return false
	}
	switch s := resp.StatusCode; {
	case s == http.StatusTooManyRequests:
		return true
	case s == http.StatusNotImplemented:
		return false
	default:
		return s >= 500
	}
}

// permanent says whether err is not a broken connection but a mistake in the request, the
// address or the server's certificate.
func permanent(err error) bool {
	var (
		certificate *tls.CertificateVerificationError
		notTLS      tls.RecordHeaderError
		name        *net.DNSError
	)
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded), errors.Is(err, errTooLong):
		return true
	case errors.As(err, &certificate), errors.As(err, &notTLS):
		return true
	case errors.As(err, &name):
		return name.IsNotFound
	}
	return false
}

// tooLate says whether the server asks for a pause that outlasts the request.
func tooLate(resp *http.Response, _ error) bool {
	if resp == nil || resp.Request == nil {
		return false
	}
	deadline, ok := resp.Request.Context().Deadline()
	wait, asked := retryAfter(resp.Header, time.Now())
	return ok && asked && wait >= time.Until(deadline)
}

// pause returns how long to wait after the given number of retries, with jitter: those who
// failed together should not come back together.
func pause(resp *http.Response, retries int, backoff time.Duration) time.Duration {
	if resp != nil {
		if wait, ok := retryAfter(resp.Header, time.Now()); ok {
			return wait + jitter(backoff/2)
		}
	}
	d := backoff << min(retries, 10)
	return d/2 + jitter(d)
}

func jitter(most time.Duration) time.Duration {
	if most <= 0 {
		return 0
	}
	return rand.N(most)
}

// retryAfter reads the pause a server asks for: OpenAI's milliseconds, or Retry-After as
// seconds or a time (RFC 9110, 10.2.3). A pause that cannot be read is none.
func retryAfter(h http.Header, now time.Time) (time.Duration, bool) {
	if d, ok := span(h.Get("Retry-After-Ms"), time.Millisecond); ok {
		return d, true
	}
	after := h.Get("Retry-After")
	if d, ok := span(after, time.Second); ok {
		return d, true
	}
	if t, err := http.ParseTime(after); err == nil {
		return max(0, t.Sub(now)), true
	}
	return 0, false
}

// span reads a number of units, up to a day.
func span(s string, unit time.Duration) (time.Duration, bool) {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(f) || f < 0 {
		return 0, false
	}
	return time.Duration(min(f*float64(unit), float64(24*time.Hour))), true
}
