package queue

import "slices"

// A share is what a group holds of a queue: the tickets of a person or, of a larger group, the
// shares of those in it, in the order of their turns.
type share struct {
	name    string
	shares  []*share
	tickets []*Ticket // in the order in which they joined; of a share without shares
	size    int       // tickets, those of its shares included
}

// join adds a ticket to the group that the names lead to, which comes to be where there is none.
func (s *share) join(t *Ticket, names []string) {
	s.size++
	if len(names) == 0 {
		s.tickets = append(s.tickets, t)
		return
	}
	at := slices.IndexFunc(s.shares, func(of *share) bool { return of.name == names[0] })
	if at < 0 {
		at = len(s.shares)
		s.shares = append(s.shares, &share{name: names[0]})
	}
	s.shares[at].join(t, names[1:])
}

// remove takes a ticket out, and the groups that are left with none.
func (s *share) remove(t *Ticket, names []string) {
	s.size--
	if len(names) == 0 {
		s.tickets = slices.DeleteFunc(s.tickets, func(other *Ticket) bool { return other == t })
		return
	}
	for _, of := range s.shares {
		if of.name == names[0] {
			of.remove(t, names[1:])
		}
	}
	s.shares = slices.DeleteFunc(s.shares, func(of *share) bool { return of.size == 0 })
}

// next returns the ticket whose turn it is among those that wait for it, nil where none does. Each
// group on the way to it goes behind the others.
func (s *share) next() *Ticket {
	if i := slices.IndexFunc(s.tickets, func(t *Ticket) bool { return t.waits }); i >= 0 {
		return s.tickets[i]
	}
	for i, of := range s.shares {
		if t := of.next(); t != nil {
			s.shares = append(slices.Delete(s.shares, i, i+1), of)
			return t
		}
	}
	return nil
}

// last returns the newest ticket of the largest group in the largest group, and so on; of groups
// as large as one another, that whose turn is last.
func (s *share) last() *Ticket {
	if len(s.shares) == 0 {
		return s.tickets[len(s.tickets)-1]
	}
	largest := s.shares[0]
	for _, of := range s.shares {
		if of.size >= largest.size {
			largest = of
		}
	}
	return largest.last()
}

// isLess reports whether a newcomer to the group that some names lead to would still hold less than
// the group that others lead to: the first groups that differ decide.
func (s *share) isLess(newcomer, than []string) bool {
	if len(newcomer) == 0 || len(than) == 0 {
		return false
	}
	mine, theirs := s.find(newcomer[0]), s.find(than[0])
	if newcomer[0] == than[0] {
		return mine.isLess(newcomer[1:], than[1:])
	}
	return mine.size+1 < theirs.size
}

// find returns the share of that name; an empty one where there is none.
func (s *share) find(name string) *share {
	for _, of := range s.shares {
		if of.name == name {
			return of
		}
	}
	return &share{name: name}
}
