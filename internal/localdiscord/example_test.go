package localdiscord_test

import (
	"context"
	"fmt"
	"time"

	"github.com/bwmarrin/discordgo"

	"talksbot/internal/localdiscord"
	"talksbot/internal/localdiscord/wire"
)

// A question and its answer, as a person reads them. The bot here answers when it is told to; one that is connected
// hears of the command by the gateway.
func Example() {
	server, err := localdiscord.Start(localdiscord.Options{})
	if err != nil {
		panic(err)
	}
	defer server.Close()

	bot, _ := discordgo.New("Bot " + server.Token())
	bot.Client = server.Client()
	bot.ApplicationCommandBulkOverwrite(server.Bot().ID, "", []*discordgo.ApplicationCommand{{
		Name: "ask", Description: "Ask about the talks", Options: []*discordgo.ApplicationCommandOption{{
			Type: discordgo.ApplicationCommandOptionString, Name: "question", Description: "Your question", Required: true}}}})

	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	general, ada := server.Channel("general"), server.Person("ada")
	asked, err := ada.Run(general, "ask", localdiscord.Option{Name: "question", Value: "When does it meet?"})
	if err != nil {
		panic(err)
	}
	command := &discordgo.Interaction{AppID: server.Bot().ID, ID: asked.ID, Token: asked.Token}
	bot.InteractionRespond(command, &discordgo.InteractionResponse{Type: discordgo.InteractionResponseDeferredChannelMessageWithSource})
	text := "On **January 12**. [1]"
	bot.InteractionResponseEdit(command, &discordgo.WebhookEdit{Content: &text})
	if _, err := asked.Wait(ctx); err != nil {
		panic(err)
	}
	fmt.Print(server.Transcript(general))
	fmt.Println("violations:", len(server.Violations()))
	// Output:
	// ada used /ask question: When does it meet?
	// talksbot [bot]:
	//     On **January 12**. [1]
	// violations: 0
}

// Faults are armed for so many requests and then over. Here the first two posts of a message fail with 502, which
// the bot's library retries by itself.
func ExampleServer_Fail() {
	server, err := localdiscord.Start(localdiscord.Options{})
	if err != nil {
		panic(err)
	}
	defer server.Close()
	server.Fail(wire.Fault{Method: "POST", Path: "/channels/*/messages", Times: 2, With: wire.BadGateway()})

	bot, _ := discordgo.New("Bot " + server.Token())
	bot.Client = server.Client()
	general := server.Channel("general")
	bot.ChannelMessageSend(general.ID, "Good morning")
	for _, r := range server.Requests() {
		fmt.Println(r.Method, r.Status)
	}
	fmt.Print(server.Transcript(general))
	// Output:
	// POST 502
	// POST 502
	// POST 200
	// talksbot [bot]:
	//     Good morning
}
