package database

import "context"

// A State is what there is at a database's address.
type State struct {
	Exists     bool  // the file, or this program's tables on a server
	Version    int64 // of its tables
	Newest     int64 // that this program makes: Open brings older ones up to it
	Unfinished bool  // a process was killed as it wrote, which Open puts right
}

// Examine says what there is at an address, and changes nothing. The error is the one that Open would return.
func Examine(ctx context.Context, address string) (State, error) {
	if IsServer(address) {
		return examineServer(ctx, address)
	}
	return examineFile(ctx, address)
}
