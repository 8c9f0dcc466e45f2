package encoder

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// someMatrix draws a matrix, its bias 0, and rows for it.
func someMatrix(t *rapid.T) (m *matrix, x []float32, rows int) {
	m = &matrix{out: 2 * panel * rapid.IntRange(1, 2).Draw(t, "outputs/32"), in: 16 * rapid.IntRange(1, 4).Draw(t, "inputs/16")}
	m.weights = rapid.SliceOfN(rapid.Int8Range(-127, 127), m.out*m.in, m.out*m.in).Draw(t, "weights")
	m.scale, m.bias = make([]float32, m.out), make([]float32, m.out)
	for i := range m.scale {
		m.scale[i] = 1
	}
	rows = rapid.IntRange(1, 27).Draw(t, "rows")
	least := rapid.SampledFrom([]float32{-3, -0.17, 0, 2}).Draw(t, "least")
	number := rapid.Float32Range(least, 2.5)
	return m, rapid.SliceOfN(number, rows*m.in, rows*m.in).Draw(t, "x"), rows
}

// TestNarrowProduct holds that the sums of 8-bit activations are exact on every level.
func TestNarrowProduct(t *testing.T) {
	onEachLevel(t, func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			m, x, rows := someMatrix(t)
			m.narrow()
			s := &scratch{
				quantised: make([]int16, rows*m.in), bytes: make([]uint8, rows*m.in), pairs: make([]int64, m.in),
				scale: make([]float32, rows), zero: make([]int32, rows),
			}
			dst := make([]float32, rows*m.out)
			m.apply(s, dst, x, rows)
			for r := range rows {
				checkNarrow(t, m, x[r*m.in:][:m.in], dst[r*m.out:][:m.out])
			}
		})
	})
}

// checkNarrow compares one row with the sums of its activations, quantised one by one.
func checkNarrow(t *rapid.T, m *matrix, row, got []float32) {
	var least, most float32
	for _, v := range row {
		least, most = min(least, v), max(most, v)
	}
	scale, by, zero := byteScale(least, most)
	for o := range m.out {
		var sum int64
		for k, v := range row {
			q := math.RoundToEven(float64(v * by))
			if b := q + float64(zero); b < 0 || b > 255 {
				t.Fatalf("%v of a row from %v to %v becomes %v, which is no byte", v, least, most, b)
			}
			sum += int64(q) * int64(m.weights[o/panel*panel*m.in+k/2*2*panel+o%panel*2+k%2])
		}
		if want := float32(sum) * scale; math.Abs(float64(got[o]-want)) > 1e-6*math.Abs(float64(want)) {
			t.Fatalf("output %d is %v, want %v", o, got[o], want)
		}
	}
}

// TestNormalise compares every level with the definition.
func TestNormalise(t *testing.T) {
	onEachLevel(t, func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			draw := func(name string) []float32 {
				return rapid.SliceOfN(rapid.Float32Range(-9, 9), Width, Width).Draw(t, name)
			}
			x, y, p := draw("x"), draw("y"), normalisation{draw("gain"), draw("bias")}
			x[0] = 20 // rows that are all the same number are not met
			var sum, square float64
			for i := range x {
				sum += float64(x[i] + y[i])
			}
			for i := range x {
				square += math.Pow(float64(x[i]+y[i])-sum/Width, 2)
			}
			want := make([]float64, Width)
			for i := range x {
				want[i] = (float64(x[i]+y[i])-sum/Width)/math.Sqrt(square/Width+epsilon)*float64(p.gain[i]) + float64(p.bias[i])
			}
			normalise((*[Width]float32)(x), (*[Width]float32)(y), p)
			for i := range x {
				if math.Abs(float64(x[i])-want[i]) > 1e-3 {
					t.Fatalf("number %d is %v, want %v", i, x[i], want[i])
				}
			}
		})
	})
}

// TestGELU compares every level with the definition.
func TestGELU(t *testing.T) {
	onEachLevel(t, func(t *testing.T) {
		for first := -100; first < 100; first += 8 {
			x := make([]float32, 8)
			for i := range x {
				x[i] = float32(first+i) / 7
			}
			gelu(x)
			for i := range x {
				v := float64(float32(first+i) / 7)
				if want := v * math.Erfc(-v/math.Sqrt2) / 2; math.Abs(float64(x[i])-want) > 3e-6 {
					t.Errorf("gelu(%v) = %v, want %v", v, x[i], want)
				}
			}
		}
	})
}
