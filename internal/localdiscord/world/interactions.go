package world

import (
	"cmp"
	"strings"
	"time"

	"talksbot/internal/localdiscord/rules"
)

const (
	acknowledge = 3 * time.Second  // an interaction waits so long for its first answer
	tokenLife   = 15 * time.Minute // its token serves so long
	patience    = 3 * time.Second  // a person looks so long for what comes instead of an answer taken back
)

// tokenMark begins the tokens; the interaction's id follows.
const tokenMark = "local"

// An Interaction is a command run, a button pressed or the like by a person, and what the bot answers to it.
type Interaction struct {
	ID, Token string
	Kind      int
	By        rules.User
	Locale    string // of their Discord; "": en-US
	Where     string // channel id
	What      string // as a transcript words it: "used /ask question: When?"
	Name      string // of the command
	Created   time.Time
	On        string         // the message a component sits on
	Before    *rules.Message // that message as it was

	Answered  int    // kind of the first answer; 0: none yet
	Original  string // id of the message that is the answer
	Followups []string
	Choices   []rules.Choice
	Modal     *rules.Modal
}

// Interact has a person do something in a channel and tells the bot. i says what is done; data is that of the event.
func (w *World) Interact(i *Interaction, ch *Channel, data map[string]any) *Interaction {
	i.ID, i.Where, i.Created = w.NewID(), ch.ID, w.Now()
	i.Token = tokenMark + i.ID
	w.interactions[i.ID] = i
	if i.Kind != rules.AutocompleteInteraction {
		ch.Entries = append(ch.Entries, Entry{Interaction: i})
	}
	w.Happens(ch.GuildID, 0, "INTERACTION_CREATE", w.interactionEvent(i, ch.Channel, data))
	w.AnnounceAfter(acknowledge + time.Millisecond)
	return i
}

func (w *World) interactionEvent(i *Interaction, ch rules.Channel, data map[string]any) map[string]any {
	event := map[string]any{
		"id": i.ID, "application_id": w.Bot.ID, "type": i.Kind, "token": i.Token, "version": 1, "data": data,
		"channel_id": ch.ID, "channel": ch, "locale": cmp.Or(i.Locale, "en-US"), "app_permissions": rules.AllPermissions,
		"entitlements": []any{}, "attachment_size_limit": 10 << 20,
	}
	in := &Channel{Channel: ch}
	event["context"], event["authorizing_integration_owners"] = in.Context(), w.owners(i, in)
	if ch.GuildID == "" {
		event["user"] = i.By
	} else {
		member := w.Member(i.By.ID)
		member.User, member.Permissions = &i.By, w.May
		event["member"] = member
		event["guild_id"], event["guild_locale"] = ch.GuildID, w.Guild.PreferredLocale
		event["guild"] = map[string]any{"id": ch.GuildID, "locale": w.Guild.PreferredLocale, "features": []any{}}
	}
	if i.Before != nil {
		event["message"] = i.Before
	}
	return event
}

// owners says who has the bot where it is used: the guild, or the person who brought it along.
func (w *World) owners(i *Interaction, ch *Channel) map[string]string {
	switch {
	case w.IsAbroad(ch):
		return map[string]string{"1": i.By.ID}
	case ch.GuildID == "":
		return map[string]string{"0": "0"}
	}
	return map[string]string{"0": ch.GuildID}
}

// Interaction is the one with an id and its token that can still be answered, or nil.
func (w *World) Interaction(id, token string) *Interaction {
	if i := w.interactions[id]; i != nil && i.Token == token && !w.IsOverdue(i) {
		return i
	}
	return nil
}

// IsOverdue reports whether the person now reads "The application did not respond".
func (w *World) IsOverdue(i *Interaction) bool {
	return i.Answered == 0 && w.Now().Sub(i.Created) > acknowledge
}

// ByToken is the interaction whose token serves to send messages.
func (w *World) ByToken(token string) (*Interaction, error) {
	i := w.interactions[strings.TrimPrefix(token, tokenMark)]
	switch {
	case i == nil || i.Token != token:
		return nil, rules.ErrUnknownWebhook
	case w.Now().Sub(i.Created) > tokenLife:
		return nil, rules.ErrExpiredToken
	case i.Answered == 0:
		return nil, rules.ErrUnknownWebhook
	}
	return i, nil
}

// Answer does what the first answer to i says, and returns the message it makes or changes, if any.
func (w *World) Answer(i *Interaction, a *rules.Answer) (*rules.Message, error) {
	m, err := w.do(i, a)
	if err != nil {
		return nil, err
	}
	i.Answered, i.Choices, i.Modal = a.Type, a.Choices, a.Modal
	w.Announce()
	return m, nil
}

func (w *World) do(i *Interaction, a *rules.Answer) (*rules.Message, error) {
	switch a.Type {
	case rules.AnswerMessage:
		m := w.Post(w.answerTo(i, a.Draft), a.Draft)
		i.Original = m.ID
		return m, nil
	case rules.AnswerDeferred:
		blank := w.answerTo(i, a.Draft)
		blank.Flags |= rules.Loading
		i.Original = blank.ID
		return w.Post(blank, &rules.Draft{}), nil
	case rules.AnswerDeferredEdit, rules.AnswerEdit:
		i.Original = i.On
		m := w.Message(i.On)
		if a.Type == rules.AnswerEdit && m != nil {
			return w.Edit(m, a.Draft)
		}
		return m, nil
	}
	return nil, nil
}

// mostAbroad is how many messages may follow an answer where the bot is not.
const mostAbroad = 5

// FollowUp sends one more message. While the answer is still "thinking", the first one takes its place.
func (w *World) FollowUp(i *Interaction, d *rules.Draft) (*rules.Message, error) {
	if m := w.Message(i.Original); m != nil && m.IsLoading() {
		return w.Fill(m, d), nil
	}
	if len(i.Followups) == mostAbroad && w.IsAbroad(w.Channel(i.Where)) {
		return nil, rules.ErrFollowUps.Breaking("", "FOLLOW_UPS", "five messages may follow an answer where the bot is not")
	}
	m := w.Post(w.answerTo(i, d), d)
	i.Followups = append(i.Followups, m.ID)
	return m, nil
}

// answerTo is a new message that answers i, before it is written.
func (w *World) answerTo(i *Interaction, d *rules.Draft) rules.Message {
	m := w.Blank(w.Bot, i.Where)
	m.ApplicationID, m.WebhookID = w.Bot.ID, w.Bot.ID
	m.Metadata(rules.InteractionMetadata{ID: i.ID, Type: i.Kind, User: i.By, Name: i.Name,
		AuthorizingIntegrationOwners: w.owners(i, w.Channel(i.Where)), InteractedMessageID: i.On})
	if d.Flags&rules.Ephemeral != 0 {
		m.Flags |= rules.Ephemeral
		m.OnlyFor = i.By.ID
	}
	return m
}

// Settled is the answer when it no longer says "is thinking", or nil. Where it was deleted, or the message under a
// button was to change, a new message will do; a deleted one that nothing followed is the answer after a while.
func (w *World) Settled(i *Interaction) *rules.Message {
	m := w.all[i.Original]
	switch {
	case m == nil || m.IsLoading() && !m.Deleted:
		return nil
	case m.Deleted && len(i.Followups) > 0:
		return w.all[i.Followups[0]]
	case m.Deleted && w.Now().Sub(*m.EditedTimestamp) < patience:
		return nil
	case i.Answered != rules.AnswerDeferredEdit || m != i.Before:
		return m
	case len(i.Followups) > 0:
		return w.all[i.Followups[0]]
	}
	return nil
}
