package binding

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"strings"
	"time"
	"unsafe"

	"talksbot/knowledge/calendar"
	"talksbot/knowledge/english"
)

// A Reader reads values in the order in which they were written. Once it fails it returns zero values: ask
// it for Err at the end.
type Reader struct {
	all   []byte // to the end of the values
	at    int
	words []*english.Word
	err   error
}

var (
	errFormat  = errors.New("not in the form in which this program writes")
	errDamaged = errors.New("the bytes are damaged")
)

// Read returns a Reader of bytes that a Writer made. They must not be changed any more: what is read lies
// in them.
func Read(data []byte) (*Reader, error) {
	if len(data) < headSize || !strings.HasPrefix(string(data[:len(sign)]), sign) {
		return nil, errFormat
	}
	if uintptr(unsafe.Pointer(&data[0]))%8 != 0 {
		data = append(make([]byte, 0, len(data)+8), data...)
	}
	switch {
	case *(*uint32)(unsafe.Pointer(&data[orderAt])) != order:
		return nil, errFormat
	case crc32.Checksum(data[wordsAt:], castagnoli) != binary.LittleEndian.Uint32(data[sumAt:]):
		return nil, errDamaged
	}
	table, count := binary.LittleEndian.Uint64(data[wordsAt:]), binary.LittleEndian.Uint64(data[countAt:])
	if table > uint64(len(data)) || count > uint64(len(data)) {
		return nil, errDamaged
	}
	r := &Reader{all: data, at: int(table)}
	words := make([]english.Word, count)
	r.words = make([]*english.Word, count)
	for i := range words {
		words[i] = english.Word{Norm: r.String(), Stem: r.String(), Stop: r.Bool()}
		r.words[i] = &words[i]
	}
	if r.err != nil || r.at != len(data) {
		return nil, errDamaged
	}
	r.all, r.at = data[:table], headSize
	return r, nil
}

// Err returns what went wrong. That some values were not read is wrong, too.
func (r *Reader) Err() error {
	if r.err == nil && r.at != len(r.all) {
		return errDamaged
	}
	return r.err
}

func (r *Reader) fail() { r.err, r.at = errDamaged, len(r.all) }

// Words returns the words, in the order of their numbers.
func (r *Reader) Words() []*english.Word { return r.words }

// Uint reads a number that is not negative.
func (r *Reader) Uint() int {
	n, size := binary.Uvarint(r.all[r.at:])
	if size <= 0 || n > 1<<62 {
		r.fail()
		return 0
	}
	r.at += size
	return int(n)
}

// Count reads how many values follow, of each of which there is a byte at least.
func (r *Reader) Count() int {
	n := r.Uint()
	if n > len(r.all)-r.at {
		r.fail()
		return 0
	}
	return n
}

// Int reads a number.
func (r *Reader) Int() int64 {
	n, size := binary.Varint(r.all[r.at:])
	if size <= 0 {
		r.fail()
		return 0
	}
	r.at += size
	return n
}

// Bool reads a truth value.
func (r *Reader) Bool() bool {
	if r.at >= len(r.all) {
		r.fail()
		return false
	}
	r.at++
	return r.all[r.at-1] != 0
}

// String reads a text.
func (r *Reader) String() string {
	n := r.Count()
	if n == 0 {
		return ""
	}
	r.at += n
	return unsafe.String(&r.all[r.at-n], n)
}

// Day reads a day.
func (r *Reader) Day() calendar.Day {
	return calendar.Day{Year: int(r.Int()), Month: time.Month(r.Int()), Day: int(r.Int())}
}

// Zone reads a zone, which is the same at all times; nil where none was written.
func (r *Reader) Zone() *time.Location {
	if !r.Bool() {
		return nil
	}
	name, offset := r.String(), int(r.Int())
	if name == "UTC" && offset == 0 {
		return time.UTC
	}
	return time.FixedZone(name, offset)
}

// Span reads a span, from where the one before ends.
func (r *Reader) Span(before int) english.Span {
	start := before + int(r.Int())
	return english.Span{Start: start, End: start + int(r.Int())}
}

// Spans reads spans.
func (r *Reader) Spans() []english.Span {
	n := r.Count()
	if n == 0 {
		return nil
	}
	all := make([]english.Span, n)
	end := 0
	for i := range all {
		all[i] = r.Span(end)
		end = all[i].End
	}
	return all
}

// ListOf reads a list of numbers. It must not be changed.
func ListOf[T uint8 | uint32 | english.KeptToken](r *Reader) []T {
	n := r.Uint()
	r.at = (r.at + 7) &^ 7
	size := int(unsafe.Sizeof(T(0)))
	if r.at > len(r.all) || n > (len(r.all)-r.at)/size {
		r.fail()
		return nil
	}
	if n == 0 {
		return nil
	}
	list := unsafe.Slice((*T)(unsafe.Pointer(&r.all[r.at])), n)
	r.at += n * size
	return list
}

// A Part is where the values stand that a Writer wrote between two calls.
type Part struct{ r Reader }

// Skip returns the next so many bytes as a part, to be read later, and goes on behind them.
func (r *Reader) Skip() Part {
	n := r.Count()
	p := Part{Reader{all: r.all[:r.at+n], at: r.at, words: r.words}}
	r.at += n
	return p
}

// Open returns a Reader of the part.
func (p Part) Open() *Reader {
	r := p.r
	return &r
}
