package cli

import (
	"context"

	"github.com/spf13/cobra"

	"rapport"
)

// completeFlags makes the shell complete the values of flags: kinds, and the
// bosses, projects and goals in the store.
func (sh *shell) completeFlags(cmd *cobra.Command, flags ...string) {
	for _, name := range flags {
		// It fails only for a flag that does not exist, which a test finds.
		_ = cmd.RegisterFlagCompletionFunc(name, func(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
			return sh.values(cmd.Context(), name), cobra.ShellCompDirectiveNoFileComp
		})
	}
}

// completeBoss makes the shell complete a boss as an argument.
func (sh *shell) completeBoss(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
	values := sh.values(cmd.Context(), "boss")
	for i, v := range values {
		values[i] = "@" + v
	}
	return values, cobra.ShellCompDirectiveNoFileComp
}

// values are what a flag can be; none where the store cannot say.
func (sh *shell) values(ctx context.Context, flag string) []string {
	var values []string
	if flag == "kind" {
		for _, k := range rapport.Kinds {
			values = append(values, string(k))
		}
		return values
	}
	s, err := sh.read(ctx)
	if err != nil {
		return nil
	}
	switch flag {
	case "boss", "told", "untold":
		bosses, _ := s.People.Bosses(ctx) // completion says nothing where the store cannot
		for _, b := range bosses {
			values = append(values, string(b.Slug)+"\t"+b.Name)
		}
	case "project":
		projects, _ := s.People.Projects(ctx)
		for _, p := range projects {
			values = append(values, string(p.Slug)+"\t"+p.Title)
		}
	case "for":
		goals, _ := s.People.Goals(ctx)
		for _, g := range goals {
			values = append(values, string(g.Slug)+"\t"+g.Title)
		}
	}
	return values
}
