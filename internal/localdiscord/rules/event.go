package rules

import (
	"encoding/json"
	"strings"
	"time"
)

// A ScheduledEvent is an event the bot put into the guild's calendar, as it sent it, with its id.
type ScheduledEvent struct {
	ID          string          `json:"-"`
	Name        string          `json:"name" limit:"100,required"`
	Description string          `json:"description" limit:"1000"`
	Starts      time.Time       `json:"scheduled_start_time"`
	Ends        time.Time       `json:"scheduled_end_time"`
	Raw         json.RawMessage `json:"-"`
}

// ReadEvent checks what Discord does: an event lies ahead, and one that is elsewhere (type 3) has an end and a place.
func ReadEvent(raw []byte, now time.Time) (ScheduledEvent, error) {
	var sent struct {
		ScheduledEvent
		Privacy  int `json:"privacy_level"`
		Type     int `json:"entity_type"`
		Metadata struct {
			Location string `json:"location"`
		} `json:"entity_metadata"`
	}
	if err := Decode(raw, &sent); err != nil {
		return ScheduledEvent{}, err
	}
	const elsewhere = 3
	var c checker
	c.limits("", sent)
	if sent.Privacy != 2 {
		c.add("privacy_level", "BASE_TYPE_CHOICES", "Value must be one of {2}.")
	}
	if !sent.Starts.After(now) {
		c.add("scheduled_start_time", "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST", "Cannot schedule event in the past.")
	}
	c.want(sent.Type != elsewhere || strings.TrimSpace(sent.Metadata.Location) != "", "entity_metadata.location")
	if sent.Type == elsewhere && !sent.Ends.After(sent.Starts) {
		c.add("scheduled_end_time", "BASE_TYPE_REQUIRED", "an end after the start is required")
	}
	return sent.ScheduledEvent, c.err()
}

// Kept is e as Discord keeps it: what was sent, with the ids.
func (e ScheduledEvent) Kept(raw []byte, id, guild, creator string) (ScheduledEvent, error) {
	var fields map[string]any
	if err := Decode(raw, &fields); err != nil {
		return e, err
	}
	fields["id"], fields["guild_id"], fields["creator_id"], fields["status"] = id, guild, creator, 1
	var err error
	e.ID = id
	e.Raw, err = json.Marshal(fields)
	return e, err
}
