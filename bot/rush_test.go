package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"talksbot/ask"
	"talksbot/bot/discord"
	"talksbot/internal/localdiscord"
	"talksbot/internal/localdiscord/wire"
	"talksbot/knowledge"
	"talksbot/knowledge/encoder"
)

// BenchmarkRush measures the bot when many ask at once, with the shipped article and the encoder, over
// sockets to a Discord that runs on the same processors. "at once" is that many in one moment, "a
// second" that many in each second of a minute. It tells how many were answered, how many told to come
// again and how many read that the application did not respond, and how long, in milliseconds, the
// slowest acknowledgement and the slowest answer took.
//
//	go test ./bot -run '^$' -bench Rush -benchtime 1x
func BenchmarkRush(b *testing.B) {
	for _, c := range []struct {
		name      string
		people    int
		every     time.Duration // one asks after the other; 0: all at once
		roundTrip time.Duration
	}{
		{"200 at once", 200, 0, 0},
		{"1000 at once", 1000, 0, 0},
		{"60 a second, 150 ms away", 3600, time.Second / 60, 150 * time.Millisecond},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				rush(b, c.people, c.every, c.roundTrip)
			}
		})
	}
}

// asked are the questions that people ask in a rush, none the same.
var asked = []string{
	"When does the NATO-Russia Council meet? (%d)", "Who said that Russia will defend its interests? (%d)",
	"What did Lavrov say about concessions? (%d)", "Where do the talks take place? (%d)", "Why did the ferry stop? (%d)",
}

func rush(b *testing.B, people int, every, roundTrip time.Duration) {
	server, err := localdiscord.Start(localdiscord.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer server.Close()
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	bot, err := New(Options{Token: discord.Secret(server.Token()), Answer: shippedAsker(b, ctx).Answer, Libraries: Everywhere(knowledge.NewCurrent(shippedLibrary(b))),
		Store: inMemory(b), Network: server.Transport(), Rate: 1e6, ServerRate: 1e6})
	if err != nil {
		b.Fatal(err)
	}
	var running sync.WaitGroup
	running.Go(func() { bot.Run(ctx) })
	defer running.Wait()
	defer stop()
	if err := server.WaitCommand(ctx, "ask"); err != nil {
		b.Fatal(err)
	}
	if roundTrip > 0 {
		server.Fail(wire.Fault{Times: -1, With: wire.Slow(roundTrip)})
	}
	r := report{server: server, began: time.Now()}
	general := server.Channel("general")
	for i := range people {
		person := server.Person(fmt.Sprint("p", i))
		asking, err := person.Run(general, "ask", localdiscord.Option{Name: "question", Value: fmt.Sprintf(asked[i%len(asked)], i)})
		if err != nil {
			b.Fatal(err)
		}
		r.asking = append(r.asking, asking)
		time.Sleep(time.Until(r.began.Add(time.Duration(i+1) * every)))
	}
	time.Sleep(20 * time.Second)
	r.tell(b, ctx)
}

// A report tells how a rush went.
type report struct {
	server *localdiscord.Server
	began  time.Time
	asking []*localdiscord.Interaction
}

func (r report) tell(b *testing.B, ctx context.Context) {
	answered, told, silent := 0, 0, 0
	for _, asking := range r.asking {
		m, err := asking.Wait(ctx)
		switch {
		case err != nil:
			silent++
		case isBusy(m):
			told++
		default:
			answered++
		}
	}
	callbacks, edits := r.times("/callback"), r.times("/messages/@original")
	b.ReportMetric(float64(answered), "answered")
	b.ReportMetric(float64(told), "told")
	b.ReportMetric(float64(silent), "silent")
	b.ReportMetric(float64(slices.Max(callbacks).Milliseconds()), "ms-acknowledged")
	b.ReportMetric(float64(slices.Max(edits).Milliseconds()), "ms-answered")
	b.ReportMetric(0, "ns/op")
	for _, v := range r.server.Violations() {
		b.Errorf("against Discord's rules: %v", v)
	}
}

// times returns how long after their questions the requests came whose path ends so.
func (r report) times(path string) []time.Duration {
	asked := map[string]time.Time{}
	for _, asking := range r.asking {
		asked[asking.Token], _ = discordgo.SnowflakeTimestamp(asking.ID)
	}
	took := []time.Duration{0}
	for _, req := range r.server.Requests() {
		if !strings.HasSuffix(req.Path, path) {
			continue
		}
		for part := range strings.SplitSeq(req.Path, "/") {
			if at, ok := asked[part]; ok {
				took = append(took, req.At.Sub(at))
			}
		}
	}
	return took
}

// shippedLibrary returns the library of the shipped article, found by meaning where the encoder is held.
func shippedLibrary(b *testing.B) *knowledge.Library {
	shipped, err := knowledge.Shipped()
	if err != nil {
		b.Fatal(err)
	}
	l, err := knowledge.New(shipped)
	if err != nil {
		b.Fatal(err)
	}
	return l
}

// shippedAsker returns what answers from the shipped article.
func shippedAsker(b *testing.B, ctx context.Context) *ask.Asker {
	l := shippedLibrary(b)
	if encoder.Held {
		e, err := encoder.New()
		if err != nil {
			b.Fatal(err)
		}
		l = l.Encoded(e)
		if err := l.Embed(ctx, e.Vector); err != nil {
			b.Fatal(err)
		}
	}
	return &ask.Asker{Articles: knowledge.NewCurrent(l)}
}
