package store

import (
	"context"
	"time"

	"talksbot/internal/database"
)

// A Subscription is one channel's wish for a digest a day.
type Subscription struct {
	Channel string
	Guild   string
	Minute  int       // of the day, after midnight
	Zone    string    // by its IANA name
	Skips   bool      // no post on a day with nothing new; else a short one
	Since   time.Time // no digest is due before
	Paused  string    // why there are none for now, for people to read; "" while there are
}

// Subscribe keeps the subscription, in place of the channel's former one.
func (s *Store) Subscribe(ctx context.Context, sub Subscription) error {
	return s.db.Within(ctx, "keeping a subscription", func(ctx context.Context, tx *database.Tx) error {
		_, err := tx.Exec(ctx, `
			INSERT INTO subscriptions (channel, guild, minute, zone, skips, since, paused, asked, answered)
			SELECT $1, $2, $3, $4, $5, $6, $7, coalesce(max(asked), 0), coalesce(max(answered), 0) FROM questions WHERE guild = $2
			ON CONFLICT (channel) DO UPDATE SET guild = $2, minute = $3, zone = $4, skips = $5, since = $6, paused = $7`,
			sub.Channel, sub.Guild, sub.Minute, sub.Zone, sub.Skips, sub.Since.UnixMilli(), sub.Paused)
		return err
	})
}

// Unsubscribe ends the channel's subscription in the guild and reports whether there was one.
func (s *Store) Unsubscribe(ctx context.Context, guild, channel string) (was bool, err error) {
	err = s.db.Within(ctx, "ending a subscription", func(ctx context.Context, tx *database.Tx) error {
		was, err = changes(tx.Exec(ctx, `DELETE FROM subscriptions WHERE channel = $1 AND guild = $2`, channel, guild))
		return err
	})
	return was, err
}

// Pause pauses the channel's subscription and reports whether it ran until now.
func (s *Store) Pause(ctx context.Context, channel, reason string) (ran bool, err error) {
	err = s.db.Within(ctx, "pausing a subscription", func(ctx context.Context, tx *database.Tx) error {
		ran, err = changes(tx.Exec(ctx, `UPDATE subscriptions SET paused = $1 WHERE channel = $2 AND paused = ''`, reason, channel))
		return err
	})
	return ran, err
}

// changes reports whether a statement changed anything.
func changes(rows int64, err error) (bool, error) { return rows > 0, err }

// Subscriptions returns the subscriptions of a guild, or of all for "", by channel.
func (s *Store) Subscriptions(ctx context.Context, guild string) ([]Subscription, error) {
	var subs []Subscription
	err := s.db.Each(ctx, "reading the subscriptions", `
		SELECT channel, guild, minute, zone, skips, since, paused FROM subscriptions
		WHERE guild = $1 OR $1 = '' ORDER BY channel`, []any{guild},
		func(scan database.Scan) error {
			var sub Subscription
			var since int64
			err := scan(&sub.Channel, &sub.Guild, &sub.Minute, &sub.Zone, &sub.Skips, &since, &sub.Paused)
			sub.Since = time.UnixMilli(since)
			subs = append(subs, sub)
			return err
		})
	return subs, err
}
