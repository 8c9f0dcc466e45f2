package ask

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"talksbot/knowledge"
	"talksbot/knowledge/word"
)

// Not every message is a question about the articles. These tables say which are small
// talk, which are about the bot itself, and which give it orders; all of them are told
// what the bot is for. Patterns are matched against the message in lower case, without
// the punctuation around it.

// smallTalk is what people say to be polite, and nothing else in the message.
var smallTalk = regexp.MustCompile(`^(hi|hello|hey|hiya|howdy|greetings|yo|sup|good (morning|afternoon|evening|night|day)|` +
	`thanks?( you)?( very much| so much| a lot)?|thx|cheers|bye|goodbye|see you|ok(ay)?|yes|no|lol|cool|nice|great|wow|test(ing)?|ping|` +
	`how are you( doing)?( today)?|how do you do|what'?s up|are you there|anyone there|sorry|please|hello there|hi there|hey there)` +
	`([ ,!.]+(hi|hello|hey|there|all|everyone|bot|talksbot|thanks?|thank you|please|friend|buddy|again|how are you))*$`)

// aboutBot asks what the bot is or can do.
var aboutBot = regexp.MustCompile(`^(help( me)?|commands|(who|what) are you|what(’s|'s| is) your name|are you (a |an )?(bot|human|robot|ai|real|alive|chatgpt|person)\b.*|` +
	`what (can|do|could) you (do|know|answer|talk about|help( me)? with)|what (can|could|should|may) i ask( you)?( about)?|how do(es)? (you|this|this bot) work|` +
	`who (made|built|created|wrote|owns|runs|trained) (you|this bot)|how (old|smart) are you|do you (like|love|think|feel|dream|sleep|remember)\b.*|` +
	`(can|could|will|would) you help( me)?|tell me about yourself|what model are you.*|which model.*(you|this bot).*|(are you|you) sure|really|says who|` +
	`(summari[sz]e|sum up|tl;?dr|summary)\b.{0,40}|(can you |please |could you )*(summari[sz]e|sum up)\b.{0,40}|give me (a|the) summary\b.{0,40})$`)

// orders to the bot: to drop its rules, to play a part, to reveal how it works.
var orders = regexp.MustCompile(`\b(ignore|disregard|forget|override|bypass|discard)\b.{0,40}\b(instructions?|rules?|prompts?|guidelines?|above|previous|prior|everything|restrictions?|training|directions?|programming)\b|` +
	`\b(system|initial|hidden|original|secret|developer) (prompt|message|instructions?)\b|` +
	`\b(your|the) (instructions|prompt|api key|token|password|secret)\b.{0,30}$|` +
	`\b(reveal|print|show|repeat|leak|output|display|give me|tell me|what (is|are))\b.{0,30}\byour (prompt|instructions|rules|api key|token|password|secrets?|configuration|guidelines)\b|` +
	`\b(you are|you're) (now|no longer|going to be)\b|\b(pretend|act as|roleplay|role-play|role play|jailbreak|jailbroken|developer mode|dan mode|do anything now|stay in character)\b|` +
	`\bfrom now on\b.{0,40}\b(you|answer|respond|reply)\b|\brepeat after me\b|\b(respond|reply|answer) (only )?with\b`)

// creations asks for something other than an answer: the request begins with these.
var creations = regexp.MustCompile(`^(please |can you |could you |would you |will you |i want you to |i need you to )*` +
	`(how (do|would|should|can) (you|i|we) (say|spell|pronounce|translate)|write|draft|compose|create|generate|make|sing|draw|paint|code|program|translate|calculate|compute|solve|play|imagine|invent|rewrite|rephrase|proofread|recommend|suggest|design|say|count|roll|flip|send|delete|ban|kick|post|execute|run|tell me (a|another) (joke|story|riddle|poem)|give me (a|another) (joke|story|riddle|poem|recipe))\b`)

// maxQuestion is the longest message that is read as a question, in bytes.
const maxQuestion = 6000

// purpose returns what to say to a message that asks nothing of the articles, "" for one
// that may.
func purpose(text string, lib *knowledge.Library) string {
	if len(text) > maxQuestion {
		return "That is too long for a question: ask it in a sentence or two. " + whatFor(lib)
	}
	message := strings.ToLower(strings.TrimFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
	message = strings.Join(strings.Fields(strings.ReplaceAll(message, "’", "'")), " ")
	switch {
	case !asksAnything(message), smallTalk.MatchString(message), aboutBot.MatchString(message):
		return whatFor(lib)
	case orders.MatchString(message), creations.MatchString(message):
		return "I only answer questions from my articles, in their own words. " + whatFor(lib)
	}
	return ""
}

// asksAnything says whether a message holds a word of two letters or more that means
// something, or a question word alone, to go with what was asked before.
func asksAnything(message string) bool {
	asks, counts := false, false
	for _, t := range word.Tokens(message) {
		lettered := strings.IndexFunc(t.Norm, unicode.IsLetter) >= 0
		if lettered && !t.Stop && len([]rune(t.Norm)) > 1 {
			return true
		}
		asks = asks || questionWord[t.Norm]
		counts = counts || !lettered
	}
	return asks && !counts
}

var questionWord = map[string]bool{"who": true, "whom": true, "whose": true, "what": true, "which": true, "when": true, "where": true, "why": true, "how": true}

// whatFor says what the bot is for, and with which articles.
func whatFor(lib *knowledge.Library) string {
	articles := lib.Articles()
	if len(articles) != 1 {
		return fmt.Sprintf("Ask me a question about the %d articles I hold, and I answer with the sentences that say it. "+
			"Where they say nothing, I say so.", len(articles))
	}
	title := ""
	if t := articles[0].Title; t != "" {
		title = ", “" + t + "”"
	}
	return "Ask me a question about the article I hold" + title + ", and I answer with the sentences that say it. " +
		"Where it says nothing, I say so."
}
