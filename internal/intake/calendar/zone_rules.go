package calendar

import (
	"encoding/binary"
	"fmt"
	"slices"
	"time"
)

// onset is an instant at which the offset of a zone changes.
type onset struct {
	at  int64 // seconds since 1970
	to  int   // seconds east of UTC
	dst bool
}

// derive makes a zone of a VTIMEZONE's own rules, right for the years that the
// window needs. It reports false where the block says nothing usable.
func (c *clocks) derive(name string, b block) (*time.Location, bool) {
	var onsets []onset
	earliest, before, hasBefore := int64(1)<<62, 0, false
	for _, part := range b.inner {
		found, from, err := c.onsetsOf(part)
		if err != nil {
			c.warn(err.line, fmt.Sprintf("the rules of the time zone %q: %s", shorten(name, 60), err.text), "")
			continue
		}
		if len(found) > 0 && found[0].at < earliest {
			earliest, before, hasBefore = found[0].at, from, true
		}
		onsets = append(onsets, found...)
	}
	if len(onsets) == 0 || !hasBefore {
		return nil, false
	}
	slices.SortFunc(onsets, func(x, y onset) int {
		switch {
		case x.at != y.at:
			return int(min(max(x.at-y.at, -1), 1))
		default:
			return x.to - y.to
		}
	})
	zone, err := time.LoadLocationFromTZData(name, zoneFile(onsets, before))
	return zone, err == nil
}

// onsetsOf lists the onsets of one STANDARD or DAYLIGHT part, and the offset
// before the first.
func (c *clocks) onsetsOf(part block) (onsets []onset, from int, err *fault) {
	d, bad := part.decode(&c.parser, c.warn)
	if bad != nil {
		return nil, 0, faultf(part.begin, "%v", bad)
	}
	from, okFrom := parseOffset(d.value("TZOFFSETFROM"))
	to, okTo := parseOffset(d.value("TZOFFSETTO"))
	if !okTo {
		return nil, 0, faultf(d.lineOf("TZOFFSETTO", 0), "TZOFFSETTO is no offset such as +0100")
	}
	if !okFrom {
		from = to
	}
	start, startErr := parseMoment(d.value("DTSTART"))
	if startErr != nil {
		return nil, 0, faultf(d.lineOf("DTSTART", 0), "%v", startErr)
	}
	// The wall time of an onset is that of the clock before it.
	add := func(wall time.Time) {
		onsets = append(onsets, onset{at: wall.Unix() - int64(from), to: to, dst: part.name == "DAYLIGHT"})
	}
	add(start.wall)
	for _, p := range d.props.Values("RDATE") {
		for value := range splitList(p.Value) {
			if m, err := parseMoment(value); err == nil {
				add(m.wall)
			}
		}
	}
	if text := d.value("RRULE"); text != "" {
		rule, bad := parseRule(text)
		if bad != nil {
			return nil, 0, faultf(d.lineOf("RRULE", 0), "%v", bad)
		}
		if until, has := rule.until(); has {
			if until.utc {
				until.wall = until.wall.Add(time.Duration(from) * time.Second)
			}
			rule.end = until.wall
		}
		walls, _, bad := rule.expand(start.wall,
			time.Date(c.first-1, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(c.last+2, 1, 1, 0, 0, 0, 0, time.UTC), maxSeries)
		if bad != nil {
			return nil, 0, faultf(d.lineOf("RRULE", 0), "%v", bad)
		}
		for _, wall := range walls {
			if !wall.Equal(start.wall) {
				add(wall)
			}
		}
	}
	slices.SortFunc(onsets, func(x, y onset) int { return int(min(max(x.at-y.at, -1), 1)) })
	return onsets, from, nil
}

// zoneFile writes onsets in the form of the zone database (RFC 8536, version
// 2), which is what [time] can read.
func zoneFile(onsets []onset, before int) []byte {
	// The first clock is for what lies before all onsets: that it is used by
	// none is how readers of the form know it.
	type local struct {
		offset int
		dst    bool
	}
	locals := []local{{before, false}}
	kinds := make([]byte, len(onsets))
	for i, o := range onsets {
		l := local{o.to, o.dst}
		k := slices.Index(locals[1:], l) + 1
		if k == 0 && len(locals) < 200 { // no zone has two hundred clocks
			k = len(locals)
			locals = append(locals, l)
		}
		kinds[i] = byte(k)
	}
	const names = "-\x00"
	head := func(b []byte, times, types, chars int) []byte {
		b = append(b, "TZif2"...)
		b = append(b, make([]byte, 15)...)
		for _, n := range [...]int{0, 0, 0, times, types, chars} {
			b = binary.BigEndian.AppendUint32(b, uint32(n))
		}
		return b
	}
	// The first part is for readers of 32 bits and may be empty but for one
	// type; the second is the one that counts.
	file := head(nil, 0, 1, 1)
	file = append(file, 0, 0, 0, 0, 0, 0, 0)
	file = head(file, len(onsets), len(locals), len(names))
	for _, o := range onsets {
		file = binary.BigEndian.AppendUint64(file, uint64(o.at))
	}
	file = append(file, kinds...)
	for _, l := range locals {
		file = binary.BigEndian.AppendUint32(file, uint32(int32(l.offset)))
		dst := byte(0)
		if l.dst {
			dst = 1
		}
		file = append(file, dst, 0)
	}
	file = append(file, names...)
	return append(file, "\n\n"...)
}
