package question

import (
	"slices"
	"strings"

	"talksbot/knowledge/english"
)

// An Indirect is a question within a sentence, as far as the order of its words can be told.
type Indirect struct {
	Asks   string // behind "does not say": "when the talks will begin", "whether it was sold"
	States string // behind "does not say that": "the talks will begin"; "" where it states nothing
}

// longestIndirect is how many bytes of a question are said again.
const longestIndirect = 160

// Indirect returns the question within a sentence; the zero Indirect where that would not be good
// English for certain.
func (q Question) Indirect() Indirect {
	words := q.Words.Tokens
	if len(words) < 2 || len(q.Text) > longestIndirect || q.Negative || strings.ContainsAny(strings.TrimRight(q.Text, "?!. "), "?!\n;:") {
		return Indirect{}
	}
	aux, asks := q.opening()
	if aux < 0 {
		return Indirect{Asks: asks}
	}
	start, end := q.subject(aux + 1)
	if end <= start {
		return Indirect{}
	}
	if beForms.Has(words[aux].Norm) && aux > 0 && nextWords.Has(words[start].Norm) {
		return Indirect{Asks: lowered(q.written(0, len(words)))} // "what is next for the pier": next is no subject
	}
	subject := q.written(start, end)
	rest := q.behind(aux, end)
	if rest == "" {
		return Indirect{}
	}
	indirect := Indirect{Asks: asks + " " + subject + " " + rest, States: subject + " " + rest}
	if beForms.Has(words[aux].Norm) && end == len(words) {
		indirect.States = "" // "the wedding is"
	}
	return indirect
}

// opening returns where the auxiliary stands, and the words that ask, in lower case. Where the
// question asks for its own subject, the auxiliary is -1 and the words are the whole question.
func (q Question) opening() (aux int, asks string) {
	words := q.Words.Tokens
	wh, aux := q.Order.Asks, q.Order.Auxiliary
	switch {
	case q.Kind == YesNo:
		return aux, "whether"
	case !q.opensAsking():
		return -1, ""
	}
	whole := lowered(q.Text[:words[len(words)-1].End])
	if aux > wh+1 && aux+1 < len(words) && !doForms.Has(words[aux].Norm) && !q.OpensSubject(aux+1) {
		return -1, whole // "how many ships will come"
	}
	switch c := q.Clause; {
	case aux < 0 && wh == 0 && (c.Verb != (english.Span{}) || q.Order.Verb > 0 && q.Order.Verb == max(wh, q.Order.Focus)+1):
		return -1, whole // "who took notes", "what happened in May"
	case aux < 0:
		return -1, ""
	case c.Verb != (english.Span{}) && c.Subject == (english.Span{}) && c.Verb.Start > words[aux].Start && (c.Object == (english.Span{}) || c.Object.Start > c.Verb.Start):
		return -1, whole // "who will come", "how many were hurt"
	case c.Verb == (english.Span{}) && q.Kind == Who && aux+1 < len(words) && english.FormOf(words[aux+1].Norm)&english.Participle != 0:
		return -1, whole
	}
	return aux, lowered(q.Text[:words[aux-1].End])
}

// opensAsking reports whether the question begins with its question word, but for a preposition,
// "with whom", or another, "where and when".
func (q Question) opensAsking() bool {
	words := q.Words.Tokens
	switch q.Order.Asks {
	case 0:
		return true
	case 1:
		return prepositions.Has(words[0].Norm)
	case 2:
		return questionWords.Has(words[0].Norm) && words[1].Norm == "and"
	}
	return false
}

// subject returns the tokens of the subject that begins at token i.
func (q Question) subject(i int) (start, end int) {
	words := q.Words.Tokens
	if i >= len(words) {
		return i, i
	}
	if subjects.Has(words[i].Norm) {
		return i, i + 1
	}
	of := q.Clause.Subject
	if q.Clause.Object.Start < q.Clause.Verb.Start && of == (english.Span{}) {
		of = q.Clause.Object
	}
	end = i
	if of.End > 0 && q.Clause.Verb != (english.Span{}) && of.Start >= words[i].Start {
		for end < len(words) && words[end].Start < of.End {
			end++
		}
		if words[end-1].Possessive(q.Text) > 0 {
			return i, i // "does Rye's company own": no verb follows that
		}
		return i, end
	}
	if !beForms.Has(words[i-1].Norm) {
		return i, i
	}
	if q.Kind == Who && q.Clause.Verb == (english.Span{}) && !slices.ContainsFunc(words[i:], func(w english.Token) bool { return LikelyVerb(w) && !w.Upper }) {
		end = len(words) // "the ambassador to Osby"
	}
	end = q.nameEnd(i, end)
	if end == i {
		end = NounPhrase(q.Words, i, q.Clause.Verb)
	}
	for end > i && end < len(words) && words[end-1].Possessive(q.Text) > 0 && !words[end].Stop {
		end++ // "the patient's name"
	}
	for end > i+1 && adverbs.Has(words[end-1].Norm) {
		end-- // "the valley now"
	}
	for end > i && end+1 < len(words) && words[end].Norm == "of" && NounPhrase(q.Words, end+1, q.Clause.Verb) > end+1 {
		end = NounPhrase(q.Words, end+1, q.Clause.Verb)
	}
	if q.leadsTo(end) {
		return i, i
	}
	return i, end
}

// nameEnd returns the token behind the name that begins at token i, or behind its "the"; end where none
// does.
func (q Question) nameEnd(i, end int) int {
	words := q.Words.Tokens
	for _, m := range q.Names {
		if m.Start == words[i].Start || i+1 < len(words) && m.Start == words[i+1].Start && words[i].Norm == "the" {
			for end < len(words) && words[end].Start < m.End {
				end++
			}
		}
	}
	return end
}

// leadsTo reports whether the words from token i on belong to a noun before them: nobody is "to the
// coast".
func (q Question) leadsTo(i int) bool {
	words := q.Words.Tokens
	return i+1 < len(words) && words[i].Norm == "to" && articles.Has(words[i+1].Norm)
}

// behind returns what stands behind the subject once the auxiliary has moved there.
func (q Question) behind(aux, end int) string {
	words := q.Words.Tokens
	rest := ""
	if end < len(words) {
		rest = q.written(end, len(words))
	}
	norm := words[aux].Norm
	if !doForms.Has(norm) {
		if rest == "" && aux == 0 || strings.Contains(norm, "'") {
			return ""
		}
		return strings.TrimSpace(strings.ToLower(words[aux].Of(q.Text)) + " " + rest)
	}
	verb := q.Clause.Verb
	if verb == (english.Span{}) && end < len(words) && subjects.Has(words[end-1].Norm) && !words[end].Stop {
		verb = words[end].Span // "did he resign"
	}
	if verb == (english.Span{}) || verb.Start < words[end-1].End || english.IsNumber(english.Norm(verb.Of(q.Text))) {
		return ""
	}
	form := map[string]english.Form{"did": english.Past, "does": english.Present, "do": english.Base}[norm]
	finite := inflected(strings.ToLower(verb.Of(q.Text)), form)
	if finite == "" {
		return ""
	}
	return q.Text[words[end].Start:verb.Start] + finite + q.Text[verb.End:words[len(words)-1].End]
}

// inflected returns the form of a verb, given by its plain form; "" where it has none of the kind.
func inflected(verb string, form english.Form) string {
	var forms []string
	for written, is := range english.Inflect(verb) {
		if is&form != 0 {
			forms = append(forms, written)
		}
	}
	slices.Sort(forms)
	if len(forms) == 0 {
		return ""
	}
	return forms[0]
}

// written returns tokens as they stand in the question.
func (q Question) written(from, to int) string {
	return q.Text[q.Words.Tokens[from].Start:q.Words.Tokens[to-1].End]
}

// lowered returns a question as it stands within a sentence.
func lowered(s string) string { return strings.ToLower(s[:1]) + s[1:] }
