package bot

import (
	"errors"

	"talksbot/knowledge/article"
	"talksbot/page"
)

// encode returns what a page cites as the control of that name carries it, behind what else it
// does: as many of the first as fit.
func encode(cited []page.Place, name, before string) string {
	var refs []article.Ref
	for _, at := range cited {
		refs = append(refs, at.Ref())
	}
	for ; ; refs = refs[:len(refs)-1] {
		if code := before + article.EncodeRefs(refs); len(name)+1+len(code) <= maxCustomID || len(refs) == 0 {
			return code
		}
	}
}

var errMalformed = errors.New("not the citations of a page")

// cited returns the places that a control carries, in the articles as they are held now.
func (b *archive) cited(code string) ([]page.Place, error) {
	refs, err := article.DecodeRefs(code)
	if err != nil || len(refs) == 0 {
		return nil, errMalformed
	}
	var places []page.Place
	for _, r := range refs {
		at := page.Place{}
		if a := b.library.Held(r.Short); a != nil {
			at = page.PlaceAt(a, r.Span)
		}
		places = append(places, at)
	}
	return places, nil
}

// citedBy returns the places that a control carries, of this version or of the one before.
func (b *archive) citedBy(e event, code string) ([]page.Place, error) {
	switch e.Name {
	case oldSources, oldReceipt:
		return b.oldCited(code, false)
	case oldContext:
		return b.oldCited(code, true)
	}
	return b.cited(code)
}
