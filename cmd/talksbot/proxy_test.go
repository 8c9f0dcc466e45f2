package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"math/big"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"talksbot/bot/discord"
	"talksbot/internal/localdiscord"
)

// proxied are the proxies that docs/discord.md has an example of, with what makes the example a whole configuration that
// runs here.
var proxied = []struct {
	program string
	args    []string // beside CONFIG, the file
	around  [2]string
	change  []string // of the example: what stands there, and what instead of it
}{
	{"nginx", []string{"-p", "FOLDER", "-e", "stderr", "-c", "CONFIG"},
		[2]string{"daemon off;\npid FOLDER/pid;\nworker_processes 1;\nevents {}\nhttp {\naccess_log off;\nclient_body_temp_path FOLDER/body;\nproxy_temp_path FOLDER/proxy;\nfastcgi_temp_path FOLDER/f;\nuwsgi_temp_path FOLDER/u;\nscgi_temp_path FOLDER/s;\n", "}\n"},
		[]string{"listen 443", "listen OUTSIDE", "/etc/letsencrypt/live/bot.example.org/fullchain.pem", "FOLDER/certificate", "/etc/letsencrypt/live/bot.example.org/privkey.pem", "FOLDER/key"}},
	{"caddy", []string{"run", "--adapter", "caddyfile", "--config", "CONFIG"},
		[2]string{"{\nadmin off\nauto_https disable_redirects\n}\n", ""},
		[]string{"bot.example.org {", "https://OUTSIDE {\n\ttls FOLDER/certificate FOLDER/key"}},
}

// TestBehindProxies has Discord post interactions to the program through the proxies that docs/discord.md names, as it says to
// set them up.
func TestBehindProxies(t *testing.T) {
	page, err := os.ReadFile("../../docs/discord.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range proxied {
		t.Run(p.program, func(t *testing.T) {
			path, err := exec.LookPath(p.program)
			if err != nil {
				t.Skip(err)
			}
			example := regexp.MustCompile("(?s)```" + p.program + "\n(.*?)```").FindSubmatch(page)
			if example == nil {
				t.Fatal("docs/discord.md has no example")
			}
			s, err := localdiscord.Start(localdiscord.Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			inside, outside, folder := freeAddress(t), freeAddress(t), t.TempDir()
			roots := certify(t, folder)
			config := p.around[0] + strings.NewReplacer(append(p.change, "127.0.0.1:8081", inside)...).Replace(string(example[1])) + p.around[1]
			fill := strings.NewReplacer("FOLDER", folder, "OUTSIDE", outside, "CONFIG", filepath.Join(folder, "config"))
			if err := os.WriteFile(filepath.Join(folder, "config"), []byte(fill.Replace(config)), 0o600); err != nil {
				t.Fatal(err)
			}
			var args []string
			for _, a := range p.args {
				args = append(args, fill.Replace(a))
			}
			proxy := exec.CommandContext(t.Context(), path, args...)
			var said lockedBuffer
			proxy.Stdout, proxy.Stderr, proxy.Env = &said, &said, append(os.Environ(), "HOME="+folder, "XDG_DATA_HOME="+folder, "XDG_CONFIG_HOME="+folder)
			if err := proxy.Start(); err != nil {
				t.Fatal(err)
			}
			defer proxy.Wait()
			defer proxy.Process.Signal(os.Interrupt)
			defer func() {
				if t.Failed() {
					t.Logf("%s said:\n%s", p.program, said.String())
				}
			}()
			askThrough(t, s, settings{interactions: inside, publicKey: s.PublicKey()}, "https://"+outside, &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}})
		})
	}
}

// askThrough runs the program and has somebody use it by what is posted to an address.
func askThrough(t *testing.T, s *localdiscord.Server, set settings, address string, way *http.Transport) {
	t.Helper()
	defer way.CloseIdleConnections()
	logged, stop, ended := serveOverSockets(t, s, set)
	defer func() { <-ended }()
	defer stop()
	if err := s.WaitCommand(t.Context(), "ask"); err != nil {
		t.Fatalf("%v\n%s", err, logged)
	}
	var err error
	for range 100 { // until the proxy has started
		if err = s.SetEndpoint(t.Context(), address+discord.EndpointPath, way); err == nil {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	if err != nil {
		t.Fatal(err)
	}
	ada, general := s.Person("ada"), s.Channel("general")
	for range 3 {
		asked, err := ada.Run(general, "ask", localdiscord.Option{Name: "question", Value: "When does the NATO-Russia Council meet?"})
		if err != nil {
			t.Fatal(err)
		}
		answer, err := asked.Wait(t.Context())
		if err != nil || !strings.Contains(answer.Text(), "January 12") {
			t.Fatalf("answered %v, %v", answer, err)
		}
	}
	for _, v := range s.Violations() {
		t.Errorf("Discord would refuse: %v", v)
	}
	if resp, err := way.RoundTrip(must(http.NewRequest("GET", address+discord.EndpointPath, nil))); err != nil || resp.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("a browser sees %v, %v", resp, err)
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// freeAddress returns an address at which nobody listens.
func freeAddress(t *testing.T) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// certify writes a certificate for this machine, and its key, into a folder.
func certify(t *testing.T, folder string) *x509.CertPool {
	key := must(ecdsa.GenerateKey(elliptic.P256(), rand.Reader))
	of := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true}
	certificate := must(x509.CreateCertificate(rand.Reader, of, of, &key.PublicKey, key))
	for name, block := range map[string]*pem.Block{"certificate": {Type: "CERTIFICATE", Bytes: certificate}, "key": {Type: "EC PRIVATE KEY", Bytes: must(x509.MarshalECPrivateKey(key))}} {
		if err := os.WriteFile(filepath.Join(folder, name), pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	roots := x509.NewCertPool()
	roots.AddCert(must(x509.ParseCertificate(certificate)))
	return roots
}
