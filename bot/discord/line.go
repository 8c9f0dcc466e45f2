package discord

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// A line is one connection to Discord's gateway, led through our hands: discordgo speaks to
// one end of a pipe, we speak to Discord and pass every frame on. So we see what discordgo
// does not tell (heartbeats that go unanswered, the code of a close), keep from it what it
// cannot take (reconnect and invalid session, which lock it up for good while it connects; events
// that are not as it expects, at which it panics), and can hang up whatever state it is in.
//
// A line serves one connection and ends once, for the reason why.
type line struct {
	waits  waits
	hear   func(name string, data []byte) // called with every event, one at a time
	dialer *websocket.Dialer              // to Discord
	at     string                         // dialled instead of what discordgo asks for, to resume; "": that

	mu         sync.Mutex
	watch      *time.Timer // hangs up when what is awaited does not come
	awaited    string
	interval   time.Duration // between heartbeats, as Discord asked
	reached    stage
	identified bool
	up         *websocket.Conn
	down       net.Conn // our end of the pipe
	resumeAt   string   // where Discord said that the session can be resumed; "": it did not
	stopDial   context.CancelFunc

	once   sync.Once
	why    error         // read it after done
	done   chan struct{} // closed when the line has ended
	pumped sync.WaitGroup
}

// Why a line ended, where Discord or its silence is the reason.
var (
	errReconnect = errors.New("Discord asked to reconnect")
	errInvalid   = errors.New("Discord does not know the session any more")
	errSilent    = errors.New("Discord fell silent")
	errHungUp    = errors.New("hung up")
)

// maxFrame bounds a frame: a guild of a hundred thousand members fits.
const maxFrame = 32 << 20

// newLine returns a line to the gateway discordgo asks for, or to the address
// given, over connections that dial opens; nil is the network. It calls hear with every event.
func newLine(w waits, dial Dialer, at string, hear func(name string, data []byte)) *line {
	return &line{
		waits:  w,
		hear:   hear,
		at:     at,
		dialer: &websocket.Dialer{Proxy: http.ProxyFromEnvironment, HandshakeTimeout: w.hello, NetDialContext: dial},
		done:   make(chan struct{}),
	}
}

// forDiscordgo is a dialer whose connections lead to this line. discordgo's pipe is plain:
// the encryption is between us and Discord.
func (l *line) forDiscordgo() *websocket.Dialer {
	dial := func(scheme string) func(context.Context, string, string) (net.Conn, error) {
		return func(context.Context, string, string) (net.Conn, error) { return l.pipe(scheme) }
	}
	return &websocket.Dialer{NetDialContext: dial("ws"), NetDialTLSContext: dial("wss"), HandshakeTimeout: 2 * l.waits.hello}
}

func (l *line) pipe(scheme string) (net.Conn, error) {
	ours, theirs := net.Pipe()
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.down != nil || l.ended() {
		return nil, errHungUp
	}
	l.down = ours
	l.pumped.Go(func() { l.hangUp(l.serve(scheme, ours)) })
	return theirs, nil
}

// serve connects to Discord and pumps frames until either side ends.
func (l *line) serve(scheme string, ours net.Conn) error {
	in := bufio.NewReader(ours)
	req, err := http.ReadRequest(in)
	if err != nil {
		return fmt.Errorf("reading the gateway handshake: %w", err)
	}
	l.await("an answer to the connection", l.waits.hello)
	up, err := l.dial(l.address(scheme, req.Host, req.URL))
	if err != nil {
		return fmt.Errorf("connecting to the gateway: %w", err)
	}
	down, err := new(websocket.Upgrader).Upgrade(&handshake{conn: ours, in: in}, req, nil)
	if err != nil {
		return fmt.Errorf("accepting discordgo's handshake: %w", err)
	}
	l.await("HELLO", l.waits.hello)
	up.SetReadLimit(maxFrame)
	l.pumped.Go(func() {
		l.hangUp(fmt.Errorf("discordgo ended it: %v", l.pump(down, up, l.outgoing)))
		io.Copy(io.Discard, ours)
	})
	return l.pump(up, down, l.incoming)
}

// dial connects to Discord; hanging up ends it too.
func (l *line) dial(address string) (*websocket.Conn, error) {
	ctx, cancel := context.WithTimeout(context.Background(), l.waits.hello)
	defer cancel()
	l.mu.Lock()
	l.stopDial = cancel
	l.mu.Unlock()
	if l.ended() {
		return nil, errHungUp
	}
	up, _, err := l.dialer.DialContext(ctx, address, nil)
	if err != nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.up = up; l.ended() {
		up.Close()
		return nil, errHungUp
	}
	return up, nil
}

// pump passes frames on until one cannot be read, written or may not be passed.
func (l *line) pump(from, to *websocket.Conn, look func(frame) error) error {
	for {
		kind, data, err := from.ReadMessage()
		if err != nil {
			return err
		}
		var f frame
		known := json.Unmarshal(data, &f) == nil
		if known {
			if err := look(f); err != nil {
				return err
			}
		}
		isEvent := known && f.Op == opDispatch && f.Type != ""
		if isEvent {
			data = f.forDiscordgo()
		}
		to.SetWriteDeadline(time.Now().Add(l.waits.ack))
		if err := to.WriteMessage(kind, data); err != nil {
			return err
		}
		if isEvent { // what discordgo has counted is not sent again
			l.hear(f.Type, f.Data)
		}
	}
}

func (l *line) ended() bool {
	select {
	case <-l.done:
		return true
	default:
		return false
	}
}

// stayResumable is a close code of ours after which Discord keeps the session; after 1000 it
// would not.
const stayResumable = 4900

// grace is how long discordgo's end stays open after the line has ended, for a heartbeat that it
// is sending: one that fails would have it close twice, with a lock held for a second each time.
const grace = time.Millisecond

// hangUp ends the line for the reason given, unless it has ended already.
func (l *line) hangUp(why error) {
	l.once.Do(func() {
		l.why = why
		close(l.done)
		l.mu.Lock()
		defer l.mu.Unlock()
		if l.watch != nil {
			l.watch.Stop()
		}
		if l.stopDial != nil {
			l.stopDial()
		}
		if l.up != nil {
			code := stayResumable
			if errors.Is(why, errHungUp) {
				code = websocket.CloseNormalClosure
			}
			l.up.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(code, ""), time.Now().Add(time.Second))
			l.up.Close()
		}
		if l.down != nil {
			time.AfterFunc(grace, func() { l.down.Close() })
		}
	})
}

// explain returns why discordgo could not connect, given what it says itself: nil when it
// could.
func (l *line) explain(err error) error {
	if err == nil {
		return nil
	}
	l.hangUp(err)
	why := l.why
	var network net.Error
	if errors.As(why, &network) && !errors.Is(why, errLimited) && l.stage() == dialling {
		return fmt.Errorf("%w: %w", errUnreachable, why)
	}
	return why
}

// close hangs up for good and waits until nothing of the line runs any more.
func (l *line) close() {
	l.hangUp(errHungUp)
	l.pumped.Wait()
}

// A handshake lets gorilla's Upgrader answer on a bare connection.
type handshake struct {
	conn   net.Conn
	in     *bufio.Reader
	header http.Header
}

func (h *handshake) Header() http.Header {
	if h.header == nil {
		h.header = http.Header{}
	}
	return h.header
}
func (h *handshake) Write(p []byte) (int, error) { return len(p), nil }
func (h *handshake) WriteHeader(int)             {}
func (h *handshake) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	return h.conn, bufio.NewReadWriter(h.in, bufio.NewWriter(h.conn)), nil
}
