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

// retryHeader is OpenAI's own word on whether to try again.
const retryHeader = "X-Should-Retry"

// worthRetrying reports whether the same request may fare better a moment later.
func worthRetrying(resp *http.Response, err error) bool {
	if err != nil {
		return !permanent(err)
	}
	if resp.Header.Get(retryHeader) == "false" {
		return false
	}
	s := resp.StatusCode
	return s == http.StatusTooManyRequests || s >= 500 && s != http.StatusNotImplemented
}

// permanent reports whether err is not a broken connection but a mistake in the request, the
// address or the server's certificate.
func permanent(err error) bool {
	for _, never := range []error{context.Canceled, context.DeadlineExceeded, errTooLong} {
		if errors.Is(err, never) {
			return true
		}
	}
	if name, ok := errors.AsType[*net.DNSError](err); ok {
		return name.IsNotFound
	}
	_, certificate := errors.AsType[*tls.CertificateVerificationError](err)
	_, notTLS := errors.AsType[tls.RecordHeaderError](err)
	return certificate || notTLS
}

// tooLate reports whether the server asks for a pause that outlasts the request.
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
	d := backoff << retries
	return d/2 + jitter(d)
}

// jitter returns a random pause below the given one.
func jitter(most time.Duration) time.Duration { return rand.N(max(most, 1)) }

// retryAfter reads the pause a server asks for: OpenAI's milliseconds, or Retry-After as
// seconds or a time (RFC 9110, 10.2.3). A pause that cannot be read is none.
func retryAfter(h http.Header, now time.Time) (time.Duration, bool) {
	after := h.Get("Retry-After")
	if t, err := http.ParseTime(after); err == nil {
		return max(0, t.Sub(now)), true
	}
	if d, ok := span(h.Get("Retry-After-Ms"), time.Millisecond); ok {
		return d, true
	}
	return span(after, time.Second)
}

// span reads a number of units, up to a day.
func span(s string, unit time.Duration) (time.Duration, bool) {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(f) || f < 0 {
		return 0, false
	}
	return time.Duration(min(f*float64(unit), float64(24*time.Hour))), true
}
