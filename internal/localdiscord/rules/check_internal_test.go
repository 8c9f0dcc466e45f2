package rules

import (
	"reflect"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A limit that is misspelt would limit nothing.
func TestLimitsAreWellFormed(t *testing.T) {
	t.Parallel()
	form := regexp.MustCompile(`^[1-9][0-9]*(,required|,link)?$`)
	seen := map[reflect.Type]bool{}
	var look func(reflect.Type)
	look = func(typ reflect.Type) {
		if seen[typ] {
			return
		}
		seen[typ] = true
		switch typ.Kind() {
		case reflect.Pointer, reflect.Slice:
			look(typ.Elem())
		case reflect.Struct:
			for i := range typ.NumField() {
				f := typ.Field(i)
				if limit, ok := f.Tag.Lookup("limit"); ok && !form.MatchString(limit) {
					t.Errorf("%v.%s: limit %q", typ, f.Name, limit)
				}
				look(f.Type)
			}
		}
	}
	for _, v := range []any{Draft{}, Command{}, Modal{}, ScheduledEvent{}} {
		look(reflect.TypeOf(v))
	}
	if !seen[reflect.TypeFor[SelectOption]()] || !seen[reflect.TypeFor[Choice]()] {
		t.Error("not every object was looked at")
	}
}

func TestLimits(t *testing.T) {
	t.Parallel()
	type part struct {
		Name string  `json:"name" limit:"3,required"`
		Link *string `json:"link,omitempty" limit:"20,link"`
	}
	type whole struct {
		Title *string `json:"title" limit:"3"`
		Value any     `json:"value" limit:"3"`
		Parts []*part `json:"parts" limit:"2"`
		Bytes []byte  `json:"bytes"`
		part
	}
	long, link := " жжжж ", "article.html"
	for _, test := range []struct {
		name string
		v    any
		want []string // paths
	}{
		{"nothing", whole{}, nil},
		{"blanks around", whole{Title: new("  ab\n"), Value: "abc"}, nil},
		{"four letters", whole{Title: &long, Value: long}, []string{"title", "value"}},
		{"a number is not limited", whole{Value: 12345}, nil},
		{"a list", whole{Parts: []*part{{Name: "a"}, {Name: " "}, {Name: "abcd", Link: &link}}}, []string{"parts", "parts.1.name", "parts.2.name", "parts.2.link"}},
		{"what is nil", whole{Parts: []*part{nil}}, nil},
	} {
		var c checker
		c.limits("", test.v)
		var paths []string
		for _, p := range c.problems {
			paths = append(paths, p.Path)
		}
		if diff := cmp.Diff(test.want, paths); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
}
