package localdiscord

import (
	"slices"
)

func (s *Server) putReaction(c *call) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, m, err := s.findMessage(c)
	if err != nil {
		return nil, err
	}
	next := *m
	next.Reactions = slices.Clone(m.Reactions)
	name := c.PathValue("emoji")
	at := slices.IndexFunc(next.Reactions, func(r Reaction) bool { return r.Emoji.Name == name })
	if at < 0 {
		next.Reactions = append(next.Reactions, Reaction{Emoji: Emoji{Name: name}})
		at = len(next.Reactions) - 1
	}
	if !next.Reactions[at].Me {
		next.Reactions[at].Me = true
		next.Reactions[at].Count++
	}
	s.messages[m.ID] = &next
	s.announce()
	return nil, nil
}

func (s *Server) deleteReaction(c *call) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	_, m, err := s.findMessage(c)
	if err != nil {
		return nil, err
	}
	next := *m
	next.Reactions = slices.DeleteFunc(slices.Clone(m.Reactions), func(r Reaction) bool {
		return r.Emoji.Name == c.PathValue("emoji") && c.PathValue("user") == "@me"
	})
	s.messages[m.ID] = &next
	s.announce()
	return nil, nil
}

// postThread starts a thread from a message; it has the message's id, as in Discord.
func (s *Server) postThread(c *call) (any, error) {
	var sent struct {
		Name string `json:"name"`
	}
	if err := s.decode(c, &sent); err != nil {
		return nil, err
	}
	var check checker
	if check.required("name", sent.Name, 100); len(check.problems) > 0 {
		return nil, s.refuse(c.Request, check.problems)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	ch, m, err := s.findMessage(c)
	if err != nil {
		return nil, err
	}
	if s.channel(m.ID) != nil {
		return nil, &apiError{status: 400, Code: 160004, Message: "A thread has already been created for this message"}
	}
	thread := s.addChannel(Channel{ID: m.ID, Type: PublicThread, GuildID: ch.GuildID, ParentID: ch.ID, Name: sent.Name})
	s.dispatch(IntentGuilds, "THREAD_CREATE", thread.Channel)
	return thread.Channel, nil
}
