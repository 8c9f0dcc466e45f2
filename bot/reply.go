package bot

import "talksbot/page"

// A reply is what the bot has to say to an event. The zero reply says nothing.
type reply struct {
	page    page.Page
	menu    menu     // above the buttons
	files   []file   // sent with it
	choices []choice // to an event of kind Typing
	private bool     // shown to the asker only, where Discord can
	replace bool     // to a control: in place of the message it stands on
	said    *said    // what is remembered of it
}

// A menu is a list under a message to choose one thing from. The choice comes back as an event
// of kind Pressed with the chosen value in event.Chosen.
type menu struct {
	name    string // of a row of the table of controls
	arg     string
	asks    string   // what to choose, shown until something is
	choices []choice // at most maxChoices; none: there is no menu
}

// say returns the sentence of that name as a reply; see [page.Printer.Say].
func say(w page.Printer, name string, args ...any) reply {
	return reply{page: w.Page(name, args...)}
}

// privately is say for the person alone.
func privately(w page.Printer, name string, args ...any) reply {
	return reply{page: w.Page(name, args...), private: true}
}

// empty reports whether there is nothing to say.
func (r reply) empty() bool { return len(r.page.Parts) == 0 }
