package discord_test

import (
	"bytes"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"talksbot/bot/discord"
)

// ours is the key of the application that the tests have, and theirs another's.
var ours, theirs = ed25519.NewKeyFromSeed(bytes.Repeat([]byte{1}, ed25519.SeedSize)), ed25519.NewKeyFromSeed(bytes.Repeat([]byte{2}, ed25519.SeedSize))

// A hearer is an endpoint and what was heard at it.
type hearer struct {
	http.Handler
	mu    sync.Mutex
	heard []discord.Event
}

func newHearer(t testing.TB) *hearer {
	c, err := discord.New(discord.Options{Token: "a.b.c"})
	if err != nil {
		t.Fatal(err)
	}
	h := &hearer{}
	h.Handler = discord.Endpoint(c, ours.Public().(ed25519.PublicKey), func(e discord.Event) {
		h.mu.Lock()
		defer h.mu.Unlock()
		h.heard = append(h.heard, e)
	})
	return h
}

// A posting is a request before it is signed, and how it is.
type posting struct {
	method, path string
	body         string
	signs        string // what is signed instead of the body
	by           ed25519.PrivateKey
	stamp        string
	change       func(*http.Request)
}

func (p posting) request() *http.Request {
	r := httptest.NewRequest(p.method, p.path, strings.NewReader(p.body))
	r.Header.Set("X-Signature-Timestamp", p.stamp)
	r.Header.Set("X-Signature-Ed25519", hex.EncodeToString(ed25519.Sign(p.by, []byte(p.stamp+p.signs))))
	if p.change != nil {
		p.change(r)
	}
	return r
}

func (h *hearer) posts(change func(*posting)) *httptest.ResponseRecorder {
	p := posting{method: "POST", path: discord.EndpointPath, body: used("1"), signs: "\x00", by: ours, stamp: strconv.FormatInt(time.Now().Unix(), 10)}
	change(&p)
	if p.signs == "\x00" {
		p.signs = p.body
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, p.request())
	return w
}

// used is the use of a command, by the interaction's ID.
func used(id string) string {
	return fmt.Sprintf(`{"id":%q,"application_id":"9","type":2,"token":"secret","channel_id":"5","guild_id":"6","locale":"de","entitlements":[{"id":"3","sku_id":"4"}],
		"member":{"user":{"id":"7","username":"ada"},"permissions":"8"},"data":{"name":"ask","options":[{"name":"question","type":3,"value":"When is the regatta?"}]}}`, id)
}

// TestEndpoint posts what Discord does, and what it does not.
func TestEndpoint(t *testing.T) { synctest.Test(t, testEndpoint) }

func testEndpoint(t *testing.T) {
	header := func(name string, values ...string) func(*posting) {
		return func(p *posting) { p.change = func(r *http.Request) { r.Header[name] = values } }
	}
	stamp := func(s string) func(*posting) { return func(p *posting) { p.stamp = s } }
	body := func(s string) func(*posting) { return func(p *posting) { p.body = s } }
	ago := func(d time.Duration) func(*posting) {
		return stamp(strconv.FormatInt(time.Now().Add(-d).Unix(), 10))
	}
	now := strconv.FormatInt(time.Now().Unix(), 10)
	for name, c := range map[string]struct {
		change func(*posting)
		want   int
		heard  bool
	}{
		"a command":             {func(*posting) {}, 202, true},
		"a query":               {func(p *posting) { p.path += "?a=b" }, 202, true},
		"behind a proxy":        {func(p *posting) { p.change = forwarded }, 202, true},
		"a clock a little fast": {ago(-4 * time.Minute), 202, true},
		"a proxy's late retry":  {ago(4 * time.Minute), 202, true},

		"a ping":                        {body(`{"type":1}`), 200, false},
		"a ping for events":             {body(`{"type":0,"version":1}`), 204, false},
		"an event of the application":   {body(`{"type":1,"version":1,"event":{"type":"ENTITLEMENT_CREATE","data":{}}}`), 204, false},
		"a kind yet unknown":            {body(`{"type":77,"id":"1","application_id":"2","token":"t","user":{"id":"3"},"data":{"name":"x"}}`), 400, false},
		"a command of nobody":           {body(`{"type":2,"id":"1","application_id":"2","token":"t","data":{"name":"x"}}`), 400, false},
		"no kind":                       {body(`{}`), 400, false},
		"nothing":                       {body(``), 400, false},
		"null":                          {body(`null`), 400, false},
		"a list":                        {body(`[{"type":1}]`), 400, false},
		"a kind in words":               {body(`{"type":"1"}`), 400, false},
		"a mark of the order of bytes":  {body("\uFEFF" + `{"type":1}`), 400, false},
		"half":                          {body(used("1")[:80]), 400, false},
		"two":                           {body(`{"type":1}{"type":1}`), 400, false},
		"deep":                          {body(strings.Repeat("[", 200_000)), 400, false},
		"a deep ping":                   {body(`{"type":1,"user":` + strings.Repeat(`{"a":`, 40_000) + `1` + strings.Repeat(`}`, 40_000) + `}`), 400, false},
		"another path":                  {func(p *posting) { p.path = "/" }, 404, false},
		"a path below":                  {func(p *posting) { p.path += "/x" }, 404, false},
		"a path with a slash":           {func(p *posting) { p.path += "/" }, 404, false},
		"read":                          {func(p *posting) { p.method = "GET" }, 405, false},
		"put":                           {func(p *posting) { p.method = "PUT" }, 405, false},
		"too large":                     {body(strings.Repeat(" ", discord.MaxInteraction+1)), 413, false},
		"another's":                     {func(p *posting) { p.by = theirs }, 401, false},
		"of other bytes":                {func(p *posting) { p.signs = used("2") }, 401, false},
		"of the body alone":             {func(p *posting) { p.change = func(r *http.Request) { sign(r, []byte(p.body)) } }, 401, false},
		"of another time":               {func(p *posting) { p.change = func(r *http.Request) { r.Header.Set("X-Signature-Timestamp", "1") } }, 401, false},
		"with more after it":            {func(p *posting) { p.signs = p.body; p.body += " " }, 401, false},
		"a digit moved into the body":   {func(p *posting) { p.change = func(r *http.Request) { move(r) } }, 401, false},
		"a replay from yesterday":       {ago(24 * time.Hour), 401, false},
		"from tomorrow":                 {ago(-24 * time.Hour), 401, false},
		"from the beginning":            {stamp("0"), 401, false},
		"in thousandths":                {stamp(now + "000"), 401, false},
		"a time with a sign":            {stamp("+" + now), 401, false},
		"a time with a space":           {stamp(now + " "), 401, false},
		"a time with a fraction":        {stamp(now + ".0"), 401, false},
		"a time in full":                {stamp("2022-01-10T09:00:00Z"), 401, false},
		"an endless time":               {stamp(now + strings.Repeat("0", 4000)), 401, false},
		"a time in other digits":        {stamp("١٦٤١٨٠٥٢٠٠"), 401, false},
		"no time":                       {header("X-Signature-Timestamp"), 401, false},
		"an empty time":                 {header("X-Signature-Timestamp", ""), 401, false},
		"two times":                     {header("X-Signature-Timestamp", now, now), 401, false},
		"no signature":                  {header("X-Signature-Ed25519"), 401, false},
		"an empty signature":            {header("X-Signature-Ed25519", ""), 401, false},
		"a short signature":             {header("X-Signature-Ed25519", strings.Repeat("ab", 63)), 401, false},
		"a long signature":              {header("X-Signature-Ed25519", strings.Repeat("ab", 65)), 401, false},
		"no hexadecimal":                {header("X-Signature-Ed25519", strings.Repeat("xy", 64)), 401, false},
		"a signature of zeros":          {header("X-Signature-Ed25519", strings.Repeat("00", 64)), 401, false},
		"two signatures":                {func(p *posting) { p.change = twice }, 401, false},
		"neither signed nor small":      {func(p *posting) { p.body, p.stamp = strings.Repeat(" ", discord.MaxInteraction+1), "" }, 401, false},
		"unsigned, and nothing to read": {func(p *posting) { p.body, p.by = "{", theirs }, 401, false},
	} {
		h := newHearer(t)
		w := h.posts(c.change)
		if w.Code != c.want || (len(h.heard) == 1) != c.heard || len(h.heard) > 1 {
			t.Errorf("%s: %d, %d events heard; want %d, %v: %s", name, w.Code, len(h.heard), c.want, c.heard, w.Body)
		}
		if reads := w.Body.String(); strings.Contains(reads, "secret") || (w.Code == 202 || w.Code == 204) && reads != "" {
			t.Errorf("%s: reads %q", name, reads)
		}
	}
}

// forwarded has a request look as from a proxy.
func forwarded(r *http.Request) {
	r.Host = "inside:8081"
	r.Header.Set("X-Forwarded-For", "203.0.113.5, 10.0.0.1")
	r.Header.Set("X-Forwarded-Proto", "http")
	r.Header.Set("X-Forwarded-Host", "elsewhere.example")
	r.Header.Set("X-HTTP-Method-Override", "DELETE")
}

func sign(r *http.Request, what []byte) {
	r.Header.Set("X-Signature-Ed25519", hex.EncodeToString(ed25519.Sign(ours, what)))
}

// move takes the last digit of the time into the body: the same bytes are signed.
func move(r *http.Request) {
	stamp := r.Header.Get("X-Signature-Timestamp")
	last := len(stamp) - 1
	r.Header.Set("X-Signature-Timestamp", stamp[:last])
	r.Body = io.NopCloser(io.MultiReader(strings.NewReader(stamp[last:]), r.Body))
}

func twice(r *http.Request) {
	r.Header.Add("X-Signature-Ed25519", r.Header.Get("X-Signature-Ed25519"))
}

// TestEndpointPong holds what a PING is answered.
func TestEndpointPong(t *testing.T) {
	w := newHearer(t).posts(func(p *posting) { p.body = `{"type":1,"id":"1"}` })
	var pong struct{ Type int }
	if err := json.Unmarshal(w.Body.Bytes(), &pong); err != nil || pong.Type != 1 || w.Header().Get("Content-Type") != "application/json" {
		t.Errorf("%q, %v", w.Body, w.Header())
	}
}

// TestEndpointAgain has every interaction come several times, at once: each is heard of once, and each request gets
// the same answer.
func TestEndpointAgain(t *testing.T) {
	h := newHearer(t)
	var all sync.WaitGroup
	for i := range 60 {
		all.Go(func() {
			if w := h.posts(func(p *posting) { p.body = used(strconv.Itoa(1 + i%20)) }); w.Code != 202 || w.Body.Len() > 0 {
				t.Errorf("%d %s", w.Code, w.Body)
			}
		})
	}
	all.Wait()
	var ids []string
	for _, e := range h.heard {
		ids = append(ids, e.ID)
	}
	slices.Sort(ids)
	if len(ids) != 20 || len(slices.Compact(ids)) != 20 {
		t.Errorf("heard of %v", ids)
	}
}

// TestEndpointPanic has what hears of an event panic: the endpoint goes on.
func TestEndpointPanic(t *testing.T) {
	c, err := discord.New(discord.Options{Token: "a.b.c"})
	if err != nil {
		t.Fatal(err)
	}
	h := &hearer{Handler: discord.Endpoint(c, ours.Public().(ed25519.PublicKey), func(discord.Event) { panic("no") })}
	for range 2 {
		if w := h.posts(func(*posting) {}); w.Code != 202 {
			t.Errorf("%d %s", w.Code, w.Body)
		}
	}
}

// FuzzEndpoint has anything posted: what is not signed is answered 401, whatever it says, and never heard of; every
// answer is one of those that are documented; and what is heard of has all that an answer needs.
func FuzzEndpoint(f *testing.F) {
	for _, body := range []string{used("1"), `{"type":1}`, `{"type":0}`, `{"type":3,"data":{"custom_id":"a:b","values":["x"]}}`, `{"type":5,"message":null}`, "", "{", "\uFEFF{}", `{"type":4,"data":{"options":[{"name":"a","options":[{"focused":true,"value":1e400}]}]}}`} {
		f.Add("POST", "/interactions", body, true, "")
		f.Add("POST", "/interactions", body, false, "1641805200")
	}
	f.Add("GET", "/interactions", "", true, "")
	f.Add("POST", "/%69nteractions", used("1"), true, "")
	f.Fuzz(func(t *testing.T, method, path, body string, signed bool, stamp string) {
		if _, err := http.NewRequest(method, "http://bot.test/", nil); err != nil || strings.ContainsFunc(path, func(r rune) bool { return r <= ' ' || r > '~' }) || !strings.HasPrefix(path, "/") {
			return
		}
		if _, err := http.NewRequest("GET", "http://bot.test"+path, nil); err != nil || method == "" {
			return
		}
		h := newHearer(t)
		w := h.posts(func(p *posting) {
			p.method, p.path, p.body = method, path, body
			if !signed {
				p.by = theirs
			}
			if stamp != "" {
				p.stamp = stamp
			}
		})
		if !slices.Contains([]int{200, 202, 204, 400, 401, 404, 405, 413}, w.Code) {
			t.Errorf("answered %d", w.Code)
		}
		if !signed && (len(h.heard) > 0 || w.Code < 401) {
			t.Errorf("what is not signed was answered %d and heard of %d times", w.Code, len(h.heard))
		}
		if (w.Code == 202) != (len(h.heard) == 1) {
			t.Errorf("answered %d and heard of %d times", w.Code, len(h.heard))
		}
		for _, e := range h.heard {
			if e.ID == "" || e.App == "" || e.Token == "" || e.User.ID == "" || e.Name == "" {
				t.Errorf("heard of %+v", e)
			}
		}
	})
}
