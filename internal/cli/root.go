package cli

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rapport"
)

// The groups of the help, in its order.
const (
	groupFirst  = "first"
	groupRecord = "record"
	groupUp     = "up"
	groupKnow   = "know"
	groupStore  = "store"
)

func newRoot(sh *shell) *cobra.Command {
	root := &cobra.Command{
		Use:   "rapport",
		Short: "The upward half of your working life",
		Long: `Rapport keeps the record of your work and drafts the report your boss wants to
read. It is yours: one file on your machine, no network, nothing leaves by itself.

New here? Run "rapport start".`,
		Example: `  rapport log "won: waiting time down from 40 to 25 minutes +ward @dana yesterday"
  rapport report
  rapport status`,
		SilenceErrors: true,
		// How many letters a command may be mistyped by and still be suggested.
		SuggestionsMinimumDistance: 2,
		SilenceUsage:               true,
		Args:                       cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(cmd, args[0])
			}
			return cmd.Help()
		},
	}
	root.AddGroup(
		&cobra.Group{ID: groupFirst, Title: "First steps:"},
		&cobra.Group{ID: groupRecord, Title: "The record of your work:"},
		&cobra.Group{ID: groupUp, Title: "Upwards:"},
		&cobra.Group{ID: groupKnow, Title: "People, goals and projects:"},
		&cobra.Group{ID: groupStore, Title: "The store:"},
	)
	flags := root.PersistentFlags()
	flags.StringVar(&sh.db, "db", "", "the store: a `file` or a postgres:// address (else RAPPORT_DB, config.toml, the default)")
	flags.BoolVar(&sh.asJSON, "json", false, "print data as JSON")
	flags.BoolVarP(&sh.quiet, "quiet", "q", false, "say nothing on stderr but errors")
	root.SetFlagErrorFunc(flagError)
	root.SetHelpCommandGroupID(groupStore)
	root.SetCompletionCommandGroupID(groupStore)
	root.AddCommand(commands(sh)...)
	return root
}

// commands lists all commands, in the order of the help.
func commands(sh *shell) []*cobra.Command {
	return slices.Concat(
		inGroup(groupFirst, newStart(sh), newInit(sh), newDemo(sh)),
		inGroup(groupRecord, newLog(sh), newList(sh), newShow(sh), newEdit(sh), newRemove(sh), newUndo(sh), newSearch(sh), newInbox(sh)),
		inGroup(groupUp, newReport(sh), newStatus(sh)),
		inGroup(groupKnow, newBoss(sh), newGoal(sh), newProject(sh), newConfig(sh)),
		inGroup(groupStore, newImport(sh), newExport(sh), newBackup(sh), newRestore(sh), newDoctor(sh), newVersion(sh), newMan(sh)),
	)
}

func inGroup(id string, commands ...*cobra.Command) []*cobra.Command {
	for _, c := range commands {
		c.GroupID = id
	}
	return commands
}

// unknownCommand names the nearest command.
func unknownCommand(root *cobra.Command, name string) error {
	e := rapport.Errorf(rapport.Invalid, "there is no command %q", name)
	if near := root.SuggestionsFor(name); len(near) > 0 {
		return e.WithHint("did you mean `rapport %s`? `rapport help` lists the commands", near[0])
	}
	return e.WithHint("`rapport help` lists the commands; to write something down: rapport log %q", name)
}

// flagError names the command's help, and the nearest flag where one is near.
func flagError(cmd *cobra.Command, err error) error {
	var known *rapport.Error
	if errors.As(err, &known) {
		return err
	}
	e := rapport.Errorf(rapport.Invalid, "%s", err.Error())
	if _, name, ok := strings.Cut(err.Error(), "unknown flag: --"); ok {
		best, distance := "", 3
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if d := editDistance(name, f.Name); d < distance && !f.Hidden {
				best, distance = f.Name, d
			}
		})
		if best != "" {
			return e.WithHint("did you mean --%s? `%s --help` lists the flags", best, cmd.CommandPath())
		}
	}
	return e.WithHint("`%s --help` lists the flags", cmd.CommandPath())
}

// editDistance counts the letters to change to make one word of the other.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, diagonal+cost)
		}
	}
	return row[len(b)]
}

// noArgs, someArgs and the like replace cobra's, whose errors offer no next
// step.
func noArgs(cmd *cobra.Command, args []string) error { return argsBetween(0, 0)(cmd, args) }

func argsBetween(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return usageError(cmd.UseLine(), "`%s` needs more words", cmd.CommandPath())
		case most >= 0 && len(args) > most:
			e := rapport.Errorf(rapport.Invalid, "`%s` does not know what to do with %q", cmd.CommandPath(), args[most])
			return e.WithHint("usage: %s", cmd.UseLine())
		}
		return nil
	}
}
