package page

// A Finding is what was found out about one thing that talksbot is set up with.
type Finding struct {
	About  string // one of the keys of subjects
	Health Health
	Says   []Span
}

// subjects are what can be looked at, with the names of their words.
var subjects = map[string]string{
	"settings": "checkup.about.settings", "clock": "checkup.about.clock", "discord": "checkup.about.discord",
	"model": "checkup.about.model", "database": "checkup.about.database", "articles": "checkup.about.articles",
	"encoder": "checkup.about.encoder",
}

// A Health says how a thing is.
type Health int

// The healths, the best first.
const (
	Well    Health = iota
	Doubted        // it works, and not as its owner will want it
	Broken         // it does not work
)

// String returns "ok", "warning" or "broken".
func (h Health) String() string { return [...]string{"ok", "warning", "broken"}[h] }

// Checkup lists what was found, a line each, and says how many of them want attention.
func Checkup(findings []Finding, w Printer) Page {
	p := Page{words: w, List: None}
	var lines []Line
	count := map[Health]int{}
	for _, f := range findings {
		count[f.Health]++
		health := spans(own(w.Text("checkup.ok")))
		switch f.Health {
		case Doubted:
			health = w.Say("checkup.warning")
		case Broken:
			health = w.Say("checkup.broken")
		}
		lines = append(lines, line(Item, w.Say("checkup.line", "Health", health, "About", own(w.Text(subjects[f.About])), "Says", f.Says)))
	}
	p.add(lines...)
	switch {
	case count[Broken] > 0:
		p.add(line(Plain, w.Say("checkup.in-all.broken", "N", count[Broken])))
	case count[Doubted] > 0:
		p.add(line(Plain, w.Say("checkup.in-all.warnings", "N", count[Doubted])))
	default:
		p.add(line(Plain, w.Say("checkup.in-all.ok")))
	}
	return p
}
