package english

// A Span is the half-open range [Start, End) of UTF-8 byte offsets into one text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Of returns what stands in the span of text.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }
