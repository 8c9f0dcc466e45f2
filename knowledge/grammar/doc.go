// Package grammar reads one sentence and notes for each word what governs it: the clause it
// stands in, what denies it, the mood a modal verb puts it in, the quantifier before it, whose
// words it is, of whom its clause speaks. Claims and the articles' sentences are read by the
// same code, so that a sentence always agrees with itself.
//
// The reader of clauses (see tie_read.go) is small: it tells verbs from nouns by their forms and by the
// words around them, takes noun phrases and verb phrases in order, and says what each is to the
// words before it. Where grammar leaves that open it says so. The other marks know less:
// clauses end at punctuation and conjunctions, and words are the same when their stems or the
// table of paraphrases say so.
package grammar
