package align

import (
	"reflect"
	"testing"

	"rapport"
)

func TestGoalsOfLeavesOutWhatIsClosed(t *testing.T) {
	t.Parallel()
	goals := []rapport.Goal{
		{ID: 1, Boss: 7, Slug: "falls", Title: "Fewer falls"},
		{ID: 2, Boss: 7, Slug: "stock", Title: "Full stock", Closed: "2026-11-01"},
	}
	projects := []rapport.Project{{ID: 5, Slug: "sensors", Title: "Bed sensors", Goal: 1}, {ID: 6, Title: "Shelves", Goal: 2}}
	want := []Goal{{ID: 1, Boss: 7, Slug: "falls", Title: "Fewer falls", Words: []string{"Bed sensors", "sensors"}}}
	if got := GoalsOf(goals, projects, "2026-11-03"); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestWhatIsSeenInAnEntryIsFoundAgain(t *testing.T) {
	t.Parallel()
	entry := rapport.Entry{
		Text: "tray audit, bay 4", Outcome: "two gaps", Day: "2026-11-03",
		Links: []rapport.Link{
			{Goal: 1, By: rapport.Confirmed}, {Goal: 2, By: rapport.Refused}, {Goal: 3, By: rapport.Guessed, Confidence: 90},
		},
	}
	seen := SeenIn([]rapport.Entry{entry, {Text: "only a guess", Links: entry.Links[2:]}})
	if len(seen) != 1 || !reflect.DeepEqual(seen[0].Goals, []rapport.GoalID{1}) || !reflect.DeepEqual(seen[0].Refused, []rapport.GoalID{2}) {
		t.Fatalf("seen: %+v", seen)
	}
	links := Links(WorkOf(entry, rapport.Project{}), clinic(), seen)
	if len(links) == 0 || links[0].Goal != 1 || links[0].Confidence != certain {
		t.Errorf("the same entry again: %+v", links)
	}
}
