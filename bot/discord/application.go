package discord

import (
	"context"
	"crypto/ed25519"
	"fmt"
)

// An Application is what Discord tells of the bot's application.
type Application struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Endpoint string `json:"interactions_endpoint_url"` // where commands are sent instead of to the gateway; "": they are not

	Key string `json:"verify_key"` // by which what is sent there is verified; see [ParseKey]

	Servers []Joinable `json:"-"` // that the bot is in, MostServers of them
}

// A Joinable is a server by its ID and name.
type Joinable struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// MostServers is how many servers of an Application are told.
const MostServers = 200

// Application asks Discord about the application that the token belongs to, without connecting. A
// token that Discord does not accept is a refusal with status 401.
func (c *Client) Application(ctx context.Context) (Application, error) {
	var a Application
	if err := c.Do(ctx, Call{Doing: "reading the application", Method: "GET", Path: "applications/@me"}, &a); err != nil {
		return a, err
	}
	path := fmt.Sprintf("users/@me/guilds?limit=%d", MostServers)
	return a, c.Do(ctx, Call{Doing: "listing the servers", Method: "GET", Path: path}, &a.Servers)
}

// Has reports whether key is the application's.
func (a Application) Has(key ed25519.PublicKey) bool {
	own, err := ParseKey(a.Key)
	return err == nil && own.Equal(key)
}
