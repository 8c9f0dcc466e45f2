package bot

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"

	"talksbot/bot/discord"
	"talksbot/knowledge/article"
	"talksbot/page"
)

// Controls under messages from before citations were spans of a version. They still open.
const (
	oldSources = "sources"
	oldContext = "ctx" // of each place its first and its last sentence
	oldReceipt = "receipt"

	oldSlip = "slip" // from when a receipt had a button of its own beside that for the sources
)

// citedBy returns the places that a control carries, of this version or of the one before.
func (a archive) citedBy(ctx context.Context, e discord.Event, code string) ([]page.Cited, error) {
	switch e.Name {
	case oldSources, oldReceipt, oldContext:
		places, err := a.oldCited(code, e.Name == oldContext)
		var all []page.Cited
		for _, at := range places {
			all = append(all, page.Cited{Place: at})
		}
		return all, err
	}
	return a.cited(ctx, code)
}

// An oldKey stands for an article: the beginning of a hash of its ID, and of its text.
type oldKey [8]byte

func oldKeyOf(a *article.Article) oldKey {
	id, text := hash(a.ID), hash(a.Text)
	return oldKey(append(id[:], text[:]...))
}

func hash(s string) [4]byte {
	sum := sha256.Sum256([]byte(s))
	return [4]byte(sum[:4])
}

// oldCited is cited for an old control: one byte for the number of articles, their keys, then for
// each citation the article's place and the sentence's index, as varints, all in base64. With ends
// two citations are the first and the last sentence of a place.
func (a archive) oldCited(code string, ends bool) (places []page.Place, err error) {
	data, err := base64.RawURLEncoding.DecodeString(code)
	if err != nil || len(data) == 0 || len(data)-1 < int(data[0])*len(oldKey{}) {
		return nil, errMalformed
	}
	articles := make([]*article.Article, data[0])
	data = data[1:]
	for i := range articles {
		articles[i] = a.oldArticle(oldKey(data))
		data = data[len(oldKey{}):]
	}
	for second := false; len(data) > 0; second = ends && !second {
		at, n := binary.Uvarint(data)
		index, m := binary.Uvarint(data[max(n, 0):])
		if n <= 0 || m <= 0 || at >= uint64(len(articles)) {
			return nil, errMalformed
		}
		data = data[n+m:]
		place := page.Place{}
		if cited := articles[at]; cited != nil && index < uint64(len(cited.Sentences)) {
			place = page.Place{Article: cited, First: int(index), Last: int(index)}
		}
		if first := len(places) - 1; !second {
			places = append(places, place)
		} else if places[first].Last = place.Last; place.Article != places[first].Article || place.Last < places[first].First {
			return nil, errMalformed
		}
	}
	if len(places) == 0 {
		return nil, errMalformed
	}
	return places, nil
}

func (a archive) oldArticle(k oldKey) *article.Article {
	for _, held := range a.library.Articles() {
		if oldKeyOf(held) == k {
			return held
		}
	}
	return nil
}
