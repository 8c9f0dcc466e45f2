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

func newLimiter() *limiter {
	known, _ := lru.New[string, *allowance](maxRemembered) // fails for a size below one
	return &limiter{known: known}
}

// A taking is a question that was counted, or may not be asked.
type taking struct {
	*rate.Reservation           // which gives it back; nil where it may not be asked
	wait              time.Time // until when
	first             bool      // who has to wait has not been told yet
}

// take counts a question asked at now, unless it is one more than the most there may be in a minute.
func (l *limiter) take(who string, most int, now time.Time) taking {
	l.mu.Lock()
	defer l.mu.Unlock()
	a, ok := l.known.Get(who)
	if !ok {
		a = &allowance{Limiter: rate.NewLimiter(every(most), most)}
		l.known.Add(who, a)
	}
	if a.Burst() != most {
		a.SetLimitAt(now, every(most))
		a.SetBurstAt(now, most)
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

// every is the rate at which so many a minute may be asked.
func every(most int) rate.Limit { return rate.Every(time.Minute / time.Duration(most)) }
