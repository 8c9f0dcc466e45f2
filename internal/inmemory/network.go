// Package inmemory is a network without sockets. On it a server and its clients run inside a bubble
// of testing/synctest, where waiting takes no time.
package inmemory

import (
	"context"
	"net"
	"sync"
)

// A Network is somewhere to listen, and the way there.
type Network struct {
	dialled chan net.Conn
	closed  chan struct{}
	once    sync.Once
}

// New returns a network with one address, whatever is dialled.
func New() *Network { return &Network{dialled: make(chan net.Conn), closed: make(chan struct{})} }

// Dial connects to whoever listens.
func (n *Network) Dial(ctx context.Context, _, _ string) (net.Conn, error) {
	ours, theirs := net.Pipe()
	select {
	case n.dialled <- theirs:
		return ours, nil
	case <-n.closed:
		return nil, &net.OpError{Op: "dial", Net: "memory", Err: net.ErrClosed}
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// Accept returns the next connection dialled.
func (n *Network) Accept() (net.Conn, error) {
	select {
	case c := <-n.dialled:
		return c, nil
	case <-n.closed:
		return nil, net.ErrClosed
	}
}

// Close ends listening.
func (n *Network) Close() error {
	n.once.Do(func() { close(n.closed) })
	return nil
}

// Addr is an address that only this network knows.
func (n *Network) Addr() net.Addr { return &net.UnixAddr{Net: "memory", Name: "talksbot.memory:80"} }
