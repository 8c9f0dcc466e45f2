package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"talksbot/page"
)

// A commandLine is every command and flag there is. Settings that are secret or belong to
// a place rather than to one call come from the environment; see settings.
type commandLine struct {
	Articles []string         `sep:"none" placeholder:"PATH" help:"${articles}"`
	Strict   bool             `help:"${strict}"`
	Version  kong.VersionFlag `help:"${version_flag}"`

	Serve    serveCmd    `cmd:"" default:"1" hidden:"" help:"${serve}"`
	Ask      askCmd      `cmd:"" help:"${ask}"`
	Search   searchCmd   `cmd:"" help:"${search}"`
	Check    checkCmd    `cmd:"" help:"${check}"`
	Dates    datesCmd    `cmd:"" help:"${dates}"`
	Quotes   quotesCmd   `cmd:"" help:"${quotes}"`
	Digest   digestCmd   `cmd:"" help:"${digest}"`
	News     newsCmd     `cmd:"" help:"${news}"`
	Annotate annotateCmd `cmd:"" help:"${annotate}"`
	Held     heldCmd     `cmd:"" name:"articles" help:"${held}"`
	Add      addCmd      `cmd:"" help:"${add}"`
	Remove   removeCmd   `cmd:"" help:"${remove}"`
	Feeds    feedsCmd    `cmd:"" help:"${feeds}"`
	Eval     evalCmd     `cmd:"" help:"${eval}"`
	Doctor   doctorCmd   `cmd:"" help:"${doctor}"`
	Gaps     gapsCmd     `cmd:"" help:"${gaps}"`
	Settings chosenCmd   `cmd:"" help:"${chosen}"`
	Licences licencesCmd `cmd:"" help:"${licences}"`
}

// run is the program: args without its name, and everything it reads or writes.
func run(ctx context.Context, args []string, getenv func(string) string, stdin io.Reader, stdout, stderr io.Writer) error {
	return (&env{ctx: ctx, stdin: stdin, stdout: stdout, stderr: stderr}).run(args, getenv)
}

func (e *env) run(args []string, getenv func(string) string) error {
	var line commandLine
	e.words = readerOf(getenv)
	exited := false // kong has printed what was asked for: help, the version
	parser, err := kong.New(&line, kong.Name("talksbot"), kong.Description((page.Printer{}).Text("cli.talksbot")),
		kong.Writers(e.stdout, e.stderr), kong.Exit(func(int) { exited = true }),
		helpTexts(), kong.ConfigureHelp(kong.HelpOptions{Compact: true}))
	if err != nil {
		return err
	}
	command, err := parser.Parse(args)
	if exited {
		return nil
	}
	if err != nil {
		return misread(err)
	}
	if e.settings, e.source = readSettings(getenv); len(e.source.wrong) > 0 && command.Command() != "doctor" {
		return usageError{e.source.wrong[0]}
	}
	if slices.Contains(line.Articles, "") {
		return usageError{errors.New("--articles: write the folder or file after it")}
	}
	if len(line.Articles) > 0 {
		e.settings.articles, e.settings.alone = line.Articles, true
	}
	e.settings.strict = line.Strict
	if slices.Contains(e.settings.articles, "-") && line.reads(command.Command(), e.settings) {
		return usageError{errors.New("--articles -: standard input is what this command reads already: put the articles into a file")}
	}
	if command.Command() != "serve" && getenv("GOGC") == "" {
		defer debug.SetGCPercent(debug.SetGCPercent(onceGC))
	}
	if command.Command() == "serve" && e.settings.token != "" {
		return command.Run(e) // which takes its time to end
	}
	return e.untilStopped(func() error { return command.Run(e) })
}

// reads reports whether a command reads standard input.
func (line *commandLine) reads(command string, s settings) bool {
	return command == "annotate" || command == "serve" && s.token == "" || line.Eval.File == "-" || line.Ask.JSONL || line.Search.JSONL || line.Check.JSONL
}

// onceGC is how much the memory of a command that answers and ends may grow before it is
// collected, in percent: what it reads it holds to its end, and looking through that more often
// takes a fifth of its time.
const onceGC = 200

// misread returns what to tell of a command line that cannot be read.
func misread(err error) error {
	if flag := valueless.FindStringSubmatch(err.Error()); flag != nil {
		return usageError{fmt.Errorf("%s: write its value after it", flag[1])}
	}
	return usageError{fmt.Errorf("%w (talksbot --help lists the commands)", err)}
}

// valueless is what kong says of a flag that a value should follow.
var valueless = regexp.MustCompile(`^(--\w+): expected \w+ value but got `)

// helpTexts are what the help tags of commands and flags stand for, and the version.
func helpTexts() kong.Vars {
	texts := kong.Vars{"version": version()}
	for _, name := range page.Names() {
		if tag, ok := strings.CutPrefix(name, "cli."); ok {
			texts[strings.ReplaceAll(tag, "-", "_")] = (page.Printer{}).Text(name)
		}
	}
	return texts
}
