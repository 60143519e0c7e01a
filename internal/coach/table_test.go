package coach

import (
	"slices"
	"strings"
	"testing"

	"rapport"
)

func TestTheTablesAreSorted(t *testing.T) {
	t.Parallel()
	if !slices.IsSortedFunc(table[:], func(a, b Limit) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("the limits are not sorted by name, and would not be found")
	}
	if !slices.IsSorted(plainWords[:]) {
		t.Error("the plain words are not sorted, and would not be found")
	}
	for _, l := range table {
		if l.Value < l.Least || l.Value > l.Most || l.Meaning == "" || l.Unit == "" {
			t.Errorf("%s cannot be %d %s of %d to %d", l.Name, l.Value, l.Unit, l.Least, l.Most)
		}
	}
}

func TestLimitsCanBeChangedWithinTheirBounds(t *testing.T) {
	t.Parallel()
	l, err := Limits{}.With("R10.some", 5)
	if err != nil || l.Of("R10.some") != 5 || (Limits{}).Of("R10.some") != 3 {
		t.Errorf("R10.some is %d: %v", l.Of("R10.some"), err)
	}
	if _, err := l.With("R10.some", 99); rapport.CodeOf(err) != rapport.Invalid {
		t.Errorf("99 was taken: %v", err)
	}
	if _, err := l.With("R10.sone", 4); rapport.CodeOf(err) != rapport.NotFound || !strings.Contains(rapport.HintOf(err), "R10.some") {
		t.Errorf("an unknown limit: %v, %s", err, rapport.HintOf(err))
	}
	if back := l.Without("R10.some"); back.Of("R10.some") != 3 {
		t.Errorf("back at %d", back.Of("R10.some"))
	}
}

func TestEveryDays(t *testing.T) {
	t.Parallel()
	for every, want := range map[string]int{
		"weekly": 7, "daily": 1, "every two weeks": 14, "fortnightly": 14, "every other thursday": 14, "every two weeks on thursday 16:00": 14,
		"first monday of the month": 30, "second monday of the month": 30, "every 3 weeks": 21, "twice a week": 3, "quarterly": 91,
		"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU": 14, "FREQ=MONTHLY": 30, "FREQ=DAILY": 1, "none": 0, "": 0, "whenever": 0, "mon-thu": 0,
	} {
		if got := everyDays(every); got != want {
			t.Errorf("%q is every %d days, want %d", every, got, want)
		}
	}
}

func TestTopicsMeetByTheirWords(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"the April rota is late", "Did the rota for April go out?", true},
		{"approve second team lead", "answer on the second team lead position", true},
		{"approve the second till", "the second shift is short", false},
		{"vendor says the connector comes late", "the vendor told her that connectors slip", true},
		{"how are you", "how is it", false},
		{"", "", false},
	} {
		if got := TopicOf(tt.a).Meets(TopicOf(tt.b)); got != tt.want {
			t.Errorf("%q and %q: %t, shared %d of %v and %v", tt.a, tt.b, got, TopicOf(tt.a).Shared(TopicOf(tt.b)), TopicOf(tt.a), TopicOf(tt.b))
		}
	}
}

func TestRulesHaveOneName(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, r := range Rules() {
		if seen[r.ID] || r.Title == "" || r.Source == "" || r.Check == nil {
			t.Errorf("rule %q is listed twice or says too little", r.ID)
		}
		seen[r.ID] = true
	}
	if _, err := FindRule("r10"); err != nil {
		t.Error(err)
	}
	if _, err := FindRule("R99"); rapport.CodeOf(err) != rapport.NotFound {
		t.Errorf("R99: %v", err)
	}
}
