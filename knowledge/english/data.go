package english

import (
	"crypto/sha256"
	"embed"
	"io"
	"slices"
	"strings"
	"sync"
)

//go:embed data/*.txt
var files embed.FS

// sections returns the lines of every section of every file in data, by the section's name.
// Comments, empty lines and the space around lines are left out. A section begins with its
// name in brackets; what follows on that line says what it holds.
var sections = sync.OnceValue(func() map[string][]string {
	all := map[string][]string{}
	eachFile(func(name, text string) { addSections(all, name, text) })
	return all
})

// eachFile calls f with every file in data.
func eachFile(f func(name, text string)) {
	entries, err := files.ReadDir("data")
	if err != nil {
		panic(err)
	}
	for _, e := range entries {
		text, err := files.ReadFile("data/" + e.Name())
		if err != nil {
			panic(err)
		}
		f(e.Name(), string(text))
	}
}

func addSections(all map[string][]string, file, text string) {
	name := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			name, _, _ = strings.Cut(line[1:], "]")
			if _, twice := all[name]; twice {
				panic("english: " + file + ": a second section " + name)
			}
			all[name] = []string{}
		case name == "":
			panic("english: " + file + ": words before the first section: " + line)
		default:
			all[name] = append(all[name], line)
		}
	}
}

// section returns the lines of a section. Of a section of rows "name/mark" is those that have
// the mark behind their first field.
func section(name string) []string {
	base, mark, marked := strings.Cut(name, "/")
	lines, ok := sections()[base]
	if !ok {
		panic("english: no section " + name + " in data")
	}
	if !marked {
		return lines
	}
	return slices.DeleteFunc(slices.Clone(lines), func(line string) bool {
		_, marks, _ := strings.Cut(line, "|")
		return !slices.Contains(strings.Fields(marks), mark)
	})
}

// Fingerprint returns a hash of all vocabulary.
func Fingerprint() [sha256.Size]byte {
	h := sha256.New()
	eachFile(func(name, text string) { io.WriteString(h, name+"\x00"+text+"\x00") })
	return [sha256.Size]byte(h.Sum(nil))
}
