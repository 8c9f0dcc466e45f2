package discord

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
)

// An Attachment is a file that somebody sent.
type Attachment struct {
	ID   string `json:"id"`
	Name string `json:"filename"`
	Kind string `json:"content_type"` // as the sender's client says
	Size int    `json:"size"`         // bytes
	URL  string `json:"url"`
}

// ErrTooLarge says that an attachment is larger than whoever wants it has room for.
var ErrTooLarge = errors.New("the attachment is too large")

// cdn are the hosts that hand out what people attach.
var cdn = []string{"cdn.discordapp.com", "media.discordapp.net"}

// Download returns what an attachment holds, which is most bytes at most. The bot's token is not sent along.
func (c *Client) Download(ctx context.Context, a Attachment, most int) ([]byte, error) {
	if a.Size > most {
		return nil, ErrTooLarge
	}
	data, err := c.fetch(ctx, a.URL, most)
	if err != nil && !errors.Is(err, ErrTooLarge) {
		err = c.token.scrub(fmt.Errorf("fetching an attachment: %w", err))
	}
	return data, err
}

func (c *Client) fetch(ctx context.Context, address string, most int) ([]byte, error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" || !slices.Contains(cdn, u.Host) {
		return nil, errors.New("its address is none of Discord's")
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, errors.New("its address is malformed")
	}
	req.Header.Set("User-Agent", c.agent)
	resp, err := c.http.Do(req)
	if err != nil {
		var of *url.Error
		if errors.As(err, &of) {
			err = of.Err // without the address, whose signature lets anybody in
		}
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, &Refusal{Status: resp.StatusCode}
	}
	data, err := io.ReadAll(io.LimitReader(resp.Body, int64(most)+1))
	switch {
	case err != nil:
		return nil, err
	case len(data) > most:
		return nil, ErrTooLarge
	}
	return data, nil
}
