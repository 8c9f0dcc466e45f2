package bot

import (
	"sync"
	"time"
)

// A limiter allows each person, or each server, so many questions within a sliding window.
type limiter struct {
	mu     sync.Mutex
	most   int
	window time.Duration
	asked  map[string]*asking
}

// asking is what is remembered of one person or server.
type asking struct {
	times []time.Time // of the questions within the window, oldest first
	told  time.Time   // until when they know that they have to wait
}

// maxRemembered bounds those remembered between two clean-ups.
const maxRemembered = 4096

// take counts a question asked at now. When it is one too many, it is not counted and take
// returns when the next is allowed; first says that who has not been told yet.
func (l *limiter) take(who string, now time.Time) (wait time.Time, first, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	a := l.asked[who]
	if a == nil {
		l.forget(now)
		a = &asking{}
		if l.asked == nil {
			l.asked = map[string]*asking{}
		}
		l.asked[who] = a
	}
	a.expire(now.Add(-l.window))
	if len(a.times) < l.most {
		a.times = append(a.times, now)
		return time.Time{}, false, true
	}
	wait = a.times[0].Add(l.window)
	first = !now.Before(a.told)
	a.told = wait
	return wait, first, false
}

// giveBack takes back the last question counted, which was not answered.
func (l *limiter) giveBack(who string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if a := l.asked[who]; a != nil && len(a.times) > 0 {
		a.times = a.times[:len(a.times)-1]
	}
}

func (a *asking) expire(before time.Time) {
	for len(a.times) > 0 && !a.times[0].After(before) {
		a.times = a.times[1:]
	}
}

// forget drops everybody whose window has passed, once there are many.
func (l *limiter) forget(now time.Time) {
	if len(l.asked) < maxRemembered {
		return
	}
	for who, a := range l.asked {
		if a.expire(now.Add(-l.window)); len(a.times) == 0 {
			delete(l.asked, who)
		}
	}
}
