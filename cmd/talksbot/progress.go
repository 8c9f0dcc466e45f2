package main

import (
	"fmt"
	"os"
	"sync"
	"time"

	"golang.org/x/term"
)

// shownAfter is how long something takes before it is shown how far it is.
const shownAfter = 2 * time.Second

// A progress shows on a terminal how far something is that takes long. It may be told from any goroutine.
type progress struct {
	env   *env
	name  string // of the sentence that tells it, with Done and N
	began time.Time

	mu    sync.Mutex
	shown bool
}

// newProgress returns a progress that nothing has been told of.
func newProgress(e *env, name string) *progress {
	return &progress{env: e, name: name, began: time.Now()}
}

// tell shows how many are done of how many; 0 where nobody knows.
func (p *progress) tell(done, of int) {
	f, ok := p.env.stderr.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) || time.Since(p.began) < shownAfter {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.shown = true
	fmt.Fprintf(f, "\r\x1b[K%s", p.env.words.Text(p.name, "Done", done, "N", of))
}

// end takes away what was shown.
func (p *progress) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		fmt.Fprint(p.env.stderr, "\r\x1b[K")
	}
}
