package encoder

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"strings"
	"sync"
	"testing"
)

// TestWeights holds the hash of the weights: a damaged file fails here, not when a reader
// asks.
func TestWeights(t *testing.T) {
	open1(t)
	if got := fmt.Sprintf("%x", sha256.Sum256([]byte(weights))); got != Hash {
		t.Errorf("weights.bin has the SHA-256 %s, want %s: restore it, or make it with training/weights.py", got, Hash)
	}
}

// A golden is a text and its vector by the model in float32.
type golden struct {
	Text   string
	Vector []float32
}

func goldens[T any](t testing.TB, path string) []T {
	t.Helper()
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var all []T
	lines := bufio.NewScanner(bytes.NewReader(file))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var g T
		if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		all = append(all, g)
	}
	return all
}

func open1(t testing.TB) *Encoder {
	t.Helper()
	e, err := New()
	switch {
	case errors.Is(err, ErrNone):
		t.Skip(err)
	case err != nil:
		t.Fatal(err)
	}
	return e
}

// tooSlow reports whether a text takes many seconds to read: in plain Go, watched by the race
// detector.
func tooSlow(e *Encoder, text string) bool { return racing && !e.Fast() && len(text) > 60 }

func TestVector(t *testing.T) {
	e := open1(t)
	onEachLevel(t, func(t *testing.T) {
		for _, g := range goldens[golden](t, "testdata/vectors.jsonl") {
			if tooSlow(e, g.Text) {
				continue
			}
			v, err := e.Vector(t.Context(), g.Text)
			if err != nil {
				t.Fatal(err)
			}
			if cosine := v.Dot((*Vector)(g.Vector)); cosine < 0.995 {
				t.Errorf("%q: cosine %.4f with the model in float32, want at least .995", g.Text, cosine)
			}
		}
	})
}

func TestMeaning(t *testing.T) {
	e := open1(t)
	vector := func(s string) *Vector {
		v, err := e.Vector(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		return &v
	}
	question := vector("What happened to the ministry's web pages?")
	near, far := vector("Its websites were taken down."), vector("The minister praised the harvest.")
	if question.Dot(near) <= question.Dot(far) {
		t.Errorf("web pages are nearer to the harvest (%.2f) than to websites (%.2f)", question.Dot(far), question.Dot(near))
	}
}

func TestVectorStops(t *testing.T) {
	e := open1(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := e.Vector(ctx, "late"); !errors.Is(err, context.Canceled) {
		t.Errorf("err = %v, want that of the context", err)
	}
}

func TestVectorTogether(t *testing.T) {
	e := open1(t)
	want, err := e.Vector(t.Context(), "The talks ended without a result.")
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 3 {
				if got, err := e.Vector(t.Context(), "The talks ended without a result."); err != nil || got != want {
					t.Errorf("another vector beside others (%v)", err)
				}
			}
		})
	}
	group.Wait()
}

func TestVectorAllocates(t *testing.T) {
	e := open1(t)
	read := func() { _, _ = e.Vector(t.Context(), "The council will not raise the tax.") }
	for range cap(e.free) {
		read()
	}
	if n := testing.AllocsPerRun(5, read); n > 0 {
		t.Errorf("%v allocations a pass, want none of its own", n)
	}
}

func TestReadWeights(t *testing.T) {
	open1(t)
	tests := []struct{ name, file, want string }{
		{"empty", "", "not a file of the format"},
		{"another format", strings.Repeat("x", 100), "not a file of the format"},
		{"no vocabulary", format + "\x00\x00\x00\x00", "a vocabulary of 0 pieces"},
		{"cut short", weights[:len(weights)/2], "bytes of weights wanted"},
		{"cut vocabulary", weights[:len(weights)-1000], "pieces in the vocabulary"},
	}
	for _, tt := range tests {
		if _, err := open(tt.file); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: err = %v, want %q in it", tt.name, err, tt.want)
		}
	}
}

// FuzzVector: whatever the bytes, the numbers are finite and of length 1.
func FuzzVector(f *testing.F) {
	for _, s := range []string{"", "NATO", "\xff\x00", "[SEP] [CLS]", strings.Repeat("a", 1000), "汉字 é\u0301"} {
		f.Add(s)
	}
	e := open1(f)
	f.Fuzz(func(t *testing.T, text string) {
		v, err := e.Vector(t.Context(), text)
		if err != nil {
			t.Fatal(err)
		}
		if length := float64(v.Dot(&v)); math.IsNaN(length) || math.Abs(length-1) > 1e-4 {
			t.Errorf("%q: length %v", text, length)
		}
	})
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := open(weights); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRun reads some tokens on one processor: a sentence has 25.
func BenchmarkRun(b *testing.B) {
	e := open1(b)
	for _, tokens := range []int{25, 64, 128} {
		s := newScratch(tokens, e.vocabulary)
		for i := range tokens {
			s.ids = append(s.ids, int32(1000+37*i))
			s.segments = append(s.segments, 0)
		}
		onEachLevel(b, func(b *testing.B) {
			b.Run(fmt.Sprint(tokens), func(b *testing.B) {
				for b.Loop() {
					e.model.run(s)
				}
			})
		})
	}
}
