package libraries

import (
	"testing"

	"talksbot/internal/database"
	"talksbot/shelf"
)

// TestNoWait holds that a question waits for no other library than its own.
func TestNoWait(t *testing.T) {
	db, err := database.Open(t.Context(), database.Memory)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	l, err := Open(t.Context(), Options{Shelf: shelf.New(db)})
	if err != nil {
		t.Fatal(err)
	}
	for _, busy := range []*view{l.standard, l.view("2")} {
		busy.mu.Lock()
		defer busy.mu.Unlock()
	}
	if l.Of("1") != l.Of("") {
		t.Error("a server that holds nothing has a library of its own")
	}
}
