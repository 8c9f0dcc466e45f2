package search

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"talksbot/knowledge/article"
	"talksbot/knowledge/encoder"
)

// A fakeEncoder takes sentences with the word for the answer, and gives texts with a word or
// the one beside it in subjects (first and second, third and fourth, …) the same vector.
type fakeEncoder struct {
	word     string
	subjects []string
	asked    int // how many candidates it was given at most
	err      error
	slow     bool
}

func (f *fakeEncoder) Answers(_ context.Context, _ string, candidates []encoder.Candidate) ([]encoder.Answer, error) {
	f.asked = max(f.asked, len(candidates))
	answers := make([]encoder.Answer, len(candidates))
	for i, c := range candidates {
		answers[i].Logit = -5
		if at := strings.Index(c.Sentence, f.word); at >= 0 {
			answers[i] = encoder.Answer{Logit: 5, Words: article.Span{Start: at, End: at + len(f.word)}}
		}
	}
	return answers, f.err
}

func (f *fakeEncoder) Vector(ctx context.Context, text string) (v encoder.Vector, err error) {
	at := slices.IndexFunc(f.subjects, func(s string) bool { return strings.Contains(text, s) })
	subject := 1 + at/2
	if at < 0 {
		subject = 0
	}
	for i := range 16 { // of length 1, with no number too large for a block
		v[16*subject+i] = 0.25
	}
	return v, ctx.Err()
}

func (f *fakeEncoder) Fast() bool { return !f.slow }

func (f *fakeEncoder) Busy() bool { return false }

const ferry = `The ferry to Osby sails at noon. The ferry to Lunde sails when the tide allows. The harbour master, Tone Lie, reads the water each morning. Nobody has drowned in years.`

func ferryLibrary() *library {
	return newLibrary(article.New(article.Article{ID: "ferry", Text: ferry}))
}

// found writes down what is found: each sentence by its first three words, and the words that
// answer.
func found(passages []article.Passage) []string {
	var list []string
	for _, p := range passages {
		line := strings.Join(strings.Fields(p.Text())[:3], " ")
		if words := p.Answer.Of(p.Text()); words != "" {
			line += ": " + words
		}
		list = append(list, line)
	}
	return list
}

func TestReadClosely(t *testing.T) {
	l := ferryLibrary()
	const question = "When does the ferry sail?"
	alone := found(l.search(question, Query{}))
	read := l.search(question, Query{Encoder: &fakeEncoder{word: "when the tide allows"}})
	if got := found(read); got[0] != "The ferry to: when the tide allows" {
		t.Errorf("found %q, want first what the encoder takes for the answer", got)
	}
	for i := 1; i < len(read); i++ {
		if read[i].Score > read[i-1].Score {
			t.Errorf("%q is surer than %q before it", read[i].Text(), read[i-1].Text())
		}
	}
	broken := &fakeEncoder{word: "tide", err: errors.New("broken")}
	if diff := cmp.Diff(alone, found(l.search(question, Query{Encoder: broken}))); diff != "" {
		t.Errorf("where the encoder fails, words alone tell (-alone +failing):\n%s", diff)
	}
	q := Query{Question: l.analyze(question), Encoder: &fakeEncoder{word: "tide"}}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if diff := cmp.Diff(alone, found(l.index.Search(ctx, l.names, q))); diff != "" {
		t.Errorf("where the context is done, words alone tell (-alone +done):\n%s", diff)
	}
}

func TestFoundByMeaning(t *testing.T) {
	l := ferryLibrary()
	e := &fakeEncoder{word: "drowned", subjects: []string{"casualties", "drowned"}}
	const question = "Were there any casualties?"
	if got := found(l.search(question, Query{Encoder: e})); len(got) > 0 {
		t.Errorf("found %q before there are vectors, want nothing: no word is shared", got)
	}
	if err := l.articles[0].Embed(t.Context(), e.Vector); err != nil {
		t.Fatal(err)
	}
	if got := found(l.search(question, Query{Encoder: e})); len(got) != 1 || got[0] != "Nobody has drowned: drowned" {
		t.Errorf("found %q, want the one sentence of that meaning", got)
	}
}

func TestReadsAFew(t *testing.T) {
	l := newLibrary(article.New(article.Article{ID: "ferry", Text: strings.Repeat(ferry+" ", 20)}))
	for _, slow := range []bool{false, true} {
		e := &fakeEncoder{slow: slow}
		l.search("When does the ferry sail?", Query{Encoder: e})
		want := readMost
		if slow {
			want = readSlowly
		}
		if e.asked != want {
			t.Errorf("slow %t: %d sentences read, want %d", slow, e.asked, want)
		}
	}
}

// TestGivesUp holds that where the encoder fails in the midst, words alone tell: nothing stays
// of what was found by meaning.
func TestGivesUp(t *testing.T) {
	l := ferryLibrary()
	e := &fakeEncoder{word: "drowned", subjects: []string{"casualties", "drowned"}, err: errors.New("broken")}
	embedded(t, e, l)
	for _, question := range []string{"Were there any casualties?", "When does the ferry sail?"} {
		alone, given := l.search(question, Query{}), l.search(question, Query{Encoder: e})
		if diff := cmp.Diff(shown(alone), shown(given)); diff != "" {
			t.Errorf("%s (-alone +failing):\n%s", question, diff)
		}
	}
}
