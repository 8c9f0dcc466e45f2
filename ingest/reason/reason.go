// Package reason names every way in which a link, a feed or a file can fail to become an article.
//
// A Reason is a name and no sentence: what a reader is told stands in the catalogue under
// "ingest." and that name, in every language.
package reason

import (
	"errors"
	"time"
)

// A Reason is why something was not taken up; "" where it was.
type Reason string

// What is wrong with an address, or with the way there.
const (
	BadAddress     Reason = "bad-address"     // no address of the web
	Port           Reason = "port"            // a port other than those of the web
	PrivateAddress Reason = "private-address" // it leads to a machine that is not on the public internet
	NoSuchHost     Reason = "no-such-host"
	Unreachable    Reason = "unreachable" // no connection, or it broke
	Insecure       Reason = "insecure"    // the certificate does not fit
	Timeout        Reason = "timeout"
	Redirects      Reason = "redirects" // it is passed on without end
)

// What its server says.
const (
	Robots        Reason = "robots"         // robots.txt forbids it
	RobotsUnknown Reason = "robots-unknown" // robots.txt cannot be read for now, so everything is forbidden
	Forbidden     Reason = "forbidden"      // only for those it knows
	NotFound      Reason = "not-found"
	Gone          Reason = "gone"         // for good
	TooMany       Reason = "too-many"     // it asks to come back later
	ServerError   Reason = "server-error" // it fails
	Status        Reason = "status"       // anything else that is no page
)

// What is wrong with what came.
const (
	TooLarge   Reason = "too-large"
	CutShort   Reason = "cut-short"  // the connection ended before the page did
	Unreadable Reason = "unreadable" // packed or written in a way that is not known
	NotHTML    Reason = "not-html"   // a picture, a film, a program
	Challenge  Reason = "challenge"  // a page that asks whether a person reads it
	Consent    Reason = "consent"    // a page that asks to agree to something first
	Paywall    Reason = "paywall"
	TooShort   Reason = "too-short"    // fewer than three sentences
	HalfAsLong Reason = "half-as-long" // as the version that is held
	IsFeed     Reason = "is-feed"      // which is followed, not added
	NotFeed    Reason = "not-feed"     // neither a feed nor a page that names one
	PutAway    Reason = "put-away"     // somebody has removed it from this library
	Failed     Reason = "failed"       // a fault of ours
)

// All returns every reason.
func All() []Reason {
	return []Reason{
		BadAddress, Port, PrivateAddress, NoSuchHost, Unreachable, Insecure, Timeout, Redirects,
		Robots, RobotsUnknown, Forbidden, NotFound, Gone, TooMany, ServerError, Status,
		TooLarge, CutShort, Unreadable, NotHTML, Challenge, Consent, Paywall, TooShort, HalfAsLong, IsFeed, NotFeed, PutAway, Failed,
	}
}

// IsPassing reports whether the same may go well a while later.
func (r Reason) IsPassing() bool {
	switch r {
	case NoSuchHost, Unreachable, Timeout, RobotsUnknown, TooMany, ServerError, CutShort, Challenge, Failed:
		return true
	}
	return false
}

// An Error is a failure with its reason.
type Error struct {
	Reason
	After time.Time // the server asks not to come back before; zero: it does not say
	Err   error     // what lies behind it, for the log; may be nil
}

func (e *Error) Error() string {
	if e.Err == nil {
		return string(e.Reason)
	}
	return string(e.Reason) + ": " + e.Err.Error()
}

func (e *Error) Unwrap() error { return e.Err }

// New returns an error of that reason. err may be nil.
func New(r Reason, err error) *Error { return &Error{Reason: r, Err: err} }

// Of returns the reason of an error: Failed where it has none, "" for nil.
func Of(err error) Reason {
	if err == nil {
		return ""
	}
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Reason
	}
	return Failed
}
