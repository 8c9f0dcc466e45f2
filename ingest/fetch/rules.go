package fetch

import (
	"net/url"
	"strings"
)

// Robots.txt is read here as RFC 9309 has it. The libraries there are read another standard: a rule
// with a star matches anywhere in a path, one bad line voids the file, "talks" stands for "talksbot".

// rules are what a robots.txt allows one robot.
type rules []rule

type rule struct {
	pattern string // escaped as escaped leaves a path; "*" is anything, "$" at its end the end
	allow   bool
}

// rulesFor returns the rules of a robots.txt for the robot of that name: those of all groups that name it
// or, where none does, those of the groups for any robot.
func rulesFor(robot, text string) rules {
	var own, anybodys rules
	var named, forAny, isNamed, inRules bool // of the group that is read: whom it is for, whether its rules have begun
	for line := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		line, _, _ = strings.Cut(strings.TrimPrefix(line, "\uFEFF"), "#")
		field, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		field, value = strings.ToLower(strings.TrimSpace(field)), strings.TrimSpace(value)
		switch field {
		case "user-agent":
			if inRules {
				named, forAny, inRules = false, false, false
			}
			named = named || strings.EqualFold(productOf(value), robot)
			isNamed = isNamed || named
			forAny = forAny || value == "*"
		case "allow", "disallow":
			inRules = true
			r := rule{escaped(value), field == "allow"}
			if named && value != "" {
				own = append(own, r)
			}
			if forAny && value != "" {
				anybodys = append(anybodys, r)
			}
		}
	}
	if isNamed {
		return own
	}
	return anybodys
}

// productOf returns the name at the beginning of a user agent, without its version.
func productOf(agent string) string {
	end := strings.IndexFunc(agent, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '-' || r == '_')
	})
	if end < 0 {
		return agent
	}
	return agent[:end]
}

// allow reports whether a page may be read. Of the rules that match the longest decides, of two as long
// the one that allows; where none matches, it may.
func (r rules) allow(u *url.URL) bool {
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	path = escaped(path)
	longest, allowed := -1, true
	for _, one := range r {
		if n := len(one.pattern); (n > longest || n == longest && one.allow) && matches(one.pattern, path) {
			longest, allowed = n, one.allow
		}
	}
	return allowed
}

// matches reports whether a path begins as the pattern has it.
func matches(pattern, path string) bool {
	whole := strings.HasSuffix(pattern, "$")
	parts := strings.Split(strings.TrimSuffix(pattern, "$"), "*")
	rest, ok := strings.CutPrefix(path, parts[0])
	if !ok {
		return false
	}
	for i, part := range parts[1:] {
		if whole && i == len(parts)-2 { // the last part stands at the end
			return strings.HasSuffix(rest, part)
		}
		at := strings.Index(rest, part)
		if at < 0 {
			return false
		}
		rest = rest[at+len(part):]
	}
	return !whole || rest == ""
}

// escaped writes a path so that two that are the same are the same bytes: what is not ASCII escaped, what
// need not be escaped not, the digits of escapes in upper case.
func escaped(path string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(path); i++ {
		c := path[i]
		if c == '%' && i+2 < len(path) {
			if n, ok := unhex(path[i+1], path[i+2]); ok {
				i += 2
				if isUnreserved(n) {
					b.WriteByte(n)
					continue
				}
				b.WriteByte('%')
				b.WriteByte(hex[n>>4])
				b.WriteByte(hex[n&15])
				continue
			}
		}
		if c <= ' ' || c >= 0x7F {
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

func isUnreserved(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~", c) >= 0
}

func unhex(a, b byte) (byte, bool) {
	x, y := strings.IndexByte("0123456789abcdef", a|0x20), strings.IndexByte("0123456789abcdef", b|0x20)
	return byte(x<<4 | y), x >= 0 && y >= 0
}
