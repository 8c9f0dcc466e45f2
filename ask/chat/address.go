package chat

import (
	"fmt"
	"net/netip"
	"net/url"
	"strings"
)

const openAI = "https://api.openai.com/v1"

// parseAddress returns the address that "/chat/completions" is appended to. People write
// what they have at hand, so it takes a host with its domain or port, with or without a scheme, a trailing
// slash, or the whole address of the endpoint, and adds "/v1" where there is no path: what
// OpenAI, Ollama, llama.cpp, vLLM and LM Studio all use. A path that is given stands, for
// there are servers with another, and so does a query, which goes with every request.
func parseAddress(s string) (*url.URL, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		s = openAI
	}
	if !strings.ContainsAny(s, ".:/") && !strings.EqualFold(s, "localhost") {
		return nil, addressError("it names no server") // but may be a key in the wrong place, and is told nobody
	}
	if !strings.Contains(s, "://") {
		s = likelyScheme(s) + "://" + s
	}
	u, err := url.Parse(s)
	if err != nil {
		// The parser's error repeats the address with any password in it.
		return nil, addressError("it is not an address")
	}
	switch {
	case u.Scheme != "http" && u.Scheme != "https":
		return nil, addressError(fmt.Sprintf("it begins with %q, neither http nor https", u.Scheme+"://"))
	case u.Hostname() == "" || strings.ContainsAny(u.Host, " ,\"'"):
		return nil, addressError("it names no server")
	case u.Fragment != "":
		return nil, addressError(`it has something after "#"`)
	case deployment(u) != "" && !u.Query().Has("api-version"):
		return nil, addressError(`an Azure deployment wants its version behind the address, such as "?api-version=2024-10-21"`)
	}
	path := strings.TrimRight(u.Path, "/")
	for _, endpoint := range []string{"/chat/completions", "/completions", "/models", "/responses"} {
		path = strings.TrimRight(strings.TrimSuffix(path, endpoint), "/")
	}
	switch {
	case path == "" && isAzure(u.Hostname()):
		path = "/openai/v1"
	case path == "":
		path = "/v1"
	}
	u.Path, u.RawPath, u.ForceQuery = path, "", false
	return u, nil
}

// isAzure reports whether a host is one of Azure's, which want the key in a header of their own.
func isAzure(host string) bool {
	host = strings.ToLower(host)
	return strings.HasSuffix(host, ".openai.azure.com") || strings.HasSuffix(host, ".cognitiveservices.azure.com") || strings.HasSuffix(host, ".services.ai.azure.com")
}

// deployment returns the name of the deployment in an address of Azure's, "" where it names none.
func deployment(u *url.URL) string {
	_, rest, found := strings.Cut(u.Path, "/openai/deployments/")
	if !found || !isAzure(u.Hostname()) {
		return ""
	}
	name, _, _ := strings.Cut(rest, "/")
	return name
}

func addressError(what string) error {
	return fmt.Errorf("the model server's address (OPENAI_BASE_URL) does not work: %s; write it like http://localhost:11434/v1 or https://api.openai.com/v1", what)
}

// likelyScheme says how to reach a server given without a scheme. Those on this machine
// and in this network hardly ever have a certificate; all others do.
func likelyScheme(s string) string {
	host, _, _ := strings.Cut(s, "/")
	if i := strings.LastIndexByte(host, ':'); i >= 0 && !strings.HasSuffix(host, "]") {
		host = host[:i]
	}
	host = strings.ToLower(strings.Trim(host, "[]"))
	if ip, err := netip.ParseAddr(host); err == nil {
		if ip.IsLoopback() || ip.IsPrivate() || ip.IsLinkLocalUnicast() {
			return "http"
		}
		return "https"
	}
	if !strings.Contains(host, ".") || strings.HasSuffix(host, ".local") || strings.HasSuffix(host, ".internal") {
		return "http" // localhost, or a container's name
	}
	return "https"
}

// Host returns the host of a model server by its address, "" for OpenAI's; "" where it has none.
func Host(address string) string {
	base, err := parseAddress(address)
	if err != nil {
		return ""
	}
	return base.Host
}
