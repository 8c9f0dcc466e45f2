package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strings"
	"time"

	"talksbot/internal/database"
)

// How long answers are remembered. A question is only needed while people ask on; what was said,
// while they may want to see how it was checked.
const (
	keepsQuestions = 2 * 24 * time.Hour
	keepsClaims    = 90 * 24 * time.Hour
	mostSaid       = 20_000 // answers; beyond, the oldest go
)

// Said is what an answer said.
type Said struct {
	Follows  string // the message of the answer before it in the conversation
	Question string // as it was understood
	Claims   []Claim

	Asker, Guild, Channel string // who asked and where; not read by [Store.Said]
}

// A Claim is a sentence of an answer, with the numbers of the sources it cites.
type Claim struct {
	Text  string `json:"text"`
	Cites []int  `json:"cites"`
}

// Text returns the words of the answer.
func (s Said) Text() string {
	var words []string
	for _, c := range s.Claims {
		words = append(words, c.Text)
	}
	return strings.Join(words, " ")
}

// Say remembers what a message said, and forgets what has been remembered long enough.
func (s *Store) Say(ctx context.Context, message string, said Said, now time.Time) error {
	claims, _ := json.Marshal(said.Claims) // never fails: there are only texts and numbers
	return s.db.Within(ctx, "remembering what was said", func(ctx context.Context, tx *database.Tx) error {
		_, err := tx.Exec(ctx, `
			INSERT INTO said (message, at, follows, question, claims, asker, guild, channel) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
			message, now.UnixMilli(), said.Follows, said.Question, string(claims), said.Asker, said.Guild, said.Channel)
		if err != nil {
			return err
		}
		return forgetSaid(ctx, tx, now)
	})
}

// forgetSaid forgets what has been remembered long enough.
func forgetSaid(ctx context.Context, tx *database.Tx, now time.Time) error {
	for statement, bound := range map[string]any{
		`UPDATE said SET question = '' WHERE at < $1 AND question <> ''`:                       now.Add(-keepsQuestions).UnixMilli(),
		`DELETE FROM said WHERE at < $1`:                                                       now.Add(-keepsClaims).UnixMilli(),
		`DELETE FROM said WHERE at < (SELECT at FROM said ORDER BY at DESC LIMIT 1 OFFSET $1)`: mostSaid - 1,
	} {
		if _, err := tx.Exec(ctx, statement, bound); err != nil {
			return err
		}
	}
	return nil
}

// Said returns what a message said; the zero Said where that is not remembered.
func (s *Store) Said(ctx context.Context, message string) (said Said, err error) {
	defer s.db.Wrap(&err, "reading what was said")
	var claims string
	row := s.db.Row(ctx, `SELECT follows, question, claims FROM said WHERE message = $1`, message)
	switch err = row.Scan(&said.Follows, &said.Question, &claims); {
	case errors.Is(err, sql.ErrNoRows):
		return Said{}, nil
	case err == nil:
		err = json.Unmarshal([]byte(claims), &said.Claims)
	}
	return said, err
}
