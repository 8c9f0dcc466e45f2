package main

import "errors"

// A usageError is a mistake in how talksbot was called or in a line of its input.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// exitCode returns the status a failed run ends with: 2 for a usageError, else 1.
func exitCode(err error) int {
	if _, ok := errors.AsType[usageError](err); ok {
		return 2
	}
	return 1
}
