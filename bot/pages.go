package bot

import (
	"cmp"
	"errors"
	"strconv"
	"strings"

	"talksbot/page"
)

// A view is a list as one message shows it: what it was asked by, and which page of it. The
// buttons that turn the page carry it, so they need nothing kept and work in any later run.
type view struct {
	page  int      // the first is 0
	asked []string // what was asked for, in the order its command knows
	per   int      // entries on a page, which the command knows as well; 0 is perPage
}

// perPage is how many entries of a list a page shows, unless its command says otherwise.
const perPage = 10

// maxPage bounds the pages there are.
const maxPage = 9999

// fields separate what a view was asked by. A separator within is written with a backslash.
var (
	writeField = strings.NewReplacer(`\`, `\\`, "|", `\p`)
	readField  = strings.NewReplacer(`\\`, `\`, `\p`, "|")
)

// encode returns the view as what a button carries: "2|NATO|2022-01-10". It is the command's
// business to ask for so little that it fits (see option.longest).
func (v view) encode() string {
	var b strings.Builder
	b.WriteString(strconv.Itoa(v.page))
	for _, a := range v.asked {
		b.WriteString("|" + writeField.Replace(a))
	}
	return b.String()
}

var errNoView = errors.New("not a page of a list")

// decodeView undoes encode for a view asked by so many things. Any other text is an error.
func decodeView(code string, asked int) (view, error) {
	fields := strings.Split(code, "|")
	page, err := strconv.Atoi(fields[0])
	if err != nil || page < 0 || page > maxPage || len(fields) != asked+1 {
		return view{}, errNoView
	}
	v := view{page: page}
	for _, f := range fields[1:] {
		v.asked = append(v.asked, readField.Replace(f))
	}
	if v.encode() != code {
		return view{}, errNoView
	}
	return v, nil
}

// within returns the view with a page that a list of so many entries has, and the entries on
// it: from first up to, not including, end. Lists change; where the page is gone it is the last.
func (v view) within(total int) (within view, first, end int) {
	per := cmp.Or(v.per, perPage)
	v.page = min(max(v.page, 0), max(v.pages(total)-1, 0), maxPage)
	first = v.page * per
	return v, first, min(first+per, total)
}

func (v view) pages(total int) int {
	per := cmp.Or(v.per, perPage)
	return (total + per - 1) / per
}

// turns returns the buttons that lead to the pages before and after, where there are any. They
// come back to the row of that name among the controls.
func (v view) turns(name string, total int, w page.Printer) []page.Button {
	var buttons []page.Button
	turn := func(label string, at int) {
		if at >= 0 && at < min(v.pages(total), maxPage+1) {
			buttons = append(buttons, page.Button{Does: name, Label: label, Arg: view{page: at, asked: v.asked}.encode()})
		}
	}
	turn(w.Text("button.previous"), v.page-1)
	turn(w.Text("button.next"), v.page+1)
	return buttons
}

// foot returns the line that says where in the list a page is, by the sentence of that name; none
// where there is but one.
func (v view) foot(total int, name string, w page.Printer) []page.Line {
	if v.pages(total) < 2 {
		return nil
	}
	return []page.Line{{Kind: page.Small, Spans: w.Say(name, "Page", v.page+1, "Pages", v.pages(total), "N", total)}}
}

// turned returns a page as the answer to the button that leads to it: in place of the page it
// stands on for the person who asked for the list, beside it and private for anybody else.
func turned(e event, page reply) reply {
	if e.Message == nil || e.Message.Asked == nil || e.Message.Asked.User.ID == e.User.ID {
		page.replace = true
	} else {
		page.private = true
	}
	return page
}
