package journal

import (
	"rapport"
	"rapport/internal/store"
	wire "rapport/internal/wire/journal"
)

func privateCodecs() []factCodec {
	return []factCodec{
		plain(store.Observations, []string{"observation"},
			func(im *importer, b *wire.Observation) rapport.Observation {
				f := b.Observation
				f.Boss = im.boss(b.Boss)
				return f
			},
			func(x *exchange, f rapport.Observation) wire.Body {
				return &wire.Observation{Observation: f, Boss: x.bossSlug(f.Boss)}
			}),
		plain(store.BossPressures, []string{"boss_pressure"},
			func(im *importer, b *wire.BossPressure) rapport.BossPressure {
				f := b.BossPressure
				f.Boss = im.boss(b.Boss)
				return f
			},
			func(x *exchange, f rapport.BossPressure) wire.Body {
				return &wire.BossPressure{BossPressure: f, Boss: x.bossSlug(f.Boss)}
			}),
		plain(store.HumanFacts, []string{"human_fact"},
			func(im *importer, b *wire.HumanFact) rapport.HumanFact {
				f := b.HumanFact
				f.Boss = im.boss(b.Boss)
				return f
			},
			func(x *exchange, f rapport.HumanFact) wire.Body {
				return &wire.HumanFact{HumanFact: f, Boss: x.bossSlug(f.Boss)}
			}),
		plain(store.Reactions, []string{"reaction"},
			func(im *importer, b *wire.Reaction) rapport.Reaction {
				f := b.Reaction
				f.Boss = im.boss(b.Boss)
				return f
			},
			func(x *exchange, f rapport.Reaction) wire.Body {
				return &wire.Reaction{Reaction: f, Boss: x.bossSlug(f.Boss)}
			}),
		plain(store.Hardships, []string{"hardship"},
			func(im *importer, b *wire.Hardship) rapport.Hardship {
				f := b.Hardship
				f.Boss = im.boss(b.Boss)
				return f
			},
			func(x *exchange, f rapport.Hardship) wire.Body {
				return &wire.Hardship{Hardship: f, Boss: x.bossSlug(f.Boss)}
			}),
		plain(store.Ratings, []string{"rate"},
			func(_ *importer, b *wire.Rate) rapport.Rating {
				return b.Rating
			},
			func(_ *exchange, f rapport.Rating) wire.Body {
				return &wire.Rate{Rating: f}
			}),
		plain(store.HoursWorked, []string{"hours"},
			func(_ *importer, b *wire.Hours) rapport.WeekHours {
				return b.WeekHours
			},
			func(_ *exchange, f rapport.WeekHours) wire.Body {
				return &wire.Hours{WeekHours: f}
			}),
		plain(store.Reflections, []string{"reflection"},
			func(im *importer, b *wire.Reflection) rapport.Reflection {
				f := b.Reflection
				f.Boss = im.boss(b.Boss)
				return f
			},
			func(x *exchange, f rapport.Reflection) wire.Body {
				return &wire.Reflection{Reflection: f, Boss: x.bossSlug(f.Boss)}
			}),
		plain(store.Disclosures, []string{"disclosure"},
			func(im *importer, b *wire.Disclosure) rapport.Disclosure {
				f := b.Disclosure
				f.Boss = im.boss(b.Boss)
				return f
			},
			func(x *exchange, f rapport.Disclosure) wire.Body {
				return &wire.Disclosure{Disclosure: f, Boss: x.bossSlug(f.Boss)}
			}),
		plain(store.NudgeMarks, []string{"nudge"},
			func(im *importer, b *wire.NudgeMark) rapport.NudgeMark {
				f := b.NudgeMark
				f.Boss = im.boss(b.Boss)
				return f
			},
			func(x *exchange, f rapport.NudgeMark) wire.Body {
				return &wire.NudgeMark{NudgeMark: f, Boss: x.bossSlug(f.Boss)}
			}),
		plain(store.CareerGoals, []string{"career_goal"},
			func(im *importer, b *wire.CareerGoal) rapport.CareerGoal {
				g := b.CareerGoal
				g.SharedWith = nil
				for _, slug := range b.SharedWith {
					if boss := im.boss(slug); boss != 0 {
						g.SharedWith = append(g.SharedWith, boss)
					}
				}
				return g
			},
			func(x *exchange, g rapport.CareerGoal) wire.Body {
				body := &wire.CareerGoal{CareerGoal: g}
				for _, boss := range g.SharedWith {
					body.SharedWith = append(body.SharedWith, x.bossSlug(boss))
				}
				return body
			}),
	}
}
