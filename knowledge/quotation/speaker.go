package quotation

import (
	"slices"
	"strings"
)

// A voice is a speaker as resolved.
type voice struct {
	name, role string
	who        *person
	at         int  // token of the speaker phrase
	plural     bool // they may mean it
	human      bool // he or she may mean it, though the text gives no name
}

func (w *person) voice() voice { return voice{name: w.name, role: w.role, who: w} }

// A resolver gives speakers their names, in the order of the text: a pronoun looks back.
type resolver struct {
	d     *doc
	p     *people
	alias func(string) (string, bool)
	last  voice // the speaker before; its name is empty at first
}

// resolve returns the name and office of the speaker at ph.
func (r *resolver) resolve(ph phrase) (name, role string) {
	v := r.voice(ph)
	v.at = ph.first
	r.last = v
	return v.name, v.role
}

func (r *resolver) voice(ph phrase) voice {
	d := r.d
	if neighbouring.Has(d.low(ph.first)) && ph.len() > 1 && d.is(ph.first+1, upper) {
		ph.first++
	}
	asWritten := voice{name: d.textOf(ph)}
	if ph.len() == 1 && d.is(ph.first, subject|possessive) {
		if v := r.pronoun(ph.first); v.name != "" {
			return v
		}
		return asWritten
	}
	if coordinated(d, ph) {
		asWritten.plural = true
		return asWritten
	}
	head := headOf(d, ph)
	if v := r.known(ph, head); v.name != "" {
		return v
	}
	if r.alias != nil {
		if name, ok := r.alias(asWritten.name); ok && name != "" {
			return voice{name: name}
		}
	}
	asWritten.name = plainName(d, ph)
	asWritten.human = roleWords(d, phrase{ph.first, head}) != nil
	asWritten.plural = r.severals(ph, head-1)
	return asWritten
}

// severals reports whether the noun at head is a plural that no name ends with.
func (r *resolver) severals(ph phrase, head int) bool {
	low := r.d.low(head)
	common := !r.d.is(head, upper) || isGroup(low) || head == r.d.sents[r.d.sentenceOf(ph.first)].first
	return strings.HasSuffix(low, "s") && common || low == "people"
}

// known resolves what names somebody the text tells more of: by name, in apposition, by
// office, or as the one body of its kind.
func (r *resolver) known(ph phrase, head int) voice {
	if m, ok := namedIn(r.d, phrase{ph.first, head}); ok {
		return r.named(ph, m)
	}
	if who := r.renamed(ph); who != nil {
		return who.voice()
	}
	if who := r.byRole(ph); who != nil {
		return who.voice()
	}
	return voice{name: r.bodyMeant(ph)}
}

// named resolves a phrase that ends in a name.
func (r *resolver) named(ph phrase, m mention) voice {
	d := r.d
	last, full := d.low(m.name.last-1), m.name.len() > 1
	jordan := !full && slices.ContainsFunc(r.p.byLast[last], func(who *person) bool { return who.gender != unknown })
	if personal(d, m.name) || jordan {
		who := r.p.find(m.name)
		if known := r.p.byLast[last]; who == nil && len(known) > 1 && m.title.ok() {
			who = bestTitle(known, genderOf(d, m), roleWords(d, m.title))
		}
		if who != nil {
			return who.voice()
		}
	}
	if m.title.ok() || m.name.first > ph.first && !d.is(ph.first, det) {
		return voice{}
	}
	low := strings.ToLower(d.textOf(m.name))
	described := appositionAfter(d.sents[d.sentenceOf(ph.first)], ph.last).ok() // Washington, the actor's manager,
	if c := capitals[low]; c != "" && len(r.p.byLast[last]) == 0 && !described {
		return voice{name: c}
	}
	if c := countries[low]; c != "" {
		return voice{name: c}
	}
	if !full && isBody(d, m.name) {
		return voice{name: r.p.bodies[last].name}
	}
	return voice{}
}

// renamed returns the person whose name stands in apposition behind a role:
// "the Kremlin's spokesman, Dmitry Peskov,".
func (r *resolver) renamed(ph phrase) *person {
	d := r.d
	s := d.sents[d.sentenceOf(ph.first)]
	if !s.is(ph.last, comma) || ph.last+1 >= s.last || headOf(d, ph) < ph.last {
		return nil
	}
	m, end := mentionAt(s, ph.last+1)
	if m.name.len() < 2 || m.title.ok() || end < s.last && !s.is(end, comma|stop) {
		return nil
	}
	return r.p.named(m.name)
}

// byRole resolves "the top Russian diplomat" to the one person who holds the office.
func (r *resolver) byRole(ph phrase) *person {
	d := r.d
	definite := d.low(ph.first) == "the" || d.is(ph.first, possessive) || d.is(ph.first, upper) && ph.len() > 1 && d.low(ph.first+1) == "'s"
	role := roleWords(d, ph)
	if !definite || role == nil {
		return nil
	}
	var found []*person
	for _, who := range r.p.office {
		if who.fits(role) {
			found = append(found, who)
		}
	}
	if len(found) == 1 {
		return found[0]
	}
	return single(found, func(who *person) bool { return r.last.who == who })
}

// bodyMeant returns the one body with that last word that the text has named before: "the
// ministry" is the Interior Ministry.
func (r *resolver) bodyMeant(ph phrase) string {
	low := r.d.low(ph.last - 1)
	if ph.len() != 2 || r.d.low(ph.first) != "the" || r.d.is(ph.last-1, upper) || r.p.bodies[low].at >= ph.first {
		return ""
	}
	return r.p.bodies[low].name
}

// plainName is a phrase's own words; the article before a proper name is dropped.
func plainName(d *doc, ph phrase) string {
	if d.low(ph.first) == "the" && ph.len() > 1 && d.is(ph.first+1, upper) && d.is(ph.last-1, upper) {
		ph.first++
	}
	return d.textOf(ph)
}
