// Command talksbot answers questions from the articles it holds, in the terminal and on
// Discord, and never says what they do not say.
//
// The tour of the house, bottom up:
//
//   - [talksbot/knowledge/english] is the one reader of English: words, their classes, and
//     all vocabulary, as data. [talksbot/knowledge/calendar] knows days.
//     [talksbot/knowledge/encoder] is the learned part: what a sentence means, as a vector, and
//     how well it answers a question.
//   - [talksbot/knowledge/sentence], [talksbot/knowledge/timex] and
//     [talksbot/knowledge/quotation] find sentences, dates and quotations in a text, as
//     byte offsets.
//   - [talksbot/knowledge/article] is an article and what was found in it. Its files are read by
//     [talksbot/knowledge/article/format], [talksbot/knowledge/article/furniture] tells the
//     article from the page around it, [talksbot/knowledge/article/meta] what is stated of it,
//     [talksbot/knowledge/article/transcript] who speaks in it. [talksbot/knowledge/binding] writes
//     what was found as bytes.
//   - [talksbot/knowledge/names] learns who goes by which names. [talksbot/knowledge/question]
//     takes a question apart, [talksbot/knowledge/question/message] tells what else a message
//     may be, [talksbot/knowledge/question/conversation] what it means after those before it.
//   - [talksbot/knowledge/search] finds the sentences that answer, [talksbot/knowledge/quote]
//     who said what. [talksbot/knowledge/grammar] reads one sentence: clauses, denials, numbers,
//     whose words; [talksbot/knowledge/story] tells how the sentences of several articles stand
//     to one another: copies, corrections, disputes; [talksbot/knowledge/revision] what a newer version
//     of one article says differently.
//   - [talksbot/knowledge] holds all that as one Library. [talksbot/knowledge/timeline] puts
//     its dated sentences in order, [talksbot/knowledge/timeline/picture] draws them;
//     [talksbot/knowledge/summary] finds the few sentences that carry it.
//   - [talksbot/prompts] is what is said to a language model, and how its replies are read;
//     [talksbot/ask/chat] brings both to an OpenAI-compatible server, [talksbot/ask/model]
//     calls it once for all who ask the same, within a budget.
//   - [talksbot/ask/verify] compares a claim with the sentences it cites.
//   - [talksbot/ask] turns a question into a cited answer, [talksbot/ask/digest] a day into a
//     cited digest.
//   - [talksbot/ask/news] tells what is new since a day, and what of it somebody follows.
//   - [talksbot/ask/gaps] groups the questions that were not answered.
//   - [talksbot/page] lays out what is said, once, in words from one catalogue.
//   - [talksbot/internal/database] opens what the program remembers, and says what is wrong with it.
//     [talksbot/shelf] is which articles there are there, in versions, and who holds them;
//     [talksbot/libraries] keeps one Library for each server in step with it.
//   - [talksbot/ingest] makes articles of links, feeds and files, and reads them again: the web as a guest
//     ([talksbot/ingest/fetch]), what comes in an article's place ([talksbot/ingest/gate]), when two addresses are
//     one page's ([talksbot/ingest/address]), feeds ([talksbot/ingest/feed]), why something was not taken up
//     ([talksbot/ingest/reason]). Tests give it a web of their own, [talksbot/ingest/replay].
//   - [talksbot/bot/store] is what the bot remembers between runs; [talksbot/bot/press] makes
//     posts that must happen exactly once; [talksbot/bot/queue] lets work wait its turn;
//     [talksbot/bot/markdown] writes pages as Discord shows
//     them; [talksbot/bot/command] is what can be asked and replied there, as values;
//     [talksbot/bot/digests] the daily posts, and who gets them; [talksbot/bot/follows] posts on what a
//     channel follows;
//     [talksbot/bot/settings] what a server has chosen, [talksbot/bot/library] which articles it has.
//   - [talksbot/bot] carries questions and answers between Discord and ask, over
//     [talksbot/bot/discord], the wire.
//   - [talksbot/cmd/talksbot/doctor] looks at all that was set up, and says what would go wrong;
//     [talksbot/cmd/talksbot/eval] says how good the answers to an operator's own questions are.
//   - [talksbot/internal/web] is how the program listens for HTTP.
//   - this package reads the command line and the environment, builds the rest in that
//     order, and talks to a terminal.
//
// Tests run the bot against [talksbot/internal/localdiscord], a Discord on this machine, and
// [talksbot/ask/chat/chattest], a model's server; [talksbot/internal/inmemory] connects them
// without sockets. [talksbot/internal/invented] makes articles in their thousands, for measuring.
//
// Effects sit in five places: the articles on disk, those on the web, the model, Discord, the database.
// All between is made of values.
package main
