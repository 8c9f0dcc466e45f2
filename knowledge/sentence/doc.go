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
// Layout first ([line] and passage.go): a blank line always ends a sentence. A
// single line break does so too, unless the line was wrapped: the next line
// goes on in lower case, the line hangs on a comma or a word like "the", or
// the whole text is set in lines of one width and this one was full. What is
// left between breaks is a passage.
//
// Then punctuation ([stop] and rules.go): within a passage each full stop,
// ellipsis, question or exclamation mark is gathered together with the
// quotation marks, brackets and reference marks that close after it, and the
// rules ask what stands before (an abbreviation, an initial, a list number)
// and what comes after (lower case, a capital, a word that opens sentences, a
// speech tag). "U.S. Government" goes on and "in the U.S. He" does not,
// because "He" opens sentences and "Government" does not. The words the rules
// know are tables in words.go; adding one is the usual repair.
//
// # Known failures
//
//   - An abbreviation before a name that could open a sentence: "... by Apple
//     Inc. Microsoft fell 2 %." stays one sentence, and so does "... in the U.S.
//     Police said ...".
//   - A label read as an initial: "He chose option K. Peter did not." stays one.
//   - "I met him at 5 p.m. Smith was late." is two, "... at 5 p.m. Eastern"
//     one, but "... at 5 p.m. Greenwich time" is two.
//   - Independent clauses joined by a colon or a semicolon stay one sentence;
//     some corpora cut them.
//   - A reference number set as a bare figure after a space ("... rights. 4 Even
//     so") opens the next sentence.
//   - A headline as long as the wrapped lines below it, with no blank line
//     between, is read as their first line.
package sentence
