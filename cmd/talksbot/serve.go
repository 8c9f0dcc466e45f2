package main

import (
	"cmp"

	"talksbot/bot"
	"talksbot/bot/discord"
	"talksbot/bot/store"
	"talksbot/docs"
	"talksbot/knowledge"
	"talksbot/page"
)

type serveCmd struct{}

// Run runs the bot where a token is set, and a conversation in the terminal where not.
func (serveCmd) Run(e *env) error {
	if e.settings.token == "" {
		return e.converse()
	}
	return e.serve()
}

// held returns what is told at the start of the articles the bot answers from.
func held(l *knowledge.Library) []any {
	words, undated := 0, 0
	for _, a := range l.Articles() {
		words += a.CountWords()
		if a.Published.Day.IsZero() {
			undated++
		}
	}
	return []any{"articles", len(l.Articles()), "words", words, "sentences", l.Sentences(), "undated", undated}
}

// howGood returns how good this build was measured to be.
func howGood() (all []page.Figure) {
	for _, f := range docs.Figures() {
		all = append(all, page.Figure(f))
	}
	return all
}

// serve runs the Discord bot until the program is told to stop.
func (e *env) serve() error {
	log := e.logger()
	asker, err := e.asker(log)
	if err != nil {
		return err
	}
	log.Info("articles read", held(asker.Articles.Library())...)
	defer e.prepare(asker.Articles, log)()
	remembered, err := store.Open(e.ctx, cmp.Or(e.settings.database, store.Memory))
	if err != nil {
		return err
	}
	defer remembered.Close()
	if e.settings.database == store.Memory {
		log.Warn("the database is in memory: who gets a digest and what the model has used are forgotten at the end")
	}
	if asker.Model != nil && asker.Model.Budget != nil {
		asker.Model.Budget.Ledger = remembered
	}
	b, err := bot.New(bot.Options{
		Token:     discord.Secret(e.settings.token),
		Answer:    asker.Answer,
		Libraries: bot.Everywhere(asker.Articles),
		Store:     remembered,
		Guild:     e.settings.guild,
		Version:   version(),
		Model:     e.settings.modelName(),
		Figures:   howGood(),
		Rate:      e.settings.rate,
		Log:       log,
		Network:   e.network,
		Dial:      e.dial,

		ServerRate: e.settings.serverRate,
		ModelHost:  e.settings.modelHost(),
	})
	if err != nil {
		return err
	}
	if err := b.Run(e.ctx); err != nil {
		return err
	}
	log.Info("stopped", "questions", asker.Counts())
	return nil
}
