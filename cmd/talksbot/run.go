package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"runtime/debug"
	"slices"
	"time"

	"github.com/alecthomas/kong"

	"talksbot/page"
)

// A commandLine is every command and flag there is. Settings that are secret or belong to
// a place rather than to one call come from the environment; see settings.
type commandLine struct {
	Articles []string         `sep:"none" placeholder:"PATH" help:"Answer from this folder, file or .jsonl instead of the article that ships with talksbot. May be given more than once."`
	Version  kong.VersionFlag `help:"Print the version and exit."`

	Serve    serveCmd    `cmd:"" default:"1" hidden:"" help:"Run the Discord bot, or chat here where DISCORD_TOKEN is not set."`
	Ask      askCmd      `cmd:"" help:"Answer a question."`
	Search   searchCmd   `cmd:"" help:"List the passages that fit a question, best first."`
	Check    checkCmd    `cmd:"" help:"Say whether the articles support a claim."`
	Dates    datesCmd    `cmd:"" help:"Say when what is, as the articles state it."`
	Quotes   quotesCmd   `cmd:"" help:"Say who said what, word for word."`
	Digest   digestCmd   `cmd:"" help:"Write today's digest: what is new, what is ahead, who said what."`
	Annotate annotateCmd `cmd:"" help:"Read articles as JSON lines, write their sentences, dates and quotations."`
}

const description = `Answers questions from the articles it holds, each sentence with its source. ` +
	`Without a command it runs the Discord bot (DISCORD_TOKEN set) or chats in this terminal.`

// A usageError is a mistake in how talksbot was called or in a line of its input.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// exitCode returns the status a failed run ends with: 2 for a usageError, else 1.
func exitCode(err error) int {
	if _, ok := errors.AsType[usageError](err); ok {
		return 2
	}
	return 1
}

// run is the program: args without its name, and everything it reads or writes.
func run(ctx context.Context, args []string, getenv func(string) string, stdin io.Reader, stdout, stderr io.Writer) error {
	var line commandLine
	exited := false // kong has printed what was asked for: help, the version
	parser, err := kong.New(&line, kong.Name("talksbot"), kong.Description(description),
		kong.Writers(stdout, stderr), kong.Exit(func(int) { exited = true }),
		kong.Vars{"version": version()}, kong.ConfigureHelp(kong.HelpOptions{Compact: true}))
	if err != nil {
		return err
	}
	command, err := parser.Parse(args)
	if exited {
		return nil
	}
	if err != nil {
		return usageError{fmt.Errorf("%w (talksbot --help lists the commands)", err)}
	}
	set, err := readSettings(getenv)
	if err != nil {
		return err
	}
	if slices.Contains(line.Articles, "") {
		return usageError{errors.New("--articles: write the folder or file after it")}
	}
	if len(line.Articles) > 0 {
		set.articles = line.Articles
	}
	return command.Run(&env{ctx: ctx, settings: set, stdin: stdin, stdout: stdout, stderr: stderr})
}

// An env is what a command runs in.
type env struct {
	ctx            context.Context
	settings       settings
	stdin          io.Reader
	stdout, stderr io.Writer
	words          page.Printer
	network        http.RoundTripper // to Discord; nil is the network
	now            func() time.Time  // nil: time.Now
}

// version returns the version of this build: its module version, or its commit.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return s.Value[:12]
		}
	}
	return "development build"
}
