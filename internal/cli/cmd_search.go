package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rapport/internal/journal"
)

type searchOptions struct {
	words []string
	limit int
	after string
}

func newSearch(sh *shell) *cobra.Command {
	o := searchOptions{limit: 20}
	cmd := &cobra.Command{
		Use:   "search WORDS...",
		Short: "Search everything of yours",
		Long: `Search finds what holds all the words. A phrase takes quotes, a word may end with *,
and kind:, project:, boss:, since:, until: and is:private restrict it.`,
		Example: `  rapport search waiting time
  rapport search '"second scanner" since:october kind:stuck'
  rapport search 'pati* project:ward'`,
		Args: argsBetween(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.words = args
			return runSearch(cmd.Context(), sh, o)
		},
	}
	f := cmd.Flags()
	f.IntVarP(&o.limit, "limit", "n", o.limit, "at most so `many`")
	f.StringVar(&o.after, "after", "", "go on behind this `place`, as printed with the page before")
	return cmd
}

func runSearch(ctx context.Context, sh *shell, o searchOptions) error {
	s, err := sh.read(ctx)
	if err != nil {
		return err
	}
	page, names, err := s.Journal.Search(ctx, strings.Join(o.words, " "), o.after, max(1, o.limit))
	if err != nil {
		return err
	}
	if sh.asJSON {
		hits := make([]hitJSON, len(page.Hits))
		for i, h := range page.Hits {
			hits[i] = hitJSON{Number: int64(h.Ref.Number), Type: string(h.Ref.Noun), Text: h.Text}
			if h.Entry != nil {
				e := entryShape(*h.Entry, names)
				hits[i].Entry = &e
			}
		}
		return sh.object("hits", hits, "next", page.Next)
	}
	p := sh.outPaint()
	for _, h := range page.Hits {
		marks := make([][2]int, len(h.Marks))
		for i, m := range h.Marks {
			marks[i] = [2]int{m.Start, m.End}
		}
		text, marks := excerpt(h.Text, marks)
		sh.printf("%s%s%s\n", p.dim(hitHead(h)), highlighted(text, marks, p), hitTail(h, names))
	}
	switch {
	case len(page.Hits) == 0:
		sh.sayf("nothing found; a * at the end of a word finds more")
	case page.Next != "":
		sh.sayf("there is more: add --after %s", page.Next)
	}
	return nil
}

// excerpt cuts what is around the first find out of a long text, such as a
// kept report.
func excerpt(text string, marks [][2]int) (string, [][2]int) {
	const most, before = 240, 60
	if len(text) <= most {
		return text, marks
	}
	from, until := 0, most
	if len(marks) > 0 && marks[0][0] > most-before {
		from, until = marks[0][0]-before, marks[0][0]-before+most
	}
	from, until = wordAfter(text, from), wordAfter(text, min(until, len(text)))
	var kept [][2]int
	head, tail := "", ""
	if from > 0 {
		head = "… "
	}
	if until < len(text) {
		tail = " …"
	}
	for _, m := range marks {
		if m[0] >= from && m[1] <= until {
			kept = append(kept, [2]int{m[0] - from + len(head), m[1] - from + len(head)})
		}
	}
	return head + strings.TrimRight(text[from:until], " ") + tail, kept
}

// wordAfter is where the next word begins at a place in a text or after it.
func wordAfter(text string, at int) int {
	if at == 0 {
		return 0
	}
	if space := strings.IndexByte(text[at:], ' '); space >= 0 {
		return at + space + 1
	}
	return len(text)
}

type hitJSON struct {
	Number int64      `json:"number"`
	Type   string     `json:"type"`
	Text   string     `json:"text"`
	Entry  *entryJSON `json:"entry,omitempty"`
}

func hitHead(h journal.Hit) string {
	if h.Entry != nil {
		return fmt.Sprintf("%d  %s  %s  ", h.Ref.Number, h.Entry.Day, h.Entry.Kind)
	}
	return fmt.Sprintf("%d  %s  ", h.Ref.Number, h.Ref.Noun)
}

func hitTail(h journal.Hit, names journal.Names) string {
	if h.Entry == nil {
		return ""
	}
	if marks := marksOf(*h.Entry, names); len(marks) > 0 {
		return "  " + strings.Join(marks, " ")
	}
	return ""
}
