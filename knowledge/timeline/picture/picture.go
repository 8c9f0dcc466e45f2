// Package picture draws a timeline as a PNG.
//
//	text.go     fonts, and words set into lines of a width
//	fold.go     which events are drawn, and what stands for the others
//	layout.go   from events to blocks with their places, none on another
//	draw.go     from a layout to pixels
//	picture.go  the whole
//
// The picture is a card with a ground of its own, so it looks the same in dark and in light
// clients. Its type is the Go fonts, which have Latin, Greek and Cyrillic letters.
package picture

import (
	"bytes"
	"fmt"
	"image/png"

	"talksbot/knowledge/calendar"
	"talksbot/knowledge/timeline"
)

// MediaType is that of what PNG returns.
const MediaType = "image/png"

// Options say what a picture shows beside the events.
type Options struct {
	Title string       // above it; "" is "Timeline"
	Today calendar.Day // to say how far away a day is; zero says nothing
	Words timeline.Words
}

// Most is how many events a picture shows, those around today; the others are counted.
const Most = 13

// PNG draws the events in their order. It never fails on any text; what the fonts have no
// letter for is drawn as a box.
func PNG(events []timeline.Event, o Options) ([]byte, error) {
	faces, err := newFaces()
	if err != nil {
		return nil, fmt.Errorf("drawing a timeline: %w", err)
	}
	var b bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(&b, draw(lay(events, o, faces))); err != nil {
		return nil, fmt.Errorf("drawing a timeline: %w", err)
	}
	return b.Bytes(), nil
}
