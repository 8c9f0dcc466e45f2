package verify

import "testing"

func TestJoined(t *testing.T) {
	const two = "Anna Berg opened the new bridge. One angry farmer called for the resignation of the council."
	try(t, Joined, []ruleCase{
		{two, "Anna Berg opened the new bridge.", false},
		{two, "Anna Berg called for the resignation of the council.", true},
		{two, "Anna Berg opened the new bridge, and a farmer called for the resignation of the council.", false},
		{"Anna Berg opened the bridge. She called for the resignation of the council.", "Anna Berg called for the resignation of the council.", false},
		{"Historians are divided, but some experts believe it was a palace.", "Historians believe it was a palace.", true},
		{"Anna Berg, the mayor of Oslo, opened the bridge.", "Anna Berg opened the bridge.", false},
		{"Mia Ek, a 44-year-old nurse, runs the clinic.", "Mia Ek is a nurse.", false},
		{"Mia Ek, 44, a nurse, runs the clinic.", "Mia Ek is a nurse.", false},
		{"Mia Ek met Jon Dahl, a nurse, at the clinic.", "Mia Ek is a nurse.", true},
	})
}
