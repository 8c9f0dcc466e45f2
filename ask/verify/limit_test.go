//go:build unix

package verify

import (
	"context"
	"math"
	"strings"
	"syscall"
	"testing"
	"time"

	"talksbot/knowledge/article"
	"talksbot/knowledge/english"
)

// hostile are texts made to be slow: every word stands everywhere, nothing ends.
var hostile = []string{
	"not 12 \"Russia\" said that the talks will not fail on Monday, ",
	"Anna Berg and Jon Dahl said ",
	"said that ", "not only ", "May 3 or May 4 ", "12 percent and 13 percent ", "\"no \"", "if ", "he was accused of lying by Anna Berg of Oslo, ",
	"the ", "x", "1 ", "a, ",
}

// A claim and a sentence as long as any that is judged take the processor less than a second,
// and longer ones are refused.
func TestHostile(t *testing.T) {
	j := Judge{Names: shipped(t).Names()}
	for _, text := range hostile {
		long := strings.Repeat(text, MaxLength/len(text))
		a := article.New(article.Article{ID: "long", Text: long})
		a.Sentences = []english.Span{{Start: 0, End: len(long)}}
		took := time.Duration(math.MaxInt64)
		for try := 0; try < 3 && took > slowed*time.Second; try++ { // what else the process does counts too: the collector, say
			start := processorTime(t)
			for _, claim := range []string{long[:len(long)-1], "So " + long[:len(long)-4]} { // to the letter, and not
				j.Judge(t.Context(), claim, []article.Passage{{Article: a}})
			}
			took = min(took, processorTime(t)-start)
		}
		if took > slowed*time.Second {
			t.Errorf("%q: took %v", text, took)
		}
	}
	long := strings.Repeat("no ", 1<<20/3)
	a := &article.Article{Text: long, Sentences: []english.Span{{Start: 0, End: len(long)}}}
	for _, claim := range []string{"no", long[1:]} {
		if v := j.Judge(t.Context(), claim, []article.Passage{{Article: a}}); v.Supported || v.Reasons[0].Case != tooLong {
			t.Errorf("a megabyte: %q", v.Reasons)
		}
	}
}

// processorTime returns what the process has used so far: other processes do not count.
func processorTime(t *testing.T) time.Duration {
	t.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		t.Fatal(err)
	}
	return time.Duration(used.Utime.Nano())
}

// A check that is stopped supports nothing and contradicts nothing.
func TestStopped(t *testing.T) {
	lib := shipped(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, claim := range []string{"The US and Russia will hold talks on January 10", "The US and Russia will hold talks on January 11"} {
		if f := (Judge{}).Rule(ctx, lib, claim, ""); f.Ruling != Absent || f.Reasons[0].Case != stopped {
			t.Errorf("%s: %s, %q", claim, f.Ruling, f.Reasons)
		}
	}
}
