package timex

import (
	"cmp"
	"slices"

	"talksbot/knowledge/english"
)

// A parser finds the phrases of one text. Every phrase is looked for once, which keeps it linear.
type parser struct {
	text    string
	tokens  []token
	phrases []phrase  // found so far; the first is none
	memo    []int32   // by token and kind: an index in phrases, -1 when not looked for yet
	spare   []capture // what captures are cut from
	depth   int
}

func newParser(t english.Text) *parser {
	p := &parser{text: t.String, tokens: cut(t), phrases: make([]phrase, 1, 64)}
	p.memo = slices.Repeat([]int32{-1}, len(p.tokens)*int(kinds))
	return p
}

// A phrase is a stretch of tokens with a meaning.
type phrase struct {
	kind        kind
	first, end  int // tokens taken: what a match has after its $ is left to the next
	start, stop int // tokens of the expression itself
	mean        meaning
}

// maxDepth bounds how phrases nest ("the day after the day after ..."), and so the stack.
const maxDepth = 12

// parse returns the longest phrase of a kind that starts at token i, or nil.
func (p *parser) parse(k kind, i int) *phrase {
	if p.tokens[i].word.starts&(1<<k) == 0 {
		return nil
	}
	at := &p.memo[i*int(kinds)+int(k)]
	if *at < 0 && p.depth < maxDepth {
		*at = 0 // before the search: a kind that calls for itself at the same token finds nothing
		p.depth++
		if ph, ok := p.longest(k, i); ok {
			p.phrases = append(p.phrases, ph)
			*at = int32(len(p.phrases) - 1)
		}
		p.depth--
	}
	if *at <= 0 {
		return nil
	}
	return &p.phrases[*at]
}

func (p *parser) longest(k kind, i int) (phrase, bool) {
	s := search{match: match{parser: p, first: i, start: i, stop: -1}}
	s.walk(grammar[k], i)
	slices.SortStableFunc(s.found, func(a, b match) int { return cmp.Or(b.end-a.end, a.order-b.order) })
	for _, m := range s.found {
		if mean := m.rule.action(&m); mean != nil {
			return phrase{k, i, min(m.end, m.stop), m.start, m.stop, mean}, true
		}
	}
	return phrase{}, false
}

// A search walks the patterns of one kind from one token. Its match is the one so far.
type search struct {
	match
	found []match
}

// A match is what a rule's action is given.
type match struct {
	*parser
	rule        *rule
	order       int // of the rule in the grammar
	first, end  int // tokens matched
	start, stop int // tokens of the expression itself
	captures    []capture
}

// A capture is a class, reader or phrase that an element of the pattern matched.
type capture struct {
	name   symbol
	value  float64
	token  int
	phrase *phrase
}

func (s *search) walk(at *state, i int) {
	for _, a := range at.accepts {
		s.accept(a, i)
	}
	for _, e := range at.marks {
		if e.start || e.stop {
			s.mark(e, i)
		} else if e.test(s.parser, i) {
			s.walk(e.next, i)
		}
	}
	if i >= len(s.tokens) || i > s.first && s.tokens[i].gap == broken {
		return
	}
	w := s.tokens[i].word
	for _, next := range at.words[w] {
		s.walk(next, i+1)
	}
	for _, e := range at.edges {
		switch {
		case e.phrase:
			if sub := s.parse(e.kind, i); sub != nil {
				s.push(capture{token: i, phrase: sub}, e.next, sub.end)
			}
		case e.read != nil:
			if v, end := e.read(s.parser, i); end > i {
				s.push(capture{name: e.name, value: v, token: i}, e.next, end)
			}
		case w.classes&e.class != 0:
			s.push(capture{name: e.name, value: float64(w.values[e.name]), token: i}, e.next, i+1)
		}
	}
}

func (s *search) mark(e *branch, i int) {
	start, stop := s.start, s.stop
	if e.start {
		s.start = i
	} else {
		s.stop = i
	}
	s.walk(e.next, i)
	s.start, s.stop = start, stop
}

func (s *search) push(c capture, next *state, i int) {
	s.captures = append(s.captures, c)
	s.walk(next, i)
	s.captures = s.captures[:len(s.captures)-1]
}

func (s *search) accept(a accept, end int) {
	m := s.match
	m.rule, m.order, m.end = a.rule, a.order, end
	if m.stop < 0 {
		m.stop = end
	}
	if m.start == m.first && len(m.captures) > 0 {
		if sub := m.captures[0].phrase; sub != nil && sub.first == m.first {
			m.start = sub.start // "for weeks" begins at "weeks", and so does what begins with it
		}
	}
	from := len(s.spare)
	s.spare = append(s.spare, m.captures...)
	m.captures = s.spare[from:len(s.spare):len(s.spare)]
	s.found = append(s.found, m)
}

// num returns the value of the first capture of that name, and 0 when there is none.
func (m *match) num(name symbol) int { return int(m.float(name, 0)) }

// num2 returns the value of the second capture of that name.
func (m *match) num2(name symbol) int { return int(m.float(name, 1)) }

func (m *match) float(name symbol, n int) float64 {
	if c := m.nth(name, n); c != nil {
		return c.value
	}
	return 0
}

func (m *match) has(name symbol) bool { return m.nth(name, 0) != nil }

func (m *match) nth(name symbol, n int) *capture {
	return m.capture(n, func(c *capture) bool { return c.phrase == nil && c.name == name })
}

// capture returns the nth capture of those that will do, or nil.
func (m *match) capture(n int, will func(*capture) bool) *capture {
	for i := range m.captures {
		if c := &m.captures[i]; will(c) {
			if n == 0 {
				return c
			}
			n--
		}
	}
	return nil
}

// sub returns the meaning of the first phrase in the match, sub2 that of the second, and lastSub that
// of the last.
func (m *match) sub() meaning  { return m.phraseAt(0).mean }
func (m *match) sub2() meaning { return m.phraseAt(1).mean }

func (m *match) lastSub() meaning {
	if m.phraseAt(1) != nil {
		return m.sub2()
	}
	return m.sub()
}

func (m *match) phraseAt(n int) *phrase {
	if c := m.capture(n, func(c *capture) bool { return c.phrase != nil }); c != nil {
		return c.phrase
	}
	return nil
}

// token returns the token of the first capture of that name.
func (m *match) token(name symbol) *token { return &m.tokens[m.nth(name, 0).token] }

// at returns token i, or the token outside: m.first-1 stands before the match, m.end after it.
func (p *parser) at(i int) *token {
	if i < 0 || i >= len(p.tokens) {
		return &outside
	}
	return &p.tokens[i]
}

// outside stands for what is before and after the text.
var outside = token{word: &unknown, gap: broken, shape: other}
