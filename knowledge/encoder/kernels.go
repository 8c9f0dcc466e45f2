package encoder

import "math"

// panel is how many outputs of a matrix are computed side by side, and how the weights are
// laid out: for each panel two weights of its first output, two of its second, ..., then the
// next two of each.
const panel = 16

// activationMax is what the largest activation of a row is quantised to. Sums stay in int32:
// 1536 inputs x 127 x 8191 is below 2³¹.
const activationMax = 8191

// byteSteps is how many steps lie between the least and the most activation of a row that is
// quantised to 8 bits: one less than a byte has, so that rounding stays within it.
const byteSteps = 254

// byteScale returns the scale of a row whose activations lie from least to most, and what its
// zero becomes. least is at most 0, and most at least 0.
func byteScale(least, most float32) (scale, by float32, zero int32) {
	if least == most {
		most = 1
	}
	scale, by = (most-least)/byteSteps, byteSteps/(most-least)
	return scale, by, -int32(float32(float32(least*by)+round) - round)
}

// round, added to a float of magnitude below 2²² and taken away again, rounds it to a whole
// number.
const round = 3 << 22

// plainFloat is floatProduct in plain Go: for each row r and column c < 16,
// dst[r][c] = bias[c] + Σ a[r][k]·b[k][c].
func plainFloat(dst []float32, ldd int, a []float32, lda int, b []float32, ldb int, bias []float32, rows, depth int) {
	for r := range rows {
		row := a[r*lda:][:depth]
		for c := 0; c < panel; c += 4 {
			s := (*[4]float32)(bias[c:])
			s0, s1, s2, s3 := s[0], s[1], s[2], s[3]
			i := c
			for _, x := range row {
				w := (*[4]float32)(b[i:])
				s0 += x * w[0]
				s1 += x * w[1]
				s2 += x * w[2]
				s3 += x * w[3]
				i += ldb
			}
			*(*[4]float32)(dst[r*ldd+c:]) = [4]float32{s0, s1, s2, s3}
		}
	}
}

// plainWide is wideProduct in plain Go. Two rows share one 64-bit multiplication:
// (a0 + a1·2³²)·w is a0·w + (a1·w)·2³², and the low half never overflows. pairs is scratch of
// depth numbers.
func plainWide(dst []float32, ldd int, a []int16, ascale []float32, m *matrix, pairs []int64, rows int) {
	for r := 0; r < rows; r += 2 {
		first := a[r*m.in:][:m.in]
		second := first
		if r+1 < rows {
			second = a[(r+1)*m.in:][:m.in]
		}
		for k := range pairs {
			pairs[k] = int64(first[k]) + int64(second[k])<<32
		}
		for j := 0; j < m.out; j += panel {
			for c := 0; c < panel; c += 4 {
				for d, sum := range plainSums(pairs, m.weights[j*m.in+2*c:]) {
					o := j + c + d
					low := int32(sum)
					dst[r*ldd+o] = float32(low)*(ascale[r]*m.scale[o]) + m.bias[o]
					if r+1 < rows {
						dst[(r+1)*ldd+o] = float32(int32((sum-int64(low))>>32))*(ascale[r+1]*m.scale[o]) + m.bias[o]
					}
				}
			}
		}
	}
}

// plainSums returns the sums of four neighbouring outputs.
func plainSums(pairs []int64, weights []int8) [4]int64 {
	var s0, s1, s2, s3 int64
	i := 0
	for k := 0; k+2 <= len(pairs); k += 2 {
		x, y := pairs[k], pairs[k+1]
		w := (*[8]int8)(weights[i:])
		s0 += x*int64(w[0]) + y*int64(w[1])
		s1 += x*int64(w[2]) + y*int64(w[3])
		s2 += x*int64(w[4]) + y*int64(w[5])
		s3 += x*int64(w[6]) + y*int64(w[7])
		i += 2 * panel
	}
	return [4]int64{s0, s1, s2, s3}
}

// plainQuantise writes x as int16 and returns the scale that gives it back.
func plainQuantise(q []int16, x []float32) float32 {
	var top float32
	for _, v := range x {
		top = max(top, float32(math.Abs(float64(v))))
	}
	if top == 0 {
		top = 1
	}
	by := activationMax / top
	for i, v := range x {
		q[i] = int16(math.Float32bits(float32(v*by) + round))
	}
	return top / activationMax
}

// plainNarrow is narrowProduct in plain Go: with int16, as if they were not so few.
func plainNarrow(dst, x []float32, s *scratch, m *matrix, rows int) {
	q := s.quantised[:rows*m.in]
	for r := range rows {
		var least, most float32
		row := x[r*m.in:][:m.in]
		for _, v := range row {
			least, most = min(least, v), max(most, v)
		}
		scale, by, _ := byteScale(least, most)
		s.scale[r] = scale
		for i, v := range row {
			q[r*m.in+i] = int16(math.Float32bits(float32(v*by) + round))
		}
	}
	plainWide(dst, m.out, q, s.scale, m, s.pairs[:m.in], rows)
}

// plainExp is e to the x for x <= 0, to about two units in the last place (Cephes, expf).
func plainExp(x float32) float32 {
	x = max(x, -87)
	n := float32(x*math.Log2E) + round
	bits := math.Float32bits(n)
	n -= round
	r := x - n*0.693359375 - n*-2.12194440e-4
	p := float32(1.9875691500e-4)
	for _, c := range [...]float32{1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1, 1, 1} {
		p = p*r + c
	}
	return math.Float32frombits(math.Float32bits(p) + bits<<23)
}

// plainGELU replaces each x by x·Φ(x), Φ by formula 7.1.28 of Abramowitz and Stegun, which
// is off by less than 3e-7.
func plainGELU(x []float32) {
	for i, v := range x {
		z := float32(math.Abs(float64(v))) * (math.Sqrt2 / 2)
		p := float32(0.0000430638)
		for _, c := range [...]float32{0.0002765672, 0.0001520143, 0.0092705272, 0.0422820123, 0.0705230784, 1} {
			p = p*z + c
		}
		p *= p
		p *= p
		p *= p
		p *= p
		tail := 0.5 * v / p // v times the far tail of Φ
		if v >= 0 {
			tail = v - tail
		}
		x[i] = tail
	}
}

// plainNormalise adds y to x and normalises the sum: mean 0 and variance 1, then gain and
// bias. Four running sums let the processor add side by side.
func plainNormalise(x, y *[Width]float32, p normalisation) {
	var a, b, c, d float32
	for i := 0; i < Width; i += 4 {
		x[i] += y[i]
		x[i+1] += y[i+1]
		x[i+2] += y[i+2]
		x[i+3] += y[i+3]
		a += x[i]
		b += x[i+1]
		c += x[i+2]
		d += x[i+3]
	}
	mean := (a + b + c + d) / Width
	a, b, c, d = 0, 0, 0, 0
	for i := 0; i < Width; i += 4 {
		e, f, g, h := x[i]-mean, x[i+1]-mean, x[i+2]-mean, x[i+3]-mean
		a += e * e
		b += f * f
		c += g * g
		d += h * h
	}
	by := float32(1 / math.Sqrt(float64((a+b+c+d)/Width)+epsilon))
	gain, bias := (*[Width]float32)(p.gain), (*[Width]float32)(p.bias)
	for i := range x {
		x[i] = (x[i]-mean)*by*gain[i] + bias[i]
	}
}

// plainSoftmax replaces x by softmax(x·by).
func plainSoftmax(x []float32, by float32) {
	top := x[0]
	for _, v := range x {
		top = max(top, v)
	}
	var sum float32
	for i, v := range x {
		x[i] = plainExp((v - top) * by)
		sum += x[i]
	}
	for i := range x {
		x[i] /= sum
	}
}

// plainScan is scan in plain Go.
func plainScan(sums []int32, b Block, query *[Width]int16) {
	for i := range sums {
		code := (*[Width]int8)(b[i*Width:])
		var s0, s1, s2, s3 int32
		for k := 0; k < Width; k += 4 {
			s0 += int32(code[k]) * int32(query[k])
			s1 += int32(code[k+1]) * int32(query[k+1])
			s2 += int32(code[k+2]) * int32(query[k+2])
			s3 += int32(code[k+3]) * int32(query[k+3])
		}
		sums[i] = s0 + s1 + s2 + s3
	}
}
