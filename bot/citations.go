package bot

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"

	"talksbot/ask"
	"talksbot/knowledge"
)

// citations are the passages an answer rests on, in the order of their numbers: the first is
// [1].
type citations []knowledge.Passage

// add appends the passages that are not there yet.
func (cs *citations) add(passages ...knowledge.Passage) {
	for _, p := range passages {
		if ask.Number(*cs, p) == 0 {
			*cs = append(*cs, p)
		}
	}
}

// numbers returns the numbers of the passages as they are shown: "[1] [2]".
func (cs citations) numbers(passages []knowledge.Passage) string {
	if len(passages) == 0 {
		return ""
	}
	var numbers []int
	for _, p := range passages {
		numbers = append(numbers, ask.Number(cs, p))
	}
	slices.Sort(numbers)
	return strings.ReplaceAll(fmt.Sprint(slices.Compact(numbers)), " ", "] [")
}

// articles returns the articles cited, in order, each once.
func (cs citations) articles() []*knowledge.Article {
	var out []*knowledge.Article
	seen := map[*knowledge.Article]bool{}
	for _, c := range cs {
		if !seen[c.Article] {
			seen[c.Article] = true
			out = append(out, c.Article)
		}
	}
	return out
}

// of returns the passages of one article.
func (cs citations) of(a *knowledge.Article) []knowledge.Passage {
	var out []knowledge.Passage
	for _, c := range cs {
		if c.Article == a {
			out = append(out, c)
		}
	}
	return out
}

// A key stands for an article: the beginning of a hash of its ID, and of its text.
type key struct{ id, text [4]byte }

func keyOf(a *knowledge.Article) key { return key{hash(a.ID), hash(a.Text)} }

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

// encode returns the citations as what the Sources button carries.
func (cs citations) encode() string { return cs.encodeIn(maxCustomID - len(sourcesName) - 1) }

// encodeIn returns the citations in at most so many characters, as many of the first as fit: one
// byte for the number of articles, their keys, then for each citation the article's place and
// the sentence's index, as varints, all in base64.
func (cs citations) encodeIn(most int) string {
	var refs []ref
	for _, c := range cs {
		refs = append(refs, ref{keyOf(c.Article), c.Index})
	}
	for ; ; refs = refs[:len(refs)-1] {
		if code := encodeRefs(refs); len(code) <= most {
			return code
		}
	}
}

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

// decodeRefs undoes encodeRefs. Any other text is an error.
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
	if encodeRefs(refs) != code {
		return nil, errMalformed
	}
	return refs, nil
}

// maxIndex bounds the index of a sentence.
const maxIndex = 1 << 30
