package page

import "time"

// Kept is what is kept of a person, and where their questions go.
type Kept struct {
	Answers   int       // to questions of theirs
	Questions int       // of those, whose words are still kept
	Oldest    time.Time // of the answers
	Added     int       // articles and feeds that are noted as added by them
	Visited   bool      // it is noted when they last asked what is new
	Host      string    // of the language model; "" for none
}

// Privacy tells a person what is kept of them, for how long, and where their questions go.
func Privacy(k Kept, w Printer) Page {
	p := Page{words: w}
	switch {
	case k.Answers == 0 && k.Added == 0 && !k.Visited:
		p.add(line(Plain, w.Say("privacy.nothing")))
	case k.Answers > 0:
		p.add(line(Plain, w.Say("privacy.kept", "N", k.Answers, "Oldest", Time(k.Oldest, 'D'))), line(Plain, w.Say("privacy.questions", "N", k.Questions)))
	}
	if k.Added > 0 {
		p.add(line(Plain, w.Say("privacy.added", "N", k.Added)))
	}
	if k.Visited {
		p.add(line(Plain, w.Say("privacy.visited")))
	}
	p.add(line(Plain, w.Say("privacy.how-long")))
	p.add(line(Plain, w.Say("privacy.gaps")))
	p.add(line(Plain, goes(k.Host, w)))
	return p
}

// goes says where questions go.
func goes(host string, w Printer) []Span {
	if host == "" {
		return w.Say("privacy.stays")
	}
	return w.Say("privacy.goes", "Host", host)
}
