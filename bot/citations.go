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
func (a *archive) cited(code string) ([]page.Place, error) {
	refs, err := article.DecodeRefs(code)
	if err != nil || len(refs) == 0 {
		return nil, errMalformed
	}
	var places []page.Place
	for _, r := range refs {
		at := page.Place{}
		if held := a.library.Held(r.Short); held != nil {
			at = page.PlaceAt(held, r.Span)
		}
		places = append(places, at)
	}
	return places, nil
}
