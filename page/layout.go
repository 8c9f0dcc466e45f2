package page

import (
	"slices"

	"talksbot/knowledge/article"
)

// Lines returns the page as it is read from top to bottom, an empty line where there is air: what it says, then
// its foot.
func (p Page) Lines() []Line {
	body, foot := p.Body(), p.Foot()
	if len(body) > 0 && len(foot) > 0 {
		body = append(body, Line{})
	}
	return append(body, foot...)
}

// Body returns what the page says, an empty line between its parts, and between quotations.
func (p Page) Body() []Line {
	lines := slices.Clone(p.Head)
	for i, part := range p.Parts {
		if i > 0 {
			lines = append(lines, Line{})
		}
		for k, l := range part.Lines {
			if k > 0 && l.Kind == Quotation && part.Lines[k-1].Kind == Quotation {
				lines = append(lines, Line{})
			}
			lines = append(lines, l)
		}
	}
	return lines
}

// Foot returns the small print below: the articles cited, what is left out, the notes.
func (p Page) Foot() []Line {
	foot := p.list()
	if p.Left > 0 && p.More != "" {
		foot = append(foot, line(Small, p.words.Say(p.More, "N", p.Left, "Shown", len(p.Parts))))
	}
	return append(foot, p.Notes...)
}

// list returns the articles cited by what is on the page, in the order of their numbers.
func (p Page) list() []Line {
	if p.List == None {
		return nil
	}
	shown := p.shown()
	var lines []Line
	var done []*article.Article
	for _, n := range shown {
		a := p.Cited[n-1].Article
		if slices.Contains(done, a) {
			continue
		}
		done = append(done, a)
		var of []int
		for _, m := range shown {
			if p.Cited[m-1].Article == a {
				of = append(of, m)
			}
		}
		switch p.List {
		case Quoted:
			lines = append(lines, line(Small, citedAs(a, p.words)))
			for _, m := range of {
				lines = append(lines, line(Quotation, Span{Mark: Citation, Number: m}, " ", Outside(p.Cited[m-1].Passage().Text())))
			}
		case Brief:
			lines = append(lines, line(Small, ranges(of), " ", Outside(Shorten(name(a), 50))))
		default:
			lines = append(lines, line(Small, ranges(of), " ", citedAs(a, p.words)))
		}
	}
	return lines
}

// shown returns the numbers that stand in the parts, in order.
func (p Page) shown() []int {
	var numbers []int
	for _, part := range p.Parts {
		for _, l := range part.Lines {
			for _, s := range l.Spans {
				if s.Mark == Citation && s.Number > 0 && s.Number <= len(p.Cited) {
					numbers = append(numbers, s.Number)
				}
			}
		}
	}
	slices.Sort(numbers)
	return slices.Compact(numbers)
}

// citations returns numbers as they are shown behind words, in order and each once: " [1] [2]".
func citations(numbers []int) []Span {
	slices.Sort(numbers)
	var all []Span
	for _, n := range slices.Compact(numbers) {
		all = append(all, own(" "), Span{Mark: Citation, Number: n})
	}
	return all
}

// ranges returns numbers as they are shown before a source, three or more in a row by the first
// and the last: "[1] [2] [4]–[7]".
func ranges(numbers []int) []Span {
	var all []Span
	for i := 0; i < len(numbers); {
		end := i
		for end+1 < len(numbers) && numbers[end+1] == numbers[end]+1 {
			end++
		}
		if i > 0 {
			all = append(all, own(" "))
		}
		all = append(all, Span{Mark: Citation, Number: numbers[i]})
		switch {
		case end == i+1:
			all = append(all, own(" "), Span{Mark: Citation, Number: numbers[end]})
		case end > i:
			all = append(all, own("–"), Span{Mark: Citation, Number: numbers[end]})
		}
		i = end + 1
	}
	return all
}
