package localdiscord_test

import (
	"bytes"
	"encoding/json"
	"io"
	"mime/multipart"
	"net/http"
	"net/textproto"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/google/go-cmp/cmp"

	"talksbot/internal/localdiscord"
	"talksbot/internal/localdiscord/rules"
)

// People, channels and the guild have the same ids in every run; messages have the clock's time in theirs.
func TestIDs(t *testing.T) {
	t.Parallel()
	noon := time.Date(2022, 1, 10, 12, 0, 0, 0, time.UTC)
	tell := func() []string {
		server := start(t, localdiscord.Options{Clock: func() time.Time { return noon }})
		ada := server.Person("ada")
		return []string{server.Guild().ID, server.Bot().ID, server.Channel("general").ID, ada.User.ID, server.Channel("news").ID,
			ada.DM().ID, ada.Say(server.Channel("news"), "one").ID, ada.Say(server.Channel("news"), "two").ID}
	}
	first := tell()
	if diff := cmp.Diff(first, tell()); diff != "" {
		t.Error(diff)
	}
	made, err := discordgo.SnowflakeTimestamp(first[6])
	if err != nil || !made.Equal(noon) {
		t.Errorf("the message's id says %v, %v", made, err)
	}
	if first[6] >= first[7] {
		t.Errorf("ids do not grow: %s, %s", first[6], first[7])
	}
}

func TestTransportStaysHere(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{})
	if _, err := server.Client().Get("https://example.org/"); err == nil || !strings.Contains(err.Error(), "example.org") {
		t.Errorf("got %v", err)
	}
}

func TestCloseTwiceAtOnce(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{})
	dial(t, server).ready(server)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if err := server.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if err := server.WaitReady(soon(t)); err == nil {
		t.Error("a closed server is ready")
	}
}

// What a bot may read of other people's messages, by the gateway and by REST.
func TestMessageContent(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{})
	c := dial(t, server)
	c.expect(10, "")
	c.send(2, identity(server, rules.IntentGuildMessages|rules.IntentDirectMessages))
	c.expect(0, "READY")
	general, ada := server.Channel("general"), server.Person("ada")
	role := "<@&" + server.Guild().Roles[1].ID + ">"
	for _, test := range []struct {
		said  *localdiscord.Message
		reads bool
	}{
		{ada.Say(general, "among ourselves"), false},
		{ada.Say(general, role+" a role is not the bot"), false},
		{ada.Say(general, "dear @talksbot"), true},
		{ada.Say(ada.DM(), "in private"), true},
	} {
		var heard, read localdiscord.Message
		json.Unmarshal(c.expect(0, "MESSAGE_CREATE").Data, &heard)
		_, body := call(t, server, "GET", "/channels/"+test.said.ChannelID+"/messages/"+test.said.ID, "")
		json.Unmarshal([]byte(body), &read)
		want := ""
		if test.reads {
			want = test.said.Content
		}
		if heard.Content != want || read.Content != want {
			t.Errorf("heard %q, read %q, want %q", heard.Content, read.Content, want)
		}
		if read.GuildID != "" || read.Member != nil {
			t.Error("a REST answer names the guild, which Discord leaves out")
		}
	}
}

func TestPings(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{})
	general, ada, bob := server.Channel("general"), server.Person("ada"), server.Person("bob")
	said := ada.Say(general, "hello")
	for _, test := range []struct {
		allowed  string
		users    []string
		everyone bool
	}{
		{``, []string{"ada", "bob"}, true},
		{`,"allowed_mentions":{"parse":[]}`, nil, false},
		{`,"allowed_mentions":{"parse":[],"replied_user":true}`, []string{"ada"}, false},
		{`,"allowed_mentions":{"parse":["users"]}`, []string{"bob"}, false},
		{`,"allowed_mentions":{"users":["` + bob.User.ID + `"]}`, []string{"bob"}, false},
		{`,"allowed_mentions":{"parse":["everyone"]}`, nil, true},
	} {
		status, body := call(t, server, "POST", "/channels/"+general.ID+"/messages",
			`{"content":"@everyone `+bob.Mention()+`","message_reference":{"message_id":"`+said.ID+`"}`+test.allowed+`}`)
		var m localdiscord.Message
		if err := json.Unmarshal([]byte(body), &m); err != nil || status != 200 {
			t.Fatal(status, body)
		}
		var users []string
		for _, u := range m.Mentions {
			users = append(users, u.Username)
		}
		if diff := cmp.Diff(test.users, users); diff != "" || m.MentionEveryone != test.everyone {
			t.Errorf("%s pings everyone %v, %s", test.allowed, m.MentionEveryone, diff)
		}
	}
}

func TestNonce(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{})
	general := server.Channel("general")
	path := "/channels/" + general.ID + "/messages"
	for range 2 {
		call(t, server, "POST", path, `{"content":"digest","nonce":"2022-01-10","enforce_nonce":true}`)
	}
	if n := len(server.Person("ada").Sees(general)); n != 1 {
		t.Errorf("an enforced nonce let %d messages through", n)
	}
	call(t, server, "POST", path, `{"content":"digest","nonce":"2022-01-10"}`)
	server.Advance(6 * time.Minute)
	call(t, server, "POST", path, `{"content":"digest","nonce":"2022-01-10","enforce_nonce":true}`)
	if n := len(server.Person("ada").Sees(general)); n != 3 {
		t.Errorf("%d messages; a nonce counts only where enforced, and for a few minutes", n)
	}
}

func TestMessageList(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{})
	ada := server.Person("ada")
	var ids []string
	for _, text := range []string{"1", "2", "3", "4"} {
		ids = append(ids, ada.Say(ada.DM(), text).ID)
	}
	for _, test := range []struct{ query, want string }{
		{"", "4321"}, {"?limit=2", "43"}, {"?before=" + ids[2], "21"}, {"?after=" + ids[1], "43"}, {"?after=" + ids[0] + "&limit=2", "32"},
	} {
		_, body := call(t, server, "GET", "/channels/"+ada.DM().ID+"/messages"+test.query, "")
		var list []localdiscord.Message
		json.Unmarshal([]byte(body), &list)
		got := ""
		for _, m := range list {
			got += m.Content
		}
		if got != test.want {
			t.Errorf("%q lists %s, want %s", test.query, got, test.want)
		}
	}
	status, _ := call(t, server, "GET", "/channels/"+ada.DM().ID+"/messages?limit=101", "")
	if status != 400 {
		t.Errorf("limit=101: %d", status)
	}
}

func TestEditsAndDeletions(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{})
	c := dial(t, server)
	c.ready(server)
	general, ada := server.Channel("general"), server.Person("ada")
	said := ada.Say(general, "@talksbot when?")
	c.expect(0, "MESSAGE_CREATE")
	posted, err := session(server).ChannelMessageSend(general.ID, "on January 21")
	if err != nil {
		t.Fatal(err)
	}
	c.expect(0, "MESSAGE_CREATE")
	call(t, server, "PATCH", "/channels/"+general.ID+"/messages/"+posted.ID, `{"content":"on January 12"}`)
	if f := c.expect(0, "MESSAGE_UPDATE"); !bytes.Contains(f.Data, []byte("January 12")) {
		t.Errorf("%s", f.Data)
	}
	path := "/channels/" + general.ID + "/messages/" + said.ID
	status, body := call(t, server, "PATCH", path, `{"content":"mine now"}`)
	expect(t, "someone else's message", status, body, 403, `"code":50005`)
	ada.Delete(said)
	c.expect(0, "MESSAGE_DELETE")
	status, body = call(t, server, "POST", "/channels/"+general.ID+"/messages", `{"content":"x","message_reference":{"message_id":"`+said.ID+`"}}`)
	expect(t, "reply to a deleted message", status, body, 400, "REPLIES_UNKNOWN_MESSAGE")
	if server.Message(said.ID) != nil || strings.Contains(server.Transcript(general), "when") {
		t.Error("a deleted message is still seen")
	}
}

func TestAttachments(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{})
	bot, general := session(server), server.Channel("general")
	sent, err := bot.ChannelMessageSendComplex(general.ID, &discordgo.MessageSend{Content: "the dates",
		Files: []*discordgo.File{{Name: "talks.ics", ContentType: "text/calendar", Reader: strings.NewReader("BEGIN:VCALENDAR")}}})
	if err != nil {
		t.Fatal(err)
	}
	response, err := server.Client().Get(sent.Attachments[0].URL)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if got, _ := io.ReadAll(response.Body); string(got) != "BEGIN:VCALENDAR" {
		t.Errorf("downloaded %q", got)
	}
	if got := server.Transcript(general); !strings.Contains(got, "<file talks.ics, 15 bytes>") {
		t.Errorf("transcript:\n%s", got)
	}
	noViolations(t, server)
}

// A form without its end is refused, and nothing hangs.
func TestBrokenForm(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{})
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	part, _ := form.CreatePart(textproto.MIMEHeader{"Content-Disposition": {`form-data; name="payload_json"`}})
	part.Write([]byte(`{"content":"x"}`))
	status, answer := call(t, server, "POST", "/channels/"+server.Channel("general").ID+"/messages", body.String(), "Content-Type", form.FormDataContentType())
	if status != http.StatusBadRequest {
		t.Errorf("%d %s", status, answer)
	}
}

func TestScheduledEvents(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{Clock: func() time.Time { return time.Date(2022, 1, 1, 0, 0, 0, 0, time.UTC) }})
	path := "/guilds/" + server.Guild().ID + "/scheduled-events"
	status, body := call(t, server, "POST", path, `{"name":"NATO-Russia Council","privacy_level":2,"entity_type":3,"scheduled_start_time":"2022-01-12T09:00:00Z","scheduled_end_time":"2022-01-12T18:00:00Z","entity_metadata":{"location":"Brussels"}}`)
	expect(t, "ahead", status, body, 200, `"id"`)
	status, body = call(t, server, "POST", path, `{"name":"Over","privacy_level":2,"entity_type":3,"scheduled_start_time":"2021-01-12T09:00:00Z","scheduled_end_time":"2021-01-12T18:00:00Z","entity_metadata":{"location":"Brussels"}}`)
	expect(t, "past", status, body, 400, "PAST")
	status, body = call(t, server, "POST", path, `{"name":"Nowhere","privacy_level":2,"entity_type":3,"scheduled_start_time":"2022-01-12T09:00:00Z"}`)
	expect(t, "no place and no end", status, body, 400, "entity_metadata")
	if events := server.ScheduledEvents(); len(events) != 1 || events[0].Name != "NATO-Russia Council" {
		t.Errorf("%+v", events)
	}
}

func TestThreads(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{})
	bot, general := session(server), server.Channel("general")
	said := server.Person("ada").Say(general, "hello")
	thread, err := bot.MessageThreadStart(general.ID, said.ID, "talks", 60)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := bot.ChannelMessageSend(thread.ID, "in here"); err != nil {
		t.Fatal(err)
	}
	want := "talksbot [bot]:\n    in here\n"
	if got := server.Transcript(localdiscord.Channel{ID: thread.ID}); got != want {
		t.Errorf("transcript:\n%s", got)
	}
	noViolations(t, server)
}

func TestUnknownPlaces(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{})
	for _, test := range []struct{ method, path, body, code string }{
		{"GET", "/channels/1", "", "10003"},
		{"POST", "/channels/1/messages", `{"content":"x"}`, "10003"},
		{"GET", "/guilds/1", "", "10004"},
		{"POST", "/users/@me/channels", `{"recipient_id":"1"}`, "10013"},
		{"GET", "/channels/" + server.Channel("general").ID + "/messages/1", "", "10008"},
		{"POST", "/webhooks/1/nonsense", `{"content":"x"}`, "10015"},
	} {
		status, body := call(t, server, test.method, test.path, test.body)
		expect(t, test.method+" "+test.path, status, body, 404, `"code":`+test.code)
	}
}

// A route the server lacks is told to the test, not only to the bot.
func TestUnserved(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{})
	status, body := call(t, server, "GET", "/channels/"+server.Channel("general").ID+"/pins", "")
	expect(t, "pins", status, body, 404, "404")
	if v := server.Violations(); len(v) != 1 || v[0].Code != "UNSERVED" {
		t.Errorf("violations %v", v)
	}
}

// What a person sees, all of it on one page.
func TestTranscript(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{})
	bot, general, ada := session(server), server.Channel("general"), server.Person("ada")
	said := ada.Say(general, "@talksbot when?")
	sent, err := bot.ChannelMessageSendComplex(general.ID, &discordgo.MessageSend{
		Content:   "For " + ada.Mention() + "\non **January 12**",
		Reference: &discordgo.MessageReference{MessageID: said.ID},
		Components: []discordgo.MessageComponent{
			discordgo.ActionsRow{Components: []discordgo.MessageComponent{
				discordgo.Button{Label: "Sources", Style: discordgo.SecondaryButton, CustomID: "s", Emoji: &discordgo.ComponentEmoji{Name: "📄"}},
				discordgo.Button{Label: "Article", Style: discordgo.LinkButton, URL: "https://example.org/a"}}},
			discordgo.ActionsRow{Components: []discordgo.MessageComponent{
				discordgo.SelectMenu{CustomID: "m", Placeholder: "Topic", Options: []discordgo.SelectMenuOption{{Label: "NATO", Value: "n"}, {Label: "OSCE", Value: "o"}}}}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := bot.ChannelMessageEdit(general.ID, sent.ID, "On **January 12**"); err != nil {
		t.Fatal(err)
	}
	want := `ada:
    @talksbot when?
talksbot [bot] to ada (edited):
    On **January 12**
    [📄 Sources] [Article -> https://example.org/a]
    [Topic v NATO / OSCE]
`
	if diff := cmp.Diff(want, server.Transcript(general)); diff != "" {
		t.Error(diff)
	}
	noViolations(t, server)
}

func BenchmarkStartAndClose(b *testing.B) {
	for b.Loop() {
		server, err := localdiscord.Start(localdiscord.Options{})
		if err != nil {
			b.Fatal(err)
		}
		server.Close()
	}
}
