package encoder

import "context"

// A Near is a vector that lies near the one looked for.
type Near struct {
	Block, Index int // the number of the block, from 0, and of the vector in it
	Cosine       float32
}

// stretch is how many vectors are compared between two looks at the context, at most.
const stretch = 512

// Nearest returns the vectors in the blocks whose cosine with v is at least floor, the k
// nearest of them, nearest first; of two as near the one that comes first. Cosines are within
// .003 of those of the vectors before they were put in blocks, and the same on every
// processor. Where ctx is done before all are compared, Nearest returns its error.
func Nearest(ctx context.Context, v *Vector, blocks []Block, k int, floor float32) ([]Near, error) {
	if k <= 0 {
		return nil, nil
	}
	var query [Width]int16
	by := quantise(query[:], v[:]) * (codeTop / codeMax)
	best := make([]Near, 0, k)
	var sums [stretch]int32
	for number, b := range blocks {
		for at := 0; at < b.Len(); at += stretch {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			n := min(stretch, b.Len()-at)
			scan(sums[:n], b[at*Width:], &query)
			for i, sum := range sums[:n] {
				if cosine := float32(sum) * by; cosine >= floor {
					best = insert(best, Near{number, at + i, cosine})
				}
			}
		}
	}
	return best, nil
}

// insert puts n in its place in a list of the best, which never outgrows its capacity.
func insert(best []Near, n Near) []Near {
	if len(best) < cap(best) {
		best = append(best, n)
	} else if n.Cosine <= best[len(best)-1].Cosine {
		return best
	}
	i := len(best) - 1
	for ; i > 0 && best[i-1].Cosine < n.Cosine; i-- {
		best[i] = best[i-1]
	}
	best[i] = n
	return best
}
