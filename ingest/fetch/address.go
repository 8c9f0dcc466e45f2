package fetch

import (
	"fmt"
	"net/netip"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/idna"

	"talksbot/ingest/reason"
)

// longest is the longest address that is followed, in bytes.
const longest = 2000

// Parse reads an address of the web as somebody gives it, and says early what is wrong with one that
// would never be dialled. Whether its name leads to a public address is only known then.
func Parse(address string) (*url.URL, error) {
	address = strings.TrimSpace(address)
	if len(address) > longest {
		return nil, reason.New(reason.BadAddress, fmt.Errorf("an address of %d bytes", len(address)))
	}
	u, err := url.Parse(address)
	if err != nil {
		return nil, reason.New(reason.BadAddress, err)
	}
	if err := check(u); err != nil {
		return nil, err
	}
	return u, nil
}

// check says why an address is not followed.
func check(u *url.URL) error {
	switch {
	case u.Scheme != "http" && u.Scheme != "https", u.Hostname() == "", u.Opaque != "":
		return reason.New(reason.BadAddress, fmt.Errorf("%q is no address of the web", u.Redacted()))
	case u.User != nil: // a name and a password are for one person, and "https://good.example@bad.example/" misleads
		return reason.New(reason.BadAddress, fmt.Errorf("%q has a user", u.Redacted()))
	case u.Port() != "" && u.Port() != "80" && u.Port() != "443":
		return reason.New(reason.Port, fmt.Errorf("port %s", u.Port()))
	}
	return checkHost(u.Hostname())
}

// checkHost refuses a host that is an address and not a public one, in whichever form it is written, and
// one that is no name.
func checkHost(host string) error {
	if ascii, err := idna.Lookup.ToASCII(host); err == nil {
		host = ascii
	} else if strings.ContainsFunc(host, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return reason.New(reason.BadAddress, err)
	}
	ip, err := netip.ParseAddr(host)
	if err != nil {
		number, isNumber := numeric(strings.TrimSuffix(host, "."))
		switch {
		case !isNumber:
			return nil
		case !number.IsValid():
			return reason.New(reason.BadAddress, err)
		}
		ip = number
	}
	if err := guard.SafeAddr(ip); err != nil {
		return reason.New(reason.PrivateAddress, err)
	}
	return nil
}

// numeric returns the address that a host is where its last part is a number: "127.1", "0x7f000001",
// "2130706433", "0177.0.0.1". The address is invalid where the parts make none.
func numeric(host string) (ip netip.Addr, isNumber bool) {
	parts := strings.Split(host, ".")
	last := parts[len(parts)-1]
	if !digits.MatchString(last) {
		return netip.Addr{}, false
	}
	if len(parts) > 4 {
		return netip.Addr{}, true
	}
	var whole uint64
	for i, p := range parts {
		n, err := number(p)
		bits := 8
		if i == len(parts)-1 {
			bits = 8 * (5 - len(parts))
		}
		if err != nil || n>>bits != 0 {
			return netip.Addr{}, true
		}
		whole = whole<<bits | n
	}
	return netip.AddrFrom4([4]byte{byte(whole >> 24), byte(whole >> 16), byte(whole >> 8), byte(whole)}), true
}

// digits is a part of an address that is a number.
var digits = regexp.MustCompile(`^(?i:[0-9]+|0x[0-9a-f]*)$`)

// number reads a part of an address as browsers do: in tens, in eights after a 0, in sixteens after 0x.
func number(part string) (uint64, error) {
	lower := strings.ToLower(part)
	if digits, ok := strings.CutPrefix(lower, "0x"); ok {
		if digits == "" {
			return 0, nil
		}
		return strconv.ParseUint(digits, 16, 32)
	}
	if len(part) > 1 && part[0] == '0' {
		return strconv.ParseUint(part, 8, 32)
	}
	return strconv.ParseUint(part, 10, 32)
}
