package bot

import (
	"context"
	"strings"
	"testing"
	"time"

	"talksbot/ask"
	"talksbot/internal/localdiscord"
	"talksbot/internal/localdiscord/wire"
)

func TestStop(t *testing.T) { synthetic(t, testStop) }

func testStop(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	release := make(chan struct{})
	stop := w.run(w.bot(answers(func(ctx context.Context, _ ask.Question) ask.Answer {
		select {
		case <-release:
		case <-ctx.Done():
		}
		return w.saying(ask.Extract, "January 12")
	})))
	said := w.ada.Say(w.general, "@talksbot slow?")
	w.must(w.WaitTyping(w.soon(), w.general, 1))
	stopped := make(chan struct{})
	go func() { stop(); close(stopped) }()
	w.must(w.WaitGateway(w.soon(), func(g wire.Gateway) bool { return g.Open == 0 }))
	close(release)
	w.hears(said)
	<-stopped
}

// What does not finish in time is cut off, and still Run returns.
func TestStopCutsOff(t *testing.T) { synthetic(t, testStopCutsOff) }

func testStopCutsOff(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	b := w.bot(answers(func(ctx context.Context, _ ask.Question) ask.Answer {
		<-ctx.Done()
		return ask.Answer{}
	}))
	b.waits.drain = 100 * time.Millisecond
	stop := w.run(b)
	w.ada.Say(w.general, "@talksbot endless?")
	w.must(w.WaitTyping(w.soon(), w.general, 1))
	stop()
}

// An answerer is not waited for without end; what it says when its time is up is still said.
func TestTimeUp(t *testing.T) { synthetic(t, testTimeUp) }

func testTimeUp(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	b := w.bot(answers(func(ctx context.Context, _ ask.Question) ask.Answer {
		<-ctx.Done()
		return ask.Answer{Outcome: ask.Purpose, Held: 1, Title: "That took too long."}
	}))
	b.waits.answer = time.Second
	w.run(b)
	if got := w.asks("When?").Text(); !strings.Contains(got, "That took too long.") {
		t.Errorf("got %q", got)
	}
}

// Not even an answerer that heeds nothing keeps Run from returning.
func TestStopLeavesBehind(t *testing.T) { synthetic(t, testStopLeavesBehind) }

func testStopLeavesBehind(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	release := make(chan struct{})
	b := w.bot(answers(func(context.Context, ask.Question) ask.Answer {
		<-release
		return ask.Answer{}
	}))
	b.waits.drain, b.waits.letGo = 100*time.Millisecond, 2*time.Second
	stop := w.run(b)
	w.ada.Say(w.general, "@talksbot endless?")
	w.must(w.WaitTyping(w.soon(), w.general, 1))
	stop()
	close(release)
	b.running.Wait()
}
