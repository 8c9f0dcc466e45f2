package english

import (
	"slices"
	"strings"
)

// Key returns what a word is compared by where a claim is held to a text: the stem of its
// plain spelling, or the first word of those that stand for one another in the news. "Held",
// "hold" and "holding" are one, and so are "talks" and "negotiations". It is stricter than
// Alike: whoever takes words of one key for one another changes nothing that is said.
func Key(norm, stem string) string {
	if plain, ok := spellings[norm]; ok {
		stem = Stem(plain)
	}
	if key, ok := sameInNews[stem]; ok {
		return key
	}
	return stem
}

// Keys returns the class of that name with each word by its key.
func Keys(class string) Set {
	keys := Set{}
	for w := range Class(class) {
		keys[Key(w, Stem(w))] = struct{}{}
	}
	return keys
}

// Opposites returns the keys of the opposites of a word, by its own key. Words without a
// meaning of their own, such as "before", are their own keys.
func Opposites(key string) []string { return opposites[key] }

// spellings leads from other spellings and forms of a word to its plain form.
var spellings = func() map[string]string {
	plain := map[string]string{}
	for _, line := range section("spellings") {
		f := strings.Fields(line)
		for _, w := range f[1:] {
			plain[w] = f[0]
		}
	}
	return plain
}()

// sameInNews leads from the stems of words that stand for one another to the first of them.
// A word keeps the first group it was put in, and a line headed by it adds to that group.
var sameInNews = func() map[string]string {
	keys := map[string]string{}
	for _, line := range section("same in news") {
		f := strings.Fields(line)
		head := Stem(f[0])
		if key, known := keys[head]; known {
			head = key
		}
		for _, w := range f {
			if stem := Stem(w); keys[stem] == "" {
				keys[stem] = head
			}
		}
	}
	return keys
}()

var opposites = func() map[string][]string {
	key := func(w string) string {
		if IsStop(w) {
			return w
		}
		return Key(w, Stem(w))
	}
	all := map[string][]string{}
	for _, line := range slices.Concat(section("contraries"), section("opposites")) {
		f := strings.Fields(line)
		if a, b := key(f[0]), key(f[1]); a != b {
			all[a], all[b] = append(all[a], b), append(all[b], a)
		}
	}
	return all
}()
