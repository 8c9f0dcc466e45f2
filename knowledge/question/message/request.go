package message

import (
	"slices"

	"talksbot/knowledge/english"
	"talksbot/knowledge/sentence"
)

// A Request is a message that asks for what is in the articles as a whole rather than for
// something that stands in a sentence. The zero Request does not.
type Request struct {
	Want     Want
	About    string // words for what it is to be about; "" for everything
	By       bool   // About is whose words are wanted: "quotes by Lavrov"
	Words    int    // it is to have so many words at most; 0 leaves that open
	Lines    int    // the same, of sentences
	Corrects bool   // with Changed: what was corrected, and not only what is otherwise now
	Leans    bool   // it may mean what was spoken of before: "What is it about?", "The source?"
}

// RequestOf returns the request that a message makes. It goes by the words of the message that
// mean something: all of them are about articles, news and what is done with them, but for those
// behind a preposition, which say what it is to be about. So "What is the latest on the ship?"
// is a request, and "What is the latest model of the ship?" a question. Of several requests it
// returns the first.
func RequestOf(message string) Request {
	var first Request
	for i, s := range sentence.Split(message) {
		r := address(utterance{Text: english.Read(message[s.Start:s.End])}).request()
		if r.Want == Fact {
			return Request{}
		}
		if i == 0 {
			first = r
		}
	}
	return first
}

// request reads an utterance. What has other content than a request may have is none.
func (s utterance) request() Request {
	var r Request
	f := s.frame()
	if f.foreign() {
		return r
	}
	for _, reading := range readings {
		if reading.reads(f) {
			r = Request{Want: reading.want, About: f.about, By: reading.want == Quotations && bySpeaker.Has(f.link)}
			r.Leans = f.about == "" && (slices.ContainsFunc(f.tokens, leansBack) || r.Want == Held && !f.has(articleNouns))
			r.Corrects = r.Want == Changed && f.has(correcting)
			r.Words, r.Lines = f.limits()
			break
		}
	}
	return r
}

// leansBack reports whether a word stands for what was said before and not for what is at hand.
func leansBack(t english.Token) bool {
	return pointsBack(t.Norm) && t.Norm != "this" && t.Norm != "these"
}
