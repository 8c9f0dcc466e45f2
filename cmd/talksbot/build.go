package main

import (
	"context"
	"fmt"
	"log/slog"
	"sync"

	"talksbot/ask"
	"talksbot/ask/chat"
	"talksbot/ask/model"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/encoder"
	"talksbot/knowledge/search"
)

// library returns the library of the articles the settings name, or of those shipped or added.
func (e *env) library() (*knowledge.Library, error) {
	if l := shelvedLibrary(e); l != nil {
		return l, nil
	}
	held, err := e.load()
	if err != nil {
		return nil, err
	}
	e.tell("skipped", held.Skipped)
	e.tell("wonders at", held.Odd)
	return knowledge.New(held.Articles)
}

// mostSkipped is how many of the files that could not be read, or look odd, are named.
const mostSkipped = 5

// load reads the articles the settings name, or the one shipped, and unless --articles says that these
// are all, those that were added.
func (e *env) load() (article.Loaded, error) {
	read, err := e.loadNamed()
	if err != nil || e.settings.alone {
		return read, err
	}
	return e.withShelved(read), nil
}

// loadNamed reads the articles the settings name, or the one shipped. What was told to stop while it
// waited for a file ends here: nobody reads what it would say any more; see untilStopped.
func (e *env) loadNamed() (article.Loaded, error) {
	if len(e.settings.articles) > 0 {
		held, err := article.Loader{Strict: e.settings.strict, Stdin: e.stdin}.Load(e.settings.articles...)
		if e.ctx.Err() != nil {
			return article.Loaded{}, errStopped
		}
		return held, err
	}
	shipped, err := knowledge.Shipped()
	return article.Loaded{Articles: shipped}, err
}

// encodedLibrary returns the library with the encoder, unless the settings or this build leave
// it out.
func (e *env) encodedLibrary() (*knowledge.Library, error) {
	l, err := e.library()
	if err != nil {
		return nil, err
	}
	opened, err := e.openEncoder()
	return l.Encoded(opened), err
}

// openEncoder returns the encoder, nil where the settings or this build leave it out.
func (e *env) openEncoder() (search.Encoder, error) {
	if e.settings.noEncoder || !encoder.Held {
		return nil, nil
	}
	opened, err := encoder.New()
	if err != nil {
		return nil, err
	}
	e.encoder = opened
	return opened, nil
}

// tell says on standard error what became of some of the articles, the first few by name.
func (e *env) tell(what string, some []article.Skipped) {
	for _, s := range some[:min(len(some), mostSkipped)] {
		fmt.Fprintf(e.stderr, "talksbot: %s %v\n", what, s)
	}
	if more := len(some) - mostSkipped; more > 0 {
		fmt.Fprintf(e.stderr, "talksbot: %s %d more: talksbot articles names them\n", what, more)
	}
}

// A question is also answered by meaning where the articles it is asked of have no more
// sentences than this, whose vectors are made first: then it is answered alike each time. It
// takes a second, of a slow encoder some ten. What runs on and is asked again, a bot or a
// conversation, has the vectors of all made in the background.
const (
	embeddedFirst       = 400
	embeddedFirstSlowly = 40
)

// embed has the vectors made of the article with the ID or, for "", of all articles, where their
// sentences are few.
func (e *env) embed(l *knowledge.Library, id string) error {
	if e.encoder == nil {
		return nil
	}
	most := embeddedFirst
	if !e.encoder.Fast() {
		most = embeddedFirstSlowly
	}
	sentences, embed := l.Sentences(), l.Embed
	if a := l.Article(id); a != nil {
		sentences, embed = len(a.Sentences), a.Embed
	}
	if sentences > most {
		return nil
	}
	err := embed(e.ctx, e.encoder.Vector)
	if e.ctx.Err() != nil {
		return errStopped
	}
	return err
}

// asker returns what answers questions from the articles as they are now.
func (e *env) asker(log *slog.Logger) (*ask.Asker, error) {
	lib, err := e.encodedLibrary()
	if err != nil {
		return nil, err
	}
	return e.askerOf(knowledge.NewCurrent(lib), log)
}

// askerOf returns what answers questions from articles, with a model where one is configured.
func (e *env) askerOf(articles *knowledge.Current, log *slog.Logger) (*ask.Asker, error) {
	a := &ask.Asker{Articles: articles, Evidence: e.settings.evidence, Log: log}
	if !e.hasModel() {
		return a, nil
	}
	client, err := chat.New(e.modelServer(log))
	if err != nil {
		return nil, fmt.Errorf("setting up the language model: %w", err)
	}
	a.Model = &model.Model{Completer: client, Name: e.settings.modelName(), Timeout: e.settings.timeout, Cache: &model.Cache{}, Log: log}
	if e.settings.dailyTokens > 0 {
		a.Model.Budget = &model.Budget{DailyTokens: e.settings.dailyTokens}
	}
	a.Opinion, err = e.opinion(a.Model)
	return a, err
}

// opinion returns what reads a second time what the model worded, nil where nobody is to. It is the same
// model unless the settings name another at its server; both share the budget and the cache.
func (e *env) opinion(first *model.Model) (*model.Model, error) {
	if e.settings.noOpinion {
		return nil, nil
	}
	second := &model.Model{Completer: first.Completer, Name: first.Name, Timeout: first.Timeout, Budget: first.Budget, Cache: first.Cache, Log: first.Log}
	if e.settings.opinion == "" {
		return second, nil
	}
	server := e.modelServer(first.Log)
	server.Model = e.settings.opinion
	client, err := chat.New(server)
	if err != nil {
		return nil, fmt.Errorf("setting up the language model of MODEL_OPINION: %w", err)
	}
	second.Completer, second.Name = client, e.settings.opinion
	return second, nil
}

// modelServer says how to ask the model.
func (e *env) modelServer(log *slog.Logger) chat.Options {
	return chat.Options{
		BaseURL:   e.settings.baseURL,
		APIKey:    chat.Key(e.settings.key),
		Model:     e.settings.model,
		Timeout:   e.settings.timeout,
		Transport: e.network,
		Log:       log,
	}
}

// modelName says which model words the answers, "" without one. A server that was given
// no name chooses one itself, when it is first asked.
func (s settings) modelName() string {
	switch {
	case s.model != "":
		return s.model
	case s.baseURL != "":
		return "the one the server offers first"
	case s.key != "":
		return chat.DefaultModel
	}
	return ""
}

// modelHost says where the language model runs; "" without one.
func (s settings) modelHost() string {
	if s.key == "" && s.baseURL == "" {
		return ""
	}
	return chat.Host(s.baseURL)
}

func (e *env) hasModel() bool { return e.settings.key != "" || e.settings.baseURL != "" }

// logger writes to stderr at the level the settings name.
func (e *env) logger() *slog.Logger {
	return slog.New(slog.NewTextHandler(e.stderr, &slog.HandlerOptions{Level: e.settings.logLevel}))
}

// quiet is the log of a command whose output is the answer: warnings and worse, unless
// LOG_LEVEL asks for more.
func (e *env) quiet() *slog.Logger {
	level := e.settings.logLevel
	if level == slog.LevelInfo {
		level = slog.LevelWarn
	}
	return slog.New(slog.NewTextHandler(e.stderr, &slog.HandlerOptions{Level: level}))
}

// prepare has the names in the articles found and the vectors of their sentences made while nobody asks
// about them, as they stand and as more come, until ctx is done.
func (e *env) prepare(ctx context.Context, c *knowledge.Current, log *slog.Logger) {
	var group sync.WaitGroup
	group.Go(func() { c.FindNames(ctx) })
	if e.encoder != nil {
		group.Go(func() {
			if err := c.Embed(ctx, e.encoder.Idle); err != nil {
				log.Warn("sentences are found by their words alone", "reason", err)
			}
		})
	}
	group.Wait()
}
