package main

import (
	"errors"
	"time"
)

var errStopped = errors.New("stopped before the input ended")

// stopped returns errStopped once e was told to stop: that is what became of it, whatever fails then.
func stopped(e *env) error {
	if e.ctx.Err() != nil {
		return errStopped
	}
	return nil
}

// settling is how long a command that was told to stop may take to say how far it came.
const settling = 300 * time.Millisecond

// untilStopped runs a command, and leaves it behind where it has not ended soon after e was told to
// stop: it may wait for a file that nobody writes to, which nothing interrupts.
func (e *env) untilStopped(command func() error) error {
	ended := make(chan error, 1)
	go func() { ended <- command() }()
	select {
	case err := <-ended:
		return err
	case <-e.ctx.Done():
	}
	select {
	case err := <-ended:
		return err
	case <-time.After(settling):
		return errStopped
	}
}
