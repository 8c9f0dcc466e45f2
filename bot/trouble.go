package bot

import (
	"context"
	"crypto/rand"
	"net/http"
	"strings"

	"talksbot/bot/command"
	"talksbot/bot/discord"
	"talksbot/page"
)

// errorIDLength is how long the name of an error is: short enough to be read out, long enough to be
// found in a log.
const errorIDLength = 6

// newErrorID returns a name for an error, by which what a person was told is found in the log.
func newErrorID() string { return strings.ToLower(rand.Text()[:errorIDLength]) }

// sorry says, for the person alone, that something went wrong, and by which name the log has it.
func (v *visit) sorry() command.Reply {
	return command.Privately(v.words, "trouble", "ID", page.Span{Text: v.id, Mark: page.Code})
}

// explain tells the person, where there is still a way, why there is no answer: Discord refused it
// for the reason in err.
func (v *visit) explain(ctx context.Context, err error) {
	told := error(nil)
	switch {
	case v.e.Kind == discord.Typing:
	case v.e.Kind == discord.Said && v.e.Guild != "" && discord.IsBarred(err):
		told = v.whisper(ctx, v.barred(ctx))
	case discord.HasStatus(err, http.StatusBadRequest): // something in the message: say something plain
		told = v.send(ctx, v.e, &v.told, v.sorry())
	}
	if told != nil {
		v.log.Warn("nobody could be told so", "error", told, "error id", v.id)
	}
}

// barred says that the bot may not answer in a channel, and what it lacks there.
func (v *visit) barred(ctx context.Context) command.Reply {
	lacks, err := v.client.Lacks(ctx, v.e.Guild, v.e.Channel)
	if err != nil {
		v.log.Debug("what the bot may do in a channel cannot be read", "error", err, "channel", v.e.Channel)
	}
	where := page.Span{Text: v.e.Channel, Mark: page.Channel}
	return command.Say(v.words, "barred", "Channel", where, "Missing", page.Permissions(lacks, v.words))
}

// whisper says something to the person in direct messages.
func (v *visit) whisper(ctx context.Context, r command.Reply) error {
	dm, err := v.client.DM(ctx, v.e.User.ID)
	if err != nil {
		return err
	}
	_, err = v.client.Post(ctx, dm.ID, "dm"+v.e.ID, r.Wire(v.markdown()))
	return err
}
