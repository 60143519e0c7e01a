package desk

import (
	"slices"
	"strconv"
	"strings"

	"rapport"
)

// ShortSlug makes a slug of the first telling words of a title, at most 24
// letters.
func ShortSlug(title string, otherwise rapport.Slug) rapport.Slug {
	slug := rapport.ParseSlug(title)
	if slug == "" {
		return otherwise
	}
	words := slices.DeleteFunc(strings.Split(string(slug), "-"), func(word string) bool {
		return strings.Contains(" a an and at by for from in of on our the their to under with your ", " "+word+" ")
	})
	if len(words) > 0 {
		slug = rapport.Slug(strings.Join(words, "-"))
	}
	const most = 24
	runes := []rune(string(slug))
	if len(runes) <= most {
		return slug
	}
	cut := most
	for i := most; i > most/2; i-- {
		if runes[i] == '-' {
			cut = i
			break
		}
	}
	return rapport.ParseSlug(string(runes[:cut]))
}

// FreeSlug returns the first of base, base-2, base-3 … that is not taken.
func FreeSlug(base rapport.Slug, taken func(rapport.Slug) bool) rapport.Slug {
	slug := base
	for n := 2; taken(slug); n++ {
		slug = base + "-" + rapport.Slug(strconv.Itoa(n))
	}
	return slug
}
