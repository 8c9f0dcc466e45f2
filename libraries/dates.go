package libraries

import (
	"context"

	"talksbot/knowledge"
	"talksbot/knowledge/article"
	"talksbot/knowledge/timeline"
)

// What the articles of a library say of days is stored beside the library, by the names known in all of it.
func datesOf(name string) string { return "dates/" + name }

// keepDates stores what the articles say of days.
func (l *Libraries) keepDates(ctx context.Context, name string, library *knowledge.Library, versions []article.Version) error {
	return l.Shelf.KeepDerived(ctx, datesOf(name), timeline.Derivation(), timeline.Keep(library), versions...)
}

// readDates gives a library, as it was stored, what was stored of its dates, and reports whether it could. Else they are
// read from the articles when they are asked for.
func (l *Libraries) readDates(ctx context.Context, name string, library *knowledge.Library) bool {
	data, err := l.Shelf.Derived(ctx, datesOf(name), timeline.Derivation())
	if err == nil && data != nil {
		err = timeline.Resume(library, data)
	}
	if err != nil && ctx.Err() == nil {
		l.Log.Warn("the dates stored of a library cannot be used, and are read again", "library", name, "reason", err)
	}
	return err == nil && data != nil
}
