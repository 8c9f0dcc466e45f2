package main

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"
)

// TestDatesFromNow tells how far away the days are as of the clock.
func TestDatesFromNow(t *testing.T) {
	var out bytes.Buffer
	e := &env{ctx: context.Background(), stdout: &out, now: func() time.Time { return time.Date(2021, 12, 30, 23, 59, 0, 0, time.FixedZone("", 14*60*60)) }}
	if err := (&datesCmd{To: "next month"}).Run(e); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"December 2021\n**Monday 27** · 3 days ago", "**Tuesday 28** · 2 days ago", "January 2022\n**Monday 10** · in 11 days", "**Wednesday 12** · in 13 days"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}
