package localdiscord_test

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
	"go.uber.org/goleak"

	"talksbot/internal/inmemory"
	"talksbot/internal/localdiscord"
	"talksbot/internal/localdiscord/openapitest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// start opens a server that also checks requests against Discord's description, where that is at hand.
func start(t *testing.T, opts localdiscord.Options) *localdiscord.Server {
	t.Helper()
	check, err := openapitest.Load("../../../shared/discord/openapi.json")
	if err != nil {
		t.Fatal(err)
	}
	opts.Check = check
	server, err := localdiscord.Start(opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	return server
}

// bubble runs a test in which time passes when nothing else can happen: the bot's library sleeps a second before it
// closes a connection. There was no Discord in the year 2000, when bubbles begin.
func bubble(t *testing.T, test func(t *testing.T)) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		time.Sleep(time.Until(time.Date(2022, 1, 10, 9, 0, 0, 0, time.UTC)))
		test(t)
	})
}

// connect opens a real session on a server without sockets, for a test in a bubble.
func connect(t *testing.T, setUp func(*discordgo.Session)) (*localdiscord.Server, *discordgo.Session) {
	t.Helper()
	network := inmemory.New()
	server := start(t, localdiscord.Options{Memory: network})
	bot := session(server)
	bot.Dialer = &websocket.Dialer{NetDialContext: network.Dial}
	setUp(bot)
	if err := bot.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { part(bot, server) })
	synctest.Wait() // until its heart beats: were the connection broken before that, it would reconnect for ever
	return server, bot
}

// part ends a session by ending its server, and waits out the second that its library then sleeps. Were the session
// closed first, it would sleep with a lock held for which another goroutine waits, and no time would pass in a bubble.
func part(bot *discordgo.Session, server *localdiscord.Server) {
	synctest.Wait()
	bot.Lock()
	bot.ShouldReconnectOnError = false
	bot.Unlock()
	server.Close()
	time.Sleep(2 * time.Second)
}

// receive takes what a handler heard, and fails rather than hangs.
func receive[T any](t *testing.T, heard <-chan T) (v T) {
	t.Helper()
	select {
	case v = <-heard:
	case <-soon(t).Done():
		t.Fatal("the bot heard nothing")
	}
	return v
}

func session(server *localdiscord.Server) *discordgo.Session {
	bot, _ := discordgo.New("Bot " + server.Token())
	bot.Client = server.Client()
	bot.Identify.Intents = discordgo.IntentsGuilds | discordgo.IntentsGuildMessages | discordgo.IntentsDirectMessages
	return bot
}

func soon(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
	t.Cleanup(cancel)
	return ctx
}

func noViolations(t *testing.T, server *localdiscord.Server) {
	t.Helper()
	for _, v := range server.Violations() {
		t.Error(v)
	}
}

var askCommand = &discordgo.ApplicationCommand{Name: "ask", Description: "Ask", Options: []*discordgo.ApplicationCommandOption{
	{Type: discordgo.ApplicationCommandOptionString, Name: "question", Description: "What to ask", Required: true},
	{Type: discordgo.ApplicationCommandOptionBoolean, Name: "private", Description: "Only you see the answer"},
}}

func TestSlashCommandDeferredThenEdited(t *testing.T) { bubble(t, testSlashCommand) }

func testSlashCommand(t *testing.T) {
	server, bot := connect(t, func(bot *discordgo.Session) {
		bot.AddHandler(func(bot *discordgo.Session, i *discordgo.InteractionCreate) {
			if i.Type == discordgo.InteractionMessageComponent {
				bot.InteractionRespond(i.Interaction, &discordgo.InteractionResponse{
					Type: discordgo.InteractionResponseChannelMessageWithSource,
					Data: &discordgo.InteractionResponseData{Content: "the source", Flags: discordgo.MessageFlagsEphemeral}})
				return
			}
			bot.InteractionRespond(i.Interaction, &discordgo.InteractionResponse{Type: discordgo.InteractionResponseDeferredChannelMessageWithSource})
			text := "You asked " + i.ApplicationCommandData().GetOption("question").StringValue()
			bot.InteractionResponseEdit(i.Interaction, &discordgo.WebhookEdit{Content: &text, Components: &[]discordgo.MessageComponent{
				discordgo.ActionsRow{Components: []discordgo.MessageComponent{discordgo.Button{Label: "Sources", CustomID: "sources:1", Style: discordgo.SecondaryButton}}}}})
		})
	})
	if _, err := bot.ApplicationCommandBulkOverwrite(server.Bot().ID, "", []*discordgo.ApplicationCommand{askCommand}); err != nil {
		t.Fatal(err)
	}
	general, ada := server.Channel("general"), server.Person("ada")
	asked, err := ada.Run(general, "ask", localdiscord.Option{Name: "question", Value: "when?"})
	if err != nil {
		t.Fatal(err)
	}
	answer, err := asked.Wait(soon(t))
	if err != nil {
		t.Fatal(err)
	}
	pressed, err := ada.Press(answer, "Sources")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := pressed.Wait(soon(t)); err != nil {
		t.Fatal(err)
	}
	want := `ada used /ask question: when?
talksbot [bot]:
    You asked when?
    [Sources]
ada pressed [Sources]
talksbot [bot] (only ada sees this):
    the source
`
	if got := server.Transcript(general); got != want {
		t.Errorf("transcript:\n%s\nwant:\n%s", got, want)
	}
	if got := server.Person("bob").Transcript(general); strings.Contains(got, "the source") {
		t.Errorf("bob sees what only ada should:\n%s", got)
	}
	noViolations(t, server)
}

func TestMessages(t *testing.T) { bubble(t, testMessages) }

func testMessages(t *testing.T) {
	heard := make(chan *discordgo.MessageCreate, 16)
	server, _ := connect(t, func(bot *discordgo.Session) {
		bot.AddHandler(func(bot *discordgo.Session, m *discordgo.MessageCreate) {
			if m.Author.ID == bot.State.User.ID {
				return
			}
			heard <- m
			if m.Content != "" {
				bot.ChannelTyping(m.ChannelID)
				bot.ChannelMessageSendComplex(m.ChannelID, &discordgo.MessageSend{Content: "heard", Reference: m.Reference(),
					AllowedMentions: &discordgo.MessageAllowedMentions{Parse: []discordgo.AllowedMentionType{}}})
			}
		})
	})
	general, ada := server.Channel("general"), server.Person("ada")
	thread := server.Thread(general, "talks")
	ada.Say(general, "a secret")
	if m := receive(t, heard); m.Content != "" || m.GuildID != server.Guild().ID || m.Member == nil {
		t.Errorf("a message that does not concern the bot came as %q", m.Content)
	}
	said := ada.Say(thread, "@talksbot when?")
	if m := receive(t, heard); m.Content != server.Mention()+" when?" || len(m.Mentions) != 1 {
		t.Errorf("a mention came as %q", m.Content)
	}
	reply, err := ada.WaitReply(soon(t), said)
	if err != nil {
		t.Fatal(err)
	}
	if len(reply.Mentions) != 0 || reply.Reference.MessageID != said.ID {
		t.Errorf("the reply pings %v and refers to %v", reply.Mentions, reply.Reference)
	}
	ada.Reply(reply, "and NATO?")
	if m := receive(t, heard); m.Content != "and NATO?" || m.ReferencedMessage == nil || m.ReferencedMessage.Content != "heard" {
		t.Errorf("a reply to the bot came as %q", m.Content)
	}
	ada.ReplyQuietly(reply, "quiet")
	if m := receive(t, heard); m.Content != "" {
		t.Errorf("a reply without a ping came as %q", m.Content)
	}
	said = ada.Say(ada.DM(), "hello")
	if m := receive(t, heard); m.Content != "hello" || m.GuildID != "" {
		t.Errorf("a direct message came as %q in guild %q", m.Content, m.GuildID)
	}
	if _, err := ada.WaitReply(soon(t), said); err != nil {
		t.Fatal(err)
	}
	typed := 0
	for _, r := range server.Requests() {
		if r.Path == "/channels/"+ada.DM().ID+"/typing" {
			typed++
		}
	}
	if err := server.WaitTyping(soon(t), ada.DM(), 1); err != nil || typed != 1 {
		t.Errorf("typing seen %d times, %v", typed, err)
	}
	noViolations(t, server)
}
