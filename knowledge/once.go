package knowledge

import (
	"reflect"
	"sync"
)

// Once returns what is made of a library, which is made when it is first asked for and kept with it.
// Of each type there is one.
func Once[T any](l *Library, from func(*Library) T) T {
	key := reflect.TypeFor[T]()
	value, ok := l.made.Load(key)
	if !ok {
		value, _ = l.made.LoadOrStore(key, sync.OnceValue(func() T { return from(l) }))
	}
	return value.(func() T)()
}

// OnceFrom is Once of what can be made from what was made of an earlier library, which from is given: the zero T
// where there is none.
func OnceFrom[T any](l *Library, from func(l *Library, before T) T) T {
	return Once(l, func(l *Library) T {
		var before T
		if v, ok := l.earlier.LoadAndDelete(reflect.TypeFor[T]()); ok {
			before = v.(T)
		}
		made := from(l, before)
		l.grown.Store(reflect.TypeFor[T](), made)
		return made
	})
}

// Seed gives OnceFrom something to make its value of the library from, such as what was stored of it.
func Seed[T any](l *Library, before T) { l.earlier.Store(reflect.TypeFor[T](), before) }

// after lets the library make from what was made of the one before it.
func (l *Library) after(before *Library) *Library {
	keep := func(key, value any) bool {
		l.earlier.Store(key, value)
		return true
	}
	before.earlier.Range(keep)
	before.grown.Range(keep)
	return l
}
