package address

import (
	"net/url"
	"strings"
)

// Canonical returns the address that a page is to have: the first of those it states for itself that can be believed,
// else the one where it was found. Pages state many things: the front page on every article, the first of
// several pages, the section. Two articles taken for one are worse than one held twice.
func Canonical(found string, stated ...string) string {
	base, err := url.Parse(found)
	if err != nil {
		return found
	}
	for _, s := range stated {
		u, err := base.Parse(strings.TrimSpace(s))
		if s != "" && err == nil && isBelievable(base, u) {
			u.Fragment, u.RawFragment = "", ""
			return u.String()
		}
	}
	base.Fragment, base.RawFragment = "", ""
	base.RawQuery = untracked(base)
	return base.String()
}

// isBelievable reports whether a page that was found at one address may have another one.
func isBelievable(found, stated *url.URL) bool {
	a, b := Key(found.String()), Key(stated.String())
	switch {
	case a == "" || b == "" || Site(found.String()) != Site(stated.String()):
		return false
	case a == b:
		return true
	}
	if _, where, _ := strings.Cut(b, "/"); where == "" {
		return false // the front page
	}
	above, _, _ := strings.Cut(b, "?")
	return !strings.HasPrefix(a, above+"/") && !strings.HasPrefix(a, above+"?") // a section, the first of several pages
}

// untracked returns the query of an address as it stands, without trackers.
func untracked(u *url.URL) string {
	var kept []string
	for pair := range strings.SplitSeq(u.RawQuery, "&") {
		if name, value, _ := strings.Cut(pair, "="); pair != "" && !isTracker(name, value) {
			kept = append(kept, pair)
		}
	}
	return strings.Join(kept, "&")
}

// Name returns a short name for what stands at an address, of small letters, digits and hyphens.
func Name(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "article"
	}
	last := strings.TrimRight(u.Path, "/")
	last = last[strings.LastIndexByte(last, '/')+1:]
	if dot := strings.LastIndexByte(last, '.'); dot > 0 {
		last = last[:dot]
	}
	if name := slug(last); strings.Trim(name, "0123456789-") != "" {
		return name
	}
	return strings.Trim(slug(hostKey(u.Hostname()))+"-"+slug(last), "-")
}

// longestName is the longest name, in bytes.
const longestName = 48

func slug(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') })
	name := ""
	for _, w := range words {
		if len(name)+len(w) > longestName {
			break
		}
		name = strings.TrimPrefix(name+"-"+w, "-")
	}
	return name
}
