// Package grammar reads one sentence and notes for each word what governs it: the clause it
// stands in, what denies it, the mood a modal verb puts it in, the quantifier before it, whose
// words it is, of whom its clause speaks. Claims and the articles' sentences are read by the
// same code, so that a sentence always agrees with itself.
//
// Nothing here parses English. Clauses end at punctuation and conjunctions, a verb is the word
// after a modal or before an object, and words are the same when their stems or the table of
// paraphrases say so.
package grammar
