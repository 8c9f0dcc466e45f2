package main

import (
	"fmt"
	"math"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// A loop over x of n floats, step at a time, is what all kernels of this file are.
func overFloats(name string, x, n Op, step int, body func()) {
	Label(name)
	body()
	ADDQ(Imm(uint64(4*step)), x)
	SUBQ(Imm(uint64(step)), n)
	JNZ(LabelRef(name))
}

var constants = map[uint32]Mem{}

// constant is a float repeated eight times in memory.
func constant(v float64) Mem { return constantBits(math.Float32bits(float32(v))) }

func constantBits(bits uint32) Mem {
	m, ok := constants[bits]
	if !ok {
		m = GLOBL(fmt.Sprintf("float_%08x", bits), RODATA|NOPTR)
		for i := range 8 {
			DATA(4*i, U32(bits))
		}
		constants[bits] = m
	}
	return m
}

const magnitude = 0x7fffffff // all bits of a float but its sign

// floatParam returns a register that holds a float parameter eight times.
func floatParam(name string) vec {
	p, err := Param(name).Resolve()
	if err != nil {
		panic(err)
	}
	v := YMM()
	VBROADCASTSS(p.Addr, v)
	return v
}

func absMax() {
	TEXT("absMaxAVX2", NOSPLIT, "func(x *float32, n int) float32")
	Pragma("noescape")
	Doc("absMaxAVX2 returns the largest magnitude of x; n is a multiple of 8.")
	x, n := param("x"), param("n")
	top, t := YMM(), YMM()
	VXORPS(top, top, top)
	overFloats("loop", x, n, 8, func() {
		VMOVUPS(Mem{Base: x}, t)
		VANDPS(constantBits(magnitude), t, t)
		VMAXPS(t, top, top)
	})
	fold(top, t, VMAXPS)
	Store(top.AsX(), ReturnIndex(0))
	VZEROUPPER()
	RET()
}

// fold brings the eight lanes of v together in lane 0.
func fold(v, t vec, op func(...Op)) {
	VEXTRACTF128(Imm(1), v, t.AsX())
	op(t.AsX(), v.AsX(), v.AsX())
	VPERMILPS(Imm(0x4e), v.AsX(), t.AsX())
	op(t.AsX(), v.AsX(), v.AsX())
	VPERMILPS(Imm(0xb1), v.AsX(), t.AsX())
	op(t.AsX(), v.AsX(), v.AsX())
}

// extent finds the range of a row for its quantisation to bytes.
func extent() {
	TEXT("extentAVX2", NOSPLIT, "func(x *float32, n int) (least, most float32)")
	Doc("extentAVX2 returns the least and the most of x and 0; n is a multiple of 8.")
	x, n := param("x"), param("n")
	least, most, t := YMM(), YMM(), YMM()
	VXORPS(least, least, least)
	VXORPS(most, most, most)
	overFloats("loop", x, n, 8, func() {
		VMOVUPS(Mem{Base: x}, t)
		VMINPS(t, least, least)
		VMAXPS(t, most, most)
	})
	fold(least, t, VMINPS)
	fold(most, t, VMAXPS)
	Store(least.AsX(), ReturnIndex(0))
	Store(most.AsX(), ReturnIndex(1))
	VZEROUPPER()
	RET()
}

// quantiseBytes quantises a row for narrowVNNI.
func quantiseBytes() {
	TEXT("bytesAVX512", NOSPLIT, "func(q *uint8, x *float32, n int, by float32, zero int32)")
	Doc("bytesAVX512 writes x·by, rounded to even, plus zero; n is a multiple of 16.")
	q, x, n := param("q"), param("x"), param("n")
	by, zero, v := ZMM(), ZMM(), ZMM()
	p, _ := Param("by").Resolve()
	VBROADCASTSS(p.Addr, by)
	VPBROADCASTD(Load(Param("zero"), GP32()), zero)
	overFloats("loop", x, n, 16, func() {
		VMULPS(Mem{Base: x}, by, v)
		VCVTPS2DQ(v, v)
		VPADDD(zero, v, v)
		VPMOVDB(v, Mem{Base: q})
		ADDQ(Imm(16), q)
	})
	VZEROUPPER()
	RET()
}

func quantise() {
	TEXT("quantiseAVX2", NOSPLIT, "func(q *int16, x *float32, n int, by float32)")
	Pragma("noescape")
	Doc("quantiseAVX2 writes x·by, rounded to even; n is a multiple of 16.")
	q, x, n := param("q"), param("x"), param("n")
	by, low, high := floatParam("by"), YMM(), YMM()
	overFloats("loop", x, n, 16, func() {
		VMULPS(Mem{Base: x}, by, low)
		VMULPS(Mem{Base: x, Disp: 32}, by, high)
		VCVTPS2DQ(low, low)
		VCVTPS2DQ(high, high)
		VPACKSSDW(high, low, low)
		VPERMQ(Imm(0xd8), low, low)
		VMOVDQU(low, Mem{Base: q})
		ADDQ(Imm(32), q)
	})
	VZEROUPPER()
	RET()
}

// exp replaces x, at most 0, by e to the x: 2ⁿ times a polynomial of the rest (Cephes, expf).
func exp(x, n, p vec) {
	VMAXPS(constant(-87), x, x)
	VMOVUPS(constant(3<<22), n) // added, it rounds to a whole number in the low bits
	VMOVUPS(constant(math.Log2E), p)
	VFMADD231PS(p, x, n)
	VSUBPS(constant(3<<22), n, p)
	VFNMADD231PS(constant(0.693359375), p, x)
	VFNMADD231PS(constant(-2.12194440e-4), p, x)
	coefficients := []float64{1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1, 1, 1}
	VMOVUPS(constant(coefficients[0]), p)
	for _, c := range coefficients[1:] {
		VFMADD213PS(constant(c), x, p)
	}
	VPSLLD(Imm(23), n, n)
	VPADDD(n, p, x)
}

func gelu() {
	TEXT("geluAVX2", NOSPLIT, "func(x *float32, n int)")
	Doc("geluAVX2 replaces x by x·Φ(x); n is a multiple of 8.")
	x, n := param("x"), param("n")
	v, z, p, m := YMM(), YMM(), YMM(), YMM()
	overFloats("loop", x, n, 8, func() {
		VMOVUPS(Mem{Base: x}, v)
		VANDPS(constantBits(magnitude), v, z)
		VMOVUPS(constant(tail[0]), p)
		for _, c := range tail[1:] {
			VFMADD213PS(constant(c), z, p)
		}
		for range 4 {
			VMULPS(p, p, p)
		}
		VMULPS(constant(0.5), v, m)
		VDIVPS(p, m, p) // v times the far tail of Φ
		VSUBPS(p, v, m)
		VBLENDVPS(v, p, m, m) // of a negative v the tail itself
		VMOVUPS(m, Mem{Base: x})
	})
	VZEROUPPER()
	RET()
}

// tail is the polynomial in |x| whose sixteenth power is 1/(2Φ(-|x|)): formula 7.1.28 of
// Abramowitz and Stegun, from the highest power down, each divided by √2 to its power.
var tail = [...]float64{
	0.0000430638 / 8, 0.0002765672 / (4 * math.Sqrt2), 0.0001520143 / 4, 0.0092705272 / (2 * math.Sqrt2),
	0.0422820123 / 2, 0.0705230784 / math.Sqrt2, 1,
}

// normalise is layer normalisation: mean 0 and variance 1, then gain and bias.
func normalise() {
	TEXT("normaliseAVX2", NOSPLIT, "func(x, y, gain, bias *float32)")
	Doc("normaliseAVX2 adds y to x, 384 numbers each, and normalises the sum.")
	x, y, gain, bias := param("x"), param("y"), param("gain"), param("bias")
	at := func(base GPVirtual, i int) Mem { return Mem{Base: base, Disp: 32 * i} }
	sums, mean, by, v := registers(4, YMM), YMM(), YMM(), registers(4, YMM)
	total := func() { // of sums, divided by their number, in all lanes of the first
		VADDPS(sums[1], sums[0], sums[0])
		VADDPS(sums[3], sums[2], sums[2])
		VADDPS(sums[2], sums[0], sums[0])
		fold(sums[0], v[0], VADDPS)
		VMULSS(constant(1.0/width), sums[0].AsX(), sums[0].AsX())
	}
	for i := range width / 8 {
		k := i % 4
		VMOVUPS(at(x, i), v[k])
		VADDPS(at(y, i), v[k], v[k])
		VMOVUPS(v[k], at(x, i))
		if i < 4 {
			VMOVUPS(v[k], sums[k])
			continue
		}
		VADDPS(v[k], sums[k], sums[k])
	}
	total()
	VBROADCASTSS(sums[0].AsX(), mean)
	for _, s := range sums {
		VXORPS(s, s, s)
	}
	for i := range width / 8 {
		k := i % 4
		VMOVUPS(at(x, i), v[k])
		VSUBPS(mean, v[k], v[k])
		VFMADD231PS(v[k], v[k], sums[k])
	}
	total()
	VADDSS(constant(1e-12), sums[0].AsX(), sums[0].AsX())
	VSQRTSS(sums[0].AsX(), sums[0].AsX(), sums[0].AsX())
	VMOVSS(constant(1), v[0].AsX())
	VDIVSS(sums[0].AsX(), v[0].AsX(), v[0].AsX())
	VBROADCASTSS(v[0].AsX(), by)
	for i := range width / 8 {
		k := i % 4
		VMOVUPS(at(x, i), v[k])
		VSUBPS(mean, v[k], v[k])
		VMULPS(by, v[k], v[k])
		VMOVUPS(at(gain, i), sums[k])
		VFMADD213PS(at(bias, i), sums[k], v[k])
		VMOVUPS(v[k], at(x, i))
	}
	VZEROUPPER()
	RET()
}

func softmaxExp() {
	TEXT("softmaxExpAVX2", NOSPLIT, "func(x *float32, n int, by float32) float32")
	Doc("softmaxExpAVX2 replaces x by exp((x-max x)·by) and returns the sum; n is a multiple of 8.")
	x, n := param("x"), param("n")
	by := floatParam("by")
	top, t, p, v, sum := YMM(), YMM(), YMM(), YMM(), YMM()
	i, c := GP64(), GP64()
	MOVQ(x, i)
	MOVQ(n, c)
	VMOVUPS(Mem{Base: x}, top)
	overFloats("top", i, c, 8, func() { VMAXPS(Mem{Base: i}, top, top) })
	fold(top, t, VMAXPS)
	VBROADCASTSS(top.AsX(), top)
	VXORPS(sum, sum, sum)
	overFloats("exp", x, n, 8, func() {
		VMOVUPS(Mem{Base: x}, v)
		VSUBPS(top, v, v)
		VMULPS(by, v, v)
		exp(v, t, p)
		VADDPS(v, sum, sum)
		VMOVUPS(v, Mem{Base: x})
	})
	fold(sum, t, VADDPS)
	Store(sum.AsX(), ReturnIndex(0))
	VZEROUPPER()
	RET()
}

func scale() {
	TEXT("scaleAVX2", NOSPLIT, "func(x *float32, n int, by float32)")
	Doc("scaleAVX2 multiplies x by a number; n is a multiple of 8.")
	x, n := param("x"), param("n")
	by, v := floatParam("by"), YMM()
	overFloats("loop", x, n, 8, func() {
		VMULPS(Mem{Base: x}, by, v)
		VMOVUPS(v, Mem{Base: x})
	})
	VZEROUPPER()
	RET()
}
