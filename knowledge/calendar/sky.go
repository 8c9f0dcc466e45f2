package calendar

import "math"

// The sun and the moon, as far as calendars need them: longitudes by the main terms of J. Meeus,
// Astronomical Algorithms, chapters 25 and 47, good to a few hundredths of a degree, which is a few
// minutes of a new moon. Instants are in days as fixedOf counts them, from midnight UTC.

// century2000 is an instant in Julian centuries from noon of January 1, 2000.
func century2000(at float64) float64 { return (at - 730120.5) / 36525 }

func sine(degrees float64) float64 { return math.Sin(degrees * math.Pi / 180) }

// turn brings an angle into 0 to 360.
func turn(degrees float64) float64 { return degrees - 360*math.Floor(degrees/360) }

// sunLongitude is the sun's tropical longitude in degrees.
func sunLongitude(at float64) float64 {
	t := century2000(at)
	m := 357.52911 + 35999.05029*t
	return turn(280.46646 + 36000.76983*t + (1.914602-0.004817*t)*sine(m) + 0.019993*sine(2*m) + 0.000289*sine(3*m))
}

// moonTerms are amplitudes in degrees and the multiples of D, M, M' and F they go with.
var moonTerms = [...]struct{ a, d, m, m1, f float64 }{
	{6.288774, 0, 0, 1, 0}, {1.274027, 2, 0, -1, 0}, {0.658314, 2, 0, 0, 0}, {0.213618, 0, 0, 2, 0},
	{-0.185116, 0, 1, 0, 0}, {-0.114332, 0, 0, 0, 2}, {0.058793, 2, 0, -2, 0}, {0.057066, 2, -1, -1, 0},
	{0.053322, 2, 0, 1, 0}, {0.045758, 2, -1, 0, 0}, {-0.040923, 0, 1, -1, 0}, {-0.034720, 1, 0, 0, 0},
	{-0.030383, 0, 1, 1, 0}, {0.015327, 2, 0, 0, -2}, {-0.012528, 0, 0, 1, 2}, {0.010980, 0, 0, 1, -2},
	{0.010675, 4, 0, -1, 0}, {0.010034, 0, 0, 3, 0}, {0.008548, 4, 0, -2, 0}, {-0.007888, 2, 1, -1, 0},
	{-0.006766, 2, 1, 0, 0}, {-0.005163, 1, 0, -1, 0}, {0.004987, 1, 1, 0, 0},
}

// elongation is how far the moon is ahead of the sun, in degrees: 0 at new moon, 180 at full moon.
func elongation(at float64) float64 {
	t := century2000(at)
	d, m := 297.8501921+445267.1114034*t, 357.5291092+35999.0502909*t
	m1, f := 134.9633964+477198.8675055*t, 93.2720950+483202.0175233*t
	moon := 218.3164477 + 481267.88123421*t
	for _, x := range moonTerms {
		moon += x.a * sine(x.d*d+x.m*m+x.m1*m1+x.f*f)
	}
	return turn(moon - sunLongitude(at))
}

// newMoonNear is the new moon nearest to an instant.
func newMoonNear(at float64) float64 {
	const degreesADay = 12.190749
	for range 6 {
		off := elongation(at)
		if off > 180 {
			off -= 360
		}
		at -= off / degreesADay
	}
	return at
}
