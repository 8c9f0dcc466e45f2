package command

import (
	"talksbot/bot/discord"
	"talksbot/bot/store"
	"talksbot/page"
)

// A Reply is what the bot has to say to an event. The zero Reply says nothing.
type Reply struct {
	Page    page.Page
	Menu    Menu              // above the buttons
	Form    discord.Form      // to be filled in; then there is nothing else
	Made    *discord.Outgoing // a message that is made already, instead of the page
	Files   []discord.File    // sent with it
	Choices []discord.Choice  // to an event of kind Typing
	Plain   bool              // as text, never laid out
	Private bool              // shown to the asker only, where Discord can
	Replace bool              // to a control: in place of the message it stands on
	Said    *store.Said       // what is remembered of it
	Err     error             // what went wrong, which is logged and not told: then there is no other reply
}

// A Menu is a list under a message to choose one thing from. The choice comes back as an event
// of kind Pressed with the chosen value in [discord.Event.Chosen].
type Menu struct {
	Name    string // of a row of the table of controls
	Arg     string
	Asks    string           // what to choose, shown until something is
	Choices []discord.Choice // at most discord.MaxChoices; none: there is no menu
}

// Say returns the sentence of that name as a reply; see [page.Printer.Say].
func Say(w page.Printer, name string, args ...any) Reply {
	return Reply{Page: w.Page(name, args...)}
}

// Privately is Say for the person alone.
func Privately(w page.Printer, name string, args ...any) Reply {
	return Reply{Page: w.Page(name, args...), Private: true}
}

// Empty reports whether there is nothing to say.
func (r Reply) Empty() bool { return len(r.Page.Parts) == 0 && r.Form.ID == "" && r.Made == nil }
