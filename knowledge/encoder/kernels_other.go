//go:build !amd64 || noasm

package encoder

func floatProduct(dst []float32, ldd int, a []float32, lda int, b []float32, ldb int, bias []float32, rows, depth int) {
	plainFloat(dst, ldd, a, lda, b, ldb, bias, rows, depth)
}

func wideProduct(dst []float32, a []int16, ascale []float32, m *matrix, pairs []int64, rows int) {
	plainWide(dst, m.out, a, ascale, m, pairs, rows)
}

func narrowProduct(dst, x []float32, s *scratch, m *matrix, rows int) {
	plainNarrow(dst, x, s, m, rows)
}

// Fast reports whether this processor has kernels of its own. Without them a pass takes twenty
// times as long: a sentence of news then takes a tenth of a second.
func (*Encoder) Fast() bool { return false }

func quantise(q []int16, x []float32) float32         { return plainQuantise(q, x) }
func gelu(x []float32)                                { plainGELU(x) }
func normalise(x, y *[Width]float32, p normalisation) { plainNormalise(x, y, p) }
func softmax(x []float32, by float32)                 { plainSoftmax(x, by) }

func scan(sums []int32, b Block, query *[Width]int16) { plainScan(sums, b, query) }
