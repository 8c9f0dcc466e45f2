// Package gate tells an article from what may come in its place: a page that asks whether a person reads it, one that
// asks to agree to something first, the little that is shown to whoever does not pay.
//
// One sign alone says nothing: news tells of robots, of cookies and of subscriptions too, and many a page has a
// banner beside its article. So signs of different kinds must come together, and there must be little text.
package gate

import (
	"strings"

	"talksbot/ingest/reason"
	"talksbot/knowledge/article"
)

// A Verdict is what a page is taken for.
type Verdict struct {
	Reason reason.Reason // it is none that is held; "" for one that is
	State  article.State // Whole or Teaser
}

const (
	fewest = 3  // sentences of an article
	little = 15 // sentences that may be no more than what leads into one
	half   = 2  // a text is suspicious where the one held is so many times as long
)

// Page judges a web page: its source, as UTF-8, where it was found, and the article that was read from it, nil where
// there was none.
func Page(source, found string, a *article.Article) Verdict {
	n := 0
	if a != nil {
		n = len(a.Sentences)
	}
	if n >= little {
		return Verdict{}
	}
	s := look(source, found)
	few := n < fewest || s.words < 8*fewest
	switch {
	case s.isChallenge(a):
		return Verdict{Reason: reason.Challenge}
	case s.isConsent(a):
		return Verdict{Reason: reason.Consent}
	case s.isPaid(a) && few:
		return Verdict{Reason: reason.Paywall}
	case n < fewest:
		return Verdict{Reason: reason.TooShort}
	case s.isPaid(a):
		return Verdict{State: article.Teaser}
	}
	return Verdict{}
}

// Text judges an article that is no web page.
func Text(a *article.Article) Verdict {
	if a == nil || len(a.Sentences) < fewest {
		return Verdict{Reason: reason.TooShort}
	}
	return Verdict{}
}

// IsHalf reports whether an article that was read again has lost half of its text: then the page is rather in
// disorder than corrected.
func IsHalf(before, after *article.Article) bool { return half*length(after) < length(before) }

// length returns how many bytes of an article may be cited.
func length(a *article.Article) (n int) {
	for _, s := range a.Sentences {
		n += s.End - s.Start
	}
	return n
}

// breaksOff reports whether the last words of a text say that there is more of it.
func breaksOff(a *article.Article) bool {
	if a == nil || len(a.Sentences) == 0 {
		return false
	}
	last := a.Sentences[len(a.Sentences)-1]
	text := strings.TrimSpace(last.Of(a.Text))
	return strings.HasSuffix(text, "…") || strings.HasSuffix(text, "...") || strings.HasSuffix(text, "[…]") || strings.HasSuffix(text, "[...]")
}
