package bot

import (
	"errors"

	"talksbot/knowledge/article"
	"talksbot/page"
)

var errMalformed = errors.New("not the citations of a page")

// cited returns the places that a control carries, in the articles as they are held now.
func (a archive) cited(code string) ([]page.Cited, error) {
	refs, err := article.DecodeRefs(code)
	if err != nil || len(refs) == 0 {
		return nil, errMalformed
	}
	var all []page.Cited
	for _, r := range refs {
		at := page.Cited{}
		if held := a.library.Held(r.Short); held != nil {
			at.Place = page.PlaceAt(held, r.Span)
		}
		all = append(all, at)
	}
	return all, nil
}
