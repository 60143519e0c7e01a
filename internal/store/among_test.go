package store

import (
	"slices"
	"strings"
	"testing"

	"rapport"
)

func TestFewTextsOfAMembershipTest(t *testing.T) {
	t.Parallel()
	texts := map[string]bool{}
	for n := 1; n <= 200; n++ {
		ids := make([]rapport.EntryID, n)
		for i := range ids {
			ids[i] = rapport.EntryID(1000 + i)
		}
		condition, args := among(&sqliteDialect, "e.id", 2, ids)
		texts[condition] = true
		if strings.Contains(condition, "json_each") {
			if len(args) != 1 {
				t.Fatalf("%d ids are %d arguments of a list", n, len(args))
			}
			continue
		}
		if want := strings.Count(condition, "$"); len(args) != want || !strings.HasPrefix(condition, "e.id IN ($2") {
			t.Fatalf("%d ids: %d arguments for %q", n, len(args), condition)
		}
		for i, id := range ids {
			if args[i] != int64(id) {
				t.Fatalf("%d ids: argument %d is %v", n, i, args[i])
			}
		}
		if i := slices.IndexFunc(args, func(a any) bool { return a.(int64) >= 1000+int64(n) }); i >= 0 {
			t.Fatalf("%d ids are filled up with %v", n, args[i])
		}
	}
	if len(texts) > 8 {
		t.Errorf("%d texts for lists of up to 200 ids", len(texts))
	}
	condition, args := among(&postgresDialect, "e.id", 3, []rapport.EntryID{7, 9})
	if !strings.Contains(condition, "$3") || len(args) != 1 || args[0] != "{7,9}" {
		t.Errorf("PostgreSQL: %q, %v", condition, args)
	}
	if condition, args = among(&sqliteDialect, "e.id", 2, []rapport.EntryID{}); len(args) != 1 || args[0] != "[]" {
		t.Errorf("no ids: %q, %v", condition, args)
	}
}
