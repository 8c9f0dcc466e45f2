// Package word is the bridge from before [talksbot/knowledge/english]: its callers move there
// one by one.
package word

import "talksbot/knowledge/english"

type Token = english.Token

func Tokens(text string) []Token { return english.Read(text).Tokens }

// A Reader remembers nothing any more: english.Read does.
type Reader struct{}

// Tokens appends the tokens of text to dst and returns it.
func (*Reader) Tokens(dst []Token, text string) []Token {
	return append(dst, english.Read(text).Tokens...)
}

func Stems(text string) []string         { return english.ContentStems(text) }
func Plain(norm string) (string, bool)   { return english.Plain(norm) }
func Stem(norm string) string            { return english.Stem(norm) }
func Norm(s string) string               { return english.Norm(s) }
func Number(norm string) (float64, bool) { return english.Number(norm) }
func IsStop(norm string) bool            { return english.IsStop(norm) }
