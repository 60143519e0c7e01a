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
	groupGrow   = "grow"
	groupStore  = "store"
)

func newRoot(sh *shell) *cobra.Command {
	wantsVersion := false
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
		PersistentPreRunE:          func(*cobra.Command, []string) error { return sh.useFormat() },
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) > 0:
				return unknownCommand(cmd, args[0])
			case wantsVersion:
				return runVersion(sh)
			}
			return cmd.Help()
		},
	}
	root.AddGroup(
		&cobra.Group{ID: groupFirst, Title: "First steps:"},
		&cobra.Group{ID: groupRecord, Title: "The record of your work:"},
		&cobra.Group{ID: groupUp, Title: "Upwards:"},
		&cobra.Group{ID: groupKnow, Title: "People, goals and projects:"},
		&cobra.Group{ID: groupGrow, Title: "Getting better, and where you want to go:"},
		&cobra.Group{ID: groupStore, Title: "The store:"},
	)
	root.Flags().BoolVar(&wantsVersion, "version", false, "say which version this is")
	flags := root.PersistentFlags()
	flags.StringVar(&sh.db, "db", "", "the store: a `file` or a postgres:// address (else RAPPORT_DB, config.toml, the default)")
	flags.BoolVar(&sh.asJSON, "json", false, "print data as JSON; the same as --format json")
	flags.StringVar(&sh.format, "format", "text", "`form` of the data: text or json")
	flags.BoolVarP(&sh.quiet, "quiet", "q", false, "say nothing on stderr but errors")
	root.SetFlagErrorFunc(flagError)
	root.SetHelpCommandGroupID(groupStore)
	root.SetCompletionCommandGroupID(groupStore)
	addCommands(root, sh)
	return root
}

// command is a command that can be built when it is needed.
type command struct {
	name, group string
	build       func(*shell) *cobra.Command
}

// commands lists all commands by their groups.
func commands() []command {
	return []command{
		{"start", groupFirst, newStart},
		{"init", groupFirst, newInit},
		{"demo", groupFirst, newDemo},
		{"log", groupRecord, newLog},
		{"list", groupRecord, newList},
		{"show", groupRecord, newShow},
		{"edit", groupRecord, newEdit},
		{"close", groupRecord, newClose},
		{"reopen", groupRecord, newReopen},
		{"history", groupRecord, newHistory},
		{"rm", groupRecord, newRemove},
		{"purge", groupRecord, newPurge},
		{"undo", groupRecord, newUndo},
		{"search", groupRecord, newSearch},
		{"inbox", groupRecord, newInbox},
		{"report", groupUp, newReport},
		{"draft", groupUp, newDraft},
		{"ask", groupUp, newAsk},
		{"asks", groupUp, newAsks},
		{"answer", groupUp, newAnswer},
		{"introduce", groupUp, newIntroduce},
		{"advice", groupUp, newAdvice},
		{"owe", groupUp, newOwe},
		{"promised", groupUp, newPromised},
		{"promises", groupUp, newPromises},
		{"keep", groupUp, newKeep},
		{"move", groupUp, newMove},
		{"miss", groupUp, newMiss},
		{"release", groupUp, newRelease},
		{"offer", groupUp, newOffer},
		{"helped", groupUp, newHelped},
		{"helped-by", groupUp, newHelpedBy},
		{"give-and-get", groupUp, newGiveAndGet},
		{"date", groupUp, newDate},
		{"dates", groupUp, newDates},
		{"load", groupUp, newLoad},
		{"status", groupUp, newStatus},
		{"next", groupUp, newNext},
		{"coach", groupUp, newCoach},
		{"timeline", groupKnow, newTimeline},
		{"check", groupUp, newCheck},
		{"agenda", groupUp, newAgenda},
		{"meetings", groupUp, newMeetings},
		{"after", groupUp, newAfter},
		{"met", groupUp, newMet},
		{"book", groupUp, newBook},
		{"moved", groupUp, newMoved},
		{"cancelled", groupUp, newCancelled},
		{"missed", groupUp, newMissed},
		{"rhythm", groupUp, newRhythm},
		{"decided", groupUp, newDecided},
		{"instructed", groupUp, newInstructed},
		{"boss", groupKnow, newBoss},
		{"says", groupKnow, newSays},
		{"assume", groupKnow, newAssume},
		{"saw", groupKnow, newSaw},
		{"reacted", groupKnow, newReacted},
		{"pressure", groupKnow, newPressure},
		{"reorg", groupKnow, newReorg},
		{"role", groupKnow, newRole},
		{"ping", groupKnow, newPing},
		{"surprised", groupKnow, newSurprised},
		{"heard", groupKnow, newHeard},
		{"in-public", groupKnow, newInPublic},
		{"feedback", groupGrow, newFeedback},
		{"ideas", groupGrow, newIdeas},
		{"pitch", groupGrow, newPitch},
		{"raised", groupGrow, newRaised},
		{"skill", groupGrow, newSkill},
		{"stakeholder", groupGrow, newStakeholder},
		{"contact", groupGrow, newContact},
		{"career", groupGrow, newCareer},
		{"hours", groupGrow, newHours},
		{"reflect", groupGrow, newReflect},
		{"disclosure", groupGrow, newDisclosure},
		{"rate", groupGrow, newRate},
		{"goal", groupKnow, newGoal},
		{"project", groupKnow, newProject},
		{"config", groupKnow, newConfig},
		{"calendar", groupStore, newCalendar},
		{"import", groupStore, newImport},
		{"export", groupStore, newExport},
		{"backup", groupStore, newBackup},
		{"restore", groupStore, newRestore},
		{"doctor", groupStore, newDoctor},
		{"version", groupStore, newVersion},
		{"man", groupStore, newMan},
		{"grammar", "", newGrammar},
	}
}

// addCommands adds the command that the arguments name, and nothing else: a run
// pays for one command, not for all. Where they name none, all are there.
func addCommands(root *cobra.Command, sh *shell) {
	all := commands()
	name := commandName(root.PersistentFlags(), sh.env.Args)
	named := func(c command) bool { return c.name == name }
	if i := slices.IndexFunc(all, named); i >= 0 && all[i].name != "man" {
		all = all[i : i+1]
		root.CompletionOptions.DisableDefaultCmd = true
	}
	for _, c := range all {
		cmd := c.build(sh)
		cmd.GroupID = c.group
		root.AddCommand(cmd)
	}
}

// commandName is the first argument that is neither a flag that all commands
// have nor its value; empty where another flag comes first.
func commandName(common *pflag.FlagSet, args []string) string {
	for i := 0; i < len(args); i++ {
		name, isLong := strings.CutPrefix(args[i], "--")
		if !isLong && !strings.HasPrefix(args[i], "-") {
			return args[i]
		}
		name, _, hasValue := strings.Cut(name, "=")
		flag := common.Lookup(name)
		if !isLong && len(args[i]) == 2 {
			flag = common.ShorthandLookup(args[i][1:])
		}
		if flag == nil {
			return ""
		}
		if !hasValue && flag.NoOptDefVal == "" {
			i++ // the next argument is its value
		}
	}
	return ""
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
			if d := rapport.Distance(name, f.Name); d < distance && !f.Hidden {
				best, distance = f.Name, d
			}
		})
		if best != "" {
			return e.WithHint("did you mean --%s? `%s --help` lists the flags", best, cmd.CommandPath())
		}
	}
	return e.WithHint("`%s --help` lists the flags", cmd.CommandPath())
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
