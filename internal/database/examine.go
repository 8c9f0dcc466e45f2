package database

import "context"

// Examine says what there is at an address, and changes nothing. The error is the one that Open would return.
func Examine(ctx context.Context, address string) (State, error) {
	if IsServer(address) {
		return examineServer(ctx, address)
	}
	return examineFile(ctx, address)
}
