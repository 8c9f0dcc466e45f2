package discord

import (
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
)

// EndpointPath is the path of the address that Discord posts interactions to.
const EndpointPath = "/interactions"

// MaxInteraction is how large an interaction may be, in bytes: a long message, what it replies to, and every character of
// both written as an escape.
const MaxInteraction = 512 << 10

// farOff is how far the time of a request may be from ours: the clocks of both, and a proxy that tries again.
const farOff = 5 * time.Minute

// mostSeen is how many interactions are known again: those of farOff, should fifty a second come.
const mostSeen = 1 << 15

// ParseKey reads the public key of an application, as the developer portal shows it.
func ParseKey(text string) (ed25519.PublicKey, error) {
	key, err := hex.DecodeString(text)
	if err != nil || len(key) != ed25519.PublicKeySize {
		return nil, errors.New("a public key is 64 digits, 0-9 and a-f: copy it from https://discord.com/developers/applications (General Information)")
	}
	return key, nil
}

// An endpoint answers the requests by which Discord tells of interactions.
type endpoint struct {
	client *Client
	key    ed25519.PublicKey
	hear   func(Event)
	seen   *lru.Cache[string, bool] // the interactions, by their IDs
}

// Endpoint returns what answers the requests at [EndpointPath] by which Discord tells of interactions where that is its
// application's Interactions Endpoint URL. It calls hear with each, as [Client.Run] does with those from the gateway, and
// at the same time as that; hear must not wait. Nothing is read of a request before its signature was verified by
// the application's key.
//
// A request is answered with 202 and nothing else: the interaction itself gets its first answer as one from the gateway does,
// by a request of ours. In the body of the answer it would save a request; but then nobody knows when Discord has read
// it, and what is to stand in its place a moment later finds nothing there. A proxy that sends a request again
// gets the same answer, and the interaction is heard of once.
func Endpoint(c *Client, key ed25519.PublicKey, hear func(Event)) http.Handler {
	seen, _ := lru.New[string, bool](mostSeen) // it fails for no room only
	return &endpoint{client: c, key: key, hear: hear, seen: seen}
}

// A refused request is answered with a status, and nothing is done.
type refused struct {
	status int
	why    string
}

var (
	notHere   = &refused{http.StatusNotFound, "there is nothing here"}
	notSo     = &refused{http.StatusMethodNotAllowed, "interactions are posted"}
	tooLarge  = &refused{http.StatusRequestEntityTooLarge, "this is too large for an interaction"}
	brokenOff = &refused{http.StatusBadRequest, "the request was broken off"}
	unsigned  = &refused{http.StatusUnauthorized, "invalid request signature"}
	unknown   = &refused{http.StatusBadRequest, "this is no interaction that is known here"}
)

func (p *endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, no := p.read(w, r)
	if no == nil {
		no = p.take(w, body)
	}
	switch {
	case no == nil:
		return
	case no == notSo:
		w.Header().Set("Allow", http.MethodPost)
	case no == tooLarge, no == brokenOff:
		w.Header().Set("Connection", "close") // the rest is not waited for
	}
	http.Error(w, no.why, no.status)
}

// read returns the body of a request that Discord signed.
func (p *endpoint) read(w http.ResponseWriter, r *http.Request) ([]byte, *refused) {
	switch {
	case r.URL.Path != EndpointPath:
		return nil, notHere
	case r.Method != http.MethodPost:
		return nil, notSo
	}
	signature, stamp, sent, ok := signatureOf(r.Header)
	if !ok {
		return nil, unsigned
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, MaxInteraction))
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return nil, tooLarge
	case err != nil:
		return nil, brokenOff
	case !ed25519.Verify(p.key, append([]byte(stamp), body...), signature):
		p.client.log.Debug("a request for interactions is not signed by Discord")
		return nil, unsigned
	}
	if off := time.Since(sent).Abs(); off > farOff {
		p.client.log.Warn("an interaction was refused, as its time is too far from ours: is the clock of this machine right?", "off", off.Round(time.Second))
		return nil, unsigned
	}
	return body, nil
}

// mostDigits is how long a timestamp may be: of seconds, for thirty thousand years.
const mostDigits = 12

// signatureOf returns the signature of a request and its time, as it is written and what that says. It reports
// whether they are there, once, and of the form that Discord gives them.
func signatureOf(h http.Header) (signature []byte, stamp string, sent time.Time, ok bool) {
	signatures, stamps := h["X-Signature-Ed25519"], h["X-Signature-Timestamp"]
	if len(signatures) != 1 || len(stamps) != 1 {
		return nil, "", sent, false
	}
	signature, err := hex.DecodeString(signatures[0])
	if err != nil || len(signature) != ed25519.SignatureSize {
		return nil, "", sent, false
	}
	stamp = stamps[0]
	if len(stamp) > mostDigits || strings.Trim(stamp, "0123456789") != "" {
		return nil, "", sent, false
	}
	seconds, err := strconv.ParseInt(stamp, 10, 64)
	return signature, stamp, time.Unix(seconds, 0), err == nil
}

// The kinds of requests that are not of a person.
const (
	kindEventPing = 0 // by which an address for events, which this is not, is tried
	kindPing      = 1 // by which an address for interactions is
)

// take answers what Discord says in a body that it signed.
func (p *endpoint) take(w http.ResponseWriter, body []byte) *refused {
	var said struct {
		Type  *int            `json:"type"`
		Event json.RawMessage `json:"event"` // about the application: that it was installed, or paid for
	}
	if json.Unmarshal(body, &said) != nil || said.Type == nil {
		return unknown
	}
	switch {
	case said.Event != nil, *said.Type == kindEventPing:
		w.WriteHeader(http.StatusNoContent)
		return nil
	case *said.Type == kindPing:
		w.Header().Set("Content-Type", "application/json")
		io.WriteString(w, `{"type":1}`)
		return nil
	}
	self := ""
	if u := p.client.Self.Load(); u != nil {
		self = u.ID
	}
	e, ok := interacted(body, self)
	if !ok {
		p.client.log.Warn("Discord posted an interaction of a kind that is not known here", "type", *said.Type)
		return unknown
	}
	p.once(e)
	w.WriteHeader(http.StatusAccepted)
	return nil
}

// once has an interaction heard of that was not before.
func (p *endpoint) once(e Event) {
	defer Rescue(p.client.log, func() {})
	if again, _ := p.seen.ContainsOrAdd(e.ID, true); again {
		p.client.log.Info("an interaction came again", "id", e.ID)
		return
	}
	p.hear(e)
}
