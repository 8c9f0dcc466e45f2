package shelf

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"talksbot/internal/database"
)

// The kinds of jobs.
const (
	Add    = "add"    // an article that is asked for
	Reread = "reread" // one that is held is read again
)

// A Job is work on one address, in steps. It belongs to whoever has taken it, until it is put off or finished, or
// the claim runs out because that process is gone.
type Job struct {
	ID      int64
	Library string
	Kind    string // Add or Reread
	Address string
	By      string // who asked for it
	Article int64  // 0 while it is not known
	Feed    int64  // in which it was found; 0 for none
	Step    string // what is done next; once it has ended, how
	Reason  string // why it ended so, or failed the last time
	Tries   int    // how often it was taken
	Made    time.Time
	Due     time.Time
	Until   time.Time // it is nobody else's before
	Ended   time.Time // zero: not yet
	Data    []byte    // what the step before made, for the next

	claim string
}

const jobColumns = `id, library, kind, address, who, article, feed, step, reason, tries, made, due, until, ended, data, holder`

func scanJob(scan database.Scan) (j Job, err error) {
	var made, due, until, ended int64
	err = scan(&j.ID, &j.Library, &j.Kind, &j.Address, &j.By, &j.Article, &j.Feed, &j.Step, &j.Reason, &j.Tries, &made, &due, &until, &ended, &j.Data, &j.claim)
	j.Made, j.Due, j.Until, j.Ended = fromMillis(made), fromMillis(due), fromMillis(until), fromMillis(ended)
	return j, err
}

// Enqueue keeps a job for whoever takes it once it is due. One of the same kind that waits for the same address in the
// same library is the same job: it is then due at the earlier time.
func (q Queue) Enqueue(ctx context.Context, j Job) (kept Job, err error) {
	j.Made = q.or(j.Made)
	err = q.db.Within(ctx, "keeping work to be done", func(ctx context.Context, tx *database.Tx) error {
		_, err := tx.Exec(ctx, `
			INSERT INTO jobs (library, kind, address, host, who, article, feed, step, reason, tries, made, due, data, holder, until, ended)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10, $11, $12, '', 0, 0)
			ON CONFLICT (library, kind, address) WHERE ended = 0
			DO UPDATE SET due = $11 WHERE jobs.due > $11`,
			j.Library, j.Kind, j.Address, hostOf(j.Address), j.By, j.Article, j.Feed, j.Step, j.Reason, millis(j.Made), millis(q.or(j.Due)), j.Data)
		if err != nil {
			return err
		}
		kept, err = scanJob(tx.Row(ctx, `SELECT `+jobColumns+` FROM jobs WHERE library = $1 AND kind = $2 AND address = $3 AND ended = 0`, j.Library, j.Kind, j.Address).Scan)
		kept.claim = ""
		return err
	})
	return kept, err
}

// hostOf returns whose server an address names; "" where it names none.
func hostOf(address string) string {
	if u, err := url.Parse(address); err == nil && strings.HasPrefix(u.Scheme, "http") {
		return strings.ToLower(u.Hostname())
	}
	return ""
}

// Take takes the job that has been due longest and is nobody's, until a time, and reports whether there is one. A
// host has one job under way at a time, in whatever process; those that are busy are left alone too.
func (q Queue) Take(ctx context.Context, now, until time.Time, busy ...string) (j Job, taken bool, err error) {
	claim := rand.Text()
	query, args := `
		UPDATE jobs SET holder = $1, until = $2, tries = tries + 1 WHERE id = (
			SELECT id FROM jobs WHERE ended = 0 AND due <= $3 AND until <= $3
			AND host NOT IN (SELECT host FROM jobs WHERE ended = 0 AND until > $3 AND host <> '')`, []any{claim, millis(until), millis(now)}
	for _, host := range busy {
		args = append(args, strings.ToLower(host))
		query += fmt.Sprintf(" AND host <> $%d", len(args))
	}
	query += ` ORDER BY due, id LIMIT 1` + q.db.SkipLocked() + `) RETURNING ` + jobColumns
	err = q.db.Within(ctx, "taking up work", func(ctx context.Context, tx *database.Tx) error {
		j, err = scanJob(tx.Row(ctx, query, args...).Scan)
		if taken = err == nil; errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		return err
	})
	return j, taken && err == nil, err
}

// Advance keeps how far a job is: its step, its data, and all else that is known of it by now. It stays this process's
// until the job's Until.
func (q Queue) Advance(ctx context.Context, j Job) error {
	return q.keepJob(ctx, j, j.claim, j.Until, time.Time{})
}

// PutOff keeps how far a job is and leaves it for whoever takes it once it is due.
func (q Queue) PutOff(ctx context.Context, j Job) error {
	return q.keepJob(ctx, j, "", time.Time{}, time.Time{})
}

// Finish ends a job, with its step and reason. Its data is not kept.
func (q Queue) Finish(ctx context.Context, j Job) error {
	j.Data = nil
	return q.keepJob(ctx, j, "", time.Time{}, q.clock())
}

// Cancel ends jobs that nobody has taken up, as "cancelled".
func (q Queue) Cancel(ctx context.Context, ids ...int64) error {
	return q.db.Within(ctx, "giving up work", func(ctx context.Context, tx *database.Tx) error {
		now := millis(q.clock())
		for _, id := range ids {
			if _, err := tx.Exec(ctx, `UPDATE jobs SET step = 'cancelled', data = $3, ended = $2 WHERE id = $1 AND ended = 0 AND until <= $2`, id, now, []byte{}); err != nil {
				return err
			}
		}
		return nil
	})
}

// keepsJobs is how long a job is known after it has ended.
const keepsJobs = 30 * 24 * time.Hour

func (q Queue) keepJob(ctx context.Context, j Job, holder string, until, ended time.Time) error {
	return q.db.Within(ctx, "noting how far work is", func(ctx context.Context, tx *database.Tx) error {
		changed, err := tx.Exec(ctx, `
			UPDATE jobs SET article = $3, step = $4, reason = $5, tries = $6, due = $7, data = $8, holder = $9, until = $10, ended = $11
			WHERE id = $1 AND holder = $2 AND holder <> '' AND ended = 0`,
			j.ID, j.claim, j.Article, j.Step, j.Reason, j.Tries, millis(j.Due), j.Data, holder, millis(until), millis(ended))
		switch {
		case err != nil:
			return err
		case changed == 0:
			return ErrLost
		case ended.IsZero():
			return nil
		}
		_, err = tx.Exec(ctx, `DELETE FROM jobs WHERE ended <> 0 AND ended < $1`, millis(ended.Add(-keepsJobs)))
		return err
	})
}

// Jobs returns a library's jobs that have not ended, and those that have since a time, the first first.
func (q Queue) Jobs(ctx context.Context, library string, since time.Time) ([]Job, error) {
	return q.jobs(ctx, `library = $1 AND (ended = 0 OR ended >= $2)`, library, millis(since))
}

// JobsOf returns jobs by their IDs, in the order of these. One that is not known any more is left out.
func (q Queue) JobsOf(ctx context.Context, ids ...int64) ([]Job, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	signs, args := make([]string, len(ids)), make([]any, len(ids))
	for i, id := range ids {
		signs[i], args[i] = fmt.Sprint("$", i+1), id
	}
	return q.jobs(ctx, `id IN (`+strings.Join(signs, ", ")+`)`, args...)
}

func (q Queue) jobs(ctx context.Context, where string, args ...any) (all []Job, err error) {
	err = q.db.Each(ctx, "reading what work there is", `SELECT `+jobColumns+` FROM jobs WHERE `+where+` ORDER BY id`, args, func(scan database.Scan) error {
		j, err := scanJob(scan)
		j.claim = ""
		all = append(all, j)
		return err
	})
	return all, err
}
