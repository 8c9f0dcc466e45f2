package shelf

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"talksbot/internal/database"
)

// A File is a file of a watched folder, as it was when it was read.
type File struct {
	Path     string
	Size     int64
	Modified time.Time
	Articles []int64 // that are in it
}

// Files returns the files that were read for a library, by their paths.
func (s *Shelf) Files(ctx context.Context, library string) (all []File, err error) {
	err = s.db.Each(ctx, "reading which files were read", `SELECT path, size, modified, articles FROM files WHERE library = $1 ORDER BY path`, []any{library},
		func(scan database.Scan) error {
			var f File
			var modified int64
			var articles string
			err := errors.Join(scan(&f.Path, &f.Size, &modified, &articles), json.Unmarshal([]byte(articles), &f.Articles))
			f.Modified = time.Unix(0, modified)
			all = append(all, f)
			return err
		})
	return all, err
}

// KeepFiles notes files that were read for a library.
func (s *Shelf) KeepFiles(ctx context.Context, library string, files ...File) error {
	return s.db.Within(ctx, "noting a file", func(ctx context.Context, tx *database.Tx) error {
		for _, f := range files {
			articles, _ := json.Marshal(append([]int64{}, f.Articles...)) // never fails: there are only numbers
			if _, err := tx.Exec(ctx, `
				INSERT INTO files (library, path, size, modified, articles) VALUES ($1, $2, $3, $4, $5)
				ON CONFLICT (library, path) DO UPDATE SET size = $3, modified = $4, articles = $5`,
				library, f.Path, f.Size, f.Modified.UnixNano(), string(articles)); err != nil {
				return err
			}
		}
		return nil
	})
}

// DropFile forgets that a file was read for a library.
func (s *Shelf) DropFile(ctx context.Context, library, path string) error {
	return s.db.Within(ctx, "forgetting a file", func(ctx context.Context, tx *database.Tx) error {
		_, err := tx.Exec(ctx, `DELETE FROM files WHERE library = $1 AND path = $2`, library, path)
		return err
	})
}
