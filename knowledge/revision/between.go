package revision

import (
	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
)

// mostRead is how many sentences are read closely, so that two versions of a book take seconds.
const mostRead = 3000

// Between returns what the newer version of an article says differently than the older one.
func Between(older, newer *article.Article) Changes {
	known := names.Learn([]*article.Article{older, newer})
	before, after := newText(older, known), newText(newer, known)
	before.other, after.other = after, before
	c := Changes{Changes: notes(older, newer)}
	groups := align(before, after)
	first := map[int]group{}
	for _, g := range groups {
		first[g.after[0]] = g
	}
	read := 0
	for j, partner := range after.partner {
		g, changed := first[j]
		if !changed && partner != alone {
			continue
		}
		if read++; read > mostRead {
			c.Partial = true
			break
		}
		if changed {
			c.Changes = append(c.Changes, differ(before, after, g)...)
		} else {
			c.Changes = append(c.Changes, came(before, after, j)...)
		}
	}
	return c
}

// notes returns the notes of the newer version that say what was wrong, and which the older one has not.
func notes(older, newer *article.Article) []Change {
	had := map[string]bool{}
	for _, n := range older.Corrections() {
		had[plain(n.Of(older.Text))] = true
	}
	var all []Change
	for _, n := range newer.Corrections() {
		if !had[plain(n.Of(newer.Text))] {
			all = append(all, Change{Kind: Note, After: side(newer, n, article.Span{})})
		}
	}
	return all
}

// plain returns the words of a text by which it is compared.
func plain(s string) string {
	var b []byte
	for _, w := range english.Norms(s) {
		b = append(append(b, w...), ' ')
	}
	return string(b)
}
