package article

import (
	"context"
	"encoding/binary"
	"hash/fnv"
	"runtime"
	"sync"
	"sync/atomic"
	"weak"

	"talksbot/knowledge/encoder"
)

// vectors are those of the sentences of a reading. All articles with that reading share
// them, so that they are made once for as long as one of these is held.
type vectors struct {
	made   atomic.Pointer[encoder.Block]
	making sync.Mutex // held by who makes them
}

// A reading says which sentences an article has.
type reading struct {
	Version
	sentences uint64 // a hash of where they stand
}

func readingOf(a *Article) reading {
	h := fnv.New64a()
	for _, s := range a.Sentences {
		var at [8]byte
		binary.LittleEndian.PutUint32(at[:], uint32(s.Start))
		binary.LittleEndian.PutUint32(at[4:], uint32(s.End))
		h.Write(at[:])
	}
	return reading{a.Version, h.Sum64()}
}

// held are the vectors of all articles there are.
var held = struct {
	sync.Mutex
	of map[reading]weak.Pointer[vectors]
}{of: map[reading]weak.Pointer[vectors]{}}

func vectorsOf(r reading) *vectors {
	held.Lock()
	defer held.Unlock()
	if v := held.of[r].Value(); v != nil {
		return v
	}
	v := &vectors{}
	held.of[r] = weak.Make(v)
	runtime.AddCleanup(v, forget, r)
	return v
}

// findVectors has the article's vectors looked for when they are first asked for.
func (a *Article) findVectors() {
	a.vectors = sync.OnceValue(func() *vectors { return vectorsOf(readingOf(a)) })
}

// forget drops the vectors of a reading that no article has any more.
func forget(r reading) {
	held.Lock()
	defer held.Unlock()
	if held.of[r].Value() == nil {
		delete(held.of, r)
	}
}

// Vectors returns the vectors of the article's sentences, in their order, or nothing where
// nobody has made them yet.
func (a *Article) Vectors() encoder.Block {
	if b := a.vectors().made.Load(); b != nil {
		return *b
	}
	return nil
}

// Like returns the cosine of what two sentences mean, between -1 and 1, and whether it is known:
// both articles must have their vectors.
func (p Passage) Like(q Passage) (cosine float32, known bool) {
	v, w := p.Article.Vectors(), q.Article.Vectors()
	if v == nil || w == nil {
		return 0, false
	}
	return v.Cosine(p.Index, w, q.Index), true
}

// KeepVectors gives the article the vectors that were made of its sentences before. It reports
// whether they are as many.
func (a *Article) KeepVectors(b encoder.Block) bool {
	if b.Len() != len(a.Sentences) {
		return false
	}
	a.vectors().made.CompareAndSwap(nil, &b)
	return true
}

// Embed has the vectors of the article's sentences made, several at a time, unless they are
// there. Where another goroutine makes them, it waits for that one to end, whatever becomes of
// ctx. Its error is the first of embed, or that of ctx; then the article is as it was.
func (a *Article) Embed(ctx context.Context, embed encoder.Embed) error {
	v := a.vectors()
	v.making.Lock() // a channel would be fatal where two bubbles of synctest wait for it
	defer v.making.Unlock()
	if v.made.Load() != nil {
		return nil
	}
	b, err := a.embed(ctx, embed)
	if err == nil {
		v.made.Store(&b)
	}
	return err
}

func (a *Article) embed(ctx context.Context, embed encoder.Embed) (encoder.Block, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	made := make([]encoder.Vector, len(a.Sentences))
	next := make(chan int)
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(made)) {
		group.Go(func() {
			for i := range next {
				v, err := embed(ctx, a.Sentences[i].Of(a.Text))
				if err != nil {
					cancel(err)
				}
				made[i] = v
			}
		})
	}
	for i := range made {
		next <- i
	}
	close(next)
	group.Wait()
	b := make(encoder.Block, 0, len(made)*encoder.Width)
	for i := range made {
		b = b.Append(&made[i])
	}
	return b, context.Cause(ctx)
}
