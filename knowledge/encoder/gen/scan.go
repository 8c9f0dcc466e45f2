package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
)

const (
	width         = 384 // numbers in a vector
	scanSignature = "func(sums *int32, codes *int8, n int, query *int16)"
)

// scanAVX2 multiplies a query with many codes: 16 numbers at a time, two running sums.
func scanAVX2() {
	TEXT("scanAVX2", NOSPLIT, scanSignature)
	Pragma("noescape")
	Doc("scanAVX2 computes the dot product of the query with each of n codes, 384 numbers each; n is at least 1.")
	query := param("query")
	overCodes(func(codes Mem) vec {
		sums, t := registers(2, YMM), registers(2, YMM)
		for i := range width / 16 {
			s, t := sums[i%2], t[i%2]
			VPMOVSXBW(codes.Offset(16*i), t)
			if i < 2 {
				VPMADDWD(Mem{Base: query, Disp: 32 * i}, t, s)
				continue
			}
			VPMADDWD(Mem{Base: query, Disp: 32 * i}, t, t)
			VPADDD(t, s, s)
		}
		VPADDD(sums[0], sums[1], sums[0])
		return sums[0]
	})
}

// scanVNNI is scanAVX2 with VPDPWSSD, 32 numbers at a time; the query stays in registers.
func scanVNNI() {
	TEXT("scanVNNI", NOSPLIT, scanSignature)
	Pragma("noescape")
	Doc("scanVNNI computes the dot product of the query with each of n codes, 384 numbers each; n is at least 1.")
	query, q := param("query"), registers(width/32, ZMM)
	for i := range q {
		VMOVDQU16(Mem{Base: query, Disp: 64 * i}, q[i])
	}
	overCodes(func(codes Mem) vec {
		sums, t := registers(2, ZMM), registers(2, ZMM)
		for _, s := range sums {
			VPXORD(s, s, s)
		}
		for i := range q {
			VPMOVSXBW(codes.Offset(32*i), t[i%2])
			VPDPWSSD(q[i], t[i%2], sums[i%2])
		}
		VPADDD(sums[0], sums[1], sums[0])
		VEXTRACTI64X4(Imm(1), sums[0], t[0].AsY())
		VPADDD(t[0].AsY(), sums[0].AsY(), sums[0].AsY())
		return sums[0]
	})
}

// overCodes emits a loop over the codes. The sum of a code is that of the eight lanes of what
// body returns.
func overCodes(body func(codes Mem) vec) {
	sums, codes, n := param("sums"), param("codes"), param("n")
	t := XMM()
	Label("codes")
	s := body(Mem{Base: codes})
	VEXTRACTI128(Imm(1), s.AsY(), t)
	VPADDD(t, s.AsX(), t)
	for _, swap := range []uint64{0x4e, 0xb1} {
		other := XMM()
		VPSHUFD(Imm(swap), t, other)
		VPADDD(other, t, t)
	}
	VMOVD(t, Mem{Base: sums})
	ADDQ(U32(width), codes)
	ADDQ(Imm(4), sums)
	DECQ(n)
	JNZ(LabelRef("codes"))
	VZEROUPPER()
	RET()
}
