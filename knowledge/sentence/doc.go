// Package sentence splits text into sentences, as byte offsets into that text.
//
//	for _, s := range sentence.Split(text) {
//		fmt.Println(text[s.Start:s.End])
//	}
//
// It is written for English news and holds up on what surrounds it: e-mail,
// encyclopedia pages, transcripts, lists, tokenised corpora, lower-case posts
// and scripts with full stops of their own. Nothing is rewritten or
// normalised, so every span can be shown, cited and checked as it stands.
//
// # Method
//
// A text goes through two sieves, each linear in its length.
//
// Layout first (passage.go): a blank line always ends a sentence. A
// single line break does so too, unless the line was wrapped: the next line
// goes on in lower case, the line hangs on a comma or a word like "the", or
// the whole text is set in lines of one width and this one was full. What is
// left between breaks is a passage.
//
// Then punctuation (stop.go and rules.go): within a passage each full stop,
// ellipsis, question or exclamation mark is gathered together with the
// quotation marks, brackets and reference marks that close after it, and the
// rules ask what stands before (an abbreviation, an initial, a list number)
// and what comes after (lower case, a capital, a word that opens sentences, a
// speech tag). "U.S. Government" goes on and "in the U.S. He" does not,
// because "He" opens sentences and "Government" does not. The words the rules
// know are in data/sentence.txt and data/abbreviations.txt of package english; adding one is
// the usual repair.
//
// Two conventions: what closes belongs to what it closes (quotation
// marks, brackets, "[43]"), and a sentence within a quotation is a sentence, so
// `"No," he said. "And more."` is two.
//
// # Known failures
//
// TestKnownFailures holds each of these, so that a repair shows.
//
//   - An abbreviation at the end of a sentence, before a word that opens none:
//     "... bought Apple Inc. Microsoft fell.", "... in the U.S. Police said ...".
//   - A letter at the end of a sentence, before a name: "He took option K. Peter
//     did not."
//   - A time zone by an unknown name: "It ended at 5 p.m. Greenwich time."
//   - A surname that is a word sentences open with: "Gov. J. Such resigned."
//   - A quoted sentence in the middle of another, if it ends in a full stop
//     before a capital: 'A sign reading "Keep out." Peter drew fell down.'
//   - A title in a source list: 'Ann Lee. "Bees." Bern Press. 1901.' falls apart.
//   - Clauses joined by a colon or a semicolon stay one sentence; some corpora
//     cut them.
//   - A headline as long as the wrapped lines below it, with no blank line
//     between, is read as their first line.
package sentence
