package command

import (
	"cmp"
	"errors"
	"strconv"
	"strings"

	"talksbot/bot/discord"
	"talksbot/page"
)

// A View is a list as one message shows it: what it was asked by, and which page of it. The
// buttons that turn the page carry it, so they need nothing kept and work in any later run.
type View struct {
	Page  int      // the first is 0
	Asked []string // what was asked for, in the order its command knows
	Per   int      // entries on a page, which the command knows as well; 0 is PerPage
}

// PerPage is how many entries of a list a page shows, unless its command says otherwise.
const PerPage = 10

// maxPage bounds the pages there are.
const maxPage = 9999

// fields separate what a view was asked by. A separator within is written with a backslash.
var (
	writeField = strings.NewReplacer(`\`, `\\`, "|", `\p`)
	readField  = strings.NewReplacer(`\\`, `\`, `\p`, "|")
)

// Encode returns the view as what a button carries: "2|NATO|2022-01-10". It is the command's
// business to ask for so little that it fits.
func (v View) Encode() string {
	var b strings.Builder
	b.WriteString(strconv.Itoa(v.Page))
	for _, a := range v.Asked {
		b.WriteString("|" + writeField.Replace(a))
	}
	return b.String()
}

var errNoView = errors.New("not a page of a list")

// DecodeView undoes Encode for a view asked by so many things. Any other text is an error.
func DecodeView(code string, asked int) (View, error) {
	fields := strings.Split(code, "|")
	page, err := strconv.Atoi(fields[0])
	if err != nil || page < 0 || page > maxPage || len(fields) != asked+1 {
		return View{}, errNoView
	}
	v := View{Page: page}
	for _, f := range fields[1:] {
		v.Asked = append(v.Asked, readField.Replace(f))
	}
	if v.Encode() != code {
		return View{}, errNoView
	}
	return v, nil
}

// Within returns the view with a page that a list of so many entries has, and the entries on
// it: from first up to, not including, end. Lists change; where the page is gone it is the last.
func (v View) Within(total int) (within View, first, end int) {
	per := cmp.Or(v.Per, PerPage)
	v.Page = min(max(v.Page, 0), max(v.pages(total)-1, 0), maxPage)
	first = v.Page * per
	return v, first, min(first+per, total)
}

func (v View) pages(total int) int {
	per := cmp.Or(v.Per, PerPage)
	return (total + per - 1) / per
}

// Turns returns the buttons that lead to the pages before and after, where there are any. They
// come back to the row of that name among the controls.
func (v View) Turns(name string, total int, w page.Printer) []page.Button {
	var buttons []page.Button
	turn := func(label string, at int) {
		if at >= 0 && at < min(v.pages(total), maxPage+1) {
			buttons = append(buttons, page.Button{Does: name, Label: label, Arg: View{Page: at, Asked: v.Asked}.Encode()})
		}
	}
	turn(w.Text("button.previous"), v.Page-1)
	turn(w.Text("button.next"), v.Page+1)
	return buttons
}

// Foot returns the line that says where in the list a page is, by the sentence of that name; none
// where there is but one.
func (v View) Foot(total int, name string, w page.Printer) []page.Line {
	if v.pages(total) < 2 {
		return nil
	}
	return []page.Line{{Kind: page.Small, Spans: w.Say(name, "Page", v.Page+1, "Pages", v.pages(total), "N", total)}}
}

// Turned returns a page as the answer to the button that leads to it: in place of the page it
// stands on for the person who asked for the list, beside it and private for anybody else.
func Turned(e discord.Event, page Reply) Reply {
	page.Replace = IsOwn(e)
	page.Private = !page.Replace
	return page
}

// IsOwn reports whether a control stands under an answer to the person who used it.
func IsOwn(e discord.Event) bool {
	return e.Message == nil || e.Message.Asked == nil || e.Message.Asked.User.ID == e.User.ID
}
