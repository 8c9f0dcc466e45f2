package database

import (
	"context"
	"database/sql/driver"
	"errors"
	"io"
	"net"
	"slices"
	"strings"
	"syscall"

	"github.com/jackc/pgx/v5/pgconn"
)

const unwritable = "cannot be written: its user needs the right to make tables there, and to change them"

// serverTroubles are PostgreSQL's codes, or the classes they begin with, in words for whoever runs the bot.
var serverTroubles = []struct{ code, says string }{
	{"28", "does not let the bot in: look at the user and the password in DATABASE"},
	{"3D000", "does not exist: make it, or correct its name in DATABASE"},
	{"42501", unwritable},
	{"25006", "cannot be written: it is read-only, as a copy of another is"},
	{"53100", "cannot grow: the disk is full"},
	{"53300", "has no connection to spare"},
	{"57P03", "is being started or stopped"},
	{"57P01", "is being stopped"},
	{"57P02", "is being stopped"},
	{"57014", "took too long"},
	{"0800", "cannot be reached"},
}

// postgresTrouble says in words what an error of PostgreSQL, or on the way there, means.
func postgresTrouble(err error) string {
	if told, ok := errors.AsType[*pgconn.PgError](err); ok {
		for _, t := range serverTroubles {
			if strings.HasPrefix(told.Code, t.code) {
				return t.says
			}
		}
		return ""
	}
	if isCut(err) {
		return "cannot be reached (" + oneLine(deepest(err)) + ")"
	}
	return ""
}

// isCut reports whether the way to a server is cut.
func isCut(err error) bool {
	if errors.Is(err, context.Canceled) {
		return false
	}
	for _, cut := range []error{io.EOF, io.ErrUnexpectedEOF, driver.ErrBadConn, net.ErrClosed, context.DeadlineExceeded, syscall.ECONNREFUSED, syscall.ECONNRESET, syscall.EPIPE} {
		if errors.Is(err, cut) {
			return true
		}
	}
	_, reaching := errors.AsType[*pgconn.ConnectError](err)
	_, network := errors.AsType[net.Error](err)
	return reaching || network || strings.HasSuffix(err.Error(), "conn closed")
}

// deepest returns the error at the bottom of another.
func deepest(err error) error {
	for {
		switch e := err.(type) {
		case interface{ Unwrap() error }:
			if e.Unwrap() == nil {
				return err
			}
			err = e.Unwrap()
		case interface{ Unwrap() []error }:
			if all := e.Unwrap(); len(all) > 0 {
				err = all[len(all)-1]
				continue
			}
			return err
		default:
			return err
		}
	}
}

// conflicts are the codes of what another process did at the same time: it changed the same rows, or made the same
// tables.
var conflicts = []string{"40001", "40P01", "23505", "42P07", "42710", "42P06", "XX000"}

// isConflict reports whether a transaction was undone for another's sake, and may be tried again.
func isConflict(err error) bool {
	told, ok := errors.AsType[*pgconn.PgError](err)
	return ok && slices.Contains(conflicts, told.Code)
}
