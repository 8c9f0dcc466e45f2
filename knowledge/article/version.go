package article

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"time"

	"talksbot/knowledge/english"
	"talksbot/knowledge/timex"
)

// A Version is what an article said at one time: SHA-256 of its text, title, outlet, address
// and publication time, as its source gave them. An article that changes becomes another
// version; what cites a version cites it for ever.
type Version [32]byte

// versionOf returns the version of an article whose layout has not been read yet.
func versionOf(a *Article) Version {
	h := sha256.New()
	for _, s := range []string{a.Text, a.Title, a.Outlet, a.URL, when(a.Published)} {
		writeString(h, s)
	}
	return Version(h.Sum(nil))
}

// when writes a publication time with all that is known of it.
func when(m timex.Moment) string {
	s := m.Day.String()
	if !m.HasClock {
		return s
	}
	s += " " + m.Clock.String()
	if m.Zone != nil {
		_, offset := time.Date(m.Day.Year, m.Day.Month, m.Day.Day, 0, 0, 0, int(m.Clock), m.Zone).Zone()
		s += fmt.Sprintf(" %+d", offset)
	}
	return s
}

// writeString writes a string after its length, so that no two lists of strings read alike.
func writeString(h hash.Hash, s string) {
	var size [8]byte
	binary.LittleEndian.PutUint64(size[:], uint64(len(s)))
	h.Write(size[:])
	h.Write([]byte(s))
}

// A Ref is a citation: what stands in the span of one version's text.
type Ref struct {
	Version
	english.Span
}

// Ref returns the citation that the passage is.
func (p Passage) Ref() Ref { return Ref{p.Article.Version, p.Span()} }

// A Short is the first bytes of a Version: enough to tell the articles of a library apart,
// where the whole has no room.
type Short [8]byte

// Short returns the first bytes of the version.
func (v Version) Short() Short { return Short(v[:8]) }

// A ShortRef is a Ref by the first bytes of its version.
type ShortRef struct {
	Short
	english.Span
}

// EncodeRefs writes citations as letters, digits, "-" and "_" for the ID of a button: the
// number of versions, the first bytes of each, then for each citation the place of its
// version, its start and its length, as varints, all in base64.
func EncodeRefs(refs []Ref) string {
	short := make([]ShortRef, len(refs))
	for i, r := range refs {
		short[i] = ShortRef{r.Version.Short(), r.Span}
	}
	return encodeShort(short)
}

func encodeShort(refs []ShortRef) string {
	place := map[Short]uint64{}
	var versions, cites []byte
	for _, r := range refs {
		at, known := place[r.Short]
		if !known {
			at = uint64(len(place))
			place[r.Short] = at
			versions = append(versions, r.Short[:]...)
		}
		for _, n := range []uint64{at, uint64(r.Start), uint64(r.End - r.Start)} {
			cites = binary.AppendUvarint(cites, n)
		}
	}
	code := binary.AppendUvarint(nil, uint64(len(place)))
	return base64.RawURLEncoding.EncodeToString(append(append(code, versions...), cites...))
}

var errMalformed = errors.New("not citations as EncodeRefs writes them")

// maxOffset bounds what a citation may point at: no article is as long.
const maxOffset = 1 << 30

// DecodeRefs undoes EncodeRefs. Any other text is an error.
func DecodeRefs(code string) ([]ShortRef, error) {
	data, err := base64.RawURLEncoding.DecodeString(code)
	if err != nil {
		return nil, errMalformed
	}
	count, n := binary.Uvarint(data)
	size := len(Short{})
	if n <= 0 || count > uint64(len(data)/size) || uint64(len(data)-n) < count*uint64(size) {
		return nil, errMalformed
	}
	versions, data := data[n:n+int(count)*size], data[n+int(count)*size:]
	var refs []ShortRef
	for len(data) > 0 {
		var v [3]uint64 // the version's place, start, length
		for i := range v {
			if v[i], n = binary.Uvarint(data); n <= 0 || v[i] > maxOffset {
				return nil, errMalformed
			}
			data = data[n:]
		}
		if v[0] >= count {
			return nil, errMalformed
		}
		at := int(v[0]) * size
		refs = append(refs, ShortRef{Short(versions[at : at+size]), english.Span{Start: int(v[1]), End: int(v[1] + v[2])}})
	}
	if encodeShort(refs) != code {
		return nil, errMalformed // one citation is written in one way only
	}
	return refs, nil
}
