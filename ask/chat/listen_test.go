package chat_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"talksbot/ask/chat"
	"talksbot/ask/chat/chattest"
	"talksbot/ask/model"
	"talksbot/prompts"
)

// halves are a good answer in two pieces.
var halves = []string{answer[:20], answer[20:]}

// listens returns what a client hears of its question, with what comes of it.
func listens(t *testing.T, c *chat.Client) (heard []string, got prompts.Completion, err error) {
	t.Helper()
	got, err = c.Stream(t.Context(), question, func(piece string) { heard = append(heard, piece) })
	return heard, got, err
}

// TestStream takes what servers answer that are asked for a stream. Each is asked twice: what it cannot do
// is asked of it once.
func TestStream(t *testing.T) {
	good, whole := chattest.Streamed("stop", halves...), chattest.Content(answer)
	without := func(field string, then chattest.Reply) chattest.Reply {
		return chattest.Reply{By: func(r chattest.Request) chattest.Reply {
			if strings.Contains(r.Body, `"`+field+`":`) && !strings.Contains(r.Body, `"`+field+`":false`) {
				return errorCode(400, `"unsupported_parameter"`, "", "Unknown parameter: '"+field+"'.")
			}
			return then
		}}
	}
	// reply to a request for a stream, with whole to the others; pieces heard and requests made, the first and the second time
	for _, tt := range []struct {
		name            string
		stream          chattest.Reply
		heard, requests [2]int
		tokens          int
	}{
		{"a stream", good, [2]int{2, 2}, [2]int{1, 1}, 120},
		{"another word for stop", chattest.Streamed("eos", halves...), [2]int{2, 2}, [2]int{1, 1}, 120},
		{"comments between", with(good, 1, ": PROCESSING\n\n", ": PROCESSING\n\n"), [2]int{2, 2}, [2]int{1, 1}, 120},
		{"no usage", leave(good, 3), [2]int{2, 2}, [2]int{1, 1}, estimated(answer)},
		{"no end behind the finish", leave(good, 3, 4), [2]int{2, 2}, [2]int{1, 1}, estimated(answer)},
		{"a connection cut behind the finish", chattest.Cutting(leave(good, 3, 4)), [2]int{2, 2}, [2]int{1, 1}, estimated(answer)},
		{"no usage asked for", without("stream_options", leave(good, 3)), [2]int{2, 2}, [2]int{2, 1}, estimated(answer)},
		{"streams refused by name", errorCode(400, "null", "stream", "streaming is not supported"), [2]int{}, [2]int{2, 1}, 120},
		{"streams not implemented", chattest.Error(501, "no"), [2]int{}, [2]int{5, 1}, 120},
		{"a plain reply", whole, [2]int{}, [2]int{1, 1}, 120},
		{"a stream that does not say so", chattest.Reply{Body: strings.Join(good.Events, "")}, [2]int{}, [2]int{1, 1}, 120},
		{"no finish", leave(good, 2), [2]int{2, 0}, [2]int{2, 1}, 120},
		{"no finish, no end", leave(good, 2, 3, 4), [2]int{2, 0}, [2]int{2, 1}, 120},
		{"not JSON", with(good, 1, "data: {\"choices\":[\n\n"), [2]int{1, 0}, [2]int{2, 1}, 120},
		{"JSON that says it is events", events(whole.Body), [2]int{}, [2]int{2, 1}, 120},
		{"a page that says it is events", events(chattest.HTML(200).Body), [2]int{}, [2]int{2, 1}, 120},
		{"nothing that says it is events", events("\n"), [2]int{}, [2]int{2, 1}, 120},
		{"an error that comes second in its event", events("data: {\"object\":\"x\",\"error\":{\"message\":\"no\"}}\n\n"), [2]int{}, [2]int{2, 1}, 120},
		{"a connection cut before anything", chattest.Cutting(events(": \n")), [2]int{}, [2]int{2, 2}, 120},
		{"a connection cut in the middle", chattest.Cutting(leave(good, 1, 2, 3, 4)), [2]int{1, 1}, [2]int{2, 2}, 120},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := chattest.New(t, chattest.Streaming(tt.stream, whole))
			c, seen := client(t, s), 0
			for i := range 2 {
				heard, got, err := listens(t, c)
				if err != nil || got.Text != answer || !strings.HasPrefix(answer, strings.Join(heard, "")) {
					t.Fatalf("heard %q, got %+v, %v", heard, got, err)
				}
				if len(heard) != tt.heard[i] || len(s.Requests())-seen != tt.requests[i] {
					t.Errorf("question %d: %d pieces heard and %d requests", i+1, len(heard), len(s.Requests())-seen)
				}
				if lost := len(heard) > 0 && tt.requests[i] > 1 && tt.tokens == 120; !lost && got.Tokens != tt.tokens || lost && got.Tokens <= tt.tokens {
					t.Errorf("question %d: %d tokens", i+1, got.Tokens)
				}
				seen = len(s.Requests())
			}
		})
	}
}

// leave returns a stream without some of its events.
func leave(r chattest.Reply, out ...int) chattest.Reply {
	var kept []string
	for i, e := range r.Events {
		if !slices.Contains(out, i) {
			kept = append(kept, e)
		}
	}
	r.Events = kept
	return r
}

// with returns a stream with something more in it.
func with(r chattest.Reply, at int, more ...string) chattest.Reply {
	r.Events = slices.Insert(slices.Clone(r.Events), at, more...)
	return r
}

// events is a body that says that it is a stream.
func events(body string) chattest.Reply {
	return chattest.Reply{Header: map[string]string{"Content-Type": "text/event-stream"}, Events: []string{body}}
}

// TestStreamRejects takes streams that are no reply, and what a server does that fails either way.
func TestStreamRejects(t *testing.T) {
	good := chattest.Streamed("stop", halves...)
	flood := chattest.Streamed("", slices.Repeat([]string{strings.Repeat("x", 100<<10)}, 120)...)
	for _, tt := range []struct {
		name  string
		reply chattest.Reply
		want  string
		kind  error
		tries int
	}{
		{"cut off at the limit", chattest.Streamed("length", halves...), "cut off", nil, 1},
		{"held back", chattest.Streamed("content_filter", halves...), "content filter", nil, 1},
		{"nothing said", chattest.Streamed("stop", ""), "empty", nil, 1},
		{"an error in it", with(leave(good, 1, 2, 3, 4), 1, chattest.Event(`{"error":{"message":"overloaded","code":503}}`)), "(503): overloaded", nil, 1},
		{"a quota in it", events(chattest.Event(`{"error":{"message":"no more","code":"insufficient_quota"}}`)), "insufficient_quota", model.ErrQuota, 1},
		{"no finish at all", chattest.Ended(answer, ""), "does not say that it is finished", nil, 1},
		{"a flood", flood, "longer than any answer", nil, 1},
		{"a flood of nothing", chattest.Reply{Header: flood.Header, Events: slices.Repeat([]string{strings.Repeat(": \n", 40<<10)}, 100)}, "too many empty messages", nil, 2},
		{"key", chattest.Error(401, "no"), "401", model.ErrKey, 1},
		{"too many", chattest.Error(429, "slow down"), "429", model.ErrRate, 3},
		{"elsewhere", chattest.Reply{Status: 307, Header: map[string]string{"Location": "https://elsewhere.example/v1"}}, "points to", nil, 1},
		{"dropped", chattest.Drop(), "EOF", nil, 3},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := chattest.New(t, tt.reply)
			_, got, err := listens(t, client(t, s))
			if err == nil || !strings.Contains(err.Error(), tt.want) || len(err.Error()) > 400 || got.Text != "" {
				t.Fatalf("got %.100q and error %v, want %q", got.Text, err, tt.want)
			}
			if tt.kind != nil && !errors.Is(err, tt.kind) {
				t.Errorf("%v is no %v", err, tt.kind)
			}
			if n := len(s.Requests()); n != tt.tries {
				t.Errorf("%d requests, want %d", n, tt.tries)
			}
		})
	}
}

// TestStreamInTime: each piece is heard when it is written, the limit is for all of them, and a server that
// falls silent behind its finish is not waited for.
func TestStreamInTime(t *testing.T) {
	slow := func(r chattest.Reply, every time.Duration) chattest.Reply { r.Every = every; return r }
	good := chattest.Streamed("stop", halves...)
	for _, tt := range []struct {
		name  string
		reply chattest.Reply
		heard []time.Duration
		took  time.Duration
		fails bool
	}{
		{"piece by piece", slow(good, 3*time.Second), []time.Duration{3 * time.Second, 6 * time.Second}, 11 * time.Second, false},
		{"byte by byte", slow(chattest.Streamed("stop", strings.Split(answer, "")...), time.Second), nil, 20 * time.Second, true},
		{"silent in the middle", chattest.Stalling(leave(good, 1, 2, 3, 4)), []time.Duration{0}, 20 * time.Second, true},
		{"silent at first", chattest.Slow(), nil, 20 * time.Second, true},
		{"silent behind the finish", chattest.Stalling(leave(good, 3, 4)), []time.Duration{0, 0}, 2 * time.Second, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s, transport := chattest.NewInMemory(t, tt.reply)
				c := client(t, s, func(o *chat.Options) { o.Timeout, o.Transport = 20*time.Second, transport })
				var heard []time.Duration
				began := time.Now()
				got, err := c.Stream(t.Context(), question, func(string) { heard = append(heard, time.Since(began)) })
				if took := time.Since(began); took != tt.took || (err != nil) != tt.fails || !tt.fails && got.Text != answer {
					t.Errorf("after %v: %+v, %v", took, got, err)
				}
				if tt.fails && (!errors.Is(err, context.DeadlineExceeded) || got.Tokens == 0 && len(heard) > 0) {
					t.Errorf("error %v, %d tokens", err, got.Tokens)
				}
				if tt.heard != nil && !slices.Equal(heard, tt.heard) {
					t.Errorf("heard after %v", heard)
				}
				if n := len(s.Requests()); n != 1 {
					t.Errorf("%d requests", n)
				}
			})
		})
	}
}

// TestStreamHidesKey: a key that a server repeats is not heard, in whatever pieces it comes.
func TestStreamHidesKey(t *testing.T) {
	const key = "sk-Zr4Qm1Xx9"
	for size := 1; size < 20; size++ {
		var pieces []string
		text := "before " + key + " and c2stWnI0UW0xWHg5 behind sk-"
		for part := range slices.Chunk([]byte(text), size) {
			pieces = append(pieces, string(part))
		}
		c := client(t, chattest.New(t, chattest.Streamed("stop", pieces...)), func(o *chat.Options) { o.APIKey = key })
		heard, got, err := listens(t, c)
		if all := strings.Join(heard, ""); err != nil || !strings.HasPrefix(got.Text, all) || strings.Contains(all, key) || strings.Contains(all, "nI0UW0xWHg") || len(all) < 30 {
			t.Errorf("in pieces of %d: heard %q of %q, %v", size, heard, got.Text, err)
		}
	}
}
