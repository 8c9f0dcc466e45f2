package main

import (
	"context"
	"fmt"
	"slices"
	"time"

	"talksbot/bot/discord"
	"talksbot/cmd/talksbot/doctor"
	"talksbot/internal/database"
	"talksbot/knowledge/calendar"
	"talksbot/page"
)

// A doctorCmd says what would go wrong with the settings as they are.
type doctorCmd struct {
	JSON bool `name:"json" help:"${json}"`
}

// How long everything may take beside the language model, and that, whatever MODEL_TIMEOUT says.
const (
	longestCheckup = 30 * time.Second
	longestTrial   = 2 * time.Minute
)

// lastSecond is what a check has left to say that the model took too long.
const lastSecond = time.Second

// patience returns how long the checks may take: as long as the model, and longer where that is short.
func (s settings) patience() time.Duration {
	return max(longestCheckup, min(s.timeout, longestTrial)+lastSecond)
}

func (c *doctorCmd) Run(e *env) error {
	words := e.words
	if c.JSON {
		words = forPrograms
	}
	findings := doctor.Examine(e.ctx, e.checks(), e.settings.patience(), words)
	if e.ctx.Err() != nil {
		return errStopped
	}
	if err := (output{JSON: c.JSON}).write(e, newCheckup(findings), page.Checkup(findings, words)); err != nil {
		return err
	}
	broken := 0
	for _, f := range findings {
		if f.Health == page.Broken {
			broken++
		}
	}
	if broken > 0 {
		return fmt.Errorf("broken: %d (see above)", broken)
	}
	return nil
}

// checks are those of what is set up, in the order in which they are read.
func (e *env) checks() []doctor.Check {
	return []doctor.Check{
		{About: "settings", Look: e.lookSettings},
		{About: "clock", Look: e.lookClock},
		{About: "articles", Look: e.lookArticles},
		{About: "encoder", Look: func(ctx context.Context, n *doctor.Notes) { doctor.Encoder(ctx, n, e.settings.noEncoder) }},
		{About: "model", Look: e.lookModel},
		{About: "model", Look: e.lookOpinion},
		{About: "discord", Look: e.lookDiscord},
		{About: "database", Look: e.lookDatabase},
	}
}

func (e *env) lookClock(_ context.Context, n *doctor.Notes) {
	now := e.clock()
	n.Well("checkup.clock.now", "Day", calendar.Days{From: calendar.DayOf(now)}.Plain(), "Time", now.Format("15:04 MST (-07:00)"))
}

func (e *env) lookArticles(_ context.Context, n *doctor.Notes) {
	held, err := e.load()
	doctor.Articles(n, held, err, e.clock())
}

func (e *env) lookModel(ctx context.Context, n *doctor.Notes) {
	if !e.hasModel() {
		n.Well("checkup.model.none")
		return
	}
	if len(e.settings.keysForModels()) > 0 { // which nobody is to be sent
		return
	}
	doctor.Model(ctx, n, e.modelServer(nil), longestTrial)
}

// lookOpinion looks at the model that reads answers a second time, where it is another.
func (e *env) lookOpinion(ctx context.Context, n *doctor.Notes) {
	if e.settings.opinion == "" || !e.hasModel() || len(e.settings.keysForModels()) > 0 {
		return
	}
	second := e.modelServer(nil)
	second.Model = e.settings.opinion
	doctor.Model(ctx, n, second, longestTrial)
}

func (e *env) lookDiscord(ctx context.Context, n *doctor.Notes) {
	if e.settings.token == "" {
		n.Well("checkup.discord.none")
		return
	}
	doctor.Bot{
		Options: discord.Options{Token: discord.Secret(e.settings.token), Version: version(), Network: e.network},
		Guild:   e.settings.guild, Endpoint: e.settings.interactions != "", Key: e.settings.publicKey,
	}.Look(ctx, n)
}

func (e *env) lookDatabase(ctx context.Context, n *doctor.Notes) {
	if state, err := database.Examine(ctx, e.settings.database); e.settings.token == "" && err == nil && !state.Exists {
		n.Well("checkup.database.unused")
		return
	}
	doctor.Database(ctx, n, e.settings.database)
}

// A checkupOut is what doctor found, for other programs.
type checkupOut struct {
	OK       bool          `json:"ok"`
	Findings []lookedAtOut `json:"findings"`
}

type lookedAtOut struct {
	About  string `json:"about"`
	Health string `json:"health"`
	Says   string `json:"says"`
}

func newCheckup(findings []page.Finding) checkupOut {
	out := checkupOut{OK: !slices.ContainsFunc(findings, func(f page.Finding) bool { return f.Health == page.Broken })}
	for _, f := range findings {
		out.Findings = append(out.Findings, lookedAtOut{f.About, f.Health.String(), plain([]page.Line{{Spans: f.Says}})})
	}
	return out
}
