package main

import (
	"cmp"
	"strings"

	"talksbot/page"
)

// readerOf returns the words of the language that the environment asks for, as gettext reads it: LANGUAGE lists
// languages, the dearest first, unless the locale is that of programs, which is English. The help of the command
// line is in English, as is the frame around it.
func readerOf(getenv func(string) string) page.Printer {
	locale := cmp.Or(getenv("LC_ALL"), getenv("LC_MESSAGES"), getenv("LANG"))
	wanted := strings.Split(getenv("LANGUAGE"), ":")
	if name, _, _ := strings.Cut(locale, "."); name == "C" || name == "POSIX" {
		wanted = nil
	}
	for _, code := range append(wanted, locale) {
		if page.Speaks(code) {
			return page.In(code)
		}
	}
	return page.Printer{}
}
