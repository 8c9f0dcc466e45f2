package localdiscord

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"
)

// The limits of a message. Discord counts characters as Unicode code points, not bytes and not UTF-16 units: a
// maintainer says so in discord/discord-api-docs issue 1315. Text is trimmed before it is counted.
const (
	maxContent     = 2000
	maxEmbeds      = 10
	maxEmbedsTotal = 6000
	maxDescription = 4096
	maxTitle       = 256
	maxFields      = 25
	maxFieldName   = 256
	maxFieldValue  = 1024
	maxFooter      = 2048
	maxAuthor      = 256
	maxRows        = 5
	maxButtons     = 5
	maxCustomID    = 100
	maxLabel       = 80
	maxURL         = 512
	maxSelectText  = 100
	maxPlaceholder = 150
	maxOptions     = 25
	maxFiles       = 10
	maxNonce       = 25
	maxPings       = 100
)

// checkDraft is everything wrong with a message beyond being empty.
func checkDraft(d *draft) []problem {
	var c checker
	c.atMost("content", d.text(), maxContent)
	c.embeds(d.Embeds)
	c.rows(d.Components, d.Flags&componentsV2 != 0)
	c.mentions(d.AllowedMentions)
	c.count("files", len(d.files), maxFiles)
	if nonce, ok := d.Nonce.(string); ok {
		c.atMost("nonce", nonce, maxNonce)
	}
	if d.EnforceNonce && d.Nonce == nil {
		c.add("enforce_nonce", "BASE_TYPE_REQUIRED", "enforce_nonce without a nonce does nothing")
	}
	return c.problems
}

// A checker collects problems.
type checker struct{ problems []problem }

func (c *checker) add(path, code, format string, args ...any) {
	c.problems = append(c.problems, problem{path, code, fmt.Sprintf(format, args...)})
}

func (c *checker) atMost(path, text string, limit int) {
	if n := utf8.RuneCountInString(strings.TrimSpace(text)); n > limit {
		c.add(path, "BASE_TYPE_MAX_LENGTH", "Must be %d or fewer in length. (got %d)", limit, n)
	}
}

func (c *checker) required(path, text string, limit int) {
	if strings.TrimSpace(text) == "" {
		c.add(path, "BASE_TYPE_REQUIRED", "This field is required")
	}
	c.atMost(path, text, limit)
}

func (c *checker) count(path string, n, limit int) {
	if n > limit {
		c.add(path, "BASE_TYPE_MAX_LENGTH", "Must be %d or fewer in length. (got %d)", limit, n)
	}
}

func (c *checker) embeds(embeds []Embed) {
	c.count("embeds", len(embeds), maxEmbeds)
	total := 0
	for i, e := range embeds {
		c.embed(fmt.Sprintf("embeds.%d", i), e)
		total += e.length()
	}
	if total > maxEmbedsTotal {
		c.add("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of %d (got %d)", maxEmbedsTotal, total)
	}
}

// length is what counts towards the 6,000 characters of all embeds of a message.
func (e Embed) length() int {
	text := e.Title + e.Description
	if e.Footer != nil {
		text += e.Footer.Text
	}
	if e.Author != nil {
		text += e.Author.Name
	}
	for _, f := range e.Fields {
		text += f.Name + f.Value
	}
	return utf8.RuneCountInString(text)
}

func (c *checker) embed(path string, e Embed) {
	c.atMost(path+".title", e.Title, maxTitle)
	c.atMost(path+".description", e.Description, maxDescription)
	c.link(path+".url", e.URL, 2048)
	if e.Footer != nil {
		c.atMost(path+".footer.text", e.Footer.Text, maxFooter)
	}
	if e.Author != nil {
		c.required(path+".author.name", e.Author.Name, maxAuthor)
		c.link(path+".author.url", e.Author.URL, 2048)
	}
	c.count(path+".fields", len(e.Fields), maxFields)
	for i, f := range e.Fields {
		c.required(fmt.Sprintf("%s.fields.%d.name", path, i), f.Name, maxFieldName)
		c.required(fmt.Sprintf("%s.fields.%d.value", path, i), f.Value, maxFieldValue)
	}
	if e.length() == 0 && e.Image == nil && e.Thumbnail == nil {
		c.add(path, "BASE_TYPE_REQUIRED", "an embed without anything in it")
	}
}

func (c *checker) link(path, link string, limit int) {
	if link == "" {
		return
	}
	c.atMost(path, link, limit)
	u, err := url.Parse(link)
	if err != nil || !slices.Contains([]string{"http", "https", "discord", "attachment"}, u.Scheme) || u.Host == "" {
		c.add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL. (got %q)", link)
	}
}

// rows checks components. Under the "components v2" flag a message may hold other things than rows; those are left
// to the published description.
func (c *checker) rows(rows []Component, v2 bool) {
	if v2 {
		return
	}
	c.count("components", len(rows), maxRows)
	ids := map[string]bool{}
	for i, row := range rows {
		path := fmt.Sprintf("components.%d", i)
		if row.Type != ActionRow {
			c.add(path+".type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1,).")
			continue
		}
		c.row(path, row, ids)
	}
}

func (c *checker) row(path string, row Component, ids map[string]bool) {
	if len(row.Components) == 0 {
		c.add(path+".components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and %d in length.", maxButtons)
	}
	c.count(path+".components", len(row.Components), maxButtons)
	for i, part := range row.Components {
		at := fmt.Sprintf("%s.components.%d", path, i)
		switch {
		case part.Type == Button:
			c.button(at, part)
		case part.isSelect():
			c.selectMenu(at, part)
			if len(row.Components) > 1 {
				c.add(path+".components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "A select menu takes a whole row")
			}
		default:
			c.add(at+".type", "UNION_TYPE_CHOICES", "a message row holds buttons or a select menu, not type %d", part.Type)
		}
		if part.CustomID != "" && ids[part.CustomID] {
			c.add(at+".custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")
		}
		ids[part.CustomID] = true
	}
}

func (p Component) isSelect() bool { return p.Type == StringSelect || p.Type >= 5 && p.Type <= 8 }

func (c *checker) button(path string, b Component) {
	switch {
	case b.Style < 1 || b.Style > PremiumStyle:
		c.add(path+".style", "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4, 5, 6}. (got %d)", b.Style)
	case b.Style == LinkStyle && b.CustomID != "":
		c.add(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified")
	case b.Style == LinkStyle && b.URL == "":
		c.add(path+".url", "BASE_TYPE_REQUIRED", "A url is required")
	case b.Style < LinkStyle && b.URL != "":
		c.add(path, "BUTTON_COMPONENT_INVALID_URL", "A url cannot be specified for a button of this style")
	case b.Style < LinkStyle && b.CustomID == "":
		c.add(path+".custom_id", "COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required")
	}
	if b.Style != PremiumStyle && b.Label == "" && b.Emoji == nil {
		c.add(path+".label", "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A button needs a label or an emoji")
	}
	c.atMost(path+".custom_id", b.CustomID, maxCustomID)
	c.atMost(path+".label", b.Label, maxLabel)
	c.link(path+".url", b.URL, maxURL)
}

func (c *checker) selectMenu(path string, m Component) {
	c.required(path+".custom_id", m.CustomID, maxCustomID)
	c.atMost(path+".placeholder", m.Placeholder, maxPlaceholder)
	if m.Type == StringSelect && len(m.Options) == 0 {
		c.add(path+".options", "BASE_TYPE_REQUIRED", "This field is required")
	}
	c.count(path+".options", len(m.Options), maxOptions)
	seen := map[string]bool{}
	for i, o := range m.Options {
		at := fmt.Sprintf("%s.options.%d", path, i)
		c.required(at+".label", o.Label, maxSelectText)
		c.required(at+".value", o.Value, maxSelectText)
		c.atMost(at+".description", o.Description, maxSelectText)
		if seen[o.Value] {
			c.add(at+".value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used")
		}
		seen[o.Value] = true
	}
	if least, most := or(m.MinValues, 1), or(m.MaxValues, 1); least > most || least < 0 || most < 1 || most > maxOptions {
		c.add(path+".max_values", "BASE_TYPE_BAD_INT", "min_values %d and max_values %d do not fit", least, most)
	}
}

func or(p *int, otherwise int) int {
	if p == nil {
		return otherwise
	}
	return *p
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
		c.count("allowed_mentions."+kind, len(ids), maxPings)
	}
	for i, kind := range m.Parse {
		if !slices.Contains([]string{"users", "roles", "everyone"}, kind) {
			c.add(fmt.Sprintf("allowed_mentions.parse.%d", i), "BASE_TYPE_CHOICES", "Value must be one of ('everyone', 'users', 'roles'). (got %q)", kind)
		}
	}
}
