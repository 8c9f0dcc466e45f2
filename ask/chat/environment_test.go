package chat_test

import (
	"context"
	"encoding/pem"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"sync/atomic"
	"testing"

	"talksbot/ask/chat"
	"talksbot/ask/chat/chattest"
)

// asSubprocess asks the server that TestEnvironment names, where it has started this
// program for that: proxies and certificates are read from the environment once.
func asSubprocess() bool {
	url := os.Getenv("CHAT_TEST_URL")
	if url == "" {
		return false
	}
	c, err := chat.New(chat.Options{BaseURL: url, Model: "m"})
	if err == nil {
		_, err = c.Complete(context.Background(), question)
	}
	fmt.Print(err)
	return true
}

// TestEnvironment: the way to the server leads through the proxy in HTTPS_PROXY, and the
// server is trusted for the certificate in SSL_CERT_FILE, and only for that.
func TestEnvironment(t *testing.T) {
	model := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.Copy(io.Discard, r.Body)
		io.WriteString(w, chattest.Content(answer).Body)
	}))
	model.Config.ErrorLog = log.New(io.Discard, "", 0) // it would tell of the handshake refused below
	model.StartTLS()
	defer model.Close()
	var tunnels atomic.Int32
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodConnect && r.Host == "example.com:443" {
			tunnels.Add(1)
			tunnel(w, model.Listener.Addr().String())
		}
	}))
	defer proxy.Close()
	file := filepath.Join(t.TempDir(), "ca.pem")
	certificate := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: model.Certificate().Raw})
	if err := os.WriteFile(file, certificate, 0o600); err != nil {
		t.Fatal(err)
	}

	ask := func(env ...string) string {
		cmd := exec.CommandContext(t.Context(), os.Args[0])
		cmd.Env = append(env, "CHAT_TEST_URL=https://example.com/v1", "HTTPS_PROXY="+proxy.URL, "SSL_CERT_DIR="+t.TempDir())
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return string(out)
	}
	if got := ask("SSL_CERT_FILE=" + file); got != "<nil>" {
		t.Errorf("with the certificate: %s", got)
	}
	if got := ask("SSL_CERT_FILE=" + os.DevNull); got == "<nil>" {
		t.Error("without the certificate the server was trusted")
	}
	if n := tunnels.Load(); n != 2 {
		t.Errorf("the proxy was used %d times, want 2", n)
	}
}

// tunnel joins the client of a CONNECT request with the address until both are done.
func tunnel(w http.ResponseWriter, address string) {
	server, err := net.Dial("tcp", address)
	if err != nil {
		return
	}
	defer server.Close()
	client, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	defer client.Close()
	io.WriteString(client, "HTTP/1.1 200 OK\r\n\r\n")
	done := make(chan struct{})
	go func() {
		defer close(done)
		io.Copy(server, client)
		server.Close()
	}()
	io.Copy(client, server)
	client.Close()
	<-done
}
