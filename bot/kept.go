package bot

import (
	"context"
	"regexp"
	"strings"
	"time"

	"talksbot/ask"
	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/store"
	"talksbot/knowledge/question/message"
	"talksbot/page"
)

// keepGaps keeps what of a question the articles did not answer, for those who manage its server: the words, the day and
// why, and nothing of who asked. Nothing is kept of direct messages, of servers that the bot is not in, nor of what
// somebody asked for themselves alone.
func (q asking) keepGaps(e discord.Event, asked string, a ask.Answer) {
	asksAlone := e.Values[command.Private.Name] == "true" || e.Private && e.Kind != discord.Used
	if e.Guild == "" || e.Abroad || asksAlone || q.settings.Of(e.Guild).NoGaps {
		return
	}
	var questions []string
	if lacks(a) {
		questions = []string{asked}
	}
	for _, part := range a.Parts {
		if a.Outcome != ask.Silent && lacks(part) {
			questions = append(questions, part.Question)
		}
	}
	for _, text := range questions {
		if text = keptQuestion(text, e); text != "" {
			q.running.Go(func() { q.keepGap(store.Gap{Guild: e.Guild, Question: text, Why: store.Refused}) })
		}
	}
}

// lacks reports whether an answer shows that the articles lack something. That none differs from another, or corrects it,
// is no lack.
func lacks(a ask.Answer) bool {
	ofAll := a.Request.Want != message.Fact && a.Request.About == ""
	return a.Outcome == ask.Silent && !ofAll
}

// keepGap keeps a gap, which is worth no more than a line in the log where it cannot be.
func (q asking) keepGap(g store.Gap) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if _, err := q.store.KeepGap(ctx, g, q.archives.now()); err != nil {
		q.log.Warn("a question that was not answered is not kept", "error", err)
	}
}

// longestKept is how much of a question is kept, in characters.
const longestKept = 300

// personal is what may stand for a person in a text: a mention, the number by which Discord knows somebody, an address
// for mail, a number for calls.
var personal = regexp.MustCompile(`<[@#][!&]?\d*>|@\S+|\S+@\S+\.\S+|\+?\d[\d ()/-]{8,}\d|\d{9,}`)

// keptQuestion returns a question as it is kept: on one line, not too long, without those whom it mentions.
func keptQuestion(text string, e discord.Event) string {
	if e.Kind == discord.Said && e.Message != nil {
		for _, u := range e.Message.Mentions {
			text = leftOut(text, u.Name)
		}
	}
	text = personal.ReplaceAllString(page.Clean(text), "…")
	return page.Shorten(strings.Join(strings.Fields(text), " "), longestKept)
}

// leftOut leaves a name out of a text, where it stands as a word.
func leftOut(text, name string) string {
	if name == "" {
		return text
	}
	return regexp.MustCompile(`(^|[^\pL\pN])`+regexp.QuoteMeta(name)+`($|[^\pL\pN])`).ReplaceAllString(text, "$1…$2")
}
