// Package english is the one reader of English. It cuts a text into words, says what each
// word is, and holds the vocabulary that every other package reads by: word classes,
// irregular forms, numerals, synonyms and contraries.
//
// Vocabulary is data: the files in data, each with a header that says where it comes from.
// Code here and elsewhere holds grammar. A text is read once into a [Text], and whoever
// looks for sentences, dates, quotations, names or evidence in it shares its tokens.
package english
