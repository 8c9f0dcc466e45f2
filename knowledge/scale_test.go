package knowledge

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"
	"testing"
	"time"

	"talksbot/internal/invented"
	"talksbot/knowledge/article"
	"talksbot/knowledge/quote"
)

var scale = flag.Int("scale", 0, "how many invented articles TestScale measures a library of, such as 10000")

func cpu() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// TestScale says what a large library costs: to start with it, to let it grow, to ask it.
func TestScale(t *testing.T) {
	if *scale == 0 {
		t.Skip("no -scale")
	}
	dir := filepath.Join(os.TempDir(), fmt.Sprintf("talksbot-scale-%d-%s", *scale, Derivation()))
	if _, err := os.Stat(dir); err != nil {
		store(t, dir)
		t.Skip("the volumes are stored now: run it again to measure")
	}
	begin := time.Now()
	paths, _ := filepath.Glob(filepath.Join(dir, "*"))
	var volumes []*Volume
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		v, err := Open(data)
		if err != nil {
			t.Fatal(err)
		}
		volumes = append(volumes, v)
	}
	opened := time.Since(begin)
	l, err := Of(volumes...)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d articles, %d sentences: opened %v, ready %v, resident %d MB", len(l.Articles()), l.Sentences(), opened, time.Since(begin), resident(t))
	debug.FreeOSMemory()
	t.Logf("resident after collection %d MB", resident(t))
	lap := func(what string, f func()) {
		wall, spent := time.Now(), cpu()
		f()
		t.Logf("%-24s %v, %v of CPU", what, time.Since(wall).Round(10*time.Microsecond), (cpu() - spent).Round(10*time.Microsecond))
	}
	ask := func(l *Library, q string) { l.Search(context.Background(), Query{Question: l.Analyze(q)}) }
	lap("first question", func() { ask(l, "When will Barenlis play Tolis?") })
	lap("second question", func() { ask(l, "What did the council of Renbato say?") })
	for i := range 5 {
		v := Bind(invented.Article(*scale + i))
		lap("adding one", func() { l = l.WithVolumes([]*Volume{v}, nil) })
		lap("question after", func() { ask(l, "When will Barenlis play Tolis?") })
	}
	for i := range 3 {
		gone := l.Articles()[len(l.Articles())/(i+2)].Version
		lap("removing one", func() { l = l.WithVolumes(nil, []article.Version{gone}) })
	}
	runtime.GC()
	t.Logf("resident %d MB", resident(t))
	lap("quotes", func() { l.Quotes(quote.Query{}) })
}

func store(t *testing.T, dir string) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	sizes := []int{*scale - 30, 10, 10, 10}
	n := 0
	for i, size := range sizes {
		articles := make([]*article.Article, size)
		for j := range articles {
			articles[j] = invented.Article(n)
			n++
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprint(i)), Bind(articles...).Marshal(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// resident returns how much memory the program takes, in MB.
func resident(t *testing.T) int {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Skip(err)
	}
	kb := 0
	for line := range strings.Lines(string(status)) {
		fmt.Sscanf(line, "VmRSS: %d kB", &kb)
	}
	return kb / 1024
}
