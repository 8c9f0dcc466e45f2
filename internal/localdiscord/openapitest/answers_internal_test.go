package openapitest

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"talksbot/internal/localdiscord"
)

// What the server answers has the form Discord's description promises, so that a bot that reads more of it than ours
// does is not misled.
func TestAnswersAreDescribed(t *testing.T) {
	t.Parallel()
	doc := loadPublished(t).doc
	s, err := localdiscord.Start(localdiscord.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	general, ada := s.Channel("general"), s.Person("ada")
	said := ada.Say(general, "@talksbot hello")
	app, dm := "/applications/"+s.Bot().ID, ada.DM()
	for _, test := range []struct{ method, template, path, body string }{
		{"GET", "/gateway", "/gateway", ""},
		{"GET", "/gateway/bot", "/gateway/bot", ""},
		{"GET", "/users/@me", "/users/@me", ""},
		{"GET", "/users/@me/guilds", "/users/@me/guilds", ""},
		{"GET", "/applications/@me", "/applications/@me", ""},
		{"POST", "/users/@me/channels", "/users/@me/channels", `{"recipient_id":"` + ada.User.ID + `"}`},
		{"PUT", "/applications/{application_id}/commands", app + "/commands", `[{"name":"ask","description":"Ask","options":[{"type":3,"name":"question","description":"q","required":true}]}]`},
		{"GET", "/applications/{application_id}/commands", app + "/commands", ""},
		{"PUT", "/applications/{application_id}/guilds/{guild_id}/commands", app + "/guilds/" + s.Guild().ID + "/commands", `[{"name":"ask","description":"Ask"}]`},
		{"GET", "/channels/{channel_id}", "/channels/" + general.ID, ""},
		{"GET", "/channels/{channel_id}", "/channels/" + dm.ID, ""},
		{"GET", "/channels/{channel_id}", "/channels/" + s.Thread(general, "talks").ID, ""},
		{"POST", "/channels/{channel_id}/messages", "/channels/" + general.ID + "/messages", `{"content":"hello","message_reference":{"message_id":"` + said.ID + `"},"components":[{"type":1,"components":[{"type":2,"style":2,"label":"l","custom_id":"c"},{"type":2,"style":5,"label":"l","url":"https://example.org/"}]}]}`},
		{"GET", "/channels/{channel_id}/messages", "/channels/" + general.ID + "/messages", ""},
		{"GET", "/channels/{channel_id}/messages/{message_id}", "/channels/" + general.ID + "/messages/" + said.ID, ""},
		{"GET", "/guilds/{guild_id}/members/{user_id}", "/guilds/" + s.Guild().ID + "/members/" + ada.User.ID, ""},
	} {
		op := doc.Paths.Value(test.template).GetOperation(test.method)
		r, _ := http.NewRequest(test.method, "https://discord.com/api/v10"+test.path, strings.NewReader(test.body))
		r.Header = http.Header{"Authorization": {"Bot " + s.Token()}, "User-Agent": {"DiscordBot (https://example.org, 1)"}}
		if test.body != "" {
			r.Header.Set("Content-Type", "application/json")
		}
		response, err := s.Client().Do(r)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(response.Body)
		response.Body.Close()
		described := op.Responses.Status(response.StatusCode)
		if described == nil {
			t.Errorf("%s %s: %d is not described: %s", test.method, test.path, response.StatusCode, body)
			continue
		}
		var value any
		if err := json.Unmarshal(body, &value); err != nil {
			t.Fatal(err)
		}
		err = described.Value.Content.Get("application/json").Schema.Value.VisitJSON(value, openapi3.VisitAsResponse(), openapi3.MultiErrors())
		if err != nil {
			p := innermost(err)
			t.Errorf("%s %s: %s: %s\n%s", test.method, test.path, p.Path, p.Message, body)
		}
	}
}
