package localdiscord_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"talksbot/internal/inmemory"
	"talksbot/internal/localdiscord"
)

const commands = `[{"name":"ask","description":"Ask","options":[
	{"type":3,"name":"question","description":"q","required":true,"autocomplete":true,"max_length":20},
	{"type":4,"name":"days","description":"d","min_value":1,"max_value":7},
	{"type":3,"name":"mode","description":"m","choices":[{"name":"Brief","value":"brief"}]},
	{"type":5,"name":"private","description":"p"}]},
	{"name":"digest","description":"d","options":[{"type":1,"name":"on","description":"o"}]},
	{"name":"guilds","description":"d","contexts":[0]},
	{"name":"Ask about this","type":3}]`

// register is a server whose commands are in place, and an interaction nobody has answered.
func register(t *testing.T) (*localdiscord.Server, *localdiscord.Interaction) {
	t.Helper()
	server := start(t, localdiscord.Options{})
	if status, body := call(t, server, "PUT", "/applications/"+server.Bot().ID+"/commands", commands); status != 200 {
		t.Fatal(body)
	}
	i, err := server.Person("ada").Run(server.Channel("general"), "ask", localdiscord.Option{Name: "question", Value: "when?"})
	if err != nil {
		t.Fatal(err)
	}
	return server, i
}

func respond(t *testing.T, server *localdiscord.Server, i *localdiscord.Interaction, body string) (int, string) {
	return call(t, server, "POST", "/interactions/"+i.ID+"/"+i.Token+"/callback", body)
}

func hook(server *localdiscord.Server, i *localdiscord.Interaction, rest string) string {
	return "/webhooks/" + server.Bot().ID + "/" + i.Token + rest
}

func expect(t *testing.T, what string, status int, body string, wantStatus int, wantBody string) {
	t.Helper()
	if status != wantStatus || !strings.Contains(body, wantBody) {
		t.Errorf("%s: %d %s, want %d %s", what, status, body, wantStatus, wantBody)
	}
}

func TestInteractionTooLate(t *testing.T) {
	t.Parallel()
	server, i := register(t)
	server.Advance(3001 * time.Millisecond)
	if _, err := i.Wait(soon(t)); !errors.Is(err, localdiscord.ErrNoResponse) {
		t.Errorf("waited: %v", err)
	}
	status, body := respond(t, server, i, `{"type":5}`)
	expect(t, "late", status, body, 404, `"code":10062`)
	want := "ada used /ask question: when?\n    (The application did not respond)\n"
	if got := server.Transcript(server.Channel("general")); got != want {
		t.Errorf("transcript:\n%s", got)
	}
}

// Nobody need ask: a wait ends by itself when the time is over.
func TestInteractionUnanswered(t *testing.T) { bubble(t, testUnanswered) }

func testUnanswered(t *testing.T) {
	server := start(t, localdiscord.Options{Memory: inmemory.New()})
	call(t, server, "PUT", "/applications/"+server.Bot().ID+"/commands", commands)
	i, err := server.Person("ada").Run(server.Channel("general"), "digest on")
	if err != nil {
		t.Fatal(err)
	}
	asked := time.Now()
	if _, err := i.Wait(soon(t)); !errors.Is(err, localdiscord.ErrNoResponse) {
		t.Errorf("waited: %v", err)
	}
	if waited := time.Since(asked); waited < 3*time.Second || waited > 3*time.Second+5*time.Millisecond {
		t.Errorf("waited %v, want Discord's three seconds", waited)
	}
}

func TestInteractionAnsweredTwice(t *testing.T) {
	t.Parallel()
	server, i := register(t)
	status, body := respond(t, server, i, `{"type":5}`)
	expect(t, "first", status, body, 204, "")
	status, body = respond(t, server, i, `{"type":4,"data":{"content":"again"}}`)
	expect(t, "second", status, body, 400, `"code":40060`)
	noViolations(t, server)
}

func TestInteractionUnknown(t *testing.T) {
	t.Parallel()
	server, i := register(t)
	status, body := call(t, server, "POST", "/interactions/"+i.ID+"/nonsense/callback", `{"type":5}`)
	expect(t, "wrong token", status, body, 404, `"code":10062`)
	status, body = call(t, server, "PATCH", hook(server, i, "/messages/@original"), `{"content":"x"}`)
	expect(t, "edit before an answer", status, body, 404, `"code":10015`)
	status, body = respond(t, server, i, `{"type":8,"data":{"choices":[]}}`)
	expect(t, "choices for a command", status, body, 400, `"code":50035`)
}

func TestInteractionDeferred(t *testing.T) {
	t.Parallel()
	server, i := register(t)
	general := server.Channel("general")
	status, body := call(t, server, "POST", "/interactions/"+i.ID+"/"+i.Token+"/callback?with_response=true", `{"type":5,"data":{"flags":64}}`)
	expect(t, "defer", status, body, 200, `"response_message_loading":true`)
	if err := i.WaitAcknowledged(soon(t)); err != nil {
		t.Error(err)
	}
	if got := server.Transcript(general); !strings.Contains(got, "is thinking") || !strings.Contains(got, "only ada") {
		t.Errorf("transcript:\n%s", got)
	}
	status, body = call(t, server, "PATCH", hook(server, i, "/messages/@original"), `{"content":""}`)
	expect(t, "empty", status, body, 400, `"code":50006`)
	status, body = call(t, server, "PATCH", hook(server, i, "/messages/@original"), `{"content":"on January 12"}`)
	expect(t, "fill", status, body, 200, `"content":"on January 12"`)
	answer, err := i.Wait(soon(t))
	if err != nil {
		t.Fatal(err)
	}
	if !answer.IsEphemeral() || answer.IsLoading() || answer.EditedTimestamp != nil {
		t.Errorf("answer: flags %d, edited %v", answer.Flags, answer.EditedTimestamp)
	}
	if seen := server.Person("bob").Sees(general); len(seen) != 0 {
		t.Errorf("bob sees %v", seen)
	}
	status, body = call(t, server, "GET", "/channels/"+general.ID+"/messages/"+answer.ID, "")
	expect(t, "an ephemeral message by its channel", status, body, 404, `"code":10008`)
	status, body = call(t, server, "POST", hook(server, i, "?wait=true"), `{"content":"and more"}`)
	expect(t, "follow-up", status, body, 200, "and more")
	if n := len(i.Messages()); n != 2 {
		t.Errorf("%d messages", n)
	}
	server.Advance(15 * time.Minute)
	status, body = call(t, server, "PATCH", hook(server, i, "/messages/@original"), `{"content":"late"}`)
	expect(t, "after 15 minutes", status, body, 401, `"code":50027`)
}

// While the answer is "thinking", the first follow-up takes its place.
func TestFollowupFillsDeferred(t *testing.T) {
	t.Parallel()
	server, i := register(t)
	respond(t, server, i, `{"type":5}`)
	call(t, server, "POST", hook(server, i, ""), `{"content":"the answer"}`)
	answer, err := i.Wait(soon(t))
	if err != nil || answer.Content != "the answer" || len(i.Messages()) != 1 {
		t.Errorf("%v, %v, %d messages", answer, err, len(i.Messages()))
	}
	call(t, server, "DELETE", hook(server, i, "/messages/@original"), "")
	server.Advance(3 * time.Second)
	if _, err := i.Wait(soon(t)); !errors.Is(err, localdiscord.ErrDeleted) {
		t.Errorf("waited for a deleted answer: %v", err)
	}
}

// A "thinking" that everybody sees can be taken back for an answer that one person sees.
func TestFollowupInsteadOfDeferred(t *testing.T) {
	t.Parallel()
	server, i := register(t)
	respond(t, server, i, `{"type":5}`)
	call(t, server, "DELETE", hook(server, i, "/messages/@original"), "")
	call(t, server, "POST", hook(server, i, ""), `{"content":"the answer","flags":64}`)
	if answer, err := i.Wait(soon(t)); err != nil || answer.Content != "the answer" || !answer.IsEphemeral() {
		t.Errorf("%v, %v", answer, err)
	}
	if seen := server.Person("bob").Sees(server.Channel("general")); len(seen) > 0 {
		t.Errorf("bob sees %v", seen)
	}
}

func TestComponents(t *testing.T) {
	t.Parallel()
	server, i := register(t)
	ada, bob := server.Person("ada"), server.Person("bob")
	respond(t, server, i, `{"type":4,"data":{"content":"page 1","flags":64,"components":[
		{"type":1,"components":[{"type":2,"style":2,"label":"Next","custom_id":"page:2"},{"type":2,"style":2,"label":"Off","custom_id":"off","disabled":true}]},
		{"type":1,"components":[{"type":3,"custom_id":"topic","options":[{"label":"NATO","value":"n"}]}]}]}}`)
	answer, err := i.Wait(soon(t))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := bob.Press(answer, "Next"); err == nil {
		t.Error("bob pressed a button only ada sees")
	}
	if _, err := ada.Press(answer, "Off"); err == nil {
		t.Error("ada pressed a disabled button")
	}
	if _, err := ada.Pick(answer, "topic", "OSCE"); err == nil {
		t.Error("ada picked what is not offered")
	}
	pressed, err := ada.Press(answer, "Next")
	if err != nil {
		t.Fatal(err)
	}
	respond(t, server, pressed, `{"type":6}`)
	call(t, server, "PATCH", hook(server, pressed, "/messages/@original"), `{"content":"page 2"}`)
	if m, err := pressed.Wait(soon(t)); err != nil || m.ID != answer.ID || m.Content != "page 2" || len(m.Components) != 2 {
		t.Errorf("after Next: %+v, %v", m, err)
	}
	picked, err := ada.Pick(answer, "topic", "NATO")
	if err != nil {
		t.Fatal(err)
	}
	respond(t, server, picked, `{"type":7,"data":{"content":"about NATO","components":[]}}`)
	if m, err := picked.Wait(soon(t)); err != nil || m.ID != answer.ID || m.Content != "about NATO" || len(m.Components) != 0 {
		t.Errorf("after picking: %+v, %v", m, err)
	}
	if _, err := ada.Press(answer, "Next"); err == nil {
		t.Error("ada pressed a button that is gone")
	}
	noViolations(t, server)
}

func TestAutocomplete(t *testing.T) {
	t.Parallel()
	server, _ := register(t)
	i, err := server.Person("ada").Autocomplete(server.Channel("general"), "ask", localdiscord.Option{Name: "question", Value: "wh"})
	if err != nil {
		t.Fatal(err)
	}
	respond(t, server, i, `{"type":8,"data":{"choices":[{"name":"When?","value":"when"}]}}`)
	choices, err := i.WaitChoices(soon(t))
	if diff := cmp.Diff([]localdiscord.Choice{{Name: "When?", Value: "when"}}, choices); err != nil || diff != "" {
		t.Error(err, diff)
	}
}

func TestModal(t *testing.T) {
	t.Parallel()
	server, i := register(t)
	status, body := respond(t, server, i, `{"type":9,"data":{"custom_id":"form","title":"Ask","components":[{"type":1,"components":[{"type":4,"custom_id":"q","label":"Question","style":1}]}]}}`)
	expect(t, "modal", status, body, 204, "")
	if m, err := i.WaitModal(soon(t)); err != nil || m.CustomID != "form" {
		t.Error(m, err)
	}
	sent, err := server.Person("ada").Submit(i, map[string]string{"q": "when?"})
	if err != nil {
		t.Fatal(err)
	}
	respond(t, server, sent, `{"type":4,"data":{"content":"on January 12"}}`)
	if m, err := sent.Wait(soon(t)); err != nil || m.Content != "on January 12" {
		t.Error(m, err)
	}
	noViolations(t, server)
}

// Discord's client lets nobody send what a command does not declare; neither does a Person.
func TestRunRefuses(t *testing.T) {
	t.Parallel()
	server, _ := register(t)
	ada := server.Person("ada")
	question := localdiscord.Option{Name: "question", Value: "when?"}
	for _, test := range []struct {
		name    string
		where   localdiscord.Channel
		command string
		options []localdiscord.Option
		says    string
	}{
		{"unknown", server.Channel("general"), "nope", nil, "no command /nope"},
		{"nothing", server.Channel("general"), "", nil, "no command"},
		{"required missing", server.Channel("general"), "ask", nil, `"question" is required`},
		{"unknown option", server.Channel("general"), "ask", []localdiscord.Option{question, {Name: "color", Value: "red"}}, `no option "color"`},
		{"wrong type", server.Channel("general"), "ask", []localdiscord.Option{question, {Name: "private", Value: "yes"}}, `"private" does not take string`},
		{"out of range", server.Channel("general"), "ask", []localdiscord.Option{question, {Name: "days", Value: 8}}, "out of range"},
		{"not offered", server.Channel("general"), "ask", []localdiscord.Option{question, {Name: "mode", Value: "long"}}, "does not offer long"},
		{"too long", server.Channel("general"), "ask", []localdiscord.Option{{Name: "question", Value: strings.Repeat("x", 21)}}, "21 characters"},
		{"sub-command left out", server.Channel("general"), "digest", nil, `name the command below "`},
		{"unknown sub-command", server.Channel("general"), "digest off", nil, `no "off"`},
		{"not in direct messages", ada.DM(), "guilds", nil, "no command /guilds"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if _, err := ada.Run(test.where, test.command, test.options...); err == nil || !strings.Contains(err.Error(), test.says) {
				t.Errorf("got %v, want %q", err, test.says)
			}
		})
	}
	if _, err := ada.Run(ada.DM(), "ask", question); err != nil {
		t.Error(err)
	}
}

func TestMessageCommand(t *testing.T) {
	t.Parallel()
	server, _ := register(t)
	ada := server.Person("ada")
	said := ada.Say(server.Channel("general"), "NATO meets on January 12")
	i, err := ada.RunOn(said, "Ask about this")
	if err != nil {
		t.Fatal(err)
	}
	respond(t, server, i, `{"type":4,"data":{"content":"yes"}}`)
	if m, err := i.Wait(soon(t)); err != nil || m.Content != "yes" {
		t.Error(m, err)
	}
	if _, err := ada.RunOn(said, "ask"); err == nil {
		t.Error("a slash command ran on a message")
	}
}

// What comes back of a command is not literally what was sent, and keeps its id when it is sent again.
func TestCommandsAreKept(t *testing.T) {
	t.Parallel()
	server, _ := register(t)
	before := server.Commands()
	path := "/applications/" + server.Bot().ID + "/commands"
	call(t, server, "PUT", path, commands)
	for n, c := range server.Commands() {
		if c.ID != before[n].ID || c.Version == before[n].Version {
			t.Errorf("%s: id %s, then %s; version %s, then %s", c.Name, before[n].ID, c.ID, before[n].Version, c.Version)
		}
	}
	_, body := call(t, server, "GET", path, "")
	for _, want := range []string{`"dm_permission":true`, `"default_member_permissions":null`, `"type":1`, `"integration_types":[0]`} {
		if !strings.Contains(body, want) {
			t.Errorf("%s is not in %s", want, body)
		}
	}
	guild := "/applications/" + server.Bot().ID + "/guilds/" + server.Guild().ID + "/commands"
	call(t, server, "PUT", guild, `[{"name":"here","description":"h"}]`)
	if _, body := call(t, server, "GET", path, ""); strings.Contains(body, "here") {
		t.Errorf("a guild's command is global: %s", body)
	}
	call(t, server, "PUT", path, `[]`)
	if n := len(server.Commands()); n != 1 {
		t.Errorf("%d commands are left, want the guild's one", n)
	}
	status, answer := call(t, server, "PUT", "/applications/1/commands", `[]`)
	expect(t, "another application", status, answer, 403, `"code":20012`)
}
