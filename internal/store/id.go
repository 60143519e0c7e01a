package store

import (
	"encoding/binary"
	"io"
	"sync"
	"time"

	"rapport"
)

// Ids count up with time within a process: 41 bits of milliseconds since 2020,
// 22 bits that start at random in each millisecond and count up. Two processes
// that write in the same millisecond collide once in four million times; the
// database then refuses the second, and the transaction runs again.
const (
	idEpoch = 1577836800000 // 2020-01-01 in Unix milliseconds
	idLow   = 22
)

// idMaker hands out ids and journal identities. Clock and randomness are its
// arguments so that a test can fix them.
type idMaker struct {
	mu     sync.Mutex
	now    func() time.Time
	random io.Reader
	last   int64
}

func (m *idMaker) next() int64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	id := (m.now().UnixMilli() - idEpoch) << idLow
	if id>>idLow > m.last>>idLow {
		// The upper half stays free for counting up.
		id |= int64(m.entropy(4)) & (1<<(idLow-1) - 1)
	}
	if id <= m.last {
		// The same millisecond, or a clock that was set back.
		id = m.last + 1
	}
	m.last = id
	return id
}

func (m *idMaker) entropy(n int) uint64 {
	var b [8]byte
	if _, err := io.ReadFull(m.random, b[8-n:]); err != nil {
		panic("no randomness: " + err.Error()) // crypto/rand never fails
	}
	return binary.BigEndian.Uint64(b[:])
}

// line makes a new journal identity: 26 letters and digits, ordered by time,
// with 80 random bits, so that two machines never make the same.
func (m *idMaker) line() rapport.LineID {
	const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"
	m.mu.Lock()
	defer m.mu.Unlock()
	var out [26]byte
	ms := uint64(m.now().UnixMilli())
	for i := 9; i >= 0; i-- {
		out[i] = alphabet[ms&31]
		ms >>= 5
	}
	for half := range 2 {
		bits := m.entropy(5)
		for i := range 8 {
			out[10+8*half+i] = alphabet[bits&31]
			bits >>= 5
		}
	}
	return rapport.LineID(out[:])
}
