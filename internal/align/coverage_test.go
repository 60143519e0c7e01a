package align

import (
	"reflect"
	"testing"

	"rapport"
)

func TestCoverage(t *testing.T) {
	t.Parallel()
	goals := []Goal{{ID: 1, Title: "Fewer falls"}, {ID: 2, Title: "Shorter queue"}, {ID: 3, Title: "Full stock"}}
	entry := func(id rapport.EntryID, day rapport.Day, links ...rapport.Link) rapport.Entry {
		return rapport.Entry{ID: id, Day: day, Kind: rapport.Progress, Links: links}
	}
	confirmed := func(g rapport.GoalID) rapport.Link {
		return rapport.Link{Goal: g, By: rapport.Confirmed, Confidence: 100}
	}
	guessed := func(g rapport.GoalID, percent int) rapport.Link {
		return rapport.Link{Goal: g, By: rapport.Guessed, Confidence: percent}
	}
	refused := rapport.Link{Goal: 1, By: rapport.Refused}
	idea := entry(20, "2026-11-02", confirmed(3))
	idea.Kind = rapport.Idea
	removed := entry(21, "2026-11-02", confirmed(3))
	removed.Removed = 1

	for _, tt := range []struct {
		name    string
		entries []rapport.Entry
		want    Contribution
	}{
		{
			"without entries no goal is served", nil,
			Contribution{Goals: []Support{{Goal: 1}, {Goal: 2}, {Goal: 3}}, Unserved: []rapport.GoalID{1, 2, 3}},
		},
		{
			"guesses are counted apart from what the user said",
			[]rapport.Entry{entry(10, "2026-11-03", confirmed(1), guessed(2, 80)), entry(11, "2026-11-02", confirmed(1)), entry(12, "2026-11-04", guessed(2, 60))},
			Contribution{
				Goals:    []Support{{Goal: 1, Confirmed: 2, Last: "2026-11-03"}, {Goal: 2, Guessed: 2}, {Goal: 3}},
				Unserved: []rapport.GoalID{2, 3}, Unsure: []rapport.EntryID{12}, Work: 3, Linked: 2,
			},
		},
		{
			"refused, weak and foreign links leave work loose",
			[]rapport.Entry{entry(10, "2026-11-03", refused), entry(11, "2026-11-03", guessed(1, Threshold-1)), entry(12, "2026-11-03", confirmed(99))},
			Contribution{
				Goals: []Support{{Goal: 1}, {Goal: 2}, {Goal: 3}}, Unserved: []rapport.GoalID{1, 2, 3},
				Loose: []rapport.EntryID{10, 11, 12}, Work: 3,
			},
		},
		{
			"ideas and removed entries are no work",
			[]rapport.Entry{idea, removed},
			Contribution{Goals: []Support{{Goal: 1}, {Goal: 2}, {Goal: 3}}, Unserved: []rapport.GoalID{1, 2, 3}},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := Coverage(goals, tt.entries); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got  %+v\nwant %+v", got, tt.want)
			}
		})
	}
}
