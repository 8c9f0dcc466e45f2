package article

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// files writes files into an empty folder, and returns it.
func files(t testing.TB, all map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range all {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func zipped(t testing.TB, all ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(all); i += 2 {
		w, err := z.Create(all[i])
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(w, all[i+1])
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func tarred(t testing.TB, all ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := tar.NewWriter(&b)
	for i := 0; i < len(all); i += 2 {
		if err := z.WriteHeader(&tar.Header{Name: all[i], Size: int64(len(all[i+1])), Mode: 0o644, Typeflag: tar.TypeReg}); err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(z, all[i+1])
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func packed(data string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	fmt.Fprint(z, data)
	z.Close()
	return b.String()
}

// numbers returns a text that does not become much smaller when it is packed.
func numbers(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%d ", i*i*i)
	}
	return b.String()
}

// told returns what was loaded of a folder: IDs, and what was skipped without the folder's name.
func told(dir string, l Loaded) string {
	var b strings.Builder
	for _, a := range l.Articles {
		fmt.Fprintf(&b, "%s\n", a.ID)
	}
	for _, s := range l.Skipped {
		fmt.Fprintf(&b, "skipped %s\n", strings.ReplaceAll(s.Error(), dir+string(filepath.Separator), ""))
	}
	return strings.TrimSpace(b.String())
}

// TestLoader loads folders with good files and bad ones. A strict Loader refuses what a Loader
// skips something of, with the same words.
func TestLoader(t *testing.T) {
	tests := []struct {
		name  string
		files map[string]string
		want  string
	}{
		{"all good", map[string]string{"a.txt": "It rains.", "b/c.md": "It pours."}, "a\nb/c"},
		{"one empty", map[string]string{"a.txt": "It rains.", "b.txt": ""}, "a\nskipped b.txt:1: the file is empty"},
		{"a format that is not read", map[string]string{"a.txt": "It rains.", "b.epub": "PK"}, "a\nskipped b.epub:1: a book: save its chapters as web pages"},
		{"pictures", map[string]string{"a.txt": "It rains.", "b.png": "x", ".hidden.txt": "x"}, "a"},
		{"a bad line", map[string]string{"a.jsonl": "{\"id\":\"x\",\"text\":\"It rains.\"}\n{\"id\":\"y\"}\n{\"id\":\"z\",\"text\":\"It pours.\"}"},
			"x\nskipped a.jsonl:2: \"text\" of article \"y\" is missing"},
		{"without ids", map[string]string{"a.jsonl": "{\"text\":\"It rains.\"}\n\n{\"text\":\"It pours.\"}"}, "a#1\na#3"},
		{"a table", map[string]string{"a.csv": "text\nIt rains.\nIt pours.\n"}, "a#1\na#2"},
		{"a page too deep", map[string]string{"a.txt": "It rains.", "b.html": strings.Repeat("<i>", 10000)}, "a\nskipped b.html:1: not a page that can be read: its elements stand more than 512 deep in one another"},
		{"an archive", map[string]string{"a.zip": zipped(t, "one.txt", "It rains.", "sub/two.md", "It pours.", "__MACOSX/one.txt", "x", "c.png", "x")}, "one\nsub/two"},
		{"an archive with ways out", map[string]string{"a.zip": zipped(t, "../../one.txt", "It rains.")}, "one"},
		{"an archive with a bad file", map[string]string{"a.zip": zipped(t, "one.txt", "It rains.", "two.txt", "\x00")},
			"one\nskipped a.zip/two.txt:1: a NUL byte: this is a binary file, not a text"},
		{"an archive with nothing", map[string]string{"a.zip": zipped(t, "c.png", "x")}, "skipped a.zip: no articles in this archive"},
		{"no archive", map[string]string{"a.zip": "PK"}, "skipped a.zip: not an archive that can be read: zip: not a valid zip file"},
		{"a bomb", map[string]string{"a.zip": zipped(t, "one.txt", strings.Repeat("0", maxFile+1), "two.txt", "It rains.")},
			"two\nskipped a.zip/one.txt: over 10 MB, and no more are read: split the file"},
		{"a packed archive", map[string]string{"a.tar.gz": packed(tarred(t, "./one.txt", "It rains.", "two.jsonl", `{"id":"x","text":"It pours."}`))}, "one\nx"},
		{"packed files", map[string]string{"a.txt.gz": packed("It rains."), "b.jsonl.gz": packed(`{"text":"It pours."}`)}, "a\nb#1"},
		{"a packed archive cut short", map[string]string{"a.tgz": packed(tarred(t, "one.txt", "It rains.", "two.txt", numbers(9000)))[:9000]},
			"one\nskipped a.tgz/two.txt: it is cut short: copy the file again\nskipped a.tgz: broken off, or not an archive: it is cut short: copy the file again"},
		{"not packed", map[string]string{"a.txt.gz": "It rains and pours."}, "skipped a.txt.gz: not packed as its name says: gzip: invalid header"},
		{"a feed with controls", map[string]string{"a.xml": "<rss><channel><title>x\x0c</title><item><title>One\x01</title><description>It rains.\x1b</description></item></channel></rss>"}, "a"},
		{"lines too long", map[string]string{"a.jsonl": `{"text":"It rains."}` + "\n" + `{"text":"` + strings.Repeat("x", maxFile) + `"}`}, "a#1\nskipped a.jsonl:2: longer than 10 MB"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := files(t, tt.files)
			got, err := Loader{}.Load(dir)
			if err != nil || told(dir, got) != tt.want {
				t.Errorf("got:\n%s\nwant:\n%s (%v)", told(dir, got), tt.want, err)
			}
			strict, err := Loader{Strict: true}.Load(dir)
			if _, skipped, any := strings.Cut(tt.want, "skipped "); any {
				first, _, _ := strings.Cut(skipped, "\n")
				if err == nil || !strings.Contains(err.Error(), first) || strict.Articles != nil {
					t.Errorf("a strict loader: %v, %d articles", err, len(strict.Articles))
				}
			} else if err != nil || len(strict.Articles) != len(got.Articles) {
				t.Errorf("a strict loader: %v", err)
			}
		})
	}
}

// TestLoaderNamed holds that what the caller names must be readable.
func TestLoaderNamed(t *testing.T) {
	dir := files(t, map[string]string{"a.txt": "", "b.jsonl": "{\"text\":\"It rains.\"}\n{", "c.zip": "PK"})
	for name, want := range map[string]string{"a.txt": "a.txt:1: the file is empty", "b.jsonl": "b.jsonl:2: not JSON", "c.zip": "c.zip: not an archive", "d.txt": "there is no file"} {
		if got, err := (Loader{}).Load(filepath.Join(dir, name)); err == nil || !strings.Contains(err.Error(), want) || got.Articles != nil {
			t.Errorf("%s: %v, want %s", name, err, want)
		}
	}
}

func TestLoaderLinks(t *testing.T) {
	dir := files(t, map[string]string{"a.txt": "It rains."})
	for link, to := range map[string]string{"loop": dir, "b.txt": filepath.Join(dir, "a.txt"), "gone.txt": filepath.Join(dir, "nothing")} {
		if err := os.Symlink(to, filepath.Join(dir, link)); err != nil {
			t.Skipf("no links here: %v", err)
		}
	}
	got, err := Loader{}.Load(dir)
	want := "a\nskipped gone.txt: a link that leads nowhere: no such file or directory\nskipped loop: a link to a folder: links to folders are not followed"
	if err != nil || told(dir, got) != want {
		t.Errorf("got:\n%s\nwant:\n%s (%v)", told(dir, got), want, err)
	}
	if also := got.Articles[0].Also; len(also) != 1 || also[0] != "b" {
		t.Errorf("a is also known as %q, want b", also)
	}
}

// TestLoaderCopies holds that an identical text is one article with two ids, unless something else
// is stated of it.
func TestLoaderCopies(t *testing.T) {
	dir := files(t, map[string]string{"a.jsonl": `{"id":"one","text":"It rains.","title":"Rain","outlet":"Post"}
{"id":"two","text":"It rains.","title":"Rain"}
{"id":"three","text":"It rains.","title":"Rain","outlet":"Herald"}
{"id":"four","text":""}
{"id":"five","text":""}`})
	got, err := Loader{}.Load(filepath.Join(dir, "a.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, a := range got.Articles {
		all = append(all, a.ID+strings.Join(a.Also, "+"))
	}
	if got := strings.Join(all, " "); got != "onetwo three four five" {
		t.Errorf("got %s", got)
	}
}

// TestLoaderLarge loads a file of a gigabyte, which takes no disk: it is refused by its size.
func TestLoaderLarge(t *testing.T) {
	dir := files(t, map[string]string{"a.txt": "It rains.", "b.txt": "x"})
	if err := os.Truncate(filepath.Join(dir, "b.txt"), 1<<30); err != nil {
		t.Skip(err)
	}
	got, err := Loader{}.Load(dir)
	if want := "a\nskipped b.txt: 1073741824 bytes, and at most 10 MB are read: split the file"; err != nil || told(dir, got) != want {
		t.Errorf("got:\n%s\nwant:\n%s (%v)", told(dir, got), want, err)
	}
}

func TestLoaderInput(t *testing.T) {
	for name, tt := range map[string]struct{ data, want string }{
		"lines":      {"{\"id\":\"x\",\"text\":\"It rains.\"}\n{\"id\":\"y\",\"text\":\"It pours.\"}\n", "x\ny"},
		"one line":   {`{"id":"x","text":"It rains."}`, "x"},
		"a list":     {`[{"text":"It rains."},{"text":"It pours."}]`, "input#1\ninput#2"},
		"an object":  {"{\n\"text\": \"It rains.\"\n}", "input"},
		"text":       {"It rains.", "input"},
		"a page":     {"<!DOCTYPE html><html><body><p>It rains.</p></body></html>", "input"},
		"a feed":     {"<?xml version=\"1.0\"?>\n<rss><channel><item><description>It rains.</description></item></channel></rss>", "input"},
		"a mail":     {"Received: x\nSubject: Rain\n\nIt rains.\n", "input"},
		"an archive": {zipped(t, "a.txt", "It rains."), "a"},
		"packed":     {packed(tarred(t, "a.txt", "It rains.")), "a"},
	} {
		got, err := Loader{Stdin: strings.NewReader(tt.data)}.Load("-")
		if err != nil || told("", got) != tt.want {
			t.Errorf("%s: %q, want %q (%v)", name, told("", got), tt.want, err)
		}
	}
	for name, want := range map[string]string{"": "standard input:1: the file is empty", "{\"text\":\"It rains.\"}\n{\n": "standard input:2: not JSON"} {
		if _, err := (Loader{Stdin: strings.NewReader(name)}).Load("-"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", name, err, want)
		}
	}
	if _, err := (Loader{}).Load("-"); err == nil {
		t.Error("there is no input, and it is read")
	}
}

// TestHabit holds that the other days of an outlet tell which number is the month.
func TestHabit(t *testing.T) {
	dir := files(t, map[string]string{"a.jsonl": `{"id":"a","outlet":"Post","published":"05/04/2023","text":"It rains."}
{"id":"b","outlet":"Post","published":"13/04/2023","text":"It rains."}
{"id":"c","outlet":"Herald","published":"05/04/2023","text":"It rains."}
{"id":"d","outlet":"Sun","published":"05/04/2023","text":"It rains."}
{"id":"e","outlet":"Sun","published":"04/13/2023","text":"It rains."}`, "2023-05-04-f.txt": "It rains.\n\nIt pours."})
	articles, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, a := range articles {
		got = append(got, fmt.Sprintf("%s %s %t", a.ID, a.Published.Day, a.Guessed))
	}
	want := "2023-05-04-f 2023-05-04 true, a 2023-04-05 false, b 2023-04-13 false, c 2023-05-04 true, d 2023-05-04 false, e 2023-04-13 false"
	if strings.Join(got, ", ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, ", "), want)
	}
}

// TestStable holds that a text file that reads as it did before is the version that it was.
func TestStable(t *testing.T) {
	const text = "Mill sold\r\nBy Ida Moe\r\n4 May 2023\r\n\r\nThe café’s mill was sold.\tIt burned.\r\n"
	dir := files(t, map[string]string{"a.txt": text})
	articles, err := Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	if a := articles[0]; a.Text != text || a.Version != versionOf(&Article{Text: text}) {
		t.Errorf("another version: %q", a.Text)
	}
}

// TestOdd holds that a sentence of absurd length is read, and told of.
func TestOdd(t *testing.T) {
	dir := files(t, map[string]string{"a.txt": "It rains.", "b.txt": strings.Repeat("word and word ", 1000) + "."})
	got, err := Loader{}.Load(dir)
	if err != nil || len(got.Articles) != 2 || len(got.Odd) != 1 || !strings.Contains(got.Odd[0].Error(), "b.txt:1: a sentence of 14") {
		t.Errorf("%d articles, odd %v (%v)", len(got.Articles), got.Odd, err)
	}
}

// TestLoaderSkips holds that what is skipped is not read, that of each article its file is told, of one
// in an archive the archive, and that a folder of which nothing is to be read is no empty one.
func TestLoaderSkips(t *testing.T) {
	dir := t.TempDir()
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	w, err := z.Create("in.txt")
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(w, "The dam holds.")
	z.Close()
	for name, data := range map[string]string{
		"a.txt": "The pier is closed.", "b.txt": "\x00", "c.zip": packed.String(),
		"d.jsonl": `{"id":"1","text":"One ferry sails."}` + "\n" + `{"id":"2","text":"Two ferries sail."}`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	read := 0
	loaded, err := Loader{Strict: true, Read: func(n int) { read = n }, Skip: func(file string, info fs.FileInfo) bool {
		return info.Name() == "b.txt" && file == filepath.Join(dir, "b.txt")
	}}.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for i, a := range loaded.Articles {
		got += filepath.Base(loaded.Files[i]) + " " + a.ID + "; "
	}
	if want := "a.txt a; c.zip in; d.jsonl 1; d.jsonl 2; "; got != want || read != 4 {
		t.Errorf("read %q and told of %d, want %q", got, read, want)
	}
	all := Loader{Skip: func(string, fs.FileInfo) bool { return true }}
	if loaded, err = all.Load(dir); err != nil || len(loaded.Articles) > 0 {
		t.Errorf("%d articles, %v", len(loaded.Articles), err)
	}
}
