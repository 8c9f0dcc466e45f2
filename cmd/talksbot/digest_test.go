package main

import (
	"strings"
	"testing"
	"time"
)

// The terminal shows what Discord gets, on the day it is.
func TestDigest(t *testing.T) {
	for day, want := range map[string][]string{
		"2022-01-09": {"**Digest for Sunday, 9 January 2022**", "**What I hold** – 1 article", "**Coming up**\n- Monday, 10 January 2022, tomorrow: The US and Russia will hold talks"},
		"2022-01-10": {"**Today**\n- The US and Russia will hold talks", "“We are now preparing"},
		"2023-01-12": {"**On this day**\n- Wednesday, 12 January 2022, 12 months ago: According to reports"},
	} {
		at, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		e := &env{ctx: t.Context(), stdout: &out, stderr: &out, now: func() time.Time { return at }}
		if err := (&digestCmd{}).Run(e); err != nil {
			t.Fatal(err)
		}
		for _, w := range want {
			if !strings.Contains(out.String(), w) {
				t.Errorf("%s: no %q in:\n%s", day, w, out.String())
			}
		}
	}
}
