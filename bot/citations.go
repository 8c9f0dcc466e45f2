package bot

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"

	"talksbot/knowledge/article"
	"talksbot/page"
)

// A key stands for an article: the beginning of a hash of its ID, and of its text.
type key struct{ id, text [4]byte }

func keyOf(a *article.Article) key { return key{hash(a.ID), hash(a.Text)} }

func hash(s string) [4]byte {
	sum := sha256.Sum256([]byte(s))
	return [4]byte(sum[:4])
}

// A ref is a citation as a button carries it: it outlives the program, and tells when the
// article has changed or gone.
type ref struct {
	key
	index int // of the sentence
}

// encode returns what a page cites as a button carries it that does something with it.
func encode(cited []page.Place, does string) string {
	return encodeIn(cited, does == page.ShowContext, maxCustomID-len(does)-1)
}

// encodeIn returns places in at most so many characters, as many of the first as fit: of each its
// first sentence and, with ends, its last.
func encodeIn(cited []page.Place, ends bool, most int) string {
	for ; ; cited = cited[:len(cited)-1] {
		var refs []ref
		for _, c := range cited {
			refs = append(refs, ref{keyOf(c.Article), c.First})
			if ends {
				refs = append(refs, ref{keyOf(c.Article), c.Last})
			}
		}
		if code := encodeRefs(refs); len(code) <= most || len(cited) == 0 {
			return code
		}
	}
}

// encodeRefs writes one byte for the number of articles, their keys, then for each citation the
// article's place and the sentence's index, as varints, all in base64.
func encodeRefs(refs []ref) string {
	place := map[key]int{}
	var keys, cites []byte
	for _, r := range refs {
		at, known := place[r.key]
		if !known {
			at = len(place)
			place[r.key] = at
			keys = append(append(keys, r.id[:]...), r.text[:]...)
		}
		cites = binary.AppendUvarint(binary.AppendUvarint(cites, uint64(at)), uint64(r.index))
	}
	return base64.RawURLEncoding.EncodeToString(append(append([]byte{byte(len(place))}, keys...), cites...))
}

var errMalformed = errors.New("not the citations of an answer")

// decodeRefs undoes encodeRefs. Any other text is an error, and so are no citations.
func decodeRefs(code string) ([]ref, error) {
	data, err := base64.RawURLEncoding.DecodeString(code)
	if err != nil || len(data) == 0 || len(data)-1 < int(data[0])*8 {
		return nil, errMalformed
	}
	keys := make([]key, data[0])
	data = data[1:]
	for i := range keys {
		keys[i] = key{[4]byte(data[:4]), [4]byte(data[4:8])}
		data = data[8:]
	}
	var refs []ref
	for len(data) > 0 {
		at, n := binary.Uvarint(data)
		index, m := binary.Uvarint(data[max(n, 0):])
		if n <= 0 || m <= 0 || at >= uint64(len(keys)) || index > maxIndex {
			return nil, errMalformed
		}
		refs = append(refs, ref{keys[at], int(index)})
		data = data[n+m:]
	}
	if encodeRefs(refs) != code || len(refs) == 0 {
		return nil, errMalformed
	}
	return refs, nil
}

// maxIndex bounds the index of a sentence.
const maxIndex = 1 << 30

// evidence finds what a button carries; with ends, its citations are the first and the last
// sentences of places.
func (b *Bot) evidence(refs []ref, ends bool) ([]page.Evidence, error) {
	step := 1
	if ends {
		step = 2
	}
	if len(refs)%step != 0 {
		return nil, errMalformed
	}
	var found []page.Evidence
	for i := 0; i < len(refs); i += step {
		found = append(found, b.find(refs[i], refs[i+step-1]))
	}
	return found, nil
}

// find returns the place from one citation to another, or why it cannot be shown.
func (b *Bot) find(first, last ref) page.Evidence {
	a := b.byHash[first.id]
	e := page.Evidence{Place: page.Place{Article: a, First: first.index, Last: last.index}, Then: first.text[:]}
	switch {
	case first.key != last.key || last.index < first.index:
		e.Trouble = page.Strange
	case a == nil:
		e.Trouble = page.Gone
	case hash(a.Text) != first.text || last.index >= len(a.Sentences):
		now := hash(a.Text)
		e.Trouble, e.Now = page.Changed, now[:]
	}
	return e
}
