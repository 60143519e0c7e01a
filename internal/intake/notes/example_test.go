package notes_test

import (
	"fmt"

	"rapport/internal/intake/notes"
)

func ExampleRead() {
	text := `## Tue 17 Nov

### Where I need help

- An introduction to the data team
  - KW: I'll introduce you to Priya this week
`
	n, err := notes.Read([]byte(text), notes.Options{
		Today: "2026-11-29", Locale: "en-GB", Boss: "katrin", Bosses: []notes.Person{{Slug: "katrin", Name: "Katrin Wolf"}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, item := range n.Items {
		fmt.Println(item.Line, item.Day, item.What, item.By.Boss, item.Due, item.Text)
	}
	// Output:
	// 5 2026-11-17 ask   An introduction to the data team
	// 6 2026-11-17 promise-by-boss katrin 2026-11-20 I'll introduce you to Priya this week
}
