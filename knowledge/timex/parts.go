package timex

// A season is a quarter of the year by the weather, an edge the beginning, middle or end of a period,
// and a part a part of the day.
type (
	season int8
	edge   int8
	part   int8
)

const (
	spring season = iota + 1
	summer
	autumn
	winter
)

const (
	early edge = iota + 1
	middle
	late
)

const (
	morning part = iota + 1
	afternoon
	evening
	night
)
