// Package binding writes what is derived from articles as bytes, and reads it again as it stands there.
//
// What is long, such as lists of numbers and texts, is not copied when it is read: it is the bytes
// themselves, which must then be kept and never changed. Each word stands in the bytes once, in a list; all
// else has its number there. A checksum over everything tells damaged bytes, so that a Reader, which
// reads nothing beyond its bytes, need not tell what is likely from what is not.
package binding
