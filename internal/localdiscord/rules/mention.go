package rules

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

var (
	userMention = regexp.MustCompile(`<@!?(\d+)>`)
	roleMention = regexp.MustCompile(`<@&(\d+)>`)
)

// Readable is text with mentions of users as names.
func Readable(text string, name func(id string) string) string {
	return userMention.ReplaceAllStringFunc(text, func(found string) string {
		return "@" + name(userMention.FindStringSubmatch(found)[1])
	})
}

type allowedMentions struct {
	Parse       []string `json:"parse"`
	Users       []string `json:"users" limit:"100"`
	Roles       []string `json:"roles" limit:"100"`
	RepliedUser bool     `json:"replied_user"`
}

func (c *checker) mentions(m *allowedMentions) {
	if m == nil {
		return
	}
	for kind, ids := range map[string][]string{"users": m.Users, "roles": m.Roles} {
		if slices.Contains(m.Parse, kind) && len(ids) > 0 {
			c.add("allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
				"parse:[%q] and %s: [ids...] are mutually exclusive.", kind, kind)
		}
	}
	for i, kind := range m.Parse {
		if !slices.Contains([]string{"users", "roles", "everyone"}, kind) {
			c.add(fmt.Sprintf("allowed_mentions.parse.%d", i), "BASE_TYPE_CHOICES", "Value must be one of ('everyone', 'users', 'roles'). (got %q)", kind)
		}
	}
}

// allows reports whether a mention of that kind notifies: without allowed_mentions each does.
func (m *allowedMentions) allows(kind, id string) bool {
	return m == nil || slices.Contains(m.Parse, kind) ||
		kind == "users" && slices.Contains(m.Users, id) || kind == "roles" && slices.Contains(m.Roles, id)
}

// pings is whom m notifies: of those it names, and whom it replies to, the allowed ones.
func pings(m *Message, allowed *allowedMentions, user func(string) (User, bool)) (users []User, roles []string, everyone bool) {
	users, roles = []User{}, []string{}
	add := func(id string) {
		if u, ok := user(id); ok && !slices.ContainsFunc(users, func(u User) bool { return u.ID == id }) {
			users = append(users, u)
		}
	}
	if m.Type == TypeReply && m.Referenced != nil && (allowed == nil || allowed.RepliedUser) {
		add(m.Referenced.Author.ID)
	}
	for _, found := range userMention.FindAllStringSubmatch(m.Content, -1) {
		if allowed.allows("users", found[1]) {
			add(found[1])
		}
	}
	for _, found := range roleMention.FindAllStringSubmatch(m.Content, -1) {
		if allowed.allows("roles", found[1]) {
			roles = append(roles, found[1])
		}
	}
	named := strings.Contains(m.Content, "@everyone") || strings.Contains(m.Content, "@here")
	return users, roles, named && allowed.allows("everyone", "")
}

// Redact is m as the bot with those intents receives it. Without Message Content, text, embeds, attachments and
// components of other people's messages are empty, unless the message is a direct message, mentions the bot (a reply
// that pings it counts), or is the bot's own. A mention of its role does not count.
func (m *Message) Redact(intents Intents, bot string, direct bool) *Message {
	out := *m
	if m.Referenced != nil {
		out.Referenced = m.Referenced.Redact(intents, bot, direct)
	}
	mentioned := slices.ContainsFunc(m.Mentions, func(u User) bool { return u.ID == bot })
	if intents&IntentMessageContent == 0 && m.Author.ID != bot && !mentioned && !direct {
		out.Content, out.Embeds, out.Attachments, out.Components = "", []Embed{}, []Attachment{}, []Component{}
	}
	return &out
}
