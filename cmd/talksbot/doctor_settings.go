package main

import (
	"context"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"

	"talksbot/cmd/talksbot/doctor"
	"talksbot/page"
)

// lookSettings says what is set, and what of it cannot be used, changes nothing or contradicts itself. It never
// says what a variable is set to.
func (e *env) lookSettings(_ context.Context, n *doctor.Notes) {
	e.nameSettings(n)
	for _, wrong := range e.source.wrong {
		n.Broken("checkup.settings.wrong", "Why", wrong.Error())
	}
	e.source.unread(n)
	e.settings.contradictions(n, e.source)
}

// nameSettings names the variables that are set.
func (e *env) nameSettings(n *doctor.Notes) {
	file := "" // says nothing: there is none
	if e.source.file != nil {
		file = ".env"
	}
	var set [][]page.Span
	for _, v := range variables {
		if e.source.value(v.name) != "" {
			set = append(set, []page.Span{{Text: v.name}})
		}
	}
	if len(set) == 0 {
		n.Well("checkup.settings.none", "File", file)
		return
	}
	n.Well("checkup.settings.read", "Names", e.words.List("list.and", set), "File", file)
}

// elsewhere are names that other programs have for what is set here by another.
var elsewhere = []struct{ there, here string }{
	{"OPENAI_API_BASE", "OPENAI_BASE_URL"}, {"OPENAI_API_BASE_URL", "OPENAI_BASE_URL"}, {"OPENAI_BASE", "OPENAI_BASE_URL"},
	{"OPENAI_ENDPOINT", "OPENAI_BASE_URL"}, {"AZURE_OPENAI_ENDPOINT", "OPENAI_BASE_URL"}, {"AZURE_OPENAI_API_KEY", "OPENAI_API_KEY"},
	{"OPENAI_KEY", "OPENAI_API_KEY"}, {"OPENAI_API_MODEL", "OPENAI_MODEL"}, {"OPENAI_MODEL_NAME", "OPENAI_MODEL"},
	{"BOT_TOKEN", "DISCORD_TOKEN"}, {"DISCORD_BOT_TOKEN", "DISCORD_TOKEN"}, {"TOKEN", "DISCORD_TOKEN"},
	{"GUILD_ID", "DISCORD_GUILD_ID"}, {"DATABASE_URL", "DATABASE"}, {"DATABASE_PATH", "DATABASE"},
}

// unread notes what is set and is read by nobody.
func (s source) unread(n *doctor.Notes) {
	told := map[string]bool{}
	for _, e := range elsewhere {
		if s.value(e.there) != "" && s.value(e.here) == "" {
			told[e.there] = true
			n.Doubt("checkup.settings.elsewhere", "Name", e.there, "Here", e.here)
		}
	}
	data, err := os.ReadFile(".env")
	if err != nil {
		return
	}
	for i, line := range strings.Split(string(data), "\n") {
		m := setsName.FindStringSubmatch(line)
		if m == nil || told[m[1]] || isVariable(m[1]) {
			continue
		}
		if _, set := s.file[m[1]]; !set {
			continue
		}
		near := nearestVariable(m[1])
		if len(m[1]) > len(near)+mostExtra && !isWords.MatchString(m[1]) { // it may be a part of a token
			n.Doubt("checkup.settings.unknown-line", "Line", i+1)
			continue
		}
		n.Doubt("checkup.settings.unknown", "Name", m[1], "Near", near)
	}
}

var (
	setsName = regexp.MustCompile(`^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_.]*)\s*[=:]`)
	isWords  = regexp.MustCompile(`^[A-Z]{2,12}(_[A-Z]{2,12})*$`)
)

func isVariable(name string) bool {
	return slices.ContainsFunc(variables, func(v variable) bool { return v.name == name })
}

// mostExtra is how many more letters than a variable a name has at most that stands for it by mistake.
const mostExtra = 3

// closeName is how like a variable's name another is that may stand for it by mistake.
const closeName = 0.7

// nearestVariable returns the variable whose name is closest to another, "" for none that is close.
func nearestVariable(name string) string {
	near, best := "", closeName
	for _, v := range variables {
		if like := likeness(strings.ToUpper(name), v.name); like > best {
			near, best = v.name, like
		}
	}
	return near
}

// What keys of servers and tokens of bots begin with, or look like.
var (
	modelKey = regexp.MustCompile(`^(sk-|gsk_|xai-|hf_|AIza)`)
	botToken = regexp.MustCompile(`^[\w-]{18,}\.[\w-]{6}\.[\w-]{20,}$`)
)

// contradictions notes settings that do not go with one another.
func (s settings) contradictions(n *doctor.Notes, from source) {
	for _, name := range slices.Sorted(maps.Keys(from.file)) {
		if there := strings.TrimSpace(from.getenv(name)); isVariable(name) && there != "" && there != strings.TrimSpace(from.file[name]) && from.file[name] != "" {
			n.Doubt("checkup.settings.both", "Name", name)
		}
	}
	alone := func(name, why string) {
		if from.value(name) != "" {
			n.Doubt(why, "Name", name)
		}
	}
	if s.key == "" && s.baseURL == "" {
		alone("OPENAI_MODEL", "checkup.settings.no-model")
		alone("MODEL_OPINION", "checkup.settings.no-model")
		alone("MODEL_DAILY_TOKENS", "checkup.settings.no-model")
	}
	if s.token == "" {
		alone("DISCORD_GUILD_ID", "checkup.settings.no-bot")
		alone("INTERACTIONS_ADDRESS", "checkup.settings.no-bot")
	}
	switch from.value("INTERACTIONS_ADDRESS") {
	case "":
		alone("DISCORD_PUBLIC_KEY", "checkup.settings.no-endpoint")
	default:
		if from.value("DISCORD_PUBLIC_KEY") == "" {
			n.Broken("checkup.settings.no-public-key")
		}
	}
	if s.serverRate > 0 && s.rate > s.serverRate {
		n.Doubt("checkup.settings.rates", "Person", s.rate, "Server", s.serverRate)
	}
	if botToken.MatchString(s.key) {
		n.Broken("checkup.settings.token-for-key")
	}
	for _, name := range s.keysForModels() {
		n.Broken("checkup.settings.key-for-model", "Name", name)
	}
	if modelKey.MatchString(s.token) {
		n.Broken("checkup.settings.key-for-token")
	}
}

// keysForModels returns the variables that should name a model and hold what looks like a key.
func (s settings) keysForModels() (names []string) {
	for _, model := range []struct{ name, value string }{{"OPENAI_MODEL", s.model}, {"MODEL_OPINION", s.opinion}} {
		if modelKey.MatchString(model.value) || botToken.MatchString(model.value) {
			names = append(names, model.name)
		}
	}
	return names
}
