package bot

import (
	"encoding/base64"
	"encoding/binary"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"talksbot/ask"
	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/page"
)

// What a button carries is found again, as much of it as there is room for.
func TestCited(t *testing.T) {
	l := held(t)
	b := archive{library: l}
	var cited []page.Place
	for _, a := range slices.Backward(l.Articles()) {
		for i := range a.Sentences {
			cited = append(cited, page.Place{Article: a, First: i, Last: min(i+i%2, len(a.Sentences)-1)})
		}
	}
	code := command.Cites(cited, oldSlip, "mAAAAAA")
	if n := len(oldSlip + ":" + code); n > discord.MaxCustomID || n < discord.MaxCustomID-20 {
		t.Errorf("a control carries %d characters", n)
	}
	got, err := b.cited(t.Context(), strings.TrimPrefix(code, "mAAAAAA"))
	if err != nil || len(got) < 6 {
		t.Fatalf("%d places, %v", len(got), err)
	}
	if diff := cmp.Diff(refs(cited[:len(got)]), refs(places(got))); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	b.library = changed(t, l)
	again, err := b.cited(t.Context(), command.Cites(cited[len(cited)-1:], page.ShowSources, ""))
	if err != nil || len(again) != 1 || again[0].Article != nil {
		t.Errorf("of an article that is gone: %v, %v", again, err)
	}
}

// places are those of what was cited.
func places(cited []page.Cited) (all []page.Place) {
	for _, c := range cited {
		all = append(all, c.Place)
	}
	return all
}

func refs(places []page.Place) []article.Ref {
	var all []article.Ref
	for _, p := range places {
		all = append(all, p.Ref())
	}
	return all
}

// oldCode writes citations as versions before this one did: of each the sentence of an article.
func oldCode(cites ...article.Passage) string {
	var keys, places []byte
	var known []*article.Article
	for _, c := range cites {
		at := slices.Index(known, c.Article)
		if at < 0 {
			at = len(known)
			known = append(known, c.Article)
			k := oldKeyOf(c.Article)
			keys = append(keys, k[:]...)
		}
		places = binary.AppendUvarint(binary.AppendUvarint(places, uint64(at)), uint64(c.Index))
	}
	return base64.RawURLEncoding.EncodeToString(append(append([]byte{byte(len(known))}, keys...), places...))
}

// Buttons of the version before still open, and say so where what they cite is gone.
func TestOldButtons(t *testing.T) {
	w := &world{t: t, library: held(t)}
	current := knowledge.NewCurrent(w.library)
	b, err := New(Options{Token: "t", Store: inMemory(t), Answer: gives(ask.Answer{}), Libraries: Everywhere(current)})
	if err != nil {
		t.Fatal(err)
	}
	first, last := w.passage("January 10"), w.passage("January 12")
	message := &discord.Message{ID: "1234567890123456789"}
	press := func(name, arg string) string {
		e := discord.Event{Name: name, Arg: arg, Message: message}
		for _, r := range b.table.Controls {
			if r.Name == name {
				return shown(r.Run(t.Context(), e))
			}
		}
		return ""
	}
	for name, c := range map[string]struct{ arg, want string }{
		oldSources: {oldCode(last), "> [1] According to reports"},
		oldContext: {oldCode(first, last), "> [1] The US and Russia will hold talks"},
		oldReceipt: {"e" + oldCode(first), "word for word in the article"},
	} {
		if got := press(name, c.arg); !strings.Contains(got, c.want) {
			t.Errorf("%s: no %q in\n%s", name, c.want, got)
		}
	}
	current.Update(func(l *knowledge.Library) *knowledge.Library { return changed(t, l) })
	for name, arg := range map[string]string{oldSources: oldCode(last), oldContext: oldCode(first, last), oldReceipt: "e" + oldCode(first)} {
		if got := press(name, arg); !strings.Contains(got, "I no longer hold this article") {
			t.Errorf("%s of what is gone:\n%s", name, got)
		}
	}
}

func FuzzCited(f *testing.F) {
	f.Add("")
	f.Add("AA")
	f.Add("_____w")
	f.Add(article.EncodeRefs([]article.Ref{{}}))
	a := article.New(article.Article{ID: "a", Text: "One. Two."})
	f.Add(oldCode(article.Passage{Article: a}, article.Passage{Article: a, Index: 1}))
	l, err := knowledge.New([]*article.Article{a})
	if err != nil {
		f.Fatal(err)
	}
	b := archive{library: l}
	f.Fuzz(func(t *testing.T, code string) {
		for _, name := range []string{page.ShowSources, oldSources, oldContext} {
			places, err := b.citedBy(t.Context(), discord.Event{Name: name}, code)
			if (err == nil) == (len(places) == 0) {
				t.Errorf("%s of %q: %v, %v", name, code, places, err)
			}
			for _, p := range places {
				if p.Article != nil && (p.First < 0 || p.First > p.Last || p.Last >= len(p.Article.Sentences)) {
					t.Errorf("%s of %q: sentences %d to %d", name, code, p.First, p.Last)
				}
			}
		}
	})
}
