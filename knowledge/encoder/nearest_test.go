package encoder

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// someBlocks draws blocks of vectors, many of them the same as another or its contrary.
func someBlocks(t *rapid.T) []Block {
	blocks := make([]Block, rapid.IntRange(0, 6).Draw(t, "blocks"))
	for i := range blocks {
		for _, seed := range rapid.SliceOfN(rapid.Uint64Range(0, 20), 0, 30).Draw(t, "seeds") {
			v := someVector(seed)
			blocks[i] = blocks[i].Append(&v)
		}
	}
	return blocks
}

// someVector returns a vector of length 1; odd seeds give the contrary of the one before.
func someVector(seed uint64) Vector {
	rnd := rand.New(rand.NewPCG(seed/2, 1))
	states := make([]float32, Width)
	for i := range states {
		states[i] = float32(rnd.NormFloat64()) * float32(1-2*int(seed%2))
	}
	return mean(states)
}

// naively is Nearest by its definition, in whole numbers as large as they come.
func naively(v *Vector, blocks []Block, k int, floor float32) []Near {
	var query [Width]int16
	by := plainQuantise(query[:], v[:]) * (codeTop / codeMax)
	var all []Near
	for n, b := range blocks {
		for i := range b.Len() {
			sum := int64(0)
			for j, x := range b[i*Width:][:Width] {
				sum += int64(x) * int64(query[j])
			}
			if cosine := float32(sum) * by; cosine >= floor {
				all = append(all, Near{n, i, cosine})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Near) int { return -cmp.Compare(a.Cosine, b.Cosine) })
	return all[:min(k, len(all))]
}

func TestNearest(t *testing.T) {
	onEachLevel(t, func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			blocks, v := someBlocks(t), someVector(rapid.Uint64Range(0, 20).Draw(t, "asked"))
			k, floor := rapid.IntRange(0, 40).Draw(t, "k"), rapid.Float32Range(-1, 1).Draw(t, "floor")
			got, err := Nearest(t.Context(), &v, blocks, k, floor)
			if err != nil {
				t.Fatal(err)
			}
			if diff := gocmp.Diff(naively(&v, blocks, k, floor), got, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("-naively +Nearest:\n%s", diff)
			}
		})
	})
}

// FuzzScan: whatever the numbers, the sums are the same on every level.
func FuzzScan(f *testing.F) {
	f.Add([]byte{127, 129}, []byte{0x1f, 0xff, 0xe0, 1})
	f.Add([]byte("codes"), []byte("query"))
	f.Fuzz(func(t *testing.T, codes, numbers []byte) {
		if len(codes) == 0 || len(numbers) < 2 {
			return
		}
		b, n := make(Block, (1+len(codes)%7)*Width), 0
		for i := range b {
			b[i] = max(int8(codes[i%len(codes)]), -codeMax)
		}
		var query [Width]int16
		for i := range query {
			query[i] = int16(numbers[n%len(numbers)])<<8 | int16(numbers[(n+1)%len(numbers)])
			query[i] = max(min(query[i], activationMax), -activationMax)
			n += 2
		}
		want := make([]int32, b.Len())
		plainScan(want, b, &query)
		onEachLevel(t, func(t *testing.T) {
			got := make([]int32, b.Len())
			if scan(got, b, &query); !slices.Equal(got, want) {
				t.Errorf("%v, want %v", got, want)
			}
		})
	})
}

// TestCosine holds how near the cosines of a block's vectors are to what they were before.
func TestCosine(t *testing.T) {
	all := slices.DeleteFunc(goldens[golden](t, "testdata/vectors.jsonl"), func(g golden) bool { return g.Text == "" }) // see codeTop
	var b Block
	for _, g := range all {
		b = b.Append((*Vector)(g.Vector))
	}
	for _, g := range all {
		found, err := Nearest(t.Context(), (*Vector)(g.Vector), []Block{nil, b}, len(all), -1)
		if err != nil || len(found) != len(all) {
			t.Fatalf("%d of %d found (%v)", len(found), len(all), err)
		}
		for _, n := range found {
			want := (*Vector)(g.Vector).Dot((*Vector)(all[n.Index].Vector))
			if math.Abs(float64(n.Cosine-want)) > 0.003 || n.Block != 1 {
				t.Errorf("%q and %q: cosine %.4f in block %d, want %.4f in block 1", g.Text, all[n.Index].Text, n.Cosine, n.Block, want)
			}
		}
	}
}

func TestNearestStops(t *testing.T) {
	v := someVector(1)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Nearest(ctx, &v, []Block{Block{}.Append(&v)}, 3, -1); !errors.Is(err, context.Canceled) {
		t.Errorf("err = %v, want that of the context", err)
	}
}

func TestNearestAllocates(t *testing.T) {
	v := someVector(1)
	blocks, ctx := []Block{Block{}.Append(&v)}, t.Context()
	if n := testing.AllocsPerRun(5, func() { _, _ = Nearest(ctx, &v, blocks, 3, -1) }); n > 1 {
		t.Errorf("%v allocations, want that of the result", n)
	}
}

func TestBlockBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, b := range someBlocks(t) {
			data, err := b.MarshalBinary()
			if err != nil {
				t.Fatal(err)
			}
			var got Block
			if err := got.UnmarshalBinary(data); err != nil || !slices.Equal(got, b) {
				t.Fatalf("%d vectors come back as %d (%v)", b.Len(), got.Len(), err)
			}
		}
	})
}

func TestBlockBytesRefused(t *testing.T) {
	v := someVector(1)
	good, _ := Block{}.Append(&v).MarshalBinary()
	others := slices.Clone(good)
	others[len(blockFormat)]++
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"empty", nil, "not in the format"},
		{"another format", []byte(strings.Repeat("x", 100)), "not in the format"},
		{"other weights", others, "other weights"},
		{"cut in the hash", good[:len(blockFormat)+5], "other weights"},
		{"cut in a vector", good[:len(good)-1], "no whole number of vectors"},
	}
	for _, tt := range tests {
		b := Block{1}
		if err := b.UnmarshalBinary(tt.data); err == nil || !strings.Contains(err.Error(), tt.want) || len(b) != 1 {
			t.Errorf("%s: err = %v, want %q in it, and the block as it was", tt.name, err, tt.want)
		}
	}
}

// BenchmarkNearest finds the 20 nearest of many sentences, which stand in articles of 25, on
// one processor.
func BenchmarkNearest(b *testing.B) {
	v := someVector(1)
	rnd := rand.New(rand.NewPCG(1, 1))
	for _, n := range []int{17_000, 100_000, 1_000_000} {
		blocks := make([]Block, n/25)
		for i := range blocks {
			blocks[i] = make(Block, 25*Width)
			for k := range blocks[i] {
				blocks[i][k] = int8(rnd.Int32N(255) - codeMax)
			}
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			onEachLevel(b, func(b *testing.B) {
				for b.Loop() {
					if _, err := Nearest(b.Context(), &v, blocks, 20, 0); err != nil {
						b.Fatal(err)
					}
				}
			})
		})
	}
}
