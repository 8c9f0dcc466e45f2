package bot

import (
	"bytes"
	"context"
	"flag"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"

	"talksbot/ask"
	"talksbot/bot/discord"
	"talksbot/internal/inmemory"
	"talksbot/internal/localdiscord"
	"talksbot/internal/web"
)

// overHTTP is the test whose subtests have interactions posted to the bot; with -http every test has.
const overHTTP = "TestOverHTTP"

var allOverHTTP = flag.Bool("http", false, "have interactions posted to the bot")

// listen has a bot of a world in a test of [overHTTP] be an endpoint.
func (w *world) listen(o *Options) {
	if !w.overHTTP && !*allOverHTTP && !strings.HasPrefix(w.t.Name(), overHTTP+"/") {
		return
	}
	w.endpoint = inmemory.New()
	at := w.endpoint
	o.Endpoint = Endpoint{Key: w.PublicKey(), Serve: func(ctx context.Context, h http.Handler) error {
		return web.Server{Handler: h, Log: slog.New(slog.NewTextHandler(w.log, nil)), MaxBody: discord.MaxInteraction}.Serve(ctx, at)
	}}
}

// saveEndpoint saves the address of the bot that runs now in the developer portal.
func (w *world) saveEndpoint() {
	w.t.Helper()
	if w.endpoint == nil {
		return
	}
	direct := &http.Transport{DialContext: w.endpoint.Dial}
	w.t.Cleanup(direct.CloseIdleConnections)
	way := http.RoundTripper(direct)
	if w.proxy != nil {
		way = w.proxy(direct)
	}
	w.must(w.SetEndpoint(w.soon(), "http://bot.test"+discord.EndpointPath, way))
}

// journeys are tests that hold by either way in which interactions come.
var journeys = map[string]func(*testing.T){
	"TestAskAndSources":          TestAskAndSources,
	"TestPrivateAnswer":          TestPrivateAnswer,
	"TestMessages":               TestMessages,
	"TestUndecodable":            TestUndecodable,
	"TestSourcesAfterRestart":    TestSourcesAfterRestart,
	"TestRateLimit":              TestRateLimit,
	"TestServerRateLimit":        TestServerRateLimit,
	"TestPanic":                  TestPanic,
	"TestLongAnswers":            TestLongAnswers,
	"TestCheck":                  TestCheck,
	"TestConversation":           TestConversation,
	"TestDates":                  TestDates,
	"TestDatesPages":             TestDatesPages,
	"TestDatesSuggestions":       TestDatesSuggestions,
	"TestDatesMalformed":         TestDatesMalformed,
	"TestDigestCommands":         TestDigestCommands,
	"TestDigestZoneSuggestions":  TestDigestZoneSuggestions,
	"TestDigestNotAllowed":       TestDigestNotAllowed,
	"TestDigestListPages":        TestDigestListPages,
	"TestFollowUp":               TestFollowUp,
	"TestShowEveryone":           TestShowEveryone,
	"TestWrong":                  TestWrong,
	"TestGaps":                   TestGaps,
	"TestHostile":                TestHostile,
	"TestSettings":               TestSettings,
	"TestElsewhere":              TestElsewhere,
	"TestThreads":                TestThreads,
	"TestServerModel":            TestServerModel,
	"TestPrivacy":                TestPrivacy,
	"TestDeleteAnswer":           TestDeleteAnswer,
	"TestGrowing":                TestGrowing,
	"TestGrowingFails":           TestGrowingFails,
	"TestLibrary":                TestLibrary,
	"TestLibraryCancelled":       TestLibraryCancelled,
	"TestQuotes":                 TestQuotes,
	"TestQuotesSuggestions":      TestQuotesSuggestions,
	"TestWhoSaid":                TestWhoSaid,
	"TestReceipt":                TestReceipt,
	"TestLostAcknowledgement":    TestLostAcknowledgement,
	"TestRefusedAcknowledgement": TestRefusedAcknowledgement,
	"TestLateAcknowledgement":    TestLateAcknowledgement,
	"TestStop":                   TestStop,
	"TestStopTellsThoseInLine":   TestStopTellsThoseInLine,
	"TestTimeUp":                 TestTimeUp,
	"TestTamperedForm":           TestTamperedForm,
	"TestAbroad":                 TestAbroad,
	"TestWhatsNew":               TestWhatsNew,
	"TestInLine":                 TestInLine,
	"TestRESTFaults":             TestRESTFaults,
	"TestEveryLanguage":          TestEveryLanguage,
	"TestGatewayFaults":          TestGatewayFaults,
	"TestRefusals":               TestRefusals,
}

// TestOverHTTP has interactions posted to the bot, and all as it is by the gateway, to the letter.
func TestOverHTTP(t *testing.T) {
	for name, journey := range journeys {
		t.Run(name, journey)
	}
}

// A again is a proxy that sends every request twice and gives back what came of the second; and that keeps them, for later.
type again struct {
	next http.RoundTripper
	mu   sync.Mutex
	kept []*http.Request
}

func (a *again) RoundTrip(r *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	copied := func() *http.Request {
		c := r.Clone(context.WithoutCancel(r.Context()))
		c.Body = io.NopCloser(bytes.NewReader(body))
		return c
	}
	a.mu.Lock()
	a.kept = append(a.kept, copied())
	a.mu.Unlock()
	first, err := a.next.RoundTrip(copied())
	if err != nil {
		return nil, err
	}
	first.Body.Close()
	return a.next.RoundTrip(copied())
}

// TestPostedAgain has a proxy send every interaction twice, and once more after the bot was started again: each is
// answered once.
func TestPostedAgain(t *testing.T) { synthetic(t, testPostedAgain) }

func testPostedAgain(t *testing.T) {
	w := newWorld(t, localdiscord.Options{})
	proxy := &again{}
	w.overHTTP, w.proxy = true, func(next http.RoundTripper) http.RoundTripper { proxy.next = next; return proxy }
	remembered := inMemory(t)
	var asked atomic.Int32
	answer := func(context.Context, ask.Question) ask.Answer {
		asked.Add(1)
		return w.saying(ask.Extract, "January 12")
	}
	stop := w.run(w.bot(answer, func(o *Options) { o.Store = remembered }))
	for range 3 {
		w.presses(w.asks("When does the council meet?"), "Sources")
	}
	_, err := w.ada.Autocomplete(w.general, "dates", localdiscord.Option{Name: "about", Value: "lav"})
	w.must(err)
	synctest.Wait()
	seen := w.Transcript(w.general)
	stop()

	kept := proxy.kept[2:] // after those that tried the endpoint
	w.run(w.bot(answer, func(o *Options) { o.Store = remembered }))
	for _, r := range kept {
		resp, err := proxy.next.RoundTrip(r)
		w.must(err)
		resp.Body.Close()
		if resp.StatusCode != http.StatusAccepted {
			t.Errorf("what came again was answered %d", resp.StatusCode)
		}
	}
	synctest.Wait()
	if diff := cmp.Diff(seen, w.Transcript(w.general)); diff != "" {
		t.Errorf("what came again was answered again:\n%s", diff)
	}
	if n := asked.Load(); n != 3 {
		t.Errorf("3 questions were answered %d times", n)
	}
}
