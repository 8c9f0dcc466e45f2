package names

// A post is what one article says of a role: of what it is, where the article speaks of its bearer before
// naming them, and who is then named as that.
type post struct {
	of     string
	unsure bool     // it is one of several places or bodies
	named  []string // with the role alone: "Interior Minister Ona Berg"
}

// announce notes the offices that a sentence names without their bearers: "Malta's interior minister
// said". What is named so later, with no word of what it is of, is that one.
func (l *Lesson) announce(found []Finding) {
	for _, f := range found {
		if f.Kind != Role || f.Office.Of == "" {
			continue
		}
		p := l.posts[f.Office.Role]
		p.unsure = p.unsure || len(p.named) > 0 || p.of != "" && p.of != f.Office.Of
		p.of = f.Office.Of
		l.posts[f.Office.Role] = p
	}
}

// hold notes whom the article names as holding a role.
func (l *Lesson) hold(person string, o Office) {
	p := l.posts[o.Role]
	switch {
	case o.Of != "":
		p.unsure = true
	default:
		p.named = append(p.named, person)
	}
	l.posts[o.Role] = p
}

// fillPosts states of what those hold office who are named with a role alone, where the article leaves
// no doubt.
func (l *Lesson) fillPosts() {
	for role, p := range l.posts {
		if p.of == "" || p.unsure {
			continue
		}
		for _, person := range p.named {
			if person == p.named[0] {
				l.state(fact{holdsOffice, person, role, p.of})
			}
		}
	}
}
