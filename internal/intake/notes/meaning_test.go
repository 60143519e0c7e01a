package notes

import "testing"

func TestMeaningOf_knowsManyWordings(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		title string
		want  Meaning // empty for what has to be asked
	}{
		{"What did I get done?", Achieved},
		{"Achieved:", Achieved},
		{"Wins", Achieved},
		{"🏆 Highlights", Achieved},
		{"What went well", Achieved},
		{"Done since last time", Achieved},
		{"1. Accomplishments this week", Achieved},
		{"Was habe ich geschafft?", Achieved},
		{"Erledigt", Achieved},
		{"Ce que j'ai réussi", Achieved},
		{"Logros", Achieved},
		{"Erfolge / Wins", Achieved},
		{"Shipped", Achieved},
		{"Last week", Achieved},
		{"Struggles", Struggled},
		{"Blockers", Struggled},
		{"What did I struggle with?", Struggled},
		{"What didn't go so well", Struggled},
		{"Where am I stuck?", Struggled},
		{"Probleme", Struggled},
		{"Difficultés", Struggled},
		{"Was hat nicht gut geklappt", Struggled},
		{"Challenges & concerns", Struggled},
		{"Plan for next week", Planned},
		{"Next", Planned},
		{"What's next?", Planned},
		{"Priorities", Planned},
		{"Nächste Woche", Planned},
		{"La semaine prochaine", Planned},
		{"Upcoming", Planned},
		{"What will I do next week", Planned},
		{"Where I need help", Needs},
		{"Asks", Needs},
		{"Support needed", Needs},
		{"Questions for Katrin", Needs},
		{"Wobei brauche ich Hilfe?", Needs},
		{"Besoin d'aide", Needs},
		{"What I need from you", Needs},
		{"FYI", Told},
		{"Heads-up", Told},
		{"Risks", Told},
		{"Zur Info", Told},
		{"Praise/feedback for me", Praised},
		{"Feedback", Praised},
		{"Rückmeldungen an mich", Praised},
		{"Decisions", Decisions},
		{"Entscheidungen", Decisions},
		{"Action items", Actions},
		{"Next steps", Actions},
		{"To-dos", Actions},
		{"Aufgaben", Actions},
		{"Ideas", Ideas},
		{"Notes", General},
		{"Agenda", General},
		{"Sonstiges", General},
		{"Wins and blockers", General},
		{"Wins & blockers", General},
		{"Private", PrivateNotes},
		{"For me only", PrivateNotes},
		{"Thoughts", PrivateNotes},
		{"How I feel", PrivateNotes},
		{"Nur für mich", PrivateNotes},
		{"Personal (don't share)", PrivateNotes},
		{"PRIVATE - do not send", PrivateNotes},
		{"My read of the room", PrivateNotes},
		{"From Katrin", BossSays},
		{"KW's comments", BossSays},
		{"Katrin:", BossSays},
		{"What did I not get done", ""},
		{"Not done yet", ""},
		{"Feedback for Katrin", ""},
		{"Kudos", ""},
		{"Ward 4", ""},
		{"Checkout", ""},
		{"Sunshine", ""},
		{"How I helped others", ""},
		{"What I need to finish", ""},
		{"Career", ""},
		{"Budget", ""},
		{"Top of mind", ""},
		{"Things in my way", Struggled},
		{"Was lief schlecht?", Struggled},
		{"Lo que hice", Achieved},
		{"Open questions", Needs},
		{"Update from Katrin", BossSays},
		{"Coming up", Planned},
	} {
		t.Run(test.title, func(t *testing.T) {
			t.Parallel()
			r := newReader(ourOptions(), false, nil)
			got, reason, known := r.sectionMeaning(test.title)
			if got != test.want || known != (test.want != "") || known && reason == "" {
				t.Errorf("means %q (%s), want %q", got, reason, test.want)
			}
		})
	}
}
