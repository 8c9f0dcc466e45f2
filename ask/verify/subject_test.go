package verify

import "testing"

func TestSubject(t *testing.T) {
	const (
		race   = "Tonsberg outran Larvik on Sunday to take the Coast Shield."
		heir   = "The mill closed when Moberg's successor, Ida Falk, retired."
		aunt   = "Jon Moberg's aunt bought the mill."
		nurse  = "Mia Ek, a nurse, runs the clinic, and Lars Dahl cleans it."
		goals  = "Rui Costa scored twice before Jan Vik missed a penalty."
		wished = "Greta Lund asked Omar Bah to sell the boat."
	)
	try(t, Joined, []ruleCase{
		{race, race, false},
		{race, "Tonsberg took the Coast Shield.", false},
		{race, "Larvik took the Coast Shield.", true},
		{heir, "Ida Falk retired.", false},
		{heir, "Moberg retired.", true},
		{aunt, "Jon Moberg bought the mill.", true},
		{aunt, "Jon Moberg's aunt bought the mill.", false},
		{nurse, "Mia Ek runs the clinic.", false},
		{goals, "Jan Vik missed a penalty.", false},
		{goals, "Rui Costa scored twice.", false},
		{wished, "Greta Lund asked Omar Bah to sell the boat.", false},
	})
}
