package localdiscord

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
)

const published = "../../../shared/discord/openapi.json"

func loadPublished(t testing.TB) *description {
	t.Helper()
	if _, err := os.Stat(published); err != nil {
		t.Skip("Discord's description is not here")
	}
	d, err := loadDescription(published)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

var bodies = []struct {
	method, path, body string
	ok                 bool
}{
	{"POST", "/channels/1/messages", `{"content":"x"}`, true},
	{"POST", "/channels/1/messages", `{"content":"x","embeds":null,"tts":false,"components":null,"sticker_ids":null,"flags":64}`, true},
	{"POST", "/channels/1/messages", `{"content":"x","nonce":"abc","enforce_nonce":true}`, true},
	{"POST", "/channels/1/messages", `{"content":"x","allowed_mentions":{"parse":[],"replied_user":false}}`, true},
	{"POST", "/channels/1/messages", `{"content":"x","allowed_mentions":{"parse":["users"]}}`, true},
	{"POST", "/channels/1/messages", `{"content":"x","message_reference":{"message_id":"12","channel_id":"12","guild_id":"1"}}`, true},
	{"POST", "/channels/1/messages", `{"embeds":[{"type":"rich","title":"t","description":"d","fields":[{"name":"n","value":"v","inline":true}]}]}`, true},
	{"POST", "/channels/1/messages", `{"components":[{"type":1,"components":[{"type":2,"style":2,"label":"Sources","custom_id":"a","disabled":false}]}]}`, true},
	{"POST", "/channels/1/messages", `{"components":[{"type":1,"components":[{"type":3,"custom_id":"a","options":[{"label":"l","value":"v"}]}]}]}`, true},
	{"POST", "/interactions/1/tok/callback", `{"type":5}`, true},
	{"POST", "/interactions/1/tok/callback", `{"type":5,"data":{"tts":false,"content":"","components":null,"embeds":null,"flags":64}}`, true},
	{"POST", "/interactions/1/tok/callback", `{"type":4,"data":{"content":"x","allowed_mentions":{"parse":[]}}}`, true},
	{"POST", "/interactions/1/tok/callback", `{"type":6}`, true},
	{"POST", "/interactions/1/tok/callback", `{"type":8,"data":{"choices":[{"name":"a","value":"b"}]}}`, true},
	{"POST", "/webhooks/1/tok", `{"content":"x","flags":64}`, true},
	{"PATCH", "/webhooks/1/tok/messages/@original", `{"content":"x"}`, true},
	{"PUT", "/applications/1/commands", `[{"name":"ask","description":"Ask","type":1,"options":[{"type":3,"name":"question","description":"q","required":true,"channel_types":null,"options":null,"choices":null,"autocomplete":false}]}]`, true},
	{"PUT", "/applications/1/commands", `[{"name":"ask","description":"Ask","default_member_permissions":"32","contexts":[0,1],"integration_types":[0]}]`, true},
	{"POST", "/users/@me/channels", `{"recipient_id":"12"}`, true},
	{"POST", "/channels/1/messages", `{"content":1}`, false},
	{"POST", "/channels/1/messages", `{"content":"x","allowed_mentions":{"parse":["friends"]}}`, false},
	{"POST", "/channels/1/messages", `{"content":"x","flags":"64"}`, false},
	{"POST", "/channels/1/messages", `{"components":[{"type":2,"style":2,"label":"loose","custom_id":"a"}]}`, false},
	{"POST", "/channels/1/messages", `{"components":[{"type":1,"components":[{"type":2,"style":9,"label":"l","custom_id":"a"}]}]}`, false},
	{"POST", "/channels/1/messages", `{"components":[{"type":1,"components":[{"type":3,"custom_id":"a"}]}]}`, false},
	{"POST", "/channels/1/messages", `{"message_reference":{"message_id":"general"}}`, false},
	{"POST", "/interactions/1/tok/callback", `{"type":3}`, false},
	{"POST", "/interactions/1/tok/callback", `{"data":{"content":"x"}}`, false},
	{"PUT", "/applications/1/commands", `[{"description":"nameless"}]`, false},
	{"PUT", "/applications/1/commands", `[{"name":"ask","description":"Ask","options":[{"type":3,"name":"question"}]}]`, false},
	{"PUT", "/applications/1/commands", `[{"name":"ask","description":"Ask","contexts":[7]}]`, false},
}

// The fast validator on the folded description and the slow one that follows JSON Schema to the letter agree.
func TestDescriptionVerdicts(t *testing.T) {
	d := loadPublished(t)
	for _, b := range bodies {
		op, _ := d.find(b.method, b.path)
		if op == nil {
			t.Errorf("%s %s is not found", b.method, b.path)
			continue
		}
		problems := checkBody(op.body, []byte(b.body))
		if got := len(problems) == 0; got != b.ok {
			t.Errorf("%s %s %s: accepted %v, want %v: %v", b.method, b.path, b.body, got, b.ok, problems)
		}
		var value any
		json.Unmarshal([]byte(b.body), &value)
		numberPermissions(value)
		if err := op.body.VisitJSON(value, openapi3.EnableJSONSchema2020()); (err == nil) != b.ok {
			t.Errorf("%s %s %s: JSON Schema says %v, want accepted %v", b.method, b.path, b.body, err, b.ok)
		}
		for _, p := range problems {
			t.Logf("%s: %s: %s", b.body, p.path, p.message)
		}
	}
}

func BenchmarkDescription(b *testing.B) {
	d := loadPublished(b)
	op, _ := d.find("POST", "/channels/1/messages")
	for b.Loop() {
		for _, body := range bodies[:9] {
			checkBody(op.body, []byte(body.body))
		}
	}
}

func BenchmarkLoadDescription(b *testing.B) {
	loadPublished(b)
	for b.Loop() {
		descriptions.Lock()
		descriptions.byPath = nil
		descriptions.Unlock()
		loadPublished(b)
	}
}
