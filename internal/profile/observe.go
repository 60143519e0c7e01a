package profile

import (
	"slices"

	"rapport"
)

// ReadObservation says which value an observation points to, if it points to
// one: "asked for the figures behind it" is numbers. About is the dimension
// that the user named, or empty. Nothing of the text comes out but the value.
//
// What a person did on one day is weaker than what they say they want, so only
// words that speak for themselves count here.
func ReadObservation(about string, text rapport.PrivateText) (Dimension, Value, bool) {
	readings := slices.DeleteFunc(Read(text.Reveal()), func(r Reading) bool { return !r.Plain })
	d, err := ParseDimension(about)
	if err != nil {
		d = ""
	}
	found := plainly(readings, subject{named: d})
	if d != "" {
		v := found[d]
		return d, v, v != Unknown
	}
	if len(found) != 1 {
		return "", Unknown, false
	}
	for d, v := range found {
		if v != Unknown {
			return d, v, true
		}
	}
	return "", Unknown, false
}
