package main

import (
	"cmp"
	"runtime/debug"
)

// release is the version this is, or is on the way to: all that is known where the program is built
// from files alone, without their history. See CONTRIBUTING.md on releasing.
const release = "v0.1.0-dev"

// stamp is a version that whoever builds the program gives it: -ldflags "-X main.stamp=v0.1.0".
var stamp string

// version returns the version of this build: the one it was given, that of its module, its commit, or
// the release it belongs to.
func version() string { return cmp.Or(stamp, built(debug.ReadBuildInfo()), release) }

// built returns the version that Go has written into a build; "" where it has none.
func built(info *debug.BuildInfo, ok bool) string {
	if !ok {
		return ""
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return s.Value[:12]
		}
	}
	return ""
}
