// Package address tells when two addresses of the web lead to one page.
package address

import (
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"

	"golang.org/x/net/idna"
	"golang.org/x/net/publicsuffix"

	"talksbot/knowledge/english"
)

// Key returns what the addresses of one page have in common: http or https, with "www." or without, for phones or in
// AMP, whatever was added to them to tell where a reader comes from, and with any fragment they have one key. Of what
// is no address of the web it is "".
func Key(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	u = unwrapped(u)
	where := strings.TrimRight(ampless(cleaned(u.EscapedPath())), "/")
	key := hostKey(u.Hostname()) + where
	if kept := query(u); kept != "" {
		key += "?" + kept
	}
	return key
}

// hostKey returns a host without what only says for which screen or over which way its pages are.
func hostKey(host string) string {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if ascii, err := idna.Lookup.ToASCII(host); err == nil {
		host = ascii
	}
	for {
		first, rest, _ := strings.Cut(host, ".")
		if !variants().Has(first) || publicSite(rest) == "" {
			return host
		}
		host = rest
	}
}

// Site returns the name under which a host was registered: "example.co.uk" of "news.example.co.uk".
func Site(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return publicSite(unwrapped(u).Hostname())
}

func publicSite(host string) string {
	site, err := publicsuffix.EffectiveTLDPlusOne(strings.ToLower(host))
	if err != nil {
		return ""
	}
	return site
}

// caches are hosts that show the pages of others, whose address begins behind these parts of the path.
var caches = []struct{ host, before string }{
	{".cdn.ampproject.org", "/c/"}, {".cdn.ampproject.org", "/v/"}, {".cdn.ampproject.org", "/i/"},
	{"www.google.com", "/amp/"}, {"google.com", "/amp/"},
}

// unwrapped returns the address of the page that a cache shows.
func unwrapped(u *url.URL) *url.URL {
	for _, c := range caches {
		rest, ok := strings.CutPrefix(u.EscapedPath(), c.before)
		if !ok || !(u.Hostname() == c.host || strings.HasPrefix(c.host, ".") && strings.HasSuffix(u.Hostname(), c.host)) {
			continue
		}
		inner, err := url.Parse("https://" + strings.TrimPrefix(rest, "s/"))
		if err == nil && strings.Contains(inner.Host, ".") {
			inner.RawQuery = u.RawQuery
			return inner
		}
	}
	return u
}

// cleaned returns a path without empty parts.
func cleaned(p string) string {
	if p == "" {
		return "/"
	}
	return path.Clean(p)
}

// ampless returns a path without what says that it leads to the AMP of a page.
func ampless(p string) string {
	if rest, ok := strings.CutPrefix(p, "/amp/"); ok {
		return "/" + rest
	}
	for _, ending := range []string{"/amp", ".amp", "/amp.html"} {
		if rest, ok := strings.CutSuffix(p, ending); ok && rest != "" {
			return rest
		}
	}
	if rest, ok := strings.CutSuffix(p, ".amp.html"); ok {
		return rest + ".html"
	}
	return p
}

// query returns what of a query says which page is meant, in a fixed order.
func query(u *url.URL) string {
	var kept []string
	for pair := range strings.FieldsFuncSeq(u.RawQuery, func(r rune) bool { return r == '&' || r == ';' }) {
		name, value, _ := strings.Cut(pair, "=")
		if !isTracker(name, value) {
			kept = append(kept, pair)
		}
	}
	slices.Sort(kept)
	return strings.Join(kept, "&")
}

// isTracker reports whether a part of a query says where a reader comes from, or how the page is to be shown.
func isTracker(name, value string) bool {
	name = strings.ToLower(name)
	if trackers().Has(name) {
		return true
	}
	for prefix := range trackerPrefixes() {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return strings.EqualFold(value, "amp") || name == "amp"
}

var (
	trackers        = sync.OnceValue(func() english.Set { return english.Class("trackers in addresses") })
	trackerPrefixes = sync.OnceValue(func() english.Set { return english.Class("beginnings of trackers") })
	variants        = sync.OnceValue(func() english.Set { return english.Class("hosts of one site") })
)
