package bot

import (
	"sync"
	"time"
)

// A limiter allows each person so many questions within a sliding window.
type limiter struct {
	mu     sync.Mutex
	most   int
	window time.Duration
	asked  map[string]*asking
}

// asking is what is remembered of one person.
type asking struct {
	times []time.Time // of the questions within the window, oldest first
	told  time.Time   // until when they know that they have to wait
}

// maxRemembered bounds the people remembered between two clean-ups.
const maxRemembered = 4096

// take counts a question of the person asked at now. When it is one too many, it is not
// counted and take returns when the next is allowed; first says that the person has not been
// told yet.
func (l *limiter) take(person string, now time.Time) (wait time.Time, first, ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	a := l.asked[person]
	if a == nil {
		l.forget(now)
		a = &asking{}
		if l.asked == nil {
			l.asked = map[string]*asking{}
		}
		l.asked[person] = a
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
	for person, a := range l.asked {
		if a.expire(now.Add(-l.window)); len(a.times) == 0 {
			delete(l.asked, person)
		}
	}
}
