package binding

import (
	"encoding/binary"
	"hash/crc32"
	"time"

	"talksbot/knowledge/calendar"
	"talksbot/knowledge/english"
)

// A Writer gathers values. The zero Writer is ready.
type Writer struct {
	data    []byte
	numbers map[string]uint32 // of the words, by how they are compared
	words   []*english.Word
}

// What stands before the values: a sign of this format, a number by which a machine tells whether it has the
// same order of bytes, the checksum of all that follows, where the words stand, and how many they are.
const (
	sign     = "talksbot binding 1\n\x00\x00\x00\x00\x00"
	order    = 0x01020304
	orderAt  = len(sign)
	sumAt    = orderAt + 4
	wordsAt  = sumAt + 4
	countAt  = wordsAt + 8
	headSize = countAt + 8
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Bytes returns what was written. The Writer is spent.
func (w *Writer) Bytes() []byte {
	w.head()
	binary.LittleEndian.PutUint64(w.data[wordsAt:], uint64(len(w.data)))
	binary.LittleEndian.PutUint64(w.data[countAt:], uint64(len(w.words)))
	for _, word := range w.words {
		w.String(word.Norm)
		w.String(word.Stem)
		w.Bool(word.Stop)
	}
	binary.LittleEndian.PutUint32(w.data[sumAt:], crc32.Checksum(w.data[wordsAt:], castagnoli))
	return w.data
}

// head makes room for what stands before the values.
func (w *Writer) head() {
	if len(w.data) == 0 {
		w.data = append(w.data, make([]byte, headSize)...)
		copy(w.data, sign)
		binary.LittleEndian.PutUint32(w.data[orderAt:], order)
	}
}

// Word returns the number of a word.
func (w *Writer) Word(word *english.Word) uint32 {
	n, ok := w.numbers[word.Norm]
	if !ok {
		if w.numbers == nil {
			w.numbers = map[string]uint32{}
		}
		n = uint32(len(w.words))
		w.numbers[word.Norm], w.words = n, append(w.words, word)
	}
	return n
}

// Words returns the words that have numbers so far, in their order.
func (w *Writer) Words() []*english.Word { return w.words }

// Uint writes a number that is not negative.
func (w *Writer) Uint(n int) {
	w.head()
	w.data = binary.AppendUvarint(w.data, uint64(n))
}

// Int writes a number.
func (w *Writer) Int(n int64) {
	w.head()
	w.data = binary.AppendVarint(w.data, n)
}

// Bool writes a truth value.
func (w *Writer) Bool(v bool) {
	w.head()
	n := byte(0)
	if v {
		n = 1
	}
	w.data = append(w.data, n)
}

// String writes a text.
func (w *Writer) String(s string) {
	w.Uint(len(s))
	w.data = append(w.data, s...)
}

// Day writes a day.
func (w *Writer) Day(d calendar.Day) {
	w.Int(int64(d.Year))
	w.Int(int64(d.Month))
	w.Int(int64(d.Day))
}

// Zone writes what a zone is at a time of a day.
func (w *Writer) Zone(zone *time.Location, d calendar.Day, clock time.Duration) {
	w.Bool(zone != nil)
	if zone != nil {
		name, offset := time.Date(d.Year, d.Month, d.Day, 0, 0, 0, int(clock), zone).Zone()
		w.String(name)
		w.Int(int64(offset))
	}
}

// Span writes a span, as far from the end of the one before as it begins; it returns its own end.
func (w *Writer) Span(s english.Span, before int) (end int) {
	w.Int(int64(s.Start - before))
	w.Int(int64(s.End - s.Start))
	return s.End
}

// Spans writes spans.
func (w *Writer) Spans(all []english.Span) {
	w.Uint(len(all))
	end := 0
	for _, s := range all {
		end = w.Span(s, end)
	}
}

// List writes a list of numbers in whole, to be read without being copied.
func List[T uint8 | uint32 | english.KeptToken](w *Writer, list []T) {
	w.Uint(len(list))
	for len(w.data)%8 != 0 {
		w.data = append(w.data, 0)
	}
	for _, v := range list {
		switch v := any(v).(type) {
		case uint8:
			w.data = append(w.data, v)
		case uint32:
			w.data = binary.LittleEndian.AppendUint32(w.data, v)
		case english.KeptToken:
			w.data = binary.LittleEndian.AppendUint64(w.data, uint64(v))
		}
	}
}

// Part writes what write does so that a Reader may pass over it.
func (w *Writer) Part(write func(*Writer)) {
	p := Writer{data: make([]byte, headSize), numbers: w.numbers, words: w.words}
	write(&p)
	w.String(string(p.data[headSize:]))
	w.numbers, w.words = p.numbers, p.words
}
