// Package ask turns a question into a cited answer.
//
// An Asker plans a search, decides whether the passages found answer the question, and answers in
// the articles' own sentences or, with a language model, which it always asks, in sentences it has
// verified against them. Where the articles are silent it says so. Every Claim it returns carries
// the passages it was checked against; nothing else ever reaches a reader.
//
// A question's way begins in answer.go. plan.go says what to search for, search.go finds it, and
// said.go, identity.go and newer.go choose among what was found; given.go answers from that, in
// the articles' words (extract.go) or a model's, with yes or no before them (polar.go) and what has
// changed since behind them (standing.go), or refuses (refusal.go). What a model is shown is in
// material.go and belong.go, what becomes of its reply in worded.go and
// wording.go, what may be shown of one that is still being written in grown.go, and who reads it a second
// time in opinion.go. What asks for the articles as a whole turns off to request.go, what is said to an answer to remark.go.
package ask

import (
	"slices"
	"time"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/calendar"
	"talksbot/knowledge/question/conversation"
	"talksbot/knowledge/question/message"
	"talksbot/knowledge/quote"
	"talksbot/knowledge/timeline"
)

// A Question is what somebody asked, with what the answer depends on.
type Question struct {
	Text    string
	Asked   time.Time // when, in the asker's zone; zero means now
	Earlier []Turn    // the conversation so far, oldest first
	Offers  bool      // with a refusal, offer a question that is answered: that takes longer
	Plain   bool      // in the articles' own sentences, whether or not there is a model
	Article string    // answer from the article with this ID only; "" means all

	// Library is what it is asked of; nil: the Articles of the Asker, as they stand.
	Library *knowledge.Library

	// Watch, unless it is nil, is told what may be shown already while a model still writes: each time the
	// beginning of the answer to come, unless the model breaks off. Before that it may be told the article's
	// sentence that answers best, to be read meanwhile. Answer waits for it.
	Watch func(Answer)

	scope message.Scope // which Text named, and does not any more
}

// moment returns when a question is asked.
func (q Question) moment() time.Time {
	if q.Asked.IsZero() {
		return time.Now()
	}
	return q.Asked
}

// day returns the day on which a question is asked.
func (q Question) day() calendar.Day { return calendar.DayOf(q.moment()) }

// A Turn is an earlier question and what was answered.
type Turn = conversation.Turn

// An Answer is what talksbot has to say to a question.
type Answer struct {
	Outcome  Outcome
	Question string  // the question as understood: a follow-up completed from the turns before it
	After    string  // the question before it, where it leans on that and could not be completed
	Score    float64 // 0..1: how sure the program is that the articles answer
	Mode     Mode
	Polarity Polarity          // what a yes/no question is answered with, where Claims leave no doubt
	Claims   []Claim           // with Answered: in reading order, at least one
	Closest  []article.Passage // with Silent: up to two passages that come closest
	Refusal  Refusal           // with Silent: why, and what else could be asked
	Act      message.Act       // with Purpose: what the message does instead of asking
	Language string            // with Foreign: that of the message, as message.LanguageOf has it
	Helped   bool              // with Foreign: a model that reads the language was asked for and found nothing
	Remark   message.Remark    // what was said to the last answer, whose Question this is, instead of asking
	Voices   []string          // with Remark: whose words the claims are, as far as their articles name them
	Fallback Fallback          // why these are not the model's words, where one was asked for them
	Scope    message.Scope     // the only articles that were looked at, as the question named them
	Growing  bool              // there is more to come
	Held     int               // how many articles there are
	Title    string            // of the only one

	Total    int                // how many events, quotes or people there are, of which the first are shown
	Request  message.Request    // what was asked for as a whole; the zero one for something in an article
	Today    calendar.Day       // the day it was asked
	Dated    bool               // Claims are of articles of several days, the newest first
	Days     calendar.Days      // with Silent: the days of which alone was asked
	From     calendar.Day       // where what is ahead is asked for: from when it is seen; with Days: of the newest article
	Articles []*article.Article // with Purpose, where they are asked for: the newest first
	Events   []timeline.Event   // where days are asked for: of all that Claims tell
	Quotes   []quote.Quote      // where they are asked for, the newest first
	Unquoted quote.Query        // where there are none: which were asked for
	Speakers []quote.Speaker    // where there are none: who is quoted, the most quoted first
	Speaks   bool               // Speakers are those asked for, who are quoted with something else
	People   []Mentioned        // where they are asked for
	Parts    []Answer           // where several questions were asked: the answer to each, of all that Claims tell
	Sides    []Side             // where two are to be compared: of all that Claims tell
}

// An Outcome says what kind of answer an Answer is. The zero Answer has none.
type Outcome int

const (
	Silent   Outcome = iota + 1 // the articles do not say
	Answered                    // Claims answer the question
	Purpose                     // there was no question about the articles
)

// A Fallback says why the model that was asked did not word an answer. There is none in the zero Fallback.
type Fallback int

// The reasons.
const (
	NothingHolds Fallback = iota + 1 // no claim of it holds up against the articles
	OverBudget                       // it may not be asked again today
	Slow                             // it took too long
	Unusable                         // its reply, or its failure, is of no use
	WrongKey                         // its server does not accept the key
	UnknownModel                     // its server does not know it
	QuotaSpent                       // the account at its server has nothing left
	TooManyCalls                     // its server takes no more calls for now
)

// A Polarity is what a yes/no question is answered with. The zero Polarity is neither: the
// sentences speak for themselves.
type Polarity int

// The polarities.
const (
	Yes Polarity = iota + 1
	No
)

// String returns "yes", "no", or "" for neither.
func (p Polarity) String() string { return [...]string{"", "yes", "no"}[p] }

// A Refusal is what a refusal can tell beside that the articles do not say. Each part may be missing.
type Refusal struct {
	Asks    string   // the question within a sentence: "who took notes"
	States  string   // what the question takes for granted and the articles do not say: "Lavrov sold the house"
	Names   []string // names of the question that no article has
	Instead string   // what the first of Closest says instead: "who led the delegation"
	Lacks   Lack     // what the first of Closest has nothing of
	Offer   string   // a question near to it that is answered

	Teasers []*article.Article // that come close, and of which only the first paragraphs are held: the rest may say it
}

// A Lack is a kind of thing that was asked for. There is none in the zero Lack.
type Lack int

// The lacks.
const (
	NoDay Lack = iota + 1
	NoPlace
	NoNumber
	Nobody
)

// A Mentioned is somebody, or a body or country, that the articles name.
type Mentioned struct {
	Name    string
	Role    string          // what the sentence says they are, in its words; "" where none says so
	Person  bool            // rather than a body or a place
	Passage article.Passage // the sentence that says it, or the first that names them
	Times   int             // sentences that name them
}

// A Mode says who worded the claims.
type Mode string

const (
	Extract     Mode = "extract" // the articles' own sentences
	WordedModel Mode = "model"   // a language model, each claim verified
)

// A Claim is one statement of an answer and the passages that support it. With mode
// Extract its text is the sentence cited first; where another says whose words it is, that
// one is cited too.
type Claim struct {
	Text  string
	Marks []Mark // what to show in Text, in order, disjoint
	Cites []article.Passage

	Own      bool // with mode WordedModel: Text is an article's sentence, and no words of the model's
	Standing Standing
	Opens    bool // it begins another group of claims that stand to one another
}

// A Standing says how a claim stands to the others of an answer: news ages, and sources differ. The zero
// Standing is that of a claim that stands by itself.
type Standing string

const (
	Now     Standing = "now"     // what is so now; another claim tells what was said before
	Earlier Standing = "earlier" // what was said before, and is so no longer
	Differs Standing = "differs" // one of several that do not agree, of which none is newer
)

// A Side is one of two things that are set side by side.
type Side struct {
	Name   string
	Claims []Claim // none where the articles say nothing of it
}

// A Mark is a place in a claim's text that readers are shown: words that answer (Bold),
// or a word to explain after it (Note), or both.
type Mark struct {
	Start, End int           // byte offsets into Claim.Text
	Bold       bool          // the words that answer
	Note       string        // shown in brackets after End: whom a word means
	Days       calendar.Days // likewise: what a relative date means
	Quoted     bool          // what stands before is quoted, or all that follows where nothing does: Note is who said it, "" where the article does not name them
}

// cites reports whether one of the claims cites the passage.
func (a Answer) cites(s article.Passage) bool {
	return slices.ContainsFunc(a.Claims, func(c Claim) bool { return Number(c.Cites, s) > 0 })
}

// holding returns the answer with what there is to ask about.
func (a Answer) holding(articles []*article.Article) Answer {
	if a.Held = len(articles); a.Held == 1 {
		a.Title = articles[0].Title
	}
	return a
}

// Number returns the place of a passage among sources, from 1, or 0 if it is not there.
func Number(sources []article.Passage, p article.Passage) int {
	return 1 + slices.IndexFunc(sources, func(q article.Passage) bool {
		return q.Article == p.Article && q.Index == p.Index
	})
}
