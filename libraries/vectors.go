package libraries

import (
	"bytes"
	"context"
	"encoding/gob"

	"talksbot/knowledge/article"
	"talksbot/knowledge/encoder"
)

// The vectors of a library's sentences are stored by the weights that made them, beside what else is derived: a
// library answers before they are read.
func vectorsOf(name string) string { return "vectors/" + name }

// stored are the vectors of articles, by their versions.
type stored map[article.Version]encoder.Block

// keepVectors stores the vectors of a library's articles where enough were made since they were stored.
func (l *Libraries) keepVectors(ctx context.Context, name string) error {
	v := l.view(name)
	v.mu.Lock()
	library, before := v.library, v.vectored
	v.mu.Unlock()
	if library == nil {
		return nil
	}
	all, versions := stored{}, []article.Version{}
	for _, a := range library.Articles() {
		if b := a.Vectors(); b != nil {
			all[a.Version], versions = b, append(versions, a.Version)
		}
	}
	if len(all)-before < max(fewUnstored, len(library.Articles())/shareUnstored) {
		return nil
	}
	var data bytes.Buffer
	if err := gob.NewEncoder(&data).Encode(all); err != nil {
		return err
	}
	if err := l.Shelf.KeepDerived(ctx, vectorsOf(name), encoder.Hash, data.Bytes(), versions...); err != nil {
		return err
	}
	v.mu.Lock()
	v.vectored = len(all)
	v.mu.Unlock()
	return nil
}

// readVectors gives a library's articles the vectors that were stored of them. Those that cannot be read are made
// again.
func (l *Libraries) readVectors(ctx context.Context, name string) {
	data, err := l.Shelf.Derived(ctx, vectorsOf(name), encoder.Hash)
	if data == nil && err == nil {
		return
	}
	all := stored{}
	if err == nil {
		err = gob.NewDecoder(bytes.NewReader(data)).Decode(&all)
	}
	if err != nil {
		if ctx.Err() == nil {
			l.Log.Warn("the vectors stored of a library cannot be used, and are made again", "library", name, "reason", err)
		}
		return
	}
	v := l.view(name)
	v.mu.Lock()
	defer v.mu.Unlock()
	for _, a := range v.library.Articles() {
		if b, ok := all[a.Version]; ok && a.KeepVectors(b) {
			v.vectored++
		}
	}
}
