package main

import (
	"crypto/ed25519"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/joho/godotenv"

	"talksbot/bot/discord"
	"talksbot/bot/library"
)

// settings are what the environment, or a .env file in the working folder, says. A
// variable set in both is taken from the environment.
type settings struct {
	token       string // DISCORD_TOKEN
	guild       string // DISCORD_GUILD_ID
	database    string // DATABASE
	articles    []string
	alone       bool   // they were given with --articles, and are all there are
	strict      bool   // what cannot be read is an error, in folders too
	key         string // OPENAI_API_KEY
	baseURL     string // OPENAI_BASE_URL
	model       string // OPENAI_MODEL
	opinion     string // MODEL_OPINION: the model that reads answers a second time; "": the same
	noOpinion   bool   // MODEL_OPINION=off
	timeout     time.Duration
	dailyTokens int            // 0: no limit
	evidence    int            // tokens of articles with a question; 0: as ask.Asker has it
	rate        int            // questions a minute and person
	serverRate  int            // questions a minute and server
	limits      library.Limits // of what a server may add
	logLevel    slog.Level
	plain       bool // NO_COLOR
	noEncoder   bool // ENCODER=off

	interactions string            // INTERACTIONS_ADDRESS: where Discord posts them; "": nowhere
	publicKey    ed25519.PublicKey // DISCORD_PUBLIC_KEY
}

// A variable is one setting of the environment: its name, and how it is read. Empty
// values are not read.
type variable struct {
	name string
	read func(s *settings, value string) error
}

var variables = []variable{
	{"DISCORD_TOKEN", func(s *settings, v string) error { s.token = v; return nil }},
	{"DISCORD_GUILD_ID", readGuild},
	{"DISCORD_PUBLIC_KEY", readPublicKey},
	{"INTERACTIONS_ADDRESS", readInteractions},
	{"DATABASE", func(s *settings, v string) error { s.database = v; return nil }},
	{"ARTICLES", func(s *settings, v string) error { s.articles = filepath.SplitList(v); return nil }},
	{"OPENAI_API_KEY", func(s *settings, v string) error { s.key = v; return nil }},
	{"OPENAI_BASE_URL", func(s *settings, v string) error { s.baseURL = v; return nil }},
	{"OPENAI_MODEL", func(s *settings, v string) error { s.model = v; return nil }},
	{"MODEL_OPINION", readOpinion},
	{"MODEL_TIMEOUT", readTimeout},
	{"MODEL_ARTICLE_TOKENS", func(s *settings, v string) error { return positive(&s.evidence, v) }},
	{"MODEL_DAILY_TOKENS", func(s *settings, v string) error { return positive(&s.dailyTokens, v) }},
	{"QUESTIONS_PER_MINUTE", func(s *settings, v string) error { return positive(&s.rate, v) }},
	{"SERVER_ARTICLES", func(s *settings, v string) error { return positive(&s.limits.Articles, v) }},
	{"SERVER_FEEDS", func(s *settings, v string) error { return positive(&s.limits.Feeds, v) }},
	{"SERVER_ADDS_PER_HOUR", func(s *settings, v string) error { return positive(&s.limits.Adds, v) }},
	{"SERVER_QUESTIONS_PER_MINUTE", func(s *settings, v string) error { return positive(&s.serverRate, v) }},
	{"LOG_LEVEL", readLogLevel},
	{"ENCODER", readEncoder},
	{"NO_COLOR", func(s *settings, _ string) error { s.plain = true; return nil }},
}

// A source is where settings are read from, and what was found there.
type source struct {
	getenv func(string) string
	file   map[string]string // what .env sets, nil where there is none
	wrong  []error           // what cannot be used, in the order of variables
}

// value returns what a variable is set to, "" where it is not.
func (s source) value(name string) string {
	if value := strings.TrimSpace(s.getenv(name)); value != "" {
		return value
	}
	return strings.TrimSpace(s.file[name])
}

// readSettings reads the variables, a .env file's where getenv has none. What is wrong with one keeps none of
// the others from being read.
func readSettings(getenv func(string) string) (settings, source) {
	from := source{getenv: getenv}
	var err error
	if from.file, err = godotenv.Read(); err != nil {
		from.file = nil
		if !errors.Is(err, fs.ErrNotExist) {
			from.wrong = append(from.wrong, fmt.Errorf("reading .env: %s", envProblem()))
		}
	}
	s := settings{database: "talksbot.db"}
	for _, v := range variables {
		value := from.value(v.name)
		if value == "" {
			continue
		}
		if err := v.read(&s, value); err != nil {
			from.wrong = append(from.wrong, fmt.Errorf("%s: %w", v.name, err))
		}
	}
	return s, from
}

// envLine is what a line of a .env file may be.
var envLine = regexp.MustCompile(`^\s*(#.*|(export\s+)?[A-Za-z_][A-Za-z0-9_.]*\s*[=:].*)?$`)

// envProblem says what is wrong with .env without quoting it: what could not be read may
// be a token.
func envProblem() string {
	data, err := os.ReadFile(".env")
	if err != nil {
		return "it is no file that can be read"
	}
	for i, line := range strings.Split(string(data), "\n") {
		if !envLine.MatchString(strings.TrimSuffix(line, "\r")) {
			return fmt.Sprintf("line %d is not of the form NAME=value", i+1)
		}
	}
	return "a quotation mark that opens is not closed"
}

func readGuild(s *settings, v string) error {
	if _, err := strconv.ParseUint(v, 10, 64); err != nil {
		return errors.New("a server's ID is a number: with Discord's developer mode on, right-click the server and copy it")
	}
	s.guild = v
	return nil
}

func readPublicKey(s *settings, v string) (err error) {
	s.publicKey, err = discord.ParseKey(v)
	return err
}

func readInteractions(s *settings, v string) error {
	if _, _, err := net.SplitHostPort(v); err != nil {
		return fmt.Errorf("%s is no address: write HOST:PORT, such as 127.0.0.1:8081", quoted(v))
	}
	s.interactions = v
	return nil
}

func readTimeout(s *settings, v string) (err error) {
	if s.timeout, err = time.ParseDuration(v); err != nil || s.timeout <= 0 {
		return fmt.Errorf("%s is no length of time: write 20s or 1m", quoted(v))
	}
	return nil
}

func readOpinion(s *settings, v string) error {
	switch strings.ToLower(v) {
	case "on":
	case "off":
		s.noOpinion = true
	default:
		s.opinion = v
	}
	return nil
}

func readLogLevel(s *settings, v string) error {
	if err := s.logLevel.UnmarshalText([]byte(v)); err != nil {
		return fmt.Errorf("%s is no level: write debug, info, warn or error", quoted(v))
	}
	return nil
}

func readEncoder(s *settings, v string) error {
	s.noEncoder = strings.EqualFold(v, "off")
	if !s.noEncoder && !strings.EqualFold(v, "on") {
		return fmt.Errorf("%s is neither on nor off", quoted(v))
	}
	return nil
}

func positive(n *int, v string) (err error) {
	if *n, err = strconv.Atoi(v); err != nil || *n <= 0 {
		return fmt.Errorf("%s is not a whole number above zero", quoted(v))
	}
	return nil
}

// longestQuoted is how long a value is, in bytes, that is repeated where it cannot be used. A longer one may
// be a key or a token in the wrong place.
const longestQuoted = 15

// quoted returns a value as an error may show it.
func quoted(v string) string {
	if len(v) > longestQuoted {
		return "what it is set to"
	}
	return strconv.Quote(v)
}
