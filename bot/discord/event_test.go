package discord

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestInteracted(t *testing.T) {
	const ids = `"id":"1","application_id":"2","token":"tok","channel_id":"3"`
	for name, c := range map[string]struct {
		in   string
		want Event
	}{
		"a command in a server": {
			`{` + ids + `,"type":2,"guild_id":"4","member":{"user":{"id":"5","username":"ada"},"permissions":"32"},"data":{"name":"ask","options":[
				{"name":"question","type":3,"value":"When?"},{"name":"private","type":5,"value":true},{"name":"n","type":4,"value":12345678}]}}`,
			Event{Kind: Used, Guild: "4", May: 32, Name: "ask", Values: map[string]string{"question": "When?", "private": "true", "n": "12345678"}},
		},
		"a subcommand, in direct messages": {
			`{` + ids + `,"type":2,"user":{"id":"5","username":"ada"},"data":{"name":"digest","options":[{"name":"now","type":1,"options":[{"name":"x","type":3,"value":"y"}]}]}}`,
			Event{Kind: Used, Name: "digest now", Values: map[string]string{"x": "y"}},
		},
		"a command in a server that the bot is not in": {
			`{` + ids + `,"type":2,"guild_id":"4","authorizing_integration_owners":{"1":"5"},"member":{"user":{"id":"5","username":"ada"},"permissions":"32"},"data":{"name":"help"}}`,
			Event{Kind: Used, Guild: "4", Abroad: true, May: 32, Name: "help", Values: map[string]string{}},
		},
		"a command in one that it is in, of a person who also has it": {
			`{` + ids + `,"type":2,"guild_id":"4","authorizing_integration_owners":{"0":"4","1":"5"},"member":{"user":{"id":"5","username":"ada"},"permissions":"32"},"data":{"name":"help"}}`,
			Event{Kind: Used, Guild: "4", May: 32, Name: "help", Values: map[string]string{}},
		},
		"a button": {
			`{` + ids + `,"type":3,"user":{"id":"5","username":"ada"},"message":{"id":"9","components":[{"type":99}]},"data":{"custom_id":"sources:a:b","component_type":2}}`,
			Event{Kind: Pressed, Name: "sources", Arg: "a:b", Values: map[string]string{}, Message: &Message{ID: "9", Laid: Components{{Type: 99}}}},
		},
		"a select menu": {
			`{` + ids + `,"type":3,"user":{"id":"5","username":"ada"},"data":{"custom_id":"speakers","values":["a","b"]}}`,
			Event{Kind: Pressed, Name: "speakers", Chosen: []string{"a", "b"}, Values: map[string]string{}},
		},
		"suggestions": {
			`{` + ids + `,"type":4,"user":{"id":"5","username":"ada"},"data":{"name":"dates","options":[{"name":"about","value":"Ukr","focused":true}]}}`,
			Event{Kind: Typing, Name: "dates", Values: map[string]string{"about": "Ukr"}, Focused: "about"},
		},
		"a message command": {
			`{` + ids + `,"type":2,"user":{"id":"5","username":"ada"},"data":{"name":"Check this claim","target_id":"8","resolved":{"messages":{"8":{"id":"8","content":"<@7> x <@5>","mentions":[{"id":"7","username":"bot"},{"id":"5","username":"ada"}]}}}}}`,
			Event{Kind: Used, Name: "Check this claim", Values: map[string]string{}, Text: " x ada", Message: &Message{ID: "8", Content: "<@7> x <@5>", Mentions: []User{{ID: "7", Name: "bot"}, {ID: "5", Name: "ada"}}}},
		},
	} {
		c.want.ID, c.want.App, c.want.Token, c.want.Channel = "1", "2", "tok", "3"
		c.want.User = User{ID: "5", Name: "ada"}
		got, ok := interacted(json.RawMessage(c.in), "7")
		if diff := cmp.Diff(c.want, got); diff != "" || !ok {
			t.Errorf("%s: %v (-want +got):\n%s", name, ok, diff)
		}
	}
}

// Whatever comes, an event has what an answer needs, or is none.
func FuzzEvents(f *testing.F) {
	f.Add([]byte(`{"id":"1","type":2,"token":"t","application_id":"1","user":{"id":"1"},"data":{"name":"ask","options":[{"name":"a","options":[{}]}]}}`))
	f.Add([]byte(`{"id":"1","author":{"id":"2"},"content":"x","mentions":[{"id":"7"}],"guild_id":"3","message_reference":{},"referenced_message":{"id":""}}`))
	f.Add([]byte(`null`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if e, ok := interacted(data, "7"); ok && (e.ID == "" || e.Token == "" || e.App == "" || e.User.ID == "" || e.Name == "" || e.Kind == Said) {
			t.Errorf("%q is the event %+v", data, e)
		}
		var m Message
		if json.Unmarshal(data, &m) != nil {
			return
		}
		if e, ok := addressed(m, "7"); ok && (e.ID == "" || e.User.ID == "" || e.User.ID == "7" || e.User.Bot || e.Message == nil) {
			t.Errorf("%q is the event %+v", data, e)
		}
	})
}
