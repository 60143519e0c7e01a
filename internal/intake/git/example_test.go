package git_test

import (
	"fmt"
	"time"

	"rapport"
	"rapport/internal/intake/git"
)

func ExampleMap() {
	at := func(day, hour int) rapport.Stamp {
		return rapport.StampOf(time.Date(2026, time.November, day, hour, 0, 0, 0, time.UTC))
	}
	commits := []git.Commit{
		{Repo: "shop", SHA: "a1", Author: at(16, 9), Subject: "feat(checkout): add retry to the payment call (#12)"},
		{Repo: "shop", SHA: "a2", Author: at(16, 10), Subject: "fix lint (#12)"},
		{Repo: "shop", SHA: "a3", Author: at(18, 9), Subject: "cut the night job from 40 to 12 minutes"},
	}
	for _, p := range git.Map(commits, git.MapOptions{}) {
		fmt.Printf("%s %s: %s (evidence %d, noise %d)\n", p.Day, p.Kind, p.Text, len(p.Evidence), p.Noise)
	}
	// Output:
	// 2026-11-16 progress: Added retry to the payment call (checkout) (evidence 2, noise 1)
	// 2026-11-18 accomplishment: Cut the night job from 40 to 12 minutes (evidence 1, noise 0)
}
