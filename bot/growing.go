package bot

import (
	"context"
	"sync"
	"time"

	"talksbot/bot/command"
)

// everySo is how often a message is edited at most while its answer grows.
const everySo = time.Second

// run has the event's row say what there is to say, and shows the person meanwhile what of it is there
// already. When it returns, nothing more of that is on its way.
func (v *visit) run(ctx context.Context) command.Reply {
	if !v.row.Long && (!v.row.Asks || v.chosen.Threads) { // as it is not known before the end where a long answer is to stand
		return v.row.Run(ctx, v.e)
	}
	g := growth{news: make(chan struct{}, 1)}
	showing, stop := context.WithCancel(ctx)
	var shown sync.WaitGroup
	defer shown.Wait()
	defer stop()
	shown.Go(func() { v.showing(showing, &g) })
	return v.row.Run(command.Watched(ctx, g.set), v.e)
}

// A growth is a reply of which there is more now and then. Only the latest is kept.
type growth struct {
	mu    sync.Mutex
	reply command.Reply
	news  chan struct{} // holds one where the reply is a new one
}

func (g *growth) set(r command.Reply) {
	g.mu.Lock()
	g.reply = r
	g.mu.Unlock()
	select {
	case g.news <- struct{}{}:
	default:
	}
}

func (g *growth) latest() command.Reply {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.reply
}

// showing shows what there is of a reply, until ctx ends. An answer that comes within the first second is
// shown once, when it is whole.
func (v *visit) showing(ctx context.Context, g *growth) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(everySo):
		}
		select {
		case <-ctx.Done():
			return
		case <-g.news:
		}
		if ctx.Err() != nil {
			return
		}
		if err := v.show(ctx, g.latest()); err != nil {
			v.log.Debug("an answer is not shown before it is whole", "error", err, "event", v.e.Name)
			return
		}
	}
}

// show shows a part of an answer, in the place of the whole. It is not broken off when the whole is there:
// what was sent could overtake it.
func (v *visit) show(ctx context.Context, r command.Reply) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), v.waits.show)
	defer cancel()
	r.Private = r.Private || v.isPrivate()
	v.conversations.saying.Add(1)
	defer v.conversations.saying.Add(-1)
	err := v.send(ctx, v.e, &v.told, r)
	if id := v.told.message.ID; id != "" {
		v.conversations.grows(id)
	}
	return err
}
