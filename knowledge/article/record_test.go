package article

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/rogpeppe/go-internal/txtar"

	"talksbot/knowledge/timex"
)

// again marshals the article and returns what is read from that.
func again(t *testing.T, a *Article) *Article {
	t.Helper()
	record, err := Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(record, []byte("\n")) {
		t.Errorf("the record of %q is more than a line", a.ID)
	}
	b, err := Unmarshal(record)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// zones compares zones by what they are at any one time.
var zones = cmp.Comparer(func(a, b *time.Location) bool {
	if a == nil || b == nil {
		return a == b
	}
	at := time.Unix(0, 0)
	_, x := at.In(a).Zone()
	_, y := at.In(b).Zone()
	return x == y
})

// same reports what of two articles differs.
func same(t *testing.T, a, b *Article) {
	t.Helper()
	options := cmp.Options{cmpopts.IgnoreUnexported(Article{}), zones}
	if d := cmp.Diff(a, b, options); d != "" {
		t.Errorf("%q comes back as another:\n%s", a.ID, d)
	}
	if d := cmp.Diff(a.Dates(), b.Dates(), options); d != "" {
		t.Errorf("%q comes back with other dates:\n%s", a.ID, d)
	}
	if d := cmp.Diff(a.Quotations(), b.Quotations(), options); d != "" {
		t.Errorf("%q comes back with other quotations:\n%s", a.ID, d)
	}
}

// TestRecord writes and reads each article of the fixtures, of one folder and so with what they repeat.
func TestRecord(t *testing.T) {
	for _, pattern := range []string{"testdata/layout/*.txtar", "format/testdata/*.txtar", "furniture/testdata/*.txtar"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range found {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range archive.Files {
				path := filepath.Join(t.TempDir(), filepath.Base(f.Name))
				if err := os.WriteFile(path, f.Data, 0o644); err != nil {
					t.Fatal(err)
				}
				articles, _ := Load(path) // expected outputs are no articles
				for _, a := range articles {
					same(t, a, again(t, a))
				}
			}
		}
	}
}

// TestRecordOfSeveral holds that what only other articles tell of one is kept with it: what the page
// repeats, how its outlet writes a day, and what its file is called.
func TestRecordOfSeveral(t *testing.T) {
	const notice = "\n\nIf you see a fault in our pages, you should write to us and we will mend it soon.\n"
	articles, err := Load(files(t, map[string]string{
		"a.txt":            "03/04/2021\n\nThe dam at Ruhl was closed after the flood had gone." + notice,
		"b.txt":            "25/04/2021\n\nThe choir of Ondra sang before two thousand guests in the harbour." + notice,
		"2020-05-06-c.txt": "The ferry to Hask sank in the night, and all on board were saved." + notice,
	}))
	if err != nil {
		t.Fatal(err)
	}
	guessed := 0
	for _, a := range articles {
		same(t, a, again(t, a))
		if len(a.Sentences) != 1 {
			t.Errorf("%q has %d sentences: the notice is no part of it", a.ID, len(a.Sentences))
		}
		if a.Guessed {
			guessed++
		}
	}
	if guessed != 1 {
		t.Errorf("%d days of publication are guessed, not that of c alone", guessed)
	}
}

// TestRecordMoments holds that a time of publication keeps its zone and how closely it is known.
func TestRecordMoments(t *testing.T) {
	for _, m := range []timex.Moment{
		{},
		moment(t, "2021-12-28"),
		moment(t, "2021-12-28T00:00"),
		moment(t, "2021-12-28T18:37:05"),
		moment(t, "2021-12-28T18:37:05Z"),
		moment(t, "2021-12-28T23:37:00+03:00"),
		moment(t, "2021-12-28T00:10:00-09:30"),
		timex.MomentOf(time.Date(1880, 1, 2, 3, 4, 5, 0, time.FixedZone("", 3208))),
		{Day: moment(t, "0007-01-02").Day, HasClock: true, Clock: time.Millisecond},
	} {
		a := New(Article{ID: "a", Text: "It rained.", Published: m, Modified: m})
		b := again(t, a)
		same(t, a, b)
		if got := when(b.Published); got != when(m) {
			t.Errorf("published %s comes back as %s", when(m), got)
		}
	}
}

func moment(t *testing.T, s string) timex.Moment {
	t.Helper()
	m, err := timex.ParseMoment(s)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestRecordRefused holds that nothing is written that does not come back, and nothing read that was changed.
func TestRecordRefused(t *testing.T) {
	day := moment(t, "2021-12-28").Day
	for name, a := range map[string]Article{
		"bytes":  {Text: "It rained in \xff."},
		"clock":  {Text: "It rained.", Published: timex.Moment{Day: day, HasClock: true, Clock: 25 * time.Hour}},
		"outlet": {Text: "It rained.", Outlet: "\xc3"},
	} {
		if record, err := Marshal(New(a)); err == nil {
			t.Errorf("%s: %s", name, record)
		}
	}
	record, err := Marshal(New(Article{ID: "a", Title: "Rain", Text: "It rained.", Published: moment(t, "2021-12-28")}))
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range [][2]string{{"It rained.", "It snowed."}, {"It rained.", "It rained. "}, {`"version":"`, `"version":"A`}, {`"talksbot"`, `"other"`}} {
		changed := strings.Replace(string(record), change[0], change[1], 1)
		if a, err := Unmarshal([]byte(changed)); err == nil {
			t.Errorf("%s is read as %q", changed, a.Text)
		}
	}
}

// TestRecordAsFile holds that a file of records holds the same versions, to be cited as before.
func TestRecordAsFile(t *testing.T) {
	before, err := Load(files(t, map[string]string{
		"a.md":  "---\ntitle: Rain & sun\ndate: 2021-12-28\n---\n\n# Rain &amp; sun\n\nIt rained <b>hard</b> in Ruhl.\n\n## Later\n\nThe sun came out.\n",
		"b.txt": "Ferry sinks off Hask\n\n28 December 2021\n\nThe ferry to Hask sank in the night. All on board were saved.\n",
	}))
	if err != nil {
		t.Fatal(err)
	}
	var lines bytes.Buffer
	for _, a := range before {
		record, err := Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		lines.Write(append(record, '\n'))
	}
	after, err := Load(files(t, map[string]string{"all.jsonl": lines.String()}))
	if err != nil {
		t.Fatal(err)
	}
	if len(after) != len(before) {
		t.Fatalf("%d articles of %d", len(after), len(before))
	}
	for i, a := range before {
		same(t, a, after[i])
	}
}

// FuzzRecord reads any file, writes its articles and reads them again: they are the same.
func FuzzRecord(f *testing.F) {
	names := []string{"a.txt", "a.md", "a.html", "a.jsonl", "a.eml", "2021-03-04.csv", "a.xml"}
	f.Add([]byte("Ferry sinks\n\nBy Ida Kern\n\n03/04/2021\n\nMS KERN: It rained.\n\nQ. Did it?\n\nMS KERN: Yes, it did.\n"), uint8(0))
	f.Add([]byte("---\ntitle: x\ndate: 2021-01-02T03:04:05-09:30\n---\n# x\n\nIt *rains*.\n\n## y\n\nIt pours."), uint8(1))
	f.Add([]byte("<html><head><title>x | The Sun</title></head><body><h1>x</h1><figure><figcaption>A dog</figcaption></figure><p>It rains.</body>"), uint8(2))
	f.Add([]byte(`{"text":"It rained. &lt;","published":"28 Dec 2021","id":"\u2028"}`), uint8(3))
	f.Fuzz(func(t *testing.T, data []byte, n uint8) {
		a, err := Parse(names[int(n)%len(names)], data)
		if err != nil {
			return
		}
		b := again(t, a)
		if a.Version != b.Version || a.Text != b.Text || !slices.Equal(a.Parts, b.Parts) || !slices.Equal(a.Sentences, b.Sentences) {
			t.Fatalf("%q comes back as %q", a.Text, b.Text)
		}
		same(t, a, b)
	})
}
