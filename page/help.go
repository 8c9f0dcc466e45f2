package page

import (
	"slices"

	"talksbot/knowledge/article"
)

// A Command is one that Help explains.
type Command struct {
	Name, Does string
	OnMessage  bool // used on a message, under Apps
}

// Help explains what this is, how to ask, and every command there is, with things to try.
func Help(articles []*article.Article, commands []Command, w Printer) Page {
	p := introduction(articles, w)
	p.add(line(Plain, w.Say("help.ask")), line(Plain, w.Say("help.buttons")))
	p.add(w.explained(commands)...)
	p.Buttons = Tries(w)
	return p
}

// Hello is the first word in a server: what this is, what it holds, and things to try. Of a channel in
// which the bot lacks permissions it says which.
func Hello(articles []*article.Article, channel string, lacks []string, w Printer) Page {
	p := introduction(articles, w)
	p.add(line(Plain, w.Say("help.ask")), line(Plain, w.Say("hello.help")))
	if len(lacks) > 0 {
		p.Notes = append(p.Notes, line(Small, w.Say("hello.lacks", "Channel", Span{Text: channel, Mark: Channel}, "Missing", Permissions(lacks, w))))
	}
	p.Buttons = Tries(w)
	return p
}

// More says where to learn what else there is.
func More(w Printer) Line { return line(Small, w.Say("help.more")) }

// mostIntroduced is how many articles an introduction names.
const mostIntroduced = 3

// introduction says what this is, and what it holds.
func introduction(articles []*article.Article, w Printer) Page {
	articles = slices.Clone(articles)
	slices.SortStableFunc(articles, newestFirst)
	p := Page{words: w}
	p.add(append([]Line{line(Plain, w.Say("help.what"))}, askInEnglish(w)...)...)
	name := "about.articles"
	if len(articles) > mostIntroduced {
		name = "about.newest"
	}
	lines := []Line{line(Plain, w.Say("about.nothing"))}
	if len(articles) > 0 {
		lines[0] = line(Plain, w.Say(name, "N", len(articles), "Days", daysOf(w, articles)))
	}
	for _, a := range articles[:min(len(articles), mostIntroduced)] {
		lines = append(lines, line(Item, w.Source(a)))
	}
	p.add(lines...)
	return p
}

// TryAsking is the button that asks a question of ours, which its argument names.
const TryAsking = "try"

// tries are the questions to try, by what the button that asks one carries.
var tries = []struct{ arg, name string }{{"about", "try.about"}, {"new", "try.new"}, {"next", "try.next"}, {"said", "try.said"}}

// Tries returns a button for each question that is always worth trying.
func Tries(w Printer) []Button {
	var buttons []Button
	for _, t := range tries {
		buttons = append(buttons, Button{Does: TryAsking, Label: w.Text(t.name), Arg: t.arg})
	}
	return buttons
}

// Tried returns the question that a button carries; "" where there is none. Articles are asked in English.
func Tried(arg string, w Printer) string {
	for _, t := range tries {
		if t.arg == arg {
			return w.Text(t.name)
		}
	}
	return ""
}

// longestStatus is how much Discord shows beside a name.
const longestStatus = 128

// Status says in a few words what there is to ask about.
func Status(articles []*article.Article, w Printer) string {
	switch len(articles) {
	case 0:
		return ""
	case 1:
		return Shorten(w.Text("status.story", "Title", Clean(name(articles[0]))), longestStatus)
	}
	return w.Text("status.articles", "N", len(articles))
}

// everywhere are the commands that there are on Discord and in the terminal.
var everywhere = []string{"check", "dates", "quotes", "digest"}

// commands explains, beside asking, what can be done everywhere.
func (w Printer) commands() []Line {
	var all []Command
	for _, name := range everywhere {
		all = append(all, Command{Name: name, Does: w.Text("command." + name)})
	}
	return w.explained(all)
}

// explained returns a line for each command.
func (w Printer) explained(commands []Command) []Line {
	var lines []Line
	for _, c := range commands {
		if c.OnMessage {
			lines = append(lines, line(Plain, w.Say("help.on-message", "Name", own(c.Name), "Does", own(c.Does))))
			continue
		}
		lines = append(lines, line(Plain, w.Say("help.command", "Command", Span{Text: c.Name, Mark: CommandName}, "Does", own(c.Does))))
	}
	return lines
}
