package compose

import (
	"fmt"
	"testing"

	"rapport"
	"rapport/internal/profile"
)

// BenchmarkCompose makes a report of two hundred entries, all of them
// selected, in the neutral form and in forms that need the most.
func BenchmarkCompose(b *testing.B) {
	m := dense(200)
	for _, style := range [][]string{nil, {"headline"}, {"listener", "quick", "story"}, {"reader", "deep", "numbers", "options", "formal"}, {"real-time", "risk"}} {
		s, err := profile.ParseStyle(style)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprint("neutral", style), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if r := Compose(m, Adapt(Tried(s))); len(r.Facts) != 200 {
					b.Fatal(len(r.Facts))
				}
			}
		})
	}
}

// dense is a material of n entries that are all selected.
func dense(n int) Material {
	l := newLife("Ines Baker", "Ruth Calloway", "2026-11-16", "2026-11-20", "2026-11-20")
	for p := range 8 {
		l.goal(rapport.GoalID(p+1), fmt.Sprintf("Goal number %d of the ward", p+1), p%2 == 0)
		l.project(rapport.ProjectID(p+1), fmt.Sprintf("Project %d", p+1), rapport.GoalID(p+1))
	}
	kinds := [...]rapport.Kind{rapport.Progress, rapport.Accomplishment, rapport.Progress, rapport.Challenge, rapport.Progress, rapport.Question, rapport.HeadsUp, rapport.Progress}
	words := [...]string{"rota", "handrails", "alarms", "letters", "beds", "training", "records", "keys", "stores", "doors", "visits"}
	for i := range n {
		text := fmt.Sprintf("checked the %s of ward %d with the %s team, list %d is with the office", words[i%11], i%17, words[(i/3)%11], i)
		l.log(rapport.Day("2026-11-16").Add(i%5), kinds[i%8], rapport.ProjectID(i%8+1), text)
	}
	return l.m
}
