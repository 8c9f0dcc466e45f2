package bot

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestInteracted(t *testing.T) {
	const ids = `"id":"1","application_id":"2","token":"tok","channel_id":"3"`
	for name, c := range map[string]struct {
		in   string
		want event
	}{
		"a command in a server": {
			`{` + ids + `,"type":2,"guild_id":"4","member":{"user":{"id":"5","username":"ada"},"permissions":"32"},"data":{"name":"ask","options":[
				{"name":"question","type":3,"value":"When?"},{"name":"private","type":5,"value":true},{"name":"n","type":4,"value":12345678}]}}`,
			event{kind: command, guild: "4", may: 32, name: "ask", values: map[string]string{"question": "When?", "private": "true", "n": "12345678"}},
		},
		"a subcommand, in direct messages": {
			`{` + ids + `,"type":2,"user":{"id":"5","username":"ada"},"data":{"name":"digest","options":[{"name":"now","type":1,"options":[{"name":"x","type":3,"value":"y"}]}]}}`,
			event{kind: command, name: "digest now", values: map[string]string{"x": "y"}},
		},
		"a button": {
			`{` + ids + `,"type":3,"user":{"id":"5","username":"ada"},"message":{"id":"9","components":[{"type":99}]},"data":{"custom_id":"sources:a:b","component_type":2}}`,
			event{kind: control, name: "sources", arg: "a:b", values: map[string]string{}, message: &message{ID: "9"}},
		},
		"a select menu": {
			`{` + ids + `,"type":3,"user":{"id":"5","username":"ada"},"data":{"custom_id":"speakers","values":["a","b"]}}`,
			event{kind: control, name: "speakers", chosen: []string{"a", "b"}, values: map[string]string{}},
		},
		"suggestions": {
			`{` + ids + `,"type":4,"user":{"id":"5","username":"ada"},"data":{"name":"dates","options":[{"name":"about","value":"Ukr","focused":true}]}}`,
			event{kind: suggest, name: "dates", values: map[string]string{"about": "Ukr"}, focused: "about"},
		},
		"a message command": {
			`{` + ids + `,"type":2,"user":{"id":"5","username":"ada"},"data":{"name":"Check this claim","target_id":"8","resolved":{"messages":{"8":{"id":"8","content":"x"}}}}}`,
			event{kind: command, name: "Check this claim", values: map[string]string{}, message: &message{ID: "8", Content: "x"}},
		},
	} {
		c.want.id, c.want.app, c.want.token, c.want.channel = "1", "2", "tok", "3"
		c.want.user = user{ID: "5", Name: "ada"}
		got, ok := interacted(json.RawMessage(c.in))
		if diff := cmp.Diff(c.want, got, cmp.AllowUnexported(event{})); diff != "" || !ok {
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
		if e, ok := interacted(data); ok && (e.id == "" || e.token == "" || e.app == "" || e.user.ID == "" || e.name == "" || e.kind == said) {
			t.Errorf("%q is the event %+v", data, e)
		}
		var m message
		if json.Unmarshal(data, &m) != nil {
			return
		}
		if e, ok := addressed(m, "7"); ok && (e.id == "" || e.user.ID == "" || e.user.ID == "7" || e.user.Bot || e.message == nil) {
			t.Errorf("%q is the event %+v", data, e)
		}
	})
}
