// Package meta says what an article's source states of it: its title, its outlet, its author, its
// address, when it was published and changed. What a file states in fields comes first, then
// what the text itself has around it.
package meta

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"talksbot/knowledge/article/format"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/timex"
)

// Facts are what is known of an article. The zero value of each is unknown.
type Facts struct {
	ID, Title, Outlet, Author, Address string
	Published, Modified                timex.Moment
	Guessed                            bool // Published may be read in two ways, or is only the name's of the file

	Slashes Order        // how the outlet writes a day in numbers, where Published tells
	Other   calendar.Day // the other day that Published may be
}

// Stated returns what the facts of a document state. A publication that is no date, or an address
// that is none, is an error where it stands under the name that this program documents for it,
// and else unknown.
func Stated(facts []format.Fact) (Facts, error) {
	f := Facts{
		ID:     first(written(facts), "id", notBlank),
		Title:  first(facts, "title", notBlank),
		Outlet: first(facts, "outlet", isName),
		Author: strings.TrimPrefix(first(facts, "author", isName), "By "),
	}
	f.Title = withoutSite(f.Title, f.Outlet)
	var err error
	if f.Address, err = address(facts); err != nil {
		return Facts{}, err
	}
	if err = f.published(facts); err != nil {
		return Facts{}, err
	}
	for _, fact := range named(facts, "modified") {
		if m, _, err := Date(fact.Value); err == nil {
			f.Modified = m
			break
		}
	}
	return f, nil
}

// written returns the facts that somebody wrote about the article. What a page calls itself for
// search engines is the name of a place, and may be that of several pages.
func written(facts []format.Fact) []format.Fact {
	return slices.DeleteFunc(slices.Clone(facts), func(f format.Fact) bool { return f.From != format.Fields })
}

// named returns the facts that have a name of what is stated, the most telling name first.
func named(facts []format.Fact, stated string) []format.Fact {
	fits := slices.DeleteFunc(slices.Clone(facts), func(f format.Fact) bool { return format.Rank(stated, f.Name) < 0 })
	slices.SortStableFunc(fits, func(a, b format.Fact) int {
		return cmp.Compare(format.Rank(stated, a.Name), format.Rank(stated, b.Name))
	})
	return fits
}

// first returns the first value under a name of what is stated that fits, "" for none.
func first(facts []format.Fact, stated string, fits func(string) bool) string {
	for _, f := range named(facts, stated) {
		if value := strings.TrimSpace(f.Value); fits(value) {
			return value
		}
	}
	return ""
}

func notBlank(value string) bool { return value != "" }

// longestName is the longest name of an outlet or an author, in bytes.
const longestName = 120

func isName(value string) bool {
	return value != "" && len(value) <= longestName && !strings.Contains(value, "://") && value != "true" && value != "false"
}

func isAddress(value string) bool {
	return strings.HasPrefix(value, "https://") || strings.HasPrefix(value, "http://")
}

func address(facts []format.Fact) (string, error) {
	for _, f := range named(facts, "address") {
		switch value := strings.TrimSpace(f.Value); {
		case isAddress(value):
			return value, nil
		case f.Name == "url" && f.From == format.Fields && value != "" && !strings.HasPrefix(value, "/"):
			return "", fmt.Errorf(`"url": %q is not a web address: write one that begins with https://`, value)
		}
	}
	for _, f := range named(facts, "outlet") {
		if isAddress(f.Value) && !strings.ContainsAny(f.Value, " ") && format.Key(f.Name) == "source" {
			return f.Value, nil
		}
	}
	return "", nil
}

// published reads when the article was published.
func (f *Facts) published(facts []format.Fact) (problem error) {
	for _, fact := range named(facts, "published") {
		d, err := readDay(fact.Value)
		switch {
		case err == nil && d.Day.Year >= oldest:
			f.Published, f.Guessed, f.Slashes, f.Other = d.Moment, d.isGuess(), d.order, d.other
			if fact.From != format.Fields {
				f.atHome()
			}
			return nil
		case err != nil && fact.Name == "published" && fact.From == format.Fields && !errors.Is(err, errNoDate):
			problem = fmt.Errorf(`"published": %w`, err)
		}
	}
	return problem
}

// atHome takes the day of a page that states its time in that of Greenwich from its address, where
// that has the day before or after: the outlet's own day is the one its words are about.
func (f *Facts) atHome() {
	home := NameDay(f.Address)
	if _, offset := f.zone(); home.IsZero() || !f.Published.HasClock || offset != 0 {
		return
	}
	if days := home.Sub(f.Published.Day); days == -1 || days == 1 {
		f.Published = timex.Moment{Day: home}
	}
}

// zone returns the zone that Published is in.
func (f *Facts) zone() (name string, offset int) {
	if f.Published.Zone == nil {
		return "", 0
	}
	return time.Date(2000, 1, 1, 0, 0, 0, 0, f.Published.Zone).Zone()
}

// withoutSite returns a page's title without the name of the site behind it.
func withoutSite(title, site string) string {
	for _, mark := range []string{" | ", " – ", " — ", " - ", " :: ", " · ", " » "} {
		if at := strings.LastIndex(title, mark); at > 0 {
			if rest := title[at+len(mark):]; site != "" && (strings.EqualFold(rest, site) || strings.Contains(format.Key(rest), format.Key(site))) {
				return title[:at]
			}
		}
	}
	return title
}
