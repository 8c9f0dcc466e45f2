// Command gen writes the amd64 kernels of package encoder:
//
//	cd knowledge/encoder/gen && go run . -out ../kernels_amd64.s -stubs ../stubs_amd64.go -pkg encoder
//
// It is a module of its own, so that avo stays out of the program's go.mod. Every kernel that
// works on rows takes their number and jumps to the code made for that number, so that the
// sums of all rows stay in registers.
package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

func main() {
	ConstraintExpr("amd64,!noasm")
	floatAVX2()
	floatAVX512()
	wideAVX2()
	wideVNNI()
	narrowVNNI()
	absMax()
	quantise()
	extent()
	quantiseBytes()
	gelu()
	normalise()
	softmaxExp()
	scale()
	scanAVX2()
	scanVNNI()
	Generate()
}

// A vec is a register of floats or integers: YMM or ZMM.
type vec = VecVirtual

func param(name string) GPVirtual { return Load(Param(name), GP64()).(GPVirtual) }

// forRows emits code for each number of rows up to most, and the jump to the one asked for.
func forRows(most int, body func(rows int)) {
	rows := param("rows")
	for r := most; r > 1; r-- {
		CMPQ(rows, Imm(uint64(r)))
		JEQ(LabelRef(fmt.Sprintf("rows%d", r)))
	}
	for r := 1; r <= most; r++ {
		if r > 1 {
			Label(fmt.Sprintf("rows%d", r))
		}
		body(r)
		VZEROUPPER()
		RET()
	}
}

// addresses returns the address of each of r rows that are stride bytes apart, with one
// pointer for every three rows, and those pointers.
func addresses(base, stride GPVirtual, r int) (rows []Mem, pointers []GPVirtual) {
	p := base
	for i := range r {
		switch i % 3 {
		case 0:
			if i > 0 {
				next := GP64()
				LEAQ(Mem{Base: p, Index: stride, Scale: 1}, next)
				LEAQ(Mem{Base: next, Index: stride, Scale: 2}, next)
				p = next
			}
			pointers = append(pointers, p)
			rows = append(rows, Mem{Base: p})
		case 1:
			rows = append(rows, Mem{Base: p, Index: stride, Scale: 1})
		case 2:
			rows = append(rows, Mem{Base: p, Index: stride, Scale: 2})
		}
	}
	return rows, pointers
}

// registers returns n registers made by f.
func registers(n int, f func() vec) []vec {
	v := make([]vec, n)
	for i := range v {
		v[i] = f()
	}
	return v
}

func advance(pointers []GPVirtual, bytes uint64) {
	for _, p := range pointers {
		ADDQ(Imm(bytes), p)
	}
}
