package rules

import (
	"fmt"
	"unicode/utf8"
)

// The limits of embeds.
const (
	maxEmbeds      = 10
	maxEmbedsTotal = 6000
	maxDescription = 4096
	maxTitle       = 256
	maxFields      = 25
	maxFieldName   = 256
	maxFieldValue  = 1024
	maxFooter      = 2048
	maxAuthor      = 256
	maxEmbedLink   = 2048
)

// An Embed is the framed block under a message's text.
type Embed struct {
	Type        string       `json:"type,omitempty"`
	Title       string       `json:"title,omitempty"`
	Description string       `json:"description,omitempty"`
	URL         string       `json:"url,omitempty"`
	Color       int          `json:"color,omitempty"`
	Timestamp   string       `json:"timestamp,omitempty"`
	Author      *EmbedAuthor `json:"author,omitempty"`
	Footer      *EmbedFooter `json:"footer,omitempty"`
	Image       *EmbedImage  `json:"image,omitempty"`
	Thumbnail   *EmbedImage  `json:"thumbnail,omitempty"`
	Fields      []EmbedField `json:"fields,omitempty"`
}

// An EmbedAuthor is the small line above an embed's title.
type EmbedAuthor struct {
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
}

// An EmbedFooter is the small line below an embed.
type EmbedFooter struct {
	Text string `json:"text"`
}

// An EmbedImage is a picture in an embed.
type EmbedImage struct {
	URL string `json:"url"`
}

// An EmbedField is a name and a value inside an embed.
type EmbedField struct {
	Name   string `json:"name"`
	Value  string `json:"value"`
	Inline bool   `json:"inline"`
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
	text := e.Title + e.Description + or(e.Footer, EmbedFooter{}).Text + or(e.Author, EmbedAuthor{}).Name
	for _, f := range e.Fields {
		text += f.Name + f.Value
	}
	return utf8.RuneCountInString(text)
}

func (c *checker) embed(path string, e Embed) {
	c.atMost(path+".title", e.Title, maxTitle)
	c.atMost(path+".description", e.Description, maxDescription)
	c.link(path+".url", e.URL, maxEmbedLink)
	c.atMost(path+".footer.text", or(e.Footer, EmbedFooter{}).Text, maxFooter)
	if e.Author != nil {
		c.required(path+".author.name", e.Author.Name, maxAuthor)
		c.link(path+".author.url", e.Author.URL, maxEmbedLink)
	}
	c.count(path+".fields", len(e.Fields), maxFields)
	for i, f := range e.Fields {
		c.required(fmt.Sprintf("%s.fields.%d.name", path, i), f.Name, maxFieldName)
		c.required(fmt.Sprintf("%s.fields.%d.value", path, i), f.Value, maxFieldValue)
	}
	c.want(e.length() > 0 || e.Image != nil || e.Thumbnail != nil, path)
}
