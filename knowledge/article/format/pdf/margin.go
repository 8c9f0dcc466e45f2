package pdf

import (
	"regexp"
	"slices"
)

// Where a page's head and foot are.
const (
	margin   = 0.12 // the part of its height in which they may stand
	edge     = 0.07 // the part in which small print is one
	mostSets = 3    // how many lines a head or a foot has at most
)

// numbered is a line that is the number of its page.
var numbered = regexp.MustCompile(`(?i)^(?:[-–—|] ?)?(?:page|pg\.?|p\.)? ?\d{1,4}(?: ?(?:/|of|–|-) ?\d{1,4})?(?: ?[-–—|])?$|\S+ +\d{1,4}/\d{1,4}$`)

// digits are what differs between the heads of two pages.
var digits = regexp.MustCompile(`\d+`)

// withoutMargins returns the lines without what is printed on top and at the bottom of every page.
func withoutMargins(pages []page, lines []line, body float64) []line {
	count := map[string]int{}
	outer := make([]bool, len(lines))
	for _, own := range byPage(lines) {
		for _, i := range extremes(lines, own, pages[lines[own[0]].page].height) {
			outer[i] = true
			count[key(lines[i])]++
		}
	}
	needed := max(2, (len(pages)+1)/2)
	kept := lines[:0]
	for i, l := range lines {
		height := pages[l.page].height
		small := l.size < 0.9*body && (l.base < edge*height || l.base > (1-edge)*height)
		if outer[i] && (small || numbered.MatchString(l.text) || count[key(l)] >= needed) {
			continue
		}
		kept = append(kept, l)
	}
	return kept
}

// key is what the heads of two pages have in common.
func key(l line) string { return digits.ReplaceAllString(l.text, "0") }

// byPage returns the places of the lines of each page that has any.
func byPage(lines []line) [][]int {
	var all [][]int
	for i, l := range lines {
		if i == 0 || lines[i-1].page != l.page {
			all = append(all, nil)
		}
		all[len(all)-1] = append(all[len(all)-1], i)
	}
	return all
}

// extremes returns which of a page's lines stand outermost, above and below.
func extremes(lines []line, own []int, height float64) []int {
	order := slices.Clone(own)
	slices.SortStableFunc(order, func(a, b int) int { return compareDown(lines[a], lines[b]) })
	var all []int
	for n, i := range order {
		l := lines[i]
		if n < mostSets && l.base > (1-margin)*height || n >= len(order)-mostSets && l.base < margin*height {
			all = append(all, i)
		}
	}
	return all
}
