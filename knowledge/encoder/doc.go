// Package encoder turns text into meaning: vectors that lie close together where sentences
// mean the same, though no word of theirs agrees; and how well a sentence answers a question,
// with the words that do. It runs a BERT encoder of 6 layers, 384 wide, trained from
// sentence-transformers/all-MiniLM-L6-v2, on the processor, in Go alone. docs/encoder.md says
// on what, and what it cannot do.
//
// Weights are int8, one scale for each output of a matrix; activations are quantised to 14
// bits, or to 8 where that is as good, so that nearly all the error left is that of the
// weights. On amd64 the products run
// in assembly made by gen, on AVX2 or AVX-512 VNNI, whichever the processor has; everywhere
// else, and with the build tag noasm, in plain Go. The integer sums are the same everywhere.
//
// Opposites lie close together too: a vector alone never decides anything. LICENSE says where
// the weights come from; training makes them.
package encoder
