package localdiscord

import (
	"slices"
)

// byToken is the interaction a webhook route names by its token. s.mu is held.
func (s *Server) byToken(c *call) (*Interaction, error) {
	for _, i := range s.interactions {
		if i.Token != c.PathValue("token") || c.PathValue("application") != s.bot.ID {
			continue
		}
		switch {
		case s.now().Sub(i.created) > s.opts.TokenLife:
			return nil, errExpiredToken
		case i.answered == 0:
			return nil, errUnknownWebhook
		}
		return i, nil
	}
	return nil, errUnknownWebhook
}

// followup is the message a webhook route names: "@original" or one sent with the same token. s.mu is held.
func (s *Server) followup(c *call) (*Interaction, *Message, error) {
	i, err := s.byToken(c)
	if err != nil {
		return nil, nil, err
	}
	id := c.PathValue("message")
	if id == "@original" {
		id = i.original
	}
	m := s.messages[id]
	if m == nil || m.deleted || id != i.original && !slices.Contains(i.followups, id) {
		return nil, nil, errUnknownMessage
	}
	return i, m, nil
}

// postFollowup sends another message. While the answer is still "thinking", the first one takes its place.
func (s *Server) postFollowup(c *call) (any, error) {
	d, err := s.readDraft(c, c.json, false)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	i, err := s.byToken(c)
	if err != nil {
		return nil, err
	}
	if m := s.messages[i.original]; m != nil && m.IsLoading() && !m.deleted {
		return s.fill(m, d), nil
	}
	m := s.write(s.answerTo(i, d.Flags), d)
	i.followups = append(i.followups, m.ID)
	s.post(m)
	return m, nil
}

// fill gives a deferred answer its content. It does not count as an edit. s.mu is held.
func (s *Server) fill(m *Message, d *draft) *Message {
	next := *m
	next.Flags &^= Loading
	filled := s.write(next, d)
	s.replace(filled)
	return filled
}

func (s *Server) getFollowup(c *call) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, m, err := s.followup(c)
	if err != nil {
		return nil, err
	}
	return m, nil
}

func (s *Server) patchFollowup(c *call) (any, error) {
	d, err := s.readDraft(c, c.json, true)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	_, m, err := s.followup(c)
	if err != nil {
		return nil, err
	}
	if !m.IsLoading() {
		next, err := s.edit(c, m, d)
		if err != nil {
			return nil, err
		}
		return next, nil
	}
	if d.empty() {
		s.violate(c.Request, problem{"content", "EMPTY", "the answer to a deferred interaction is empty"})
		return nil, errEmptyMessage
	}
	return s.fill(m, d), nil
}

func (s *Server) deleteFollowup(c *call) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, m, err := s.followup(c)
	if err != nil {
		return nil, err
	}
	s.remove(m)
	return nil, nil
}
