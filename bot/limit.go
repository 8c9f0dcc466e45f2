package bot

import (
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"
)

// A limiter allows each person, or each server, so many questions a minute: as many at once, and
// one more whenever that part of a minute has passed.
type limiter struct {
	most int

	mu    sync.Mutex
	known *lru.Cache[string, *allowance]
}

// An allowance is what one person or server may still ask.
type allowance struct {
	*rate.Limiter
	told time.Time // until when they know that they have to wait
}

// maxRemembered bounds those of whom it is known what they asked. Who was forgotten may ask as
// many as somebody new.
const maxRemembered = 4096

func newLimiter(most int) *limiter {
	known, _ := lru.New[string, *allowance](maxRemembered) // fails for a size below one
	return &limiter{most: most, known: known}
}

// A taking is a question that was counted, or may not be asked.
type taking struct {
	*rate.Reservation           // which gives it back; nil where it may not be asked
	wait              time.Time // until when
	first             bool      // who has to wait has not been told yet
}

// take counts a question asked at now, unless it is one too many.
func (l *limiter) take(who string, now time.Time) taking {
	l.mu.Lock()
	defer l.mu.Unlock()
	a, ok := l.known.Get(who)
	if !ok {
		a = &allowance{Limiter: rate.NewLimiter(rate.Every(time.Minute/time.Duration(l.most)), l.most)}
		l.known.Add(who, a)
	}
	r := a.ReserveN(now, 1)
	delay := r.DelayFrom(now)
	if delay == 0 {
		return taking{Reservation: r}
	}
	r.CancelAt(now)
	first := !now.Before(a.told)
	a.told = now.Add(delay)
	return taking{wait: a.told, first: first}
}
