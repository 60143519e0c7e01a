package store

import (
	"bytes"
	"slices"
	"testing"
	"testing/quick"
	"time"

	"rapport"
)

func TestIdsCountUpWhateverTheClockDoes(t *testing.T) {
	start := time.Date(2026, 11, 3, 9, 0, 0, 0, time.UTC)
	property := func(steps []int16, seed uint8) bool {
		now := start
		m := &idMaker{now: func() time.Time { return now }, random: bytes.NewReader(bytes.Repeat([]byte{seed, 0xff, 3}, 1<<16))}
		last := int64(0)
		for _, step := range steps {
			now = now.Add(time.Duration(step) * time.Millisecond) // also back
			for range 3 {
				id := m.next()
				if id <= last {
					return false
				}
				last = id
			}
		}
		return true
	}
	if err := quick.Check(property, nil); err != nil {
		t.Error(err)
	}
}

func TestIdsOfALongBurstStayUnique(t *testing.T) {
	now := time.Date(2026, 11, 3, 9, 0, 0, 0, time.UTC)
	m := &idMaker{now: func() time.Time { return now }, random: bytes.NewReader(bytes.Repeat([]byte{0xff}, 64))}
	last := m.next()
	for range 1 << 20 {
		id := m.next()
		if id != last+1 {
			t.Fatalf("%d follows %d", id, last)
		}
		last = id
	}
	now = now.Add(time.Second)
	if next := m.next(); next <= last {
		t.Errorf("%d, made a second later, is not after %d", next, last)
	}
}

func TestIdsOrderByTimeAndFitTheColumn(t *testing.T) {
	var all []int64
	for _, year := range []int{2020, 2026, 2050, 2085} {
		m := &idMaker{now: func() time.Time { return time.Date(year, 6, 1, 0, 0, 0, 0, time.UTC) }, random: bytes.NewReader(make([]byte, 8))}
		all = append(all, m.next())
	}
	if !slices.IsSorted(all) || all[0] <= 0 {
		t.Errorf("ids of later years are %v, want them positive and rising", all)
	}
}

func TestLineIdsOrderByTimeAndDiffer(t *testing.T) {
	now := time.Date(2026, 11, 3, 9, 0, 0, 0, time.UTC)
	random := make([]byte, 1<<12)
	for i := range random {
		random[i] = byte(i * 7)
	}
	m := &idMaker{now: func() time.Time { return now }, random: bytes.NewReader(random)}
	seen := map[rapport.LineID]bool{}
	var last rapport.LineID
	for range 50 {
		now = now.Add(time.Millisecond)
		line := m.line()
		if len(line) != 26 || seen[line] || line <= last {
			t.Fatalf("%q after %q: want 26 characters, new, rising", line, last)
		}
		seen[line], last = true, line
	}
}
