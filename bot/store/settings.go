package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"

	"talksbot/internal/database"
)

// Settings are what those who manage a server have chosen for it. The zero Settings are the usual ones.
type Settings struct {
	Channels []string `json:"channels,omitempty"` // the only ones in which questions are answered, in order of their IDs; none: all are
	Private  bool     `json:"private,omitempty"`  // answers are shown to whoever asked, where Discord can and they do not choose otherwise
	Threads  bool     `json:"threads,omitempty"`  // long answers are given in a thread
	NoForums bool     `json:"no_forums,omitempty"`
	Language string   `json:"language,omitempty"` // of what the bot says, as a BCP 47 tag; "": that of the server, or of who reads it

	PerPerson int `json:"per_person,omitempty"` // questions a minute; 0: as many as whoever runs the bot allows
	PerServer int `json:"per_server,omitempty"`

	NoModel bool `json:"no_model,omitempty"`
	Worded  int  `json:"worded,omitempty"` // how many answers a day a language model may word; 0: no limit of the server's own

	NoGaps bool `json:"no_gaps,omitempty"` // questions that were not answered are not kept
}

// IsUsual reports whether nothing was chosen.
func (s Settings) IsUsual() bool {
	return len(s.Channels) == 0 && !s.Private && !s.Threads && !s.NoForums && s.Language == "" &&
		s.PerPerson == 0 && s.PerServer == 0 && !s.NoModel && s.Worded == 0 && !s.NoGaps
}

// querier is a database or a transaction.
type querier interface {
	Row(ctx context.Context, query string, args ...any) *database.Row
}

// settingsOf reads what was chosen for a server.
func settingsOf(ctx context.Context, q querier, guild string) (chosen Settings, err error) {
	var text string
	switch err = q.Row(ctx, `SELECT chosen FROM settings WHERE guild = $1`, guild).Scan(&text); {
	case errors.Is(err, sql.ErrNoRows):
		return Settings{}, nil
	case err == nil:
		err = json.Unmarshal([]byte(text), &chosen)
	}
	return chosen, err
}

// Settings returns what was chosen for a server.
func (s *Store) Settings(ctx context.Context, guild string) (chosen Settings, err error) {
	defer s.db.Wrap(&err, "reading a server's settings")
	return settingsOf(ctx, s.db, guild)
}

// AllSettings returns what was chosen, by the server for which it was.
func (s *Store) AllSettings(ctx context.Context) (map[string]Settings, error) {
	all := map[string]Settings{}
	err := s.db.Each(ctx, "reading the servers' settings", `SELECT guild, chosen FROM settings`, nil, func(scan database.Scan) error {
		var guild, text string
		var chosen Settings
		err := errors.Join(scan(&guild, &text), json.Unmarshal([]byte(text), &chosen))
		all[guild] = chosen
		return err
	})
	return all, err
}

// Choose changes the settings of a server and returns what they are then. Of changes at one time each finds
// what the one before it left. Where questions are not to be kept any more, those that are go.
func (s *Store) Choose(ctx context.Context, guild string, change func(*Settings)) (chosen Settings, err error) {
	err = s.db.Within(ctx, "changing a server's settings", func(ctx context.Context, tx *database.Tx) error {
		if chosen, err = settingsOf(ctx, tx, guild); err != nil {
			return err
		}
		chosen.Channels = slices.Clone(chosen.Channels)
		change(&chosen)
		if err := keepSettings(ctx, tx, guild, chosen); err != nil || !chosen.NoGaps {
			return err
		}
		_, err := tx.Exec(ctx, `DELETE FROM gaps WHERE guild = $1`, guild)
		return err
	})
	return chosen, err
}

// keepSettings keeps what was chosen for a server, which is nothing where all is as usual.
func keepSettings(ctx context.Context, tx *database.Tx, guild string, chosen Settings) error {
	if chosen.IsUsual() {
		_, err := tx.Exec(ctx, `DELETE FROM settings WHERE guild = $1`, guild)
		return err
	}
	text, _ := json.Marshal(chosen) // never fails: there are only texts, numbers and yes or no
	_, err := tx.Exec(ctx, `INSERT INTO settings (guild, chosen) VALUES ($1, $2) ON CONFLICT (guild) DO UPDATE SET chosen = $2`, guild, string(text))
	return err
}
