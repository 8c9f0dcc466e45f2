package localdiscord

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
)

func (s *Server) getScheduledEvents(c *call) (any, error) {
	if c.PathValue("guild") != s.guild.ID {
		return nil, errUnknownGuild
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	out := []json.RawMessage{}
	for _, e := range s.scheduled {
		out = append(out, e.Raw)
	}
	return out, nil
}

// postScheduledEvent checks what Discord does: an event lies ahead, and one that is elsewhere (type 3) has an end and
// a place.
func (s *Server) postScheduledEvent(c *call) (any, error) {
	if c.PathValue("guild") != s.guild.ID {
		return nil, errUnknownGuild
	}
	var sent struct {
		Name        string    `json:"name"`
		Description string    `json:"description"`
		Starts      time.Time `json:"scheduled_start_time"`
		Ends        time.Time `json:"scheduled_end_time"`
		Privacy     int       `json:"privacy_level"`
		Type        int       `json:"entity_type"`
		Metadata    *struct {
			Location string `json:"location"`
		} `json:"entity_metadata"`
	}
	if err := s.decode(c, &sent); err != nil {
		return nil, err
	}
	var check checker
	check.required("name", sent.Name, 100)
	check.atMost("description", sent.Description, 1000)
	if sent.Privacy != 2 {
		check.add("privacy_level", "BASE_TYPE_CHOICES", "Value must be one of {2}.")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if !sent.Starts.After(s.now()) {
		check.add("scheduled_start_time", "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", "Cannot schedule event in the past.")
	}
	if sent.Type == 3 && (sent.Metadata == nil || strings.TrimSpace(sent.Metadata.Location) == "") {
		check.add("entity_metadata.location", "BASE_TYPE_REQUIRED", "This field is required")
	}
	if sent.Type == 3 && !sent.Ends.After(sent.Starts) {
		check.add("scheduled_end_time", "BASE_TYPE_REQUIRED", "an end after the start is required")
	}
	if len(check.problems) > 0 {
		return nil, s.refuse(c.Request, check.problems)
	}
	event := ScheduledEvent{ID: s.newID(), Name: sent.Name, Description: sent.Description, Starts: sent.Starts, Ends: sent.Ends}
	var raw map[string]any
	if err := json.Unmarshal(c.json, &raw); err != nil {
		return nil, fmt.Errorf("reading the event again: %w", err)
	}
	raw["id"], raw["guild_id"], raw["creator_id"], raw["status"] = event.ID, s.guild.ID, s.bot.ID, 1
	event.Raw = encode(raw)
	s.scheduled = append(s.scheduled, event)
	s.announce()
	return event.Raw, nil
}

// ScheduledEvents are the events the bot put into the guild's calendar.
func (s *Server) ScheduledEvents() []ScheduledEvent {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.scheduled)
}
