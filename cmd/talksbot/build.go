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
)

// library returns the library of the articles the settings name, or the one shipped.
func (e *env) library() (*knowledge.Library, error) {
	articles, err := knowledge.Shipped()
	if len(e.settings.articles) > 0 {
		articles, err = article.Load(e.settings.articles...)
	}
	if err != nil {
		return nil, err
	}
	return knowledge.New(articles)
}

// asker returns what answers questions, with a model where one is configured.
func (e *env) asker(log *slog.Logger) (*ask.Asker, error) {
	lib, err := e.library()
	if err != nil {
		return nil, err
	}
	a := &ask.Asker{Articles: knowledge.NewCurrent(lib), Log: log}
	if !e.hasModel() {
		return a, nil
	}
	client, err := chat.New(chat.Options{
		BaseURL:   e.settings.baseURL,
		APIKey:    chat.Key(e.settings.key),
		Model:     e.settings.model,
		Timeout:   e.settings.timeout,
		Transport: e.network,
		Log:       log,
	})
	if err != nil {
		return nil, fmt.Errorf("setting up the language model: %w", err)
	}
	a.Model = &model.Model{Completer: client, Name: e.settings.modelName(), Timeout: e.settings.timeout, Cache: &model.Cache{}, Log: log}
	if e.settings.dailyTokens > 0 {
		a.Model.Budget = &model.Budget{DailyTokens: e.settings.dailyTokens}
	}
	return a, nil
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

// findNames has the names in the articles found while nobody asks about them. What it returns
// ends that.
func (e *env) findNames(a *ask.Asker) (stop func()) {
	ctx, cancel := context.WithCancel(e.ctx)
	var group sync.WaitGroup
	group.Go(func() { a.Articles.FindNames(ctx) })
	return func() {
		cancel()
		group.Wait()
	}
}
