package timeline

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
	"talksbot/knowledge/names"
	"talksbot/knowledge/timex"
)

// A subject is what a query asks about, taken apart.
type subject struct {
	names []string // canonical
	stems []string // of the words that are in no name
}

// subject reads what was asked about: the names in it, and the other words that mean
// something.
func (t *Timeline) subject(about string) subject {
	var s subject
	text := english.Read(about)
	found := t.library.Names().FindIn(text)
	for _, m := range found {
		s.names = append(s.names, m.Name)
	}
	for _, w := range text.Tokens {
		if !w.Stop && !inName(found, w.Start) {
			s.stems = append(s.stems, w.Stem)
		}
	}
	return s
}

// in reports whether one sentence that mentions the event has all of the subject. A name is there
// under any name it has, or by the words it is asked by.
func (s subject) in(e event, known *names.Names) bool {
	if len(s.names)+len(s.stems) == 0 {
		return true
	}
	return slices.ContainsFunc(e.Cites(), func(p article.Passage) bool { return s.inSentence(p.Words(), known) })
}

func (s subject) inSentence(text english.Text, known *names.Names) bool {
	stems := text.ContentStems()
	if !allIn(s.stems, stems) {
		return false
	}
	found := known.FindIn(text)
	for _, name := range s.names {
		there := slices.ContainsFunc(found, func(m names.Mention) bool {
			return known.Same(m.Name, name) || m.Of != "" && known.Same(m.Of, name)
		})
		if words := english.ContentStems(name); !there && (len(words) == 0 || !allIn(words, stems)) {
			return false
		}
	}
	return true
}

func allIn(words, in []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(in, w) })
}

// A topic is something to ask about and how often dated sentences have it.
type topic struct {
	text  string
	also  string // its other forms
	count int
	name  bool
}

// Topics returns names and topics that events are about and that hold what was typed, at most
// so many: names before words, those that begin with it first, then the most frequent.
func (t *Timeline) Topics(typed string, most int) []string {
	typed = strings.ToLower(strings.TrimSpace(typed))
	var fit []topic
	for _, topic := range t.topics() {
		if strings.Contains(strings.ToLower(topic.text+"\n"+topic.also), typed) {
			fit = append(fit, topic)
		}
	}
	begins := func(t topic) bool { return strings.HasPrefix(strings.ToLower(t.text), typed) }
	slices.SortStableFunc(fit, func(a, b topic) int {
		return cmp.Or(order(begins(b), begins(a)), order(b.name, a.name), b.count-a.count, strings.Compare(a.text, b.text))
	})
	var texts []string
	for _, topic := range fit[:min(len(fit), most)] {
		texts = append(texts, topic.text)
	}
	return texts
}

// order compares so that true comes after false.
func order(a, b bool) int { return rank(a) - rank(b) }

func rank(b bool) int {
	if b {
		return 1
	}
	return 0
}

// findTopics reads what the dated sentences have in common: their names, and the words that
// two of them or more have.
func (t *Timeline) findTopics() []topic {
	byKey := map[string]*topic{}
	read := map[article.Passage]bool{}
	for _, e := range t.events {
		for _, p := range e.Cites() {
			if !read[p] {
				read[p] = true
				t.addTopics(byKey, p)
			}
		}
	}
	var topics []topic
	for _, one := range byKey {
		if one.name || one.count > 1 {
			topics = append(topics, *one)
		}
	}
	return topics
}

// addTopics counts what one sentence has.
func (t *Timeline) addTopics(byKey map[string]*topic, p article.Passage) {
	for key, m := range t.mentioned(p) {
		if byKey[key] == nil {
			byKey[key] = &topic{text: m.text, name: m.name}
		} else if "@"+strings.ToLower(m.text) == key { // Russia rather than Moscow
			byKey[key].text = m.text
		}
		byKey[key].also += "\n" + m.also
		byKey[key].count++
	}
}

// mentioned returns the names in a sentence by their keys, and its other words by their stems.
// A body goes by the name the sentence has for it: "NATO".
func (t *Timeline) mentioned(p article.Passage) map[string]topic {
	all := map[string]topic{}
	text, dates, known := p.Words(), p.Dates(), t.library.Names()
	dated := func(s english.Span) bool {
		return slices.ContainsFunc(dates, func(d timex.Expression) bool { return s.Start < d.End && d.Start < s.End })
	}
	found := known.FindIn(text)
	for _, m := range found {
		opens := m.Start == 0 && m.Kind == names.Other // any word has a capital there
		one := topic{text: m.Name, also: text.String[m.Start:m.End], name: true}
		if m.Kind == names.Org {
			one.text, one.also = one.also, one.text
		}
		key := "@" + known.Key(m.Name)
		if _, there := all[key]; !there && !opens && !dated(english.Span{Start: m.Start, End: m.End}) && length(one.text) <= longestTopic {
			all[key] = one
		}
	}
	for _, w := range text.Tokens {
		telling := !w.Stop && !plain.Has(w.Stem) && !inName(found, w.Start) && !dated(w.Span)
		if n := length(w.Norm); telling && !w.Upper && 3 < n && n <= longestTopic {
			all[w.Stem] = topic{text: w.Norm}
		}
	}
	return all
}

// longestTopic is how many characters a topic has at most.
const longestTopic = 40

func length(s string) int { return utf8.RuneCountInString(s) }
