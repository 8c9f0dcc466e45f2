package database

import "context"

// Open opens the database at an address: the path of a file, which is made where there is none, [Memory], or
// postgres://user:password@host/name. What is no database of this program, or one of a newer version of it,
// that cannot be reached, written or grow, is an error in one line, and left as it is.
func Open(ctx context.Context, address string) (*DB, error) {
	if IsServer(address) {
		return openServer(ctx, address)
	}
	return openFile(ctx, address)
}

// OpenToRead opens the database at an address for reading alone, also while a bot uses it. It is an error where
// there is none, and where it is of an older version of this program that has not been started on it since.
func OpenToRead(ctx context.Context, address string) (*DB, error) {
	if IsServer(address) {
		return openServerToRead(ctx, address)
	}
	return openFileToRead(ctx, address)
}
