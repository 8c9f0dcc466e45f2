package knowledge

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"talksbot/knowledge/article"
	"talksbot/knowledge/quote"
	"talksbot/knowledge/timex"
)

var scale = flag.Int("scale", 0, "how many invented articles TestScale measures a library of, such as 10000")

// invent returns a news-like article, another for each number.
func invent(n int) *article.Article {
	r := rand.New(rand.NewPCG(uint64(n), 17))
	word := func(syllables, of int) string {
		k := int(float64(of) * r.Float64() * r.Float64()) // some are met often, most are not
		var b strings.Builder
		for range syllables {
			b.WriteString([]string{"ba", "ren", "to", "lis", "vok", "mar", "du", "shel", "ni", "gor", "ast", "pel"}[k%12])
			k /= 12
		}
		return b.String()
	}
	name := func(of int) string { w := word(3, of); return strings.ToUpper(w[:1]) + w[1:] }
	person := func() string { return name(1000) + " " + name(1700) }
	sentence := []func() string{
		func() string {
			return fmt.Sprintf("The %s of %s said on %s that %d %ss had been lost in the %s.", word(3, 900), name(1700), time.Weekday(r.IntN(7)), r.IntN(500), word(3, 1700), word(3, 1700))
		},
		func() string {
			return fmt.Sprintf("“We will open the %s in %s %d,” %s, the minister for %s, told reporters.", word(3, 1700), time.Month(1+r.IntN(12)), 2015+r.IntN(12), person(), word(3, 500))
		},
		func() string {
			return fmt.Sprintf("%s will play %s on %d %s, the league announced.", name(1700), name(1700), 1+r.IntN(28), time.Month(1+r.IntN(12)))
		},
		func() string {
			return fmt.Sprintf("According to the %s %s Council (%s), the price of %s rose by %d per cent.", name(200), name(200), strings.ToUpper(word(2, 100)[:3]), word(3, 1700), r.IntN(40))
		},
		func() string {
			return fmt.Sprintf("The court in %s heard the %s of %s, who denied that the %s had been %sed.", name(1700), word(3, 1700), person(), word(3, 1700), word(3, 1700))
		},
		func() string {
			return fmt.Sprintf("Researchers from %s found that %s %ss the %s, and that it %ss more slowly since %d.", name(1700), word(3, 1700), word(3, 1700), word(3, 1700), word(3, 1700), 1950+r.IntN(70))
		},
		func() string {
			return fmt.Sprintf("He added that the %s would not be %sed before next year.", word(3, 1700), word(3, 1700))
		},
		func() string {
			return fmt.Sprintf("%s leads a %s of %d people who %s each %s.", person(), word(3, 1700), r.IntN(9000), word(3, 1700), word(3, 1700))
		},
	}
	var text strings.Builder
	for p := range 8 {
		if p > 0 {
			text.WriteString("\n\n")
		}
		for range 2 + r.IntN(4) {
			text.WriteString(sentence[r.IntN(len(sentence))]() + " ")
		}
	}
	day, _ := time.Parse(time.DateOnly, "2024-01-01")
	return article.New(article.Article{ID: fmt.Sprint("a", n), Title: name(1700) + " " + word(3, 1700) + " opens in " + name(1700), Outlet: name(20),
		Text: strings.TrimSpace(text.String()), Published: timex.MomentOf(day.AddDate(0, 0, n%300))})
}

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
		v := Bind(invent(*scale + i))
		lap("adding one", func() { l = l.WithVolumes([]*Volume{v}, nil) })
		lap("question after", func() { ask(l, "When will Barenlis play Tolis?") })
	}
	for i := range 3 {
		gone := l.Articles()[len(l.Articles())/(i+2)].Version
		lap("removing one", func() { l = l.WithVolumes(nil, []article.Version{gone}) })
	}
	load(t, l)
	lap("quotes", func() { l.Quotes(quote.Query{}) })
	runtime.GC()
	t.Logf("resident %d MB", resident(t))
}

// load asks twenty questions a second, first in quiet, then while articles are added one by one.
func load(t *testing.T, l *Library) {
	current := NewCurrent(l)
	ask := func(seconds int) []time.Duration {
		var took []time.Duration
		r := rand.New(rand.NewPCG(1, 2))
		for range 20 * seconds {
			begin := time.Now()
			l := current.Library()
			a := l.Articles()[r.IntN(len(l.Articles()))]
			l.Search(context.Background(), Query{Question: l.Analyze("What did " + a.Title + " say?")})
			took = append(took, time.Since(begin))
			time.Sleep(time.Until(begin.Add(50 * time.Millisecond)))
		}
		slices.Sort(took)
		return took
	}
	ask(5) // so that what is made once is made
	quiet := ask(20)
	var stop atomic.Bool
	added := 0
	done := make(chan bool)
	go func() {
		for i := *scale + 100; !stop.Load(); i++ {
			v := Bind(invent(i))
			current.Update(func(l *Library) *Library { return l.WithVolumes([]*Volume{v}, nil) })
			added++
		}
		close(done)
	}()
	busy := ask(20)
	stop.Store(true)
	<-done
	at := func(list []time.Duration, p int) time.Duration {
		return list[len(list)*p/100].Round(100 * time.Microsecond)
	}
	t.Logf("answers in quiet: half in %v, 99 of 100 in %v; while %d are added: %v, %v: %.1f times", at(quiet, 50), at(quiet, 99), added, at(busy, 50), at(busy, 99), float64(at(busy, 99))/float64(at(quiet, 99)))
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
			articles[j] = invent(n)
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
