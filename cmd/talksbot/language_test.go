package main

import (
	"testing"

	"talksbot/page"
)

func TestSpoken(t *testing.T) {
	for _, c := range []struct {
		env  map[string]string
		want string
	}{
		{nil, "en"},
		{map[string]string{"LANG": "de_DE.UTF-8"}, "de"},
		{map[string]string{"LANG": "de_DE.UTF-8", "LC_MESSAGES": "fr_CA"}, "fr"},
		{map[string]string{"LANG": "de_DE.UTF-8", "LC_MESSAGES": "fr_CA", "LC_ALL": "pl_PL"}, "pl"},
		{map[string]string{"LANG": "de_DE.UTF-8", "LC_ALL": "C.UTF-8"}, "en"},
		{map[string]string{"LANG": "de_DE.UTF-8", "LANGUAGE": "uk:ru"}, "uk"},
		{map[string]string{"LANG": "de_DE.UTF-8", "LANGUAGE": "it:es_MX:de"}, "es"},
		{map[string]string{"LANG": "de_DE.UTF-8", "LANGUAGE": "en_GB:de"}, "en"},
		{map[string]string{"LANG": "POSIX", "LANGUAGE": "de"}, "en"},
		{map[string]string{"LANGUAGE": "pt_BR"}, "pt-BR"},
		{map[string]string{"LANG": "it_IT"}, "en"},
	} {
		if got := page.LanguageOf(readerOf(func(name string) string { return c.env[name] })); got != c.want {
			t.Errorf("%v is %s, want %s", c.env, got, c.want)
		}
	}
}
