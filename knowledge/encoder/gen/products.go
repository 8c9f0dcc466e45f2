package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
)

const floatSignature = "func(dst *float32, ldd int, a *float32, lda int, b *float32, ldb int, bias *float32, rows, depth int)"

// floatAVX2 multiplies floats: up to 6 rows by 16 columns, two registers of sums a row.
func floatAVX2() {
	TEXT("floatAVX2", NOSPLIT, floatSignature)
	Doc("floatAVX2 computes dst = bias + a·b for 1 to 6 rows and 16 columns; strides are in bytes.")
	forRows(6, func(r int) {
		rows, pointers := addresses(param("a"), param("lda"), r)
		b, ldb, bias, n := param("b"), param("ldb"), param("bias"), param("depth")
		low, high := registers(r, YMM), registers(r, YMM)
		for i := range r {
			VMOVUPS(Mem{Base: bias}, low[i])
			VMOVUPS(Mem{Base: bias, Disp: 32}, high[i])
		}
		b0, b1, x := YMM(), YMM(), YMM()
		loop := fmt.Sprintf("loop%d", r)
		Label(loop)
		VMOVUPS(Mem{Base: b}, b0)
		VMOVUPS(Mem{Base: b, Disp: 32}, b1)
		for i := range r {
			VBROADCASTSS(rows[i], x)
			VFMADD231PS(b0, x, low[i])
			VFMADD231PS(b1, x, high[i])
		}
		advance(pointers, 4)
		ADDQ(ldb, b)
		DECQ(n)
		JNZ(LabelRef(loop))
		dst, ldd := param("dst"), param("ldd")
		for i := range r {
			VMOVUPS(low[i], Mem{Base: dst})
			VMOVUPS(high[i], Mem{Base: dst, Disp: 32})
			ADDQ(ldd, dst)
		}
	})
}

// floatAVX512 is floatAVX2 with up to 12 rows, one register of sums a row.
func floatAVX512() {
	TEXT("floatAVX512", NOSPLIT, floatSignature)
	Doc("floatAVX512 computes dst = bias + a·b for 1 to 12 rows and 16 columns; strides are in bytes.")
	forRows(12, func(r int) {
		rows, pointers := addresses(param("a"), param("lda"), r)
		b, ldb, bias, n := param("b"), param("ldb"), param("bias"), param("depth")
		sums := registers(r, ZMM)
		for i := range r {
			VMOVUPS(Mem{Base: bias}, sums[i])
		}
		b0 := ZMM()
		loop := fmt.Sprintf("loop%d", r)
		Label(loop)
		VMOVUPS(Mem{Base: b}, b0)
		for i := range r {
			VFMADD231PS_BCST(rows[i], b0, sums[i])
		}
		advance(pointers, 4)
		ADDQ(ldb, b)
		DECQ(n)
		JNZ(LabelRef(loop))
		dst, ldd := param("dst"), param("ldd")
		for i := range r {
			VMOVUPS(sums[i], Mem{Base: dst})
			ADDQ(ldd, dst)
		}
	})
}

const wideSignature = "func(dst *float32, ldd int, a *int16, lda int, ascale *float32, b *int8, panel int, bscale, bias *float32, rows, depth int)"

// wideAVX2 multiplies int16 activations with int8 weights: up to 6 rows by 16 columns. Two
// neighbouring activations are broadcast and multiplied with two weights of each output.
func wideAVX2() {
	TEXT("wideAVX2", NOSPLIT, wideSignature)
	Doc("wideAVX2 computes dst = bias + ascale·bscale·(a·b) for 1 to 6 rows and 16 columns; ldd and lda are in bytes, panel is unused.")
	forRows(6, func(r int) {
		rows, pointers := addresses(param("a"), param("lda"), r)
		b, n := param("b"), param("depth")
		SHRQ(Imm(1), n)
		low, high := registers(r, YMM), registers(r, YMM)
		for i := range r {
			VPXOR(low[i], low[i], low[i])
			VPXOR(high[i], high[i], high[i])
		}
		w0, w1, x, t := YMM(), YMM(), YMM(), YMM()
		loop := fmt.Sprintf("loop%d", r)
		Label(loop)
		VPMOVSXBW(Mem{Base: b}, w0)
		VPMOVSXBW(Mem{Base: b, Disp: 16}, w1)
		for i := range r {
			VPBROADCASTD(rows[i], x)
			VPMADDWD(w0, x, t)
			VPADDD(t, low[i], low[i])
			VPMADDWD(w1, x, x)
			VPADDD(x, high[i], high[i])
		}
		advance(pointers, 4)
		ADDQ(Imm(32), b)
		DECQ(n)
		JNZ(LabelRef(loop))
		storeScaled(r, x, t, func(i int) []vec { return []vec{low[i], high[i]} }, 32)
	})
}

// wideVNNI is wideAVX2 with VPDPWSSD, which multiplies and adds at once: up to 12 rows by 32
// columns, so two panels of weights, of which the second begins panel bytes after the first.
func wideVNNI() {
	TEXT("wideVNNI", NOSPLIT, wideSignature)
	Doc("wideVNNI computes dst = bias + ascale·bscale·(a·b) for 1 to 12 rows and 32 columns, of which the second 16 begin panel bytes after b; ldd and lda are in bytes.")
	forRows(12, func(r int) {
		rows, pointers := addresses(param("a"), param("lda"), r)
		b, second, n := param("b"), param("panel"), param("depth")
		SHRQ(Imm(1), n)
		low, high := registers(r, ZMM), registers(r, ZMM)
		for i := range r {
			VPXORD(low[i], low[i], low[i])
			VPXORD(high[i], high[i], high[i])
		}
		w0, w1, x := ZMM(), ZMM(), ZMM()
		loop := fmt.Sprintf("loop%d", r)
		Label(loop)
		VPMOVSXBW(Mem{Base: b}, w0)
		VPMOVSXBW(Mem{Base: b, Index: second, Scale: 1}, w1)
		for i := range r {
			VPBROADCASTD(rows[i], x)
			VPDPWSSD(w0, x, low[i])
			VPDPWSSD(w1, x, high[i])
		}
		advance(pointers, 4)
		ADDQ(Imm(32), b)
		DECQ(n)
		JNZ(LabelRef(loop))
		storeScaled(r, x, w0, func(i int) []vec { return []vec{low[i], high[i]} }, 64)
	})
}

// storeScaled turns each row's registers of int32 sums into floats, width bytes a register.
func storeScaled(r int, x, t vec, sums func(row int) []vec, width int) {
	dst, ldd := param("dst"), param("ldd")
	ascale, bscale, bias := param("ascale"), param("bscale"), param("bias")
	for i := range r {
		VBROADCASTSS(Mem{Base: ascale, Disp: 4 * i}, x)
		for k, s := range sums(i) {
			VCVTDQ2PS(s, s)
			VMULPS(Mem{Base: bscale, Disp: k * width}, x, t)
			VFMADD213PS(Mem{Base: bias, Disp: k * width}, t, s)
			VMOVUPS(s, Mem{Base: dst, Disp: k * width})
		}
		ADDQ(ldd, dst)
	}
}

// narrowVNNI multiplies unsigned bytes with int8 weights by VPDPBUSD, four at once: up to 12
// rows by 32 columns. The weights lie in pairs, as for wideVNNI; VPERMW brings the two pairs of
// an output together. What the zero of the row adds to each sum is taken away first.
func narrowVNNI() {
	TEXT("narrowVNNI", NOSPLIT, "func(dst *float32, ldd int, a *uint8, lda int, azero *int32, ascale *float32, b *int8, panel int, bsum *int32, bscale, bias *float32, rows, depth int)")
	Doc("narrowVNNI computes dst = bias + ascale·bscale·((a-azero)·b) for 1 to 12 rows and 32 columns, of which the second 16 begin panel bytes after b; bsum is the sum of each column, ldd and lda are in bytes.")
	order := GLOBL("pairs", RODATA|NOPTR)
	for i := range 32 {
		DATA(2*i, U16(i/2+i%2*16))
	}
	forRows(12, func(r int) {
		rows, pointers := addresses(param("a"), param("lda"), r)
		zero, bsum := param("azero"), param("bsum")
		low, high := registers(r, ZMM), registers(r, ZMM)
		w0, w1, x, pairs := ZMM(), ZMM(), ZMM(), ZMM()
		VPXORD(pairs, pairs, pairs)
		for i := range r {
			VPSUBD_BCST(Mem{Base: zero, Disp: 4 * i}, pairs, x)
			VPMULLD(Mem{Base: bsum}, x, low[i])
			VPMULLD(Mem{Base: bsum, Disp: 64}, x, high[i])
		}
		b, second, n := param("b"), param("panel"), param("depth")
		SHRQ(Imm(2), n)
		VMOVDQU16(order, pairs)
		loop := fmt.Sprintf("loop%d", r)
		Label(loop)
		VPERMW(Mem{Base: b}, pairs, w0)
		VPERMW(Mem{Base: b, Index: second, Scale: 1}, pairs, w1)
		for i := range r {
			VPBROADCASTD(rows[i], x)
			VPDPBUSD(w0, x, low[i])
			VPDPBUSD(w1, x, high[i])
		}
		advance(pointers, 4)
		ADDQ(Imm(64), b)
		DECQ(n)
		JNZ(LabelRef(loop))
		storeScaled(r, x, w0, func(i int) []vec { return []vec{low[i], high[i]} }, 64)
	})
}
