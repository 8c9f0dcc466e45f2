package article

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"talksbot/knowledge/encoder"
)

// counted is an Embed that makes the first number of a vector the length of its text.
type counted struct{ calls atomic.Int32 }

func (c *counted) embed(_ context.Context, text string) (v encoder.Vector, _ error) {
	c.calls.Add(1)
	v[0] = float32(len(text)) / 1000
	return v, nil
}

var embedded = Article{ID: "a", Text: "One came. Another one went. All of them are gone."}

// TestEmbed holds that the vectors of a version are made once, however many want them and
// however often it is read, and stand in the order of its sentences.
func TestEmbed(t *testing.T) {
	first, again := New(embedded), New(embedded)
	if first.Vectors() != nil {
		t.Fatal("vectors before anybody made them")
	}
	var made counted
	var group sync.WaitGroup
	for _, a := range []*Article{first, again, first, again} {
		group.Go(func() {
			if err := a.Embed(t.Context(), made.embed); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if n := made.calls.Load(); n != 3 {
		t.Errorf("%d vectors made, want 3", n)
	}
	for _, a := range []*Article{first, again} {
		b := a.Vectors()
		if b.Len() != 3 || b[0] >= b[encoder.Width] || b[encoder.Width] >= b[2*encoder.Width] {
			t.Errorf("%d vectors, want those of 3 sentences, each longer than the one before", b.Len())
		}
	}
}

func TestEmbedFails(t *testing.T) {
	a, full := New(Article{Text: "It failed. Then it worked."}), errors.New("full")
	fail := func(_ context.Context, text string) (encoder.Vector, error) { return encoder.Vector{}, full }
	if err := a.Embed(t.Context(), fail); !errors.Is(err, full) || a.Vectors() != nil {
		t.Errorf("err = %v with %d vectors, want that of embed and none", err, a.Vectors().Len())
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := a.Embed(ctx, new(counted).embed); !errors.Is(err, context.Canceled) || a.Vectors() != nil {
		t.Errorf("err = %v with %d vectors, want that of the context and none", err, a.Vectors().Len())
	}
	if err := a.Embed(t.Context(), new(counted).embed); err != nil || a.Vectors().Len() != 2 {
		t.Errorf("err = %v with %d vectors after that, want 2", err, a.Vectors().Len())
	}
}

func TestKeepVectors(t *testing.T) {
	a := New(Article{Text: "It was kept. It came back."})
	var v encoder.Vector
	one := encoder.Block{}.Append(&v)
	if a.KeepVectors(one) || a.Vectors() != nil {
		t.Error("one vector kept for two sentences")
	}
	if !a.KeepVectors(one.Append(&v)) || a.Vectors().Len() != 2 {
		t.Error("two vectors not kept for two sentences")
	}
	var made counted
	if err := a.Embed(t.Context(), made.embed); err != nil || made.calls.Load() != 0 {
		t.Errorf("%d vectors made anew (%v)", made.calls.Load(), err)
	}
}

// TestVectorsGo holds that the vectors of an article go with it.
func TestVectorsGo(t *testing.T) {
	a := New(Article{Text: "It is about to go."})
	key := readingOf(a)
	if err := a.Embed(t.Context(), new(counted).embed); err != nil {
		t.Fatal(err)
	}
	runtime.KeepAlive(a)
	runtime.GC()
	if v := vectorsOf(key); v.made.Load() != nil {
		t.Error("vectors outlive the only article that has them")
	}
}

func TestLike(t *testing.T) {
	a, b := New(Article{ID: "a", Text: "One stands here. Two stands there."}), New(Article{ID: "b", Text: "One stands here."})
	first, second, other := Passage{Article: a}, Passage{Article: a, Index: 1}, Passage{Article: b}
	if _, known := first.Like(other); known {
		t.Error("known before there are vectors")
	}
	for _, x := range []*Article{a, b} {
		if err := x.Embed(t.Context(), func(_ context.Context, text string) (v encoder.Vector, _ error) {
			for i := range 16 { // of length 1; "One" and "Two" at a right angle
				v[16*int(text[0]/'T')+i] = 0.25
			}
			return v, nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	if same, known := first.Like(other); !known || same < 0.99 || same > 1.01 {
		t.Errorf("a sentence is like itself by %v (%t), want 1", same, known)
	}
	if apart, known := first.Like(second); !known || apart != 0 {
		t.Errorf("at a right angle: %v (%t), want 0", apart, known)
	}
}
