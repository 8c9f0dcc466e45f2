package wire

import (
	"net/http"

	"talksbot/internal/localdiscord/rules"
)

// open are the routes below /api/vN that carry their own token, of an interaction, and need no Authorization.
var open = map[string]handler{
	"GET /gateway": getGateway,
	"POST /interactions/{interaction}/{token}/callback":         postCallback,
	"POST /webhooks/{application}/{token}":                      byToken(postFollowup),
	"GET /webhooks/{application}/{token}/messages/{message}":    onAnswer(getAnswer),
	"PATCH /webhooks/{application}/{token}/messages/{message}":  onAnswer(patchAnswer),
	"DELETE /webhooks/{application}/{token}/messages/{message}": onAnswer(deleteAnswer),
}

// private are those that need the bot's token.
var private = map[string]handler{
	"GET /gateway/bot":         getGatewayBot,
	"GET /users/@me":           getMe,
	"GET /users/@me/guilds":    getMyGuilds,
	"POST /users/@me/channels": postDM,
	"GET /applications/@me":    getApplication,

	"GET /applications/{application}/commands":                         inScope(getCommands),
	"PUT /applications/{application}/commands":                         inScope(putCommands),
	"GET /applications/{application}/guilds/{guild}/commands":          inScope(getCommands),
	"PUT /applications/{application}/guilds/{guild}/commands":          inScope(putCommands),
	"GET /guilds/{guild}":                                              inGuild(getGuild),
	"GET /guilds/{guild}/members/{user}":                               inGuild(getMember),
	"GET /guilds/{guild}/scheduled-events":                             inGuild(getEvents),
	"POST /guilds/{guild}/scheduled-events":                            inGuild(postEvent),
	"GET /channels/{channel}":                                          inChannel(getChannel),
	"POST /channels/{channel}/typing":                                  inChannel(postTyping),
	"GET /channels/{channel}/messages":                                 inChannel(getMessages),
	"POST /channels/{channel}/messages":                                inChannel(postMessage),
	"GET /channels/{channel}/messages/{message}":                       onMessage(getMessage),
	"PATCH /channels/{channel}/messages/{message}":                     onMessage(patchMessage),
	"DELETE /channels/{channel}/messages/{message}":                    onMessage(deleteMessage),
	"POST /channels/{channel}/messages/{message}/threads":              onMessage(postThread),
	"PUT /channels/{channel}/messages/{message}/reactions/{emoji}/@me": onMessage(putReaction),
}

func (s *Server) routes() http.Handler {
	api := http.NewServeMux()
	for pattern, h := range open {
		api.Handle(pattern, s.answer(h, false))
	}
	for pattern, h := range private {
		api.Handle(pattern, s.answer(h, true))
	}
	api.Handle("/", s.answer(unserved, true))

	front := http.NewServeMux()
	front.Handle("/api/v9/", http.StripPrefix("/api/v9", s.record(s.failing(api))))
	front.Handle("/api/v10/", http.StripPrefix("/api/v10", s.record(s.failing(api))))
	front.HandleFunc("GET /attachments/{channel}/{attachment}/{name}", s.serveFile)
	front.HandleFunc("GET /{$}", s.Sockets.serve)
	return front
}

// unserved answers what the server lacks. It counts as a broken rule, lest a bot that lives with errors seem to work.
func unserved(*call) (any, error) {
	return nil, rules.ErrNotFound.Breaking("path", "UNSERVED", "the local Discord has no such route")
}

func (s *Server) serveFile(w http.ResponseWriter, r *http.Request) {
	s.World.Lock()
	data, ok := s.World.Files[r.PathValue("attachment")]
	s.World.Unlock()
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Write(data)
}
