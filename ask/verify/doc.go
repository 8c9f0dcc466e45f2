// Package verify tells whether sentences of the articles support a claim.
//
// It is the last thing between a language model and a reader, and it is conservative:
// where it is unsure, the claim is not supported. A claim and the sentences it cites are
// read by the same code (see grammar), the claim is traced word by word through the sentences
// (see trace.go), what its words are to one another is looked for there (see tied.go), and
// each of a dozen rules then compares one thing: dates, numbers, names,
// quotations, negation, who did what to whom, modality, quantifiers, comparatives,
// attribution, and what the claim adds. A rule that fails gives a Reason, and one failed rule
// is enough.
//
// The rules are built so that a sentence always supports itself, and a change of one fact is
// seen wherever the rest of the sentence is kept.
//
// To add a rule, name it and list it in rules.go, put its judge, and its mend where a claim can
// be put right, into a file of its own, give each way to fail it a case in reason.go, its
// words a section of english/data/verify.txt, and a row to docs/quality.md. The tests say what
// has been forgotten.
//
// # Known failures
//
//   - "May" in lower case is read as the verb, so that a month changed to "may" in a text
//     without capitals is let through.
//   - A date or name in a sentence that says nothing else can be taken for that of another
//     event told in the same words.
//   - True claims in words of their own, or put together from many sentences, are mostly
//     refused: nearly all of WiCE's, a half of BEGIN's.
//   - A bare surname that two persons of an article share is taken for the first of them, if
//     the other is not named in the sentences laid beside the claim.
//   - An office somebody holds now is let through with the date of what another did: "Palek
//     was minister in 2017" of "in 2017 Palek's predecessor resigned".
//   - Of two words that say one thing from two sides, "beat" and "lost to", "bought" and
//     "sold", the one that the article does not use is refused.
//   - A weekday after a perfect tense ("has invited both sides to a meeting on Thursday") is
//     resolved to the past one, and a claim that gives the coming day is refused.
package verify
