package ask

import (
	"slices"
	"strings"

	"talksbot/knowledge"
	"talksbot/knowledge/word"
)

// topic returns what a question about somebody's words wants them to be about: its words
// without the speaker's name and the verb.
func topic(q knowledge.Question, speaker knowledge.Span) string {
	var words []string
	for _, t := range q.Terms {
		if (t.Start < speaker.Start || t.Start >= speaker.End) && !telling[t.Stem] && !comments[t.Stem] {
			words = append(words, q.Text[t.Start:t.End])
		}
	}
	return strings.Join(words, " ")
}

// asksSpeaker returns where a question names whose words it asks for: "What did Lavrov
// say?", "What has the mayor said of it?", "Did Grushko comment?". An empty span is nobody.
func asksSpeaker(q knowledge.Question) knowledge.Span {
	for _, m := range q.Names {
		if q.Kind == knowledge.Said && m.Name == q.Speaker || q.Kind == knowledge.YesNo && len(q.Names) == 1 && asksComment(q.Text[m.End:]) {
			return knowledge.Span{Start: m.Start, End: m.End}
		}
	}
	if q.Kind != knowledge.Said || q.Speaker != "" {
		return knowledge.Span{}
	}
	var at knowledge.Span // from the auxiliary to the verb
	for _, t := range word.Tokens(q.Text) {
		switch {
		case auxiliary[t.Norm]:
			at = knowledge.Span{Start: t.End, End: t.End}
		case at.End == 0:
		case telling[t.Stem]:
			return at
		case !t.Stop && at.Start == at.End:
			at = knowledge.Span{Start: t.Start, End: t.End}
		case !t.Stop:
			at.End = t.End
		}
	}
	return knowledge.Span{}
}

var auxiliary = map[string]bool{"did": true, "does": true, "do": true, "has": true, "have": true, "had": true}

// asksComment reports whether a question goes on to ask whether somebody spoke at all.
func asksComment(rest string) bool {
	for _, t := range word.Tokens(rest) {
		if !t.Stop {
			return comments[t.Stem]
		}
	}
	return false
}

// comments are the stems of verbs that ask so.
var comments = stemsOf("comment speak spoken say said react respond reply answer")

func stemsOf(words string) map[string]bool {
	stems := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		stems[word.Stem(w)] = true
	}
	return stems
}

// speaks reports whether a quote may be taken for the speaker's, who goes by the voices: it is
// under such a name, it is of one who speaks for that country or body by office, or it
// tells in turn what the speaker said.
func speaks(names *knowledge.Names, q knowledge.Quote, voices []string) bool {
	same := func(name string) bool {
		return slices.ContainsFunc(voices, func(v string) bool { return names.Same(name, v) })
	}
	if q.Speaker == "" || same(q.Speaker) {
		return true
	}
	for _, office := range []string{q.Role, q.Speaker, q.Article.Text[q.Written.Start:q.Written.End]} {
		for _, m := range names.Find(office) {
			if same(m.Name) || m.Of != "" && same(m.Of) {
				return true
			}
		}
	}
	for _, words := range q.Words() {
		for _, m := range names.Find(words) {
			if same(m.Name) && tells(words[m.End:]) {
				return true
			}
		}
	}
	return false
}

// tells reports whether a text begins with a verb of saying, auxiliaries and such aside.
func tells(text string) bool {
	for _, t := range word.Tokens(text[:min(len(text), 80)]) {
		if !t.Stop {
			return telling[t.Stem]
		}
	}
	return false
}

var telling = stemsOf(`say said tell told ask add warn claim insist argue announce declare promise pledge vow deny denied
	suggest state note stress demand urge call called accuse reject confirm explain comment`)
