//go:build !race

package encoder

const racing = false
