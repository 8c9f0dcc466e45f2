// Package queue lets work wait its turn. As many work at a time as help; the others stand in a line of
// bounded length, in which groups take turns: servers among each other, and in each server its
// people. So one who asks a hundred things delays the hundred, and nobody else.
//
//	share.go  what a group holds of the line, and whose turn it is
//	queue.go  Queue and Ticket: joining, waiting, working, leaving
package queue

import (
	"context"
	"errors"
	"sync"
	"time"
)

// ErrFull says that there is no room in the line: when joining it, or later because somebody who
// held less of it came.
var ErrFull = errors.New("the line is full")

// A Queue is a line before some places to work at.
type Queue struct {
	mu      sync.Mutex
	line    share
	most    int // tickets in the line
	workers int
	working int
	held    int           // by how many
	took    time.Duration // one piece of work, about
}

// New returns an empty queue for so many at work at the same time, and so many who wait.
func New(workers, most int) *Queue { return &Queue{workers: workers, most: most} }

// A Ticket is a place in the line and later at work. Whoever holds one leaves in the end.
type Ticket struct {
	queue  *Queue
	groups []string
	waits  bool          // Wait was called
	called chan struct{} // closed when its turn has come, or it was put out of the line
	state  state
	began  time.Time // to work
}

// A state is how far a ticket has come.
type state int

const (
	inLine state = iota
	atWork
	gone
)

// Join takes a place in the line for one of the group named, the largest first: a server, a person in
// it. It waits for nothing. Where the line is full, the newest of the group that holds most of it is
// put out to make room, if the newcomer's holds less; else Join returns [ErrFull].
func (q *Queue) Join(groups ...string) (*Ticket, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.line.size >= q.most {
		out := q.line.last()
		if !q.line.isLess(groups, out.groups) {
			return nil, ErrFull
		}
		out.leave()
		close(out.called)
	}
	t := &Ticket{queue: q, groups: groups, called: make(chan struct{})}
	q.line.join(t, groups)
	return t, nil
}

// Wait returns nil when it is the ticket's turn to work. It returns [ErrFull] where the ticket was put
// out of the line, and ctx's cause where that ended first; then the ticket has left. Until Wait is
// called, no turn comes: others go first.
func (t *Ticket) Wait(ctx context.Context) error {
	t.queue.mu.Lock()
	t.waits = true
	t.queue.call()
	t.queue.mu.Unlock()
	select {
	case <-t.called:
	case <-ctx.Done():
	}
	t.queue.mu.Lock()
	defer t.queue.mu.Unlock()
	switch t.state {
	case atWork:
		return nil
	case gone:
		return ErrFull
	}
	t.leave()
	return context.Cause(ctx)
}

// Hold has all but one place at work filled by nobody else until release is called: for something that
// comes before all work and is soon done. Releasing again does nothing.
func (q *Queue) Hold() (release func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.held++
	return sync.OnceFunc(func() {
		q.mu.Lock()
		defer q.mu.Unlock()
		q.held--
		q.call()
	})
}

// call lets those work whose turn it is, while there is a place.
func (q *Queue) call() {
	places := q.workers
	if q.held > 0 {
		places = 1
	}
	for q.working < places {
		t := q.line.next()
		if t == nil {
			return
		}
		q.line.remove(t, t.groups)
		q.working++
		t.state, t.began = atWork, time.Now()
		close(t.called)
	}
}

// Leave gives back the place in the line or at work. Leaving again does nothing, nor does leaving
// without a ticket.
func (t *Ticket) Leave() {
	if t == nil {
		return
	}
	t.queue.mu.Lock()
	defer t.queue.mu.Unlock()
	t.leave()
}

// leave is Leave with the lock held.
func (t *Ticket) leave() {
	switch t.state {
	case inLine:
		t.queue.line.remove(t, t.groups)
	case atWork:
		t.queue.working--
		t.queue.learn(time.Since(t.began))
		t.queue.call()
	}
	t.state = gone
}

// remembered is about how many pieces of work tell how long the next one takes.
const remembered = 16

// learn notes how long a piece of work took.
func (q *Queue) learn(took time.Duration) {
	if q.took == 0 {
		q.took = took
		return
	}
	q.took += (took - q.took) / remembered
}

// Length returns how many wait and how many work.
func (q *Queue) Length() (waiting, working int) {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.line.size, q.working
}

// Delay returns about how long it takes until those who wait now have had their turn.
func (q *Queue) Delay() time.Duration {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.took * time.Duration(q.line.size) / time.Duration(q.workers)
}
