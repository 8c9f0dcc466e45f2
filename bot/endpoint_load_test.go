package bot

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"sync"
	"testing"
	"time"

	"talksbot/bot/discord"
	"talksbot/internal/localdiscord"
	"talksbot/internal/web"
	"talksbot/knowledge"
)

// BenchmarkEitherWay asks the same questions of two bots at the same time: one that the gateway tells of them, and one
// that has them posted. It tells, for each, how many milliseconds half of the acknowledgements and answers took at most, and
// how many all but the slowest hundredth.
//
//	go test ./bot -run '^$' -bench EitherWay -benchtime 1x
func BenchmarkEitherWay(b *testing.B) {
	const every, people = time.Second / 30, 1800
	for b.Loop() {
		ctx, stop := context.WithCancel(context.Background())
		var running sync.WaitGroup
		ways := []*report{byGateway(b, ctx, &running), overPosts(b, ctx, &running)}
		began := time.Now()
		for i := range people {
			for way := range ways {
				r := ways[(way+i)%len(ways)] // neither always comes first
				time.Sleep(every / 2)
				asking, err := r.server.Person(fmt.Sprint("p", i)).Run(r.server.Channel("general"), "ask", localdiscord.Option{Name: "question", Value: fmt.Sprintf(asked[i%len(asked)], i)})
				if err != nil {
					b.Fatal(err)
				}
				r.asking = append(r.asking, asking)
			}
			time.Sleep(time.Until(began.Add(time.Duration(i+1) * every)))
		}
		time.Sleep(10 * time.Second)
		for i, name := range []string{"gateway", "http"} {
			ways[i].share(b, name)
		}
		stop()
		running.Wait()
		for _, r := range ways {
			r.server.Close()
		}
	}
	b.ReportMetric(0, "ns/op")
}

// byGateway starts a Discord whose bot the gateway tells of all.
func byGateway(b *testing.B, ctx context.Context, running *sync.WaitGroup) *report {
	return rushed(b, ctx, running, func(*localdiscord.Server, *Options) {})
}

// overPosts starts one whose bot has interactions posted.
func overPosts(b *testing.B, ctx context.Context, running *sync.WaitGroup) *report {
	l, err := web.Listen(ctx, "the benchmark", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	r := rushed(b, ctx, running, func(s *localdiscord.Server, o *Options) {
		o.Endpoint = Endpoint{Key: s.PublicKey(), Serve: func(ctx context.Context, h http.Handler) error {
			return web.Server{Handler: h, MaxBody: discord.MaxInteraction}.Serve(ctx, l)
		}}
	})
	if err := r.server.SetEndpoint(ctx, "http://"+l.Addr().String()+discord.EndpointPath, &http.Transport{MaxIdleConnsPerHost: 64}); err != nil {
		b.Fatal(err)
	}
	return r
}

// rushed starts a Discord with a bot that answers from the shipped article.
func rushed(b *testing.B, ctx context.Context, running *sync.WaitGroup, change func(*localdiscord.Server, *Options)) *report {
	server, err := localdiscord.Start(localdiscord.Options{})
	if err != nil {
		b.Fatal(err)
	}
	o := Options{Token: discord.Secret(server.Token()), Answer: shippedAsker(b, ctx).Answer, Libraries: Everywhere(knowledge.NewCurrent(shippedLibrary(b))),
		Store: inMemory(b), Network: server.Transport(), Rate: 1e6, ServerRate: 1e6}
	change(server, &o)
	bot, err := New(o)
	if err != nil {
		b.Fatal(err)
	}
	running.Go(func() { bot.Run(ctx) })
	if err := server.WaitCommand(ctx, "ask"); err != nil {
		b.Fatal(err)
	}
	return &report{server: server}
}

// share tells how long half took, and all but a hundredth.
func (r report) share(b *testing.B, name string) {
	for _, of := range []struct{ path, name string }{{"/callback", "acknowledged"}, {"/messages/@original", "answered"}} {
		took := r.times(of.path)[1:]
		if len(took) < len(r.asking) {
			b.Errorf("%s: of %d questions %d were %s", name, len(r.asking), len(took), of.name)
		}
		slices.Sort(took)
		for _, hundredths := range []int{50, 99} {
			at := took[len(took)*hundredths/100]
			b.ReportMetric(float64(at.Microseconds())/1000, fmt.Sprintf("ms-%s-%s-p%d", name, of.name, hundredths))
		}
	}
	for _, v := range r.server.Violations() {
		b.Errorf("against Discord's rules: %v", v)
	}
}
