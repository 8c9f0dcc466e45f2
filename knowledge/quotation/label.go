package quotation

import "talksbot/knowledge/english"

// heard returns the last words of those who speak with a cue of their own, or by a label
// in capitals that comes back, as in a transcript.
func heard(d *doc, all []attribution) english.Set {
	words, labels := english.Set{}, english.Set{}
	transcript := false
	for _, a := range all {
		if !a.speaker.ok() {
			continue
		}
		last := d.low(a.speaker.last - 1)
		switch {
		case !a.label:
			add(words, last)
		case labels.Has(last):
			transcript = true
		case shouted(d, a.speaker):
			add(labels, last)
		}
	}
	if transcript {
		for last := range labels {
			add(words, last)
		}
	}
	return words
}

// speaks reports whether the name before a colon is a speaker's: a person's, or
// of someone heard elsewhere in the text; not a dateline's or a topic's.
func (p *people) speaks(ph phrase, heard english.Set) bool {
	last := p.d.low(ph.last - 1)
	if capitals[last] != "" || cities.Has(last) {
		return false
	}
	return heard.Has(last) || p.find(ph) != nil || p.find(phrase{ph.last - 1, ph.last}) != nil
}
