package wire

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"

	"talksbot/internal/localdiscord/rules"
)

// An endpoint is where interactions are posted, instead of told to the gateway. It is guarded by the world's lock.
type endpoint struct {
	key ed25519.PrivateKey // of the application
	url string             // "": there is none
	way http.RoundTripper  // there
}

// known is the address as the application has it; nil for none.
func (e endpoint) known() any {
	if e.url == "" {
		return nil
	}
	return e.url
}

// What tries an endpoint, and what it answers.
const (
	ping = 1
	pong = 1
)

// acknowledge is how long an endpoint may take to answer.
const acknowledge = 3 * time.Second

// PublicKey is that of the bot's application, by which what is posted to its endpoint is verified.
func (s *Server) PublicKey() ed25519.PublicKey { return s.endpoint.key.Public().(ed25519.PublicKey) }

// SetEndpoint has interactions posted to an address from now on, by way, as when it is saved in the developer portal:
// it is an error where the address does not answer a PING, or answers one with a wrong signature. "" has the
// gateway told of them again.
func (s *Server) SetEndpoint(ctx context.Context, url string, way http.RoundTripper) error {
	if url != "" {
		if err := s.try(ctx, url, way); err != nil {
			return fmt.Errorf("interactions_endpoint_url: The specified interactions endpoint URL could not be verified: %w", err)
		}
	}
	s.World.Lock()
	defer s.World.Unlock()
	s.endpoint.url, s.endpoint.way = url, way
	return nil
}

// try looks whether an address is an endpoint of the application's, and refuses what is not signed.
func (s *Server) try(ctx context.Context, url string, way http.RoundTripper) error {
	s.World.Lock()
	body := encode(map[string]any{"version": 1, "type": ping, "id": s.World.Guild.ID, "token": "ping", "application_id": s.World.Bot.ID, "user": rules.User{ID: s.World.Guild.OwnerID}, "entitlements": []any{}})
	s.World.Unlock()
	for _, c := range []struct {
		key  ed25519.PrivateKey
		want int
	}{{s.endpoint.key, http.StatusOK}, {ed25519.NewKeyFromSeed(make([]byte, ed25519.SeedSize)), http.StatusUnauthorized}} {
		status, reply, err := send(ctx, way, s.signed(c.key, url, body))
		if err != nil {
			return err
		}
		var said struct {
			Type int `json:"type"`
		}
		if status != c.want || status == http.StatusOK && (json.Unmarshal(reply, &said) != nil || said.Type != pong) {
			return fmt.Errorf("a PING was answered %d: %.100s", status, reply)
		}
	}
	return nil
}

// signed is the request that posts a body.
func (s *Server) signed(key ed25519.PrivateKey, url string, body []byte) *http.Request {
	r, err := http.NewRequest(http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		panic(fmt.Sprintf("localdiscord: the endpoint %q is no address", url))
	}
	stamp := strconv.FormatInt(time.Now().Unix(), 10) // by the clock of the machine, as an endpoint compares it with its own
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("User-Agent", "Discord-Interactions/1.0 (+https://discord.com)")
	r.Header.Set("X-Signature-Timestamp", stamp)
	r.Header.Set("X-Signature-Ed25519", hex.EncodeToString(ed25519.Sign(key, append([]byte(stamp), body...))))
	return r
}

func send(ctx context.Context, way http.RoundTripper, r *http.Request) (status int, body []byte, err error) {
	ctx, cancel := context.WithTimeout(ctx, acknowledge)
	defer cancel()
	resp, err := way.RoundTrip(r.WithContext(ctx))
	if err != nil {
		return 0, nil, err
	}
	defer resp.Body.Close()
	body, err = io.ReadAll(io.LimitReader(resp.Body, maxBody))
	return resp.StatusCode, body, err
}

// emit tells of an event: the endpoint, where it is an interaction and there is one, or the gateway. The world's lock
// is held.
func (s *Server) emit(guild string, intents rules.Intents, event string, data any) {
	at := s.endpoint
	if event != "INTERACTION_CREATE" || at.url == "" || s.World.HasEnded() {
		s.Sockets.emit(guild, intents, event, data)
		return
	}
	r := s.signed(at.key, at.url, encode(data))
	s.busy.Go(func() { s.post(at.way, r, encode(data)) })
}

// post posts an interaction, and does what the answer says.
func (s *Server) post(way http.RoundTripper, r *http.Request, event []byte) {
	status, body, err := send(s.up, way, r)
	if err != nil || status == http.StatusAccepted && len(body) == 0 {
		return // it is answered by itself, or not at all
	}
	s.World.Lock()
	defer s.World.Unlock()
	if status != http.StatusOK {
		s.violate(r, []rules.Problem{{Path: "status", Code: "ENDPOINT", Message: fmt.Sprintf("an interaction was answered %d: %.100s", status, body)}})
		return
	}
	if err := s.heed(event, body); err != nil {
		s.violate(r, []rules.Problem{{Path: "body", Code: "ENDPOINT", Message: err.Error()}})
	}
}

// heed does what the body of an endpoint's answer says.
func (s *Server) heed(event, body []byte) error {
	var of struct{ ID, Token string }
	if err := json.Unmarshal(event, &of); err != nil {
		return err
	}
	i := s.World.Interaction(of.ID, of.Token)
	if i == nil || i.Answered != 0 {
		return rules.ErrUnknownInteraction
	}
	answer, err := rules.ReadAnswer(i.Kind, body, nil)
	if err != nil {
		return err
	}
	_, err = s.World.Answer(i, answer)
	return err
}
