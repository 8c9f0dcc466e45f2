package bot

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"talksbot/ask"
	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/bot/markdown"
	"talksbot/bot/store"
	"talksbot/internal/inmemory"
	"talksbot/internal/localdiscord"
	"talksbot/internal/localdiscord/openapitest"
	"talksbot/knowledge"
	"talksbot/knowledge/article"
)

func TestMain(m *testing.M) {
	if args := os.Getenv(victim); args != "" {
		if err := beVictim(args); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	goleak.VerifyTestMain(m)
}

// openapi is Discord's published description; where it is absent that check is skipped.
var openapi = filepath.Join("..", "..", "shared", "discord", "openapi.json")

// morning is a Monday at nine. Every world begins an hour before.
var morning = time.Date(2022, 1, 10, 9, 0, 0, 0, time.UTC)

// until lets the time pass.
func until(t time.Time) { time.Sleep(time.Until(t)) }

// synthetic runs a test of which no moment is real: it takes as long as its work.
func synthetic(t *testing.T, test func(*testing.T)) {
	t.Helper()
	t.Parallel()
	synctest.Test(t, test)
}

// A world is a local Discord with a bot on it.
type world struct {
	*localdiscord.Server
	t       *testing.T
	network *inmemory.Network
	general localdiscord.Channel
	ada     *localdiscord.Person
	library *knowledge.Library
	log     *logged

	overHTTP bool                                      // interactions are posted to the bot
	endpoint *inmemory.Network                         // where interactions are posted to; nil: the gateway has them
	proxy    func(http.RoundTripper) http.RoundTripper // what stands before it; nil: nothing
}

func newWorld(t *testing.T, opts localdiscord.Options) *world {
	t.Helper()
	opts.Memory = inmemory.New()
	until(morning.Add(-time.Hour)) // in a bubble it is the year 2000, when there was no Discord
	return start(t, opts)
}

// start starts the world that the options ask for.
func start(t *testing.T, opts localdiscord.Options) *world {
	t.Helper()
	check, err := openapitest.Load(openapi)
	if err != nil {
		t.Fatal(err)
	}
	opts.Check = check
	server, err := localdiscord.Start(opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Close() })
	w := &world{Server: server, network: opts.Memory, t: t, general: server.Channel("general"), ada: server.Person("ada"), library: held(t), log: &logged{}}
	t.Cleanup(func() {
		for _, v := range server.Violations() {
			t.Errorf("against Discord's rules: %v", v)
		}
		if t.Failed() {
			t.Logf("the bot logged:\n%s", w.log)
		}
	})
	return w
}

// answers are what stands for the asker.
type answers = func(context.Context, ask.Question) ask.Answer

// bot returns a bot for the world, not running yet.
func (w *world) bot(answer answers, change ...func(*Options)) *Bot {
	w.t.Helper()
	o := Options{Token: discord.Secret(w.Token()), Answer: answer, Libraries: Everywhere(knowledge.NewCurrent(w.library)), Network: w.Transport(),
		Rate: 1000, ServerRate: 1000, Log: slog.New(slog.NewTextHandler(w.log, &slog.HandlerOptions{Level: slog.LevelDebug}))}
	if w.network != nil {
		o.Dial = w.network.Dial
	}
	for _, c := range change {
		c(&o)
	}
	if o.Store == nil {
		o.Store = inMemory(w.t)
	}
	w.listen(&o)
	b, err := New(o)
	if err != nil {
		w.t.Fatal(err)
	}
	return b
}

// inMemory returns a store that ends with the test.
func inMemory(t testing.TB) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), store.Memory)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// run runs the bot until the test ends or stop is called, which waits for its end.
func (w *world) run(b *Bot) (stop func()) {
	w.t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- b.Run(ctx) }()
	stop = sync.OnceFunc(func() {
		cancel()
		if err := <-ended; err != nil {
			w.t.Errorf("Run: %v", err)
		}
	})
	w.t.Cleanup(stop)
	w.must(w.WaitReady(w.soon()))
	w.must(w.WaitCommand(w.soon(), "ask"))
	w.saveEndpoint()
	synctest.Wait() // the bot knows of it too
	return stop
}

// uses returns what the bot has to say to the use of a command.
func (b *Bot) uses(t *testing.T, command string, e discord.Event) command.Reply {
	e.Kind, e.Name = discord.Used, command
	return b.table.Find(e).Run(t.Context(), e)
}

// presses returns what the bot has to say when a control is pressed.
func (b *Bot) presses(t *testing.T, control string, e discord.Event) command.Reply {
	e.Kind, e.Name = discord.Pressed, control
	return b.table.Find(e).Run(t.Context(), e)
}

// shown returns what a reply reads on Discord.
func shown(r command.Reply) string { return r.Wire(markdown.Writer{}).Content }

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) soon() context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
	w.t.Cleanup(cancel)
	return ctx
}

// asks has ada use /ask and returns the answer.
func (w *world) asks(question string, options ...localdiscord.Option) *localdiscord.Message {
	w.t.Helper()
	asked, err := w.ada.Run(w.general, "ask", append([]localdiscord.Option{{Name: "question", Value: question}}, options...)...)
	w.must(err)
	answer, err := asked.Wait(w.soon())
	w.must(err)
	return answer
}

// hears waits for the bot's reply to what was said.
func (w *world) hears(said *localdiscord.Message) *localdiscord.Message {
	w.t.Helper()
	answer, err := w.ada.WaitReply(w.soon(), said)
	w.must(err)
	return answer
}

// presses presses a button and returns what it shows.
func (w *world) presses(m *localdiscord.Message, button string) *localdiscord.Message {
	w.t.Helper()
	pressed, err := w.ada.Press(m, button)
	w.must(err)
	shown, err := pressed.Wait(w.soon())
	w.must(err)
	return shown
}

// logs waits until the bot has logged the words.
func (w *world) logs(words string) {
	w.t.Helper()
	for end := time.Now().Add(10 * time.Minute); !strings.Contains(w.log.String(), words); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			w.t.Fatalf("the bot did not log %q", words)
		}
	}
}

// logged is what a bot logged.
type logged struct {
	mu   sync.Mutex
	text strings.Builder
}

func (l *logged) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *logged) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// held holds the shipped article and one with an address and an outlet.
func held(t *testing.T) *knowledge.Library {
	t.Helper()
	shipped, err := os.ReadFile(filepath.Join("..", "knowledge", "articles", "article.txt"))
	if err != nil {
		t.Fatal(err)
	}
	l, err := knowledge.New([]*article.Article{
		article.New(article.Article{ID: "article", Text: string(shipped)}),
		article.New(article.Article{ID: "river", Title: "The Ferry on the Aller Stops for Repairs", Outlet: "Allertal Post",
			URL: "https://allertal.example/ferry(1)", Text: ferry}),
	})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

const ferry = `The ferry on the Aller stops for repairs on Monday. It will be back by the end of May. ` +
	`Its captain, Anna Voss, said the *old* engine had run for 41 years. Passengers take the bridge at Rethem.`

// saying answers with the sentences of the library that hold any of the words.
func (w *world) saying(mode ask.Mode, words ...string) ask.Answer {
	w.t.Helper()
	a := ask.Answer{Outcome: ask.Answered, Mode: mode, Score: 1}
	for _, word := range words {
		p := w.passage(word)
		text := p.Text()
		c := ask.Claim{Text: text, Cites: []article.Passage{p}}
		if at := strings.Index(text, word); mode == ask.Extract {
			c.Marks = []ask.Mark{{Start: at, End: at + len(word), Bold: true}}
		}
		a.Claims = append(a.Claims, c)
	}
	return a
}

// passage returns the first sentence with the word in it.
func (w *world) passage(word string) article.Passage {
	w.t.Helper()
	for _, a := range w.library.Articles() {
		for i := range a.Sentences {
			if p := (article.Passage{Article: a, Index: i}); strings.Contains(p.Text(), word) {
				return p
			}
		}
	}
	w.t.Fatalf("no sentence has %q", word)
	return article.Passage{}
}

func gives(a ask.Answer) answers {
	return answers(func(_ context.Context, q ask.Question) ask.Answer {
		a.Question = q.Text
		return a
	})
}

// changed returns the library after the second article was edited and the first replaced.
func changed(t *testing.T, l *knowledge.Library) *knowledge.Library {
	t.Helper()
	second := *l.Articles()[1]
	next, err := knowledge.New([]*article.Article{
		article.New(article.Article{ID: "another", Text: "Something else happened."}),
		article.New(article.Article{ID: second.ID, Title: second.Title, Text: second.Text + " It rained."}),
	})
	if err != nil {
		t.Fatal(err)
	}
	return next
}

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares text with the file of that name in testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

// A roundTripper is a function used as an http.RoundTripper.
type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(req *http.Request) (*http.Response, error) { return f(req) }
