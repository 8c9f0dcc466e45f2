// Command talksbot answers questions from the articles it holds, in the terminal and on
// Discord, and never says what they do not say.
//
// The tour of the house, bottom up:
//
//   - [talksbot/knowledge/sentence], [talksbot/knowledge/timex] and
//     [talksbot/knowledge/quotation] find sentences, dates and quotations in a text, as
//     byte offsets; [talksbot/knowledge/word] cuts it into words.
//   - [talksbot/knowledge] holds the articles and finds the sentences that answer a
//     question. [talksbot/knowledge/timeline] puts their dated sentences in order,
//     [talksbot/knowledge/timeline/picture] draws them.
//   - [talksbot/prompts] is what is said to a language model, and how its replies are read;
//     [talksbot/ask/chat] brings both to an OpenAI-compatible server.
//   - [talksbot/ask/verify] compares a claim with the sentences it cites.
//   - [talksbot/ask] turns a question into a cited answer, [talksbot/ask/digest] a day into a
//     cited digest.
//   - [talksbot/page] lays out what is said, once, in words from one catalogue.
//   - [talksbot/bot/store] is what the bot remembers between runs.
//   - [talksbot/bot] carries questions and answers between Discord and ask, over
//     [talksbot/bot/discord], the wire.
//   - this package reads the command line and the environment, builds the rest in that
//     order, and talks to a terminal.
//
// Effects sit in four places: the articles on disk, the model, Discord, the bot's database.
// All between is made of values.
package main
