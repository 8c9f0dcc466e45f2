package shelf

import (
	"context"

	"talksbot/internal/database"
	"talksbot/knowledge/article"
)

// partSize is how many bytes of what was derived stand in one row.
const partSize = 1 << 20

// Derived returns what was derived and kept under a name by a version of the deriving code; nil where there is
// nothing.
func (s *Shelf) Derived(ctx context.Context, name, code string) (data []byte, err error) {
	defer s.db.Wrap(&err, "reading what was derived")
	var size int64
	if err := s.db.Row(ctx, `SELECT coalesce(max(part) + 1, 0) FROM derived WHERE name = $1 AND code = $2`, name, code).Scan(&size); err != nil || size == 0 {
		return nil, err
	}
	data = make([]byte, 0, size*partSize)
	err = s.db.Each(ctx, "part by part", `SELECT data FROM derived WHERE name = $1 AND code = $2 ORDER BY part`, []any{name, code},
		func(scan database.Scan) error {
			var part database.Raw
			err := scan(&part)
			data = append(data, part...)
			return err
		})
	if err != nil {
		return nil, err
	}
	return data, nil
}

// KeepDerived keeps what was derived from versions of articles under a name, by a version of the deriving code,
// in place of what was kept there. When one of the versions is forgotten, so is this; without versions, whenever
// any is.
func (s *Shelf) KeepDerived(ctx context.Context, name, code string, data []byte, from ...article.Version) error {
	return s.db.Within(ctx, "keeping what was derived", func(ctx context.Context, tx *database.Tx) error {
		if err := dropDerived(ctx, tx, name, code); err != nil {
			return err
		}
		for _, v := range from {
			if _, err := tx.Exec(ctx, `INSERT INTO derived_of (version, name) VALUES ($1, $2) ON CONFLICT DO NOTHING`, v[:], name); err != nil {
				return err
			}
		}
		for part := 0; part == 0 || len(data) > 0; part++ {
			row := data[:min(partSize, len(data))]
			data = data[len(row):]
			if _, err := tx.Exec(ctx, `INSERT INTO derived (name, code, part, data) VALUES ($1, $2, $3, $4)`, name, code, part, row); err != nil {
				return err
			}
		}
		return nil
	})
}

// DropDerived drops what was derived and kept, but for what is still wanted.
func (s *Shelf) DropDerived(ctx context.Context, wanted func(name, code string) bool) error {
	type key struct{ name, code string }
	var unwanted []key
	err := s.db.Each(ctx, "reading what was derived", `SELECT name, code FROM derived WHERE part = 0`, nil, func(scan database.Scan) error {
		var k key
		err := scan(&k.name, &k.code)
		if err == nil && !wanted(k.name, k.code) {
			unwanted = append(unwanted, k)
		}
		return err
	})
	if err != nil || len(unwanted) == 0 {
		return err
	}
	return s.db.Within(ctx, "dropping what was derived", func(ctx context.Context, tx *database.Tx) error {
		for _, k := range unwanted {
			if err := dropDerived(ctx, tx, k.name, k.code); err != nil {
				return err
			}
		}
		return nil
	})
}

func dropDerived(ctx context.Context, tx *database.Tx, name, code string) error {
	if _, err := tx.Exec(ctx, `DELETE FROM derived WHERE name = $1 AND code = $2`, name, code); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, `DELETE FROM derived_of WHERE name = $1 AND NOT EXISTS (SELECT 1 FROM derived WHERE name = $1)`, name)
	return err
}
