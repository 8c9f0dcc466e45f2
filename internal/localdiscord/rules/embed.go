package rules

import (
	"fmt"
	"unicode/utf8"
)

// An Embed is the framed block under a message's text.
type Embed struct {
	Type        string       `json:"type,omitempty"`
	Title       string       `json:"title,omitempty" limit:"256"`
	Description string       `json:"description,omitempty" limit:"4096"`
	URL         string       `json:"url,omitempty" limit:"2048,link"`
	Color       int          `json:"color,omitempty"`
	Timestamp   string       `json:"timestamp,omitempty"`
	Author      *EmbedAuthor `json:"author,omitempty"`
	Footer      *EmbedFooter `json:"footer,omitempty"`
	Image       *EmbedImage  `json:"image,omitempty"`
	Thumbnail   *EmbedImage  `json:"thumbnail,omitempty"`
	Fields      []EmbedField `json:"fields,omitempty" limit:"25"`
}

// An EmbedAuthor is the small line above an embed's title.
type EmbedAuthor struct {
	Name string `json:"name" limit:"256,required"`
	URL  string `json:"url,omitempty" limit:"2048,link"`
}

// An EmbedFooter is the small line below an embed.
type EmbedFooter struct {
	Text string `json:"text" limit:"2048"`
}

// An EmbedImage is a picture in an embed.
type EmbedImage struct {
	URL string `json:"url"`
}

// An EmbedField is a name and a value inside an embed.
type EmbedField struct {
	Name   string `json:"name" limit:"256,required"`
	Value  string `json:"value" limit:"1024,required"`
	Inline bool   `json:"inline"`
}

// embeds checks what no limit of a single field says.
func (c *checker) embeds(embeds []Embed) {
	const most = 6000
	total := 0
	for i, e := range embeds {
		total += e.length()
		c.want(e.length() > 0 || e.Image != nil || e.Thumbnail != nil, fmt.Sprintf("embeds.%d", i))
	}
	if total > most {
		c.add("embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of %d (got %d)", most, total)
	}
}

// length is what counts towards the characters of all embeds of a message.
func (e Embed) length() int {
	text := e.Title + e.Description + or(e.Footer, EmbedFooter{}).Text + or(e.Author, EmbedAuthor{}).Name
	for _, f := range e.Fields {
		text += f.Name + f.Value
	}
	return utf8.RuneCountInString(text)
}
