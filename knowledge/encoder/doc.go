// Package encoder turns text into meaning: vectors that lie close together where sentences
// mean the same, though no word of theirs agrees. It runs
// sentence-transformers/all-MiniLM-L6-v2, a BERT encoder of 6 layers, 384 wide, on the
// processor, in Go alone.
//
// Weights are int8, one scale for each output of a matrix; activations are quantised to 14
// bits, or to 8 where that is as good, so that nearly all the error left is that of the
// weights. On amd64 the products run
// in assembly made by gen, on AVX2 or AVX-512 VNNI, whichever the processor has; everywhere
// else, and with the build tag noasm, in plain Go. The integer sums are the same everywhere.
//
// Opposites lie close together too: a vector alone never decides anything. LICENSE says where
// the weights come from; training/weights.py makes them.
package encoder
