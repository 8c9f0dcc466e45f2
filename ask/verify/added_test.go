package verify

import "testing"

func TestAdded(t *testing.T) {
	const opened = "Anna Berg opened the new bridge on Monday."
	try(t, Added, []ruleCase{
		{opened, "Anna Berg opened the new bridge.", false},
		{opened, "Anna Berg opened the new bridge with a brass band.", true},
		{opened, "Anna Berg opened the new bridge and resigned as mayor.", true},
		{opened, "I think Anna Berg opened the new bridge.", true},
		{"The talks failed.", "The negotiations failed.", false},
		{"The talks failed.", "The secret talks failed.", true},
	})
}
