package main

import "testing"

// Whoever writes OFF means off, and no model of that name.
func TestOnAndOff(t *testing.T) {
	for value, want := range map[string]settings{
		"on": {}, "On": {}, "off": {noOpinion: true}, "OFF": {noOpinion: true}, "office-7b": {opinion: "office-7b"},
	} {
		var got settings
		if err := readOpinion(&got, value); err != nil || got.noOpinion != want.noOpinion || got.opinion != want.opinion {
			t.Errorf("MODEL_OPINION=%s: off %v, model %q, %v", value, got.noOpinion, got.opinion, err)
		}
	}
	for value, off := range map[string]bool{"on": false, "ON": false, "Off": true} {
		var got settings
		if err := readEncoder(&got, value); err != nil || got.noEncoder != off {
			t.Errorf("ENCODER=%s: off %v, %v", value, got.noEncoder, err)
		}
	}
}
