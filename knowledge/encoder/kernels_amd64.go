//go:build amd64 && !noasm

package encoder

import "golang.org/x/sys/cpu"

// A level is what a processor can do; the kernels of a level use no more.
type level int

const (
	plain  level = iota
	avx2         // AVX2 and FMA
	avx512       // AVX-512 F, BW, VL and VNNI
)

// processor is the best level of this processor. Tests set it lower.
var processor = bestLevel()

func bestLevel() level {
	x := cpu.X86
	switch {
	case x.HasAVX512F && x.HasAVX512BW && x.HasAVX512VL && x.HasAVX512VNNI:
		return avx512
	case x.HasAVX2 && x.HasFMA:
		return avx2
	}
	return plain
}

// Fast reports whether this processor has kernels of its own. Without them a pass takes twenty
// times as long: a sentence of news then takes a tenth of a second.
func (*Encoder) Fast() bool { return processor > plain }

// share returns how many of the rows left the next call takes, most at the most, so that
// the calls take about as many each: 25 rows are 9, 8 and 8, not 12, 12 and 1.
func share(left, most int) int {
	calls := (left + most - 1) / most
	return (left + calls - 1) / calls
}

// floatProduct computes, for each row r and column c < 16,
// dst[r][c] = bias[c] + Σ over k < depth of a[r][k]·b[k][c].
func floatProduct(dst []float32, ldd int, a []float32, lda int, b []float32, ldb int, bias []float32, rows, depth int) {
	if processor == plain {
		plainFloat(dst, ldd, a, lda, b, ldb, bias, rows, depth)
		return
	}
	// The assembly checks no bounds: here they are checked once.
	_, _, _, _ = dst[(rows-1)*ldd+panel-1], a[(rows-1)*lda+depth-1], b[(depth-1)*ldb+panel-1], bias[panel-1]
	most := 6
	if processor == avx512 {
		most = 12
	}
	for r, n := 0, 0; r < rows; r += n {
		n = share(rows-r, most)
		if processor == avx512 {
			floatAVX512(&dst[r*ldd], ldd*4, &a[r*lda], lda*4, &b[0], ldb*4, &bias[0], n, depth)
		} else {
			floatAVX2(&dst[r*ldd], ldd*4, &a[r*lda], lda*4, &b[0], ldb*4, &bias[0], n, depth)
		}
	}
}

// wideProduct computes, for each row r of a and each output o of m,
// dst[r][o] = ascale[r]·scale[o]·Σ a[r][k]·w[o][k] + bias[o]. pairs is scratch.
func wideProduct(dst []float32, a []int16, ascale []float32, m *matrix, pairs []int64, rows int) {
	if processor == plain {
		plainWide(dst, m.out, a, ascale, m, pairs, rows)
		return
	}
	_, _, _ = dst[rows*m.out-1], a[rows*m.in-1], ascale[rows-1]
	_, _, _ = m.weights[m.out*m.in-1], m.scale[m.out-1], m.bias[m.out-1]
	columns, most := panel, 6
	if processor == avx512 {
		columns, most = 2*panel, 12
	}
	for j := 0; j < m.out; j += columns {
		for r, n := 0, 0; r < rows; r += n {
			n = share(rows-r, most)
			if processor == avx512 {
				wideVNNI(&dst[r*m.out+j], m.out*4, &a[r*m.in], m.in*2, &ascale[r], &m.weights[j*m.in], panel*m.in, &m.scale[j], &m.bias[j], n, m.in)
			} else {
				wideAVX2(&dst[r*m.out+j], m.out*4, &a[r*m.in], m.in*2, &ascale[r], &m.weights[j*m.in], 0, &m.scale[j], &m.bias[j], n, m.in)
			}
		}
	}
}

// narrowProduct is what apply does with a matrix that takes activations of 8 bits.
func narrowProduct(dst, x []float32, s *scratch, m *matrix, rows int) {
	if processor == plain {
		plainNarrow(dst, x, s, m, rows)
		return
	}
	q, bytes := s.quantised[:rows*m.in], s.bytes[:rows*m.in]
	for r := range rows {
		row := x[r*m.in:][:m.in]
		scale, by, zero := byteScale(extentAVX2(&row[0], m.in))
		s.scale[r], s.zero[r] = scale, zero
		if processor == avx512 {
			bytesAVX512(&bytes[r*m.in], &row[0], m.in, by, zero)
		} else {
			quantiseAVX2(&q[r*m.in], &row[0], m.in, by)
		}
	}
	if processor != avx512 {
		wideProduct(dst, q, s.scale, m, nil, rows)
		return
	}
	_, _, _, _ = dst[rows*m.out-1], s.scale[rows-1], s.zero[rows-1], m.sums[m.out-1]
	_, _, _ = m.weights[m.out*m.in-1], m.scale[m.out-1], m.bias[m.out-1]
	for j := 0; j < m.out; j += 2 * panel {
		for r, n := 0, 0; r < rows; r += n {
			n = share(rows-r, 12)
			narrowVNNI(&dst[r*m.out+j], m.out*4, &bytes[r*m.in], m.in, &s.zero[r], &s.scale[r], &m.weights[j*m.in], panel*m.in, &m.sums[j], &m.scale[j], &m.bias[j], n, m.in)
		}
	}
}

// quantise writes x, a multiple of 16 long, as int16 and returns the scale that gives it
// back.
func quantise(q []int16, x []float32) float32 {
	if processor == plain {
		return plainQuantise(q, x)
	}
	_ = q[len(x)-1]
	top := absMaxAVX2(&x[0], len(x))
	if top == 0 {
		top = 1
	}
	quantiseAVX2(&q[0], &x[0], len(x), activationMax/top)
	return top / activationMax
}

// gelu replaces each x by x·Φ(x); x is a multiple of 8 long.
func gelu(x []float32) {
	if processor == plain {
		plainGELU(x)
		return
	}
	geluAVX2(&x[0], len(x))
}

// normalise adds y to x and normalises the sum.
func normalise(x, y *[Width]float32, p normalisation) {
	if processor == plain {
		plainNormalise(x, y, p)
		return
	}
	_, _ = p.gain[Width-1], p.bias[Width-1]
	normaliseAVX2(&x[0], &y[0], &p.gain[0], &p.bias[0])
}

// softmax replaces x, a multiple of 8 long, by softmax(x·by).
func softmax(x []float32, by float32) {
	if processor == plain {
		plainSoftmax(x, by)
		return
	}
	scaleAVX2(&x[0], len(x), 1/softmaxExpAVX2(&x[0], len(x), by))
}

// scan computes the dot product of the query with each of the first len(sums) vectors of b.
func scan(sums []int32, b Block, query *[Width]int16) {
	if processor == plain {
		plainScan(sums, b, query)
		return
	}
	_ = b[len(sums)*Width-1]
	if processor == avx512 {
		scanVNNI(&sums[0], &b[0], len(sums), &query[0])
	} else {
		scanAVX2(&sums[0], &b[0], len(sums), &query[0])
	}
}
