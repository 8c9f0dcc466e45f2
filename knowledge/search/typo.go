package search

// minTypo is how many letters a word must have to be taken for misspelt.
const minTypo = 5

// An end is the first or the last two bytes of a word of so many. An edit leaves one of
// the two ends of a word of minTypo letters as it is.
type end struct {
	length int
	last   bool
	bytes  [2]byte
}

// endsOf returns both ends that norm has as a word of length bytes.
func endsOf(norm string, length int) [2]end {
	n := len(norm)
	return [2]end{{length, false, [2]byte{norm[0], norm[1]}}, {length, true, [2]byte{norm[n-2], norm[n-1]}}}
}

// IsMisspelt reports whether a word may be another, misspelt by one edit.
func IsMisspelt(typed, word string) bool { return len(typed) >= minTypo && oneEdit(word, typed) }

// oneEdit reports whether a becomes b by one insertion, deletion, substitution or swap of
// neighbours, of bytes.
func oneEdit(a, b string) bool {
	p := 0
	for p < len(a) && p < len(b) && a[p] == b[p] {
		p++
	}
	a, b = a[p:], b[p:]
	s := 0
	for s < len(a) && s < len(b) && a[len(a)-1-s] == b[len(b)-1-s] {
		s++
	}
	a, b = a[:len(a)-s], b[:len(b)-s]
	if len(a) == 2 && len(b) == 2 {
		return a[0] == b[1] && a[1] == b[0]
	}
	return len(a) <= 1 && len(b) <= 1
}
