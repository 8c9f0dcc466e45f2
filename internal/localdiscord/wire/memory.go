package wire

import (
	"context"
	"net"
	"sync"
)

// A Memory is a network without sockets: somewhere to listen, and the way there. On it a
// [Server] runs inside a bubble of testing/synctest, where waiting takes no time.
type Memory struct {
	dialled chan net.Conn
	closed  chan struct{}
	once    sync.Once
}

// NewMemory returns a network with one address, whatever is dialled.
func NewMemory() *Memory { return &Memory{dialled: make(chan net.Conn), closed: make(chan struct{})} }

// Dial connects to whoever listens.
func (m *Memory) Dial(ctx context.Context, _, _ string) (net.Conn, error) {
	ours, theirs := net.Pipe()
	select {
	case m.dialled <- theirs:
		return ours, nil
	case <-m.closed:
		return nil, &net.OpError{Op: "dial", Net: "memory", Err: net.ErrClosed}
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// Accept returns the next connection dialled.
func (m *Memory) Accept() (net.Conn, error) {
	select {
	case c := <-m.dialled:
		return c, nil
	case <-m.closed:
		return nil, net.ErrClosed
	}
}

// Close ends listening.
func (m *Memory) Close() error {
	m.once.Do(func() { close(m.closed) })
	return nil
}

// Addr is an address that only this network knows.
func (m *Memory) Addr() net.Addr { return memoryAddr{} }

type memoryAddr struct{}

func (memoryAddr) Network() string { return "memory" }
func (memoryAddr) String() string  { return "discord.memory:80" }
