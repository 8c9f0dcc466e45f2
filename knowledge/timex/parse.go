package timex

import "talksbot/knowledge/english"

// A parser finds the phrases of one text.
type parser struct {
	text    string
	tokens  []token
	phrases []phrase  // found so far
	memo    []int32   // by token and kind: unsearched, noPhrase, or an index in phrases and onePhrase
	spare   []capture // what captures are cut from
	depth   int
}

// Every phrase is looked for once, which keeps the parser linear; the memo holds what came of it.
const (
	unsearched = iota
	noPhrase
	onePhrase
)

func newParser(t english.Text) *parser {
	p := &parser{text: t.String, tokens: cut(t)}
	p.memo = make([]int32, len(p.tokens)*int(kinds))
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
	at := i*int(kinds) + int(k)
	if p.memo[at] == unsearched && p.depth < maxDepth {
		p.memo[at] = noPhrase // before the search: a kind that calls for itself at the same token finds nothing
		p.depth++
		ph, ok := p.longest(k, i)
		p.depth--
		if ok {
			p.phrases = append(p.phrases, ph)
			p.memo[at] = int32(len(p.phrases)-1) + onePhrase
		}
	}
	if p.memo[at] < onePhrase {
		return nil
	}
	return &p.phrases[p.memo[at]-onePhrase]
}

func (p *parser) longest(k kind, i int) (phrase, bool) {
	s := &search{parser: p, first: i, start: i, stop: -1}
	s.walk(grammar[k], i)
	for len(s.found) > 0 {
		best := s.takeBest()
		if mean := best.rule.action(&best.match); mean != nil {
			return phrase{k, i, min(best.end, best.stop), best.start, best.stop, mean}, true
		}
	}
	return phrase{}, false
}

// A search walks the patterns of one kind from one token.
type search struct {
	*parser
	first       int
	start, stop int
	captures    []capture
	found       []candidate
}

type candidate struct {
	match
	order int
	rule  *rule
}

// A match is what a rule's action is given.
type match struct {
	*parser
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
	for _, e := range at.edges {
		if e.start || e.stop {
			s.mark(e, i)
		}
	}
	if i >= len(s.tokens) || i > s.first && s.tokens[i].gap == broken {
		return
	}
	t := &s.tokens[i]
	for _, next := range at.words[t.word] {
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
		case t.word.classes&e.class != 0:
			s.push(capture{name: e.name, value: float64(t.word.values[e.name]), token: i}, e.next, i+1)
		}
	}
}

func (s *search) mark(e branch, i int) {
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
	stop := s.stop
	if stop < 0 {
		stop = end
	}
	start := s.start
	if start == s.first && len(s.captures) > 0 {
		if sub := s.captures[0].phrase; sub != nil && sub.first == s.first {
			start = sub.start // "for weeks" begins at "weeks", and so does what begins with it
		}
	}
	from := len(s.spare)
	s.spare = append(s.spare, s.captures...)
	m := match{s.parser, s.first, end, start, stop, s.spare[from:len(s.spare):len(s.spare)]}
	s.found = append(s.found, candidate{m, a.order, a.rule})
}

func (s *search) takeBest() candidate {
	best := 0
	for i, c := range s.found {
		b := s.found[best]
		if c.end > b.end || c.end == b.end && c.order < b.order {
			best = i
		}
	}
	c := s.found[best]
	s.found = append(s.found[:best], s.found[best+1:]...)
	return c
}

// num returns the value of the first capture of that name, and 0 when there is none.
func (m *match) num(name symbol) int { return int(m.float(name)) }

func (m *match) float(name symbol) float64 {
	if c := m.nth(name, 0); c != nil {
		return c.value
	}
	return 0
}

// num2 returns the value of the second capture of that name.
func (m *match) num2(name symbol) int {
	if c := m.nth(name, 1); c != nil {
		return int(c.value)
	}
	return 0
}

func (m *match) has(name symbol) bool { return m.nth(name, 0) != nil }

func (m *match) nth(name symbol, n int) *capture {
	for i := range m.captures {
		c := &m.captures[i]
		if c.phrase == nil && c.name == name {
			if n == 0 {
				return c
			}
			n--
		}
	}
	return nil
}

// sub returns the meaning of the first phrase in the match, and sub2 that of the second.
func (m *match) sub() meaning  { return m.phraseAt(0).mean }
func (m *match) sub2() meaning { return m.phraseAt(1).mean }

func (m *match) phraseAt(n int) *phrase {
	for i := range m.captures {
		if p := m.captures[i].phrase; p != nil {
			if n == 0 {
				return p
			}
			n--
		}
	}
	return nil
}

// lastPhrase returns the meaning of the last phrase in the match.
func (m *match) lastPhrase() meaning {
	for i := len(m.captures) - 1; ; i-- {
		if p := m.captures[i].phrase; p != nil {
			return p.mean
		}
	}
}

// kindOf returns the phrase of that kind in the match.
func (m *match) kindOf(k kind) *phrase {
	for i := range m.captures {
		if p := m.captures[i].phrase; p != nil && p.kind == k {
			return p
		}
	}
	return nil
}

// token returns the token of the first capture of that name.
func (m *match) token(name symbol) *token { return &m.tokens[m.nth(name, 0).token] }

// at returns token i, or nil outside the text: m.first-1 stands before the match, m.end after it.
func (p *parser) at(i int) *token {
	if i < 0 || i >= len(p.tokens) {
		return nil
	}
	return &p.tokens[i]
}
