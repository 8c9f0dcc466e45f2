package chat

import (
	"bytes"
	"cmp"
	"encoding/json"

	"github.com/sashabaranov/go-openai"
)

// isStream reports whether a reply is a stream of events: some servers send one that nobody asked for.
func isStream(body []byte) bool {
	body = bytes.TrimLeft(body, " \t\r\n\uFEFF")
	return bytes.HasPrefix(body, []byte("data:")) || bytes.HasPrefix(body, []byte("event:")) || bytes.HasPrefix(body, []byte(": "))
}

// unstreamed returns the reply that the events of a stream make together. What of them is no JSON is left
// out; a stream that breaks off has no reason to have finished, and is then no whole reply.
func unstreamed(body []byte) ([]byte, error) {
	var told gathering
	for line := range bytes.Lines(body) {
		data, ok := bytes.CutPrefix(bytes.TrimSpace(line), []byte("data:"))
		if !ok {
			continue
		}
		var failed struct {
			Error json.RawMessage `json:"error"`
		}
		if json.Unmarshal(data, &failed) == nil && present(failed.Error) {
			return data, nil
		}
		var event openai.ChatCompletionStreamResponse
		if json.Unmarshal(data, &event) == nil {
			told.add(event)
		}
	}
	return json.Marshal(told.reply())
}

// A gathering is a reply that is put together from the events of a stream.
type gathering struct {
	whole   openai.ChatCompletionResponse
	message openai.ChatCompletionMessage
	finish  openai.FinishReason
	size    int // of what was added to the message, in bytes
}

// add adds an event and returns what it brings of the text.
func (g *gathering) add(event openai.ChatCompletionStreamResponse) (piece string) {
	g.whole.Model = cmp.Or(event.Model, g.whole.Model)
	if event.Usage != nil {
		g.whole.Usage = *event.Usage
	}
	for _, choice := range event.Choices {
		if choice.Index != 0 {
			continue
		}
		piece += choice.Delta.Content
		g.size += addTo(&g.message, choice.Delta)
		g.finish = cmp.Or(choice.FinishReason, g.finish)
	}
	return piece
}

// addTo adds to a message what an event brings of it, and returns how many bytes that are.
func addTo(m *openai.ChatCompletionMessage, d openai.ChatCompletionStreamChoiceDelta) int {
	m.Content += d.Content
	m.Refusal += d.Refusal
	m.ReasoningContent += d.ReasoningContent
	size := len(d.Content) + len(d.Refusal) + len(d.ReasoningContent)
	for _, call := range d.ToolCalls {
		if len(m.ToolCalls) == 0 {
			m.ToolCalls = []openai.ToolCall{{Type: openai.ToolTypeFunction}}
		}
		m.ToolCalls[0].Function.Arguments += call.Function.Arguments
		size += len(call.Function.Arguments)
	}
	return size
}

// reply returns what was gathered.
func (g *gathering) reply() openai.ChatCompletionResponse {
	whole := g.whole
	whole.Choices = []openai.ChatCompletionChoice{{Message: g.message, FinishReason: g.finish}}
	return whole
}
