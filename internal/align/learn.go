package align

import "rapport"

// learn adds what entries seen before say about the candidates.
func (m *Model) learn(w Work, words []term, found []candidate) {}

// manyYears reports whether the entries seen are of several years.
func manyYears(seen []Seen) bool {
	var first rapport.Day
	for _, s := range seen {
		if len(s.Day) < 4 {
			continue
		}
		if first == "" {
			first = s.Day
		}
		if s.Day[:4] != first[:4] {
			return true
		}
	}
	return false
}
