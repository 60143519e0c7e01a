package app

import (
	"maps"
	"slices"

	"rapport"
	"rapport/internal/intake"
)

func sortedSlugs(counts map[rapport.Slug]int) []rapport.Slug { return slices.Sorted(maps.Keys(counts)) }

type readmeForm struct{}

func (readmeForm) Kind() string { return "readme" }

func (readmeForm) Read([]byte, intake.Circumstances) (intake.Document, error) {
	return intake.Document{}, rapport.Errorf(rapport.Unsupported, "not yet")
}

func (readmeForm) Answer(string, intake.Circumstances) ([]rapport.Mapping, error) { return nil, nil }
