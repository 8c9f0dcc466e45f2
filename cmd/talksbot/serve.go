package main

import (
	"cmp"
	"context"

	"talksbot/bot"
	"talksbot/bot/discord"
	"talksbot/bot/store"
	"talksbot/docs"
	"talksbot/internal/database"
	"talksbot/knowledge"
	"talksbot/page"
	"talksbot/shelf"
)

type serveCmd struct{}

// Run runs the bot where a token is set, and a conversation in the terminal where not.
func (serveCmd) Run(e *env) error {
	if e.settings.token == "" {
		return e.converse()
	}
	return e.serve()
}

// told returns what is told at the start of the articles the bot answers from.
func told(l *knowledge.Library) []any {
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
	db, err := database.Open(e.ctx, cmp.Or(e.settings.database, database.Memory))
	if err != nil {
		return err
	}
	defer db.Close()
	held, remembered := shelf.New(db), store.New(db)
	reader := newReader(e, held, log)
	all, err := e.openLibraries(held, reader.Tell, log)
	if err != nil {
		return err
	}
	reader.Refresh = all.Refresh
	defer beside(e.ctx, all.Run)()
	defer beside(e.ctx, func(ctx context.Context) { reader.Run(ctx) })()
	asker, err := e.askerOf(all.Of(""), log)
	if err != nil {
		return err
	}
	log.Info("articles read", told(all.Of("").Library())...)
	if e.settings.database == database.Memory {
		log.Warn("the database is in memory: who gets a digest and what the model has used are forgotten at the end")
	}
	if asker.Model != nil && asker.Model.Budget != nil {
		asker.Model.Budget.Ledger = remembered
	}
	endpoint, close, err := newEndpoint(e, log)
	if err != nil {
		return err
	}
	defer close()
	b, err := bot.New(botOptions(e, bot.Options{Answer: asker.Answer, Libraries: all, Store: remembered, Shelf: held, Reader: reader, Endpoint: endpoint, Log: log}))
	if err != nil {
		return err
	}
	if err := b.Run(e.ctx); err != nil {
		return err
	}
	log.Info("stopped", "questions", asker.Counts())
	return nil
}

// botOptions adds to what a bot works with what the settings say.
func botOptions(e *env, o bot.Options) bot.Options {
	o.Token, o.Guild, o.Rate, o.ServerRate = discord.Secret(e.settings.token), e.settings.guild, e.settings.rate, e.settings.serverRate
	o.Version, o.Model, o.ModelHost, o.Figures = version(), e.settings.modelName(), e.settings.modelHost(), howGood()
	o.Network, o.Dial, o.Limits = e.network, e.dial, e.settings.limits
	return o
}
