package localdiscord

import (
	"encoding/json"
	"slices"
	"time"
)

// Kinds of interactions.
const (
	commandInteraction      = 2
	componentInteraction    = 3
	autocompleteInteraction = 4
	modalInteraction        = 5
)

// Kinds of first answers to one.
const (
	answerMessage      = 4
	answerDeferred     = 5
	answerDeferredEdit = 6
	answerEdit         = 7
	answerChoices      = 8
	answerModal        = 9
)

// An Interaction is a command run, a button pressed or the like by a [Person], and what the bot answers to it.
type Interaction struct {
	ID    string
	Token string

	s       *Server
	kind    int
	by      *Person
	where   string // channel id
	what    string // as the transcript words it: "used /ask question: When?"
	name    string // command
	created time.Time
	on      string   // the message a component sits on
	before  *Message // that message as it was

	// Guarded by s.mu.
	answered  int    // kind of the first answer; 0: none yet
	original  string // id of the message that is the answer
	followups []string
	choices   []Choice
	modal     *Modal
}

// A Modal is the form a bot opens.
type Modal struct {
	CustomID   string      `json:"custom_id"`
	Title      string      `json:"title"`
	Components []Component `json:"components"`
}

// overdue reports whether the person now reads "The application did not respond". s.mu is held.
func (i *Interaction) overdue() bool {
	return i.answered == 0 && i.s.now().Sub(i.created) > i.s.opts.Acknowledge
}

// interact creates an interaction and sends it to the bot; data and message complete the event. s.mu is held.
func (s *Server) interact(p *Person, ch *channel, i *Interaction, data map[string]any) *Interaction {
	i.ID, i.s, i.by, i.where, i.created = s.newID(), s, p, ch.ID, s.now()
	i.Token = "local" + i.ID
	s.interactions[i.ID] = i
	if i.kind != autocompleteInteraction {
		ch.entries = append(ch.entries, entry{interaction: i})
	}
	s.dispatch(0, "INTERACTION_CREATE", s.interactionEvent(p, ch, i, data))
	s.timers = append(s.timers, time.AfterFunc(s.opts.Acknowledge+time.Millisecond, s.wake))
	return i
}

// wake lets waiters look again, for what changes by time alone.
func (s *Server) wake() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.announce()
}

func (s *Server) interactionEvent(p *Person, ch *channel, i *Interaction, data map[string]any) map[string]any {
	event := map[string]any{
		"id": i.ID, "application_id": s.bot.ID, "type": i.kind, "token": i.Token, "version": 1, "data": data,
		"channel_id": ch.ID, "channel": ch.Channel, "locale": "en-US", "app_permissions": allPermissions,
		"entitlements": []any{}, "attachment_size_limit": 10 << 20,
	}
	if ch.Type == DM {
		event["user"], event["context"] = p.User, 1
		event["authorizing_integration_owners"] = map[string]string{"0": "0"}
	} else {
		member := s.member(p.User.ID)
		member.User, member.Permissions = &p.User, allPermissions
		event["member"], event["context"] = member, 0
		event["guild_id"], event["guild_locale"] = s.guild.ID, s.guild.PreferredLocale
		event["guild"] = map[string]any{"id": s.guild.ID, "locale": "en-US", "features": []any{}}
		event["authorizing_integration_owners"] = map[string]string{"0": s.guild.ID}
	}
	if i.before != nil {
		event["message"] = i.before
	}
	return event
}

// callback is the first answer to an interaction: in time, once, and of a kind that fits.
func (s *Server) callback(c *call) (any, error) {
	var sent struct {
		Type int             `json:"type"`
		Data json.RawMessage `json:"data"`
	}
	if err := s.decode(c, &sent); err != nil {
		return nil, err
	}
	s.mu.Lock()
	i := s.interactions[c.PathValue("interaction")]
	known := i != nil && i.Token == c.PathValue("token") && !i.overdue()
	s.mu.Unlock()
	if !known {
		return nil, errUnknownInteraction
	}
	if !slices.Contains(answersTo[i.kind], sent.Type) {
		return nil, s.refuse(c.Request, []problem{{"type", "INTERACTION_CALLBACK_TYPE", "this interaction cannot be answered so"}})
	}
	if string(sent.Data) == "null" {
		sent.Data = nil
	}
	answer, err := s.readAnswer(c, sent.Type, sent.Data)
	if err != nil {
		return nil, err
	}

	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case i.answered != 0:
		return nil, errAcknowledged
	case i.overdue():
		return nil, errUnknownInteraction
	}
	i.answered = sent.Type
	m := answer(i)
	s.announce()
	if c.URL.Query().Get("with_response") != "true" {
		return nil, nil
	}
	return map[string]any{
		"interaction": map[string]any{"id": i.ID, "type": i.kind, "response_message_id": i.original,
			"response_message_loading": m != nil && m.IsLoading(), "response_message_ephemeral": m != nil && m.IsEphemeral()},
		"resource": map[string]any{"type": sent.Type, "message": m},
	}, nil
}

var answersTo = map[int][]int{
	commandInteraction:      {answerMessage, answerDeferred, answerModal},
	componentInteraction:    {answerMessage, answerDeferred, answerDeferredEdit, answerEdit, answerModal},
	autocompleteInteraction: {answerChoices},
	modalInteraction:        {answerMessage, answerDeferred, answerDeferredEdit, answerEdit},
}

// readAnswer checks an answer and returns what it does, to be called with s.mu held.
func (s *Server) readAnswer(c *call, kind int, data json.RawMessage) (func(*Interaction) *Message, error) {
	switch kind {
	case answerChoices:
		return s.readChoices(c, data)
	case answerModal:
		return s.readModal(c, data)
	}
	edit := kind != answerMessage
	d, err := s.readDraft(c, data, edit)
	if err != nil {
		return nil, err
	}
	return func(i *Interaction) *Message {
		switch kind {
		case answerMessage:
			m := s.write(s.answerTo(i, d.Flags), d)
			i.original = m.ID
			s.post(m)
			return m
		case answerDeferred:
			m := s.answerTo(i, d.Flags)
			m.Flags |= Loading
			written := s.write(m, &draft{})
			i.original = m.ID
			s.post(written)
			return written
		}
		i.original = i.on
		m := s.messages[i.on]
		if kind == answerEdit && m != nil && !m.deleted {
			m = s.write(s.edited(m), d)
			s.replace(m)
		}
		return m
	}, nil
}

func (s *Server) readChoices(c *call, data json.RawMessage) (func(*Interaction) *Message, error) {
	var in struct {
		Choices []Choice `json:"choices"`
	}
	if err := s.decode(&call{Request: c.Request, json: data}, &in); err != nil {
		return nil, err
	}
	var check checker
	check.count("data.choices", len(in.Choices), maxChoices)
	for n, choice := range in.Choices {
		at := "data.choices." + string(encode(n))
		check.required(at+".name", choice.Name, maxChoiceText)
		if text, ok := choice.Value.(string); ok {
			check.required(at+".value", text, maxChoiceText)
		}
	}
	if len(check.problems) > 0 {
		return nil, s.refuse(c.Request, check.problems)
	}
	return func(i *Interaction) *Message { i.choices = list(in.Choices); return nil }, nil
}

func (s *Server) readModal(c *call, data json.RawMessage) (func(*Interaction) *Message, error) {
	m := &Modal{}
	if err := s.decode(&call{Request: c.Request, json: data}, m); err != nil {
		return nil, err
	}
	var check checker
	check.required("data.custom_id", m.CustomID, maxCustomID)
	check.required("data.title", m.Title, 45)
	check.count("data.components", len(m.Components), maxRows)
	if len(m.Components) == 0 {
		check.add("data.components", "BASE_TYPE_REQUIRED", "This field is required")
	}
	if len(check.problems) > 0 {
		return nil, s.refuse(c.Request, check.problems)
	}
	return func(i *Interaction) *Message { i.modal = m; return nil }, nil
}

// answerTo is a new message that answers i. s.mu is held.
func (s *Server) answerTo(i *Interaction, flags int) Message {
	m := s.blank(s.bot, i.where)
	m.ApplicationID, m.WebhookID = s.bot.ID, s.bot.ID
	m.InteractionMetadata = &InteractionMetadata{ID: i.ID, Type: i.kind, User: i.by.User, Name: i.name,
		AuthorizingIntegrationOwners: map[string]string{"0": s.channel(i.where).GuildID}, InteractedMessageID: i.on}
	switch {
	case i.kind == commandInteraction && i.on != "":
		m.Type = typeContextMenu
	case i.kind == commandInteraction:
		m.Type = typeSlash
	}
	if flags&Ephemeral != 0 {
		m.Flags |= Ephemeral
		m.onlyFor = i.by.User.ID
	}
	return m
}
