package chat_test

import (
	"slices"
	"strings"

	"talksbot/ask/chat/chattest"
)

// Replies that only these tests have a server give.

// fenced is a good reply with the text in a Markdown fence, with an introduction.
func fenced(text string) chattest.Reply {
	return chattest.Content("Here is the answer:\n\n```json\n" + text + "\n```\n")
}

// truncated is a reply that ran into its token limit after the first half of the text.
func truncated(text string) chattest.Reply {
	return chattest.Ended(strings.ToValidUTF8(text[:len(text)/2], ""), "length")
}

// unfinished is a reply without a finish_reason, as a stream that was cut short leaves it.
func unfinished(text string) chattest.Reply { return chattest.Ended(text, "") }

// filtered is a reply that a content filter held back.
func filtered() chattest.Reply { return chattest.Ended("", "content_filter") }

// empty is a finished reply without text.
func empty() chattest.Reply { return chattest.Content("") }

// null is a finished reply whose content is null.
func null() chattest.Reply {
	return chattest.Message(`"message":{"role":"assistant","content":null},"finish_reason":"stop"`)
}

// refusal is the model declining, as OpenAI's say it beside null content.
func refusal(text string) chattest.Reply {
	return chattest.Message(`"message":{"role":"assistant","content":null,"refusal":` + chattest.Quoted(text) + `},"finish_reason":"stop"`)
}

// parts is a good reply with the texts as parts of its content.
func parts(texts ...string) chattest.Reply {
	var parts []string
	for _, t := range texts {
		parts = append(parts, `{"type":"text","text":`+chattest.Quoted(t)+`}`)
	}
	return chattest.Message(`"message":{"role":"assistant","content":[` + strings.Join(parts, ",") + `]},"finish_reason":"stop"`)
}

// noChoices is a reply that is well formed and empty.
func noChoices() chattest.Reply {
	return chattest.Reply{Body: `{"object":"chat.completion","choices":[]}`}
}

// noUsage is a good reply with the text that counts no tokens and names no model.
func noUsage(text string) chattest.Reply {
	return chattest.Reply{Body: `{"choices":[{"message":{"role":"assistant","content":` + chattest.Quoted(text) + `},"finish_reason":"stop"}]}`}
}

// errorCode is a refusal whose code is the JSON value given, a word in quotation marks or
// an integer, and which names a part of the request; "" names none.
func errorCode(status int, code, param, message string) chattest.Reply {
	return chattest.Reply{Status: status, Body: `{"error":{"message":` + chattest.Quoted(message) + `,"param":` + chattest.Quoted(param) + `,"code":` + code + `}}`}
}

// errorText is a refusal in Ollama's form, a bare text.
func errorText(status int, text string) chattest.Reply {
	return chattest.Reply{Status: status, Body: `{"error":` + chattest.Quoted(text) + `}`}
}

// retryAfter is a refusal that asks to come back after a while.
func retryAfter(status int, after string) chattest.Reply {
	r := chattest.Error(status, "slow down")
	r.Header = map[string]string{"Retry-After": after}
	return r
}

// oversized is a good reply with a text of n bytes.
func oversized(n int) chattest.Reply { return chattest.Content(strings.Repeat("x", n)) }

// plain is a server that knows only some forms of a reply ("json_object", "json_schema"):
// it refuses the others with the status, and answers with then where it is asked for a form
// it knows, or for none.
func plain(status int, then chattest.Reply, known ...string) chattest.Reply {
	return chattest.Reply{By: func(r chattest.Request) chattest.Reply {
		if r.Form == "" || slices.Contains(known, r.Form) {
			return then
		}
		return chattest.Error(status, "'response_format.type' "+r.Form+" is not supported")
	}}
}
