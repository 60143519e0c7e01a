package cli

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"

	"rapport"
	"rapport/internal/journal"
	wire "rapport/internal/wire/journal"
)

// editFact changes fields of a fact: those that stand behind the number as
// field:value, or all of them in the editor or from stdin.
func editFact(ctx context.Context, sh *shell, s *Session, x journal.Shown, o editOptions) error {
	n := x.Ref.Number
	infos, now, err := s.Journal.FieldsOf(ctx, n)
	if err != nil {
		return err
	}
	var changes []wire.Change
	switch {
	case o.fromStdin():
		text, err := sh.readAll()
		if err != nil {
			return err
		}
		if changes, err = readForm(text, infos, now); err != nil {
			return err
		}
	case len(o.text) > 0:
		if changes, err = fieldArgs(n, o.text, infos); err != nil {
			return err
		}
	case !sh.env.Asks:
		return rapport.Errorf(rapport.Invalid, "there is nothing to change").
			WithHint("rapport edit %d field:value; the fields are %s", n, fieldNames(infos))
	default:
		// An interrupt typed into the editor belongs to the editor.
		text, err := sh.edit(context.WithoutCancel(ctx), form(x, infos, now), "fields.txt")
		if err != nil {
			return err
		}
		if changes, err = readForm(text, infos, now); err != nil {
			return keepWritten(err, text, fmt.Sprintf("rapport edit %d", n))
		}
	}
	if len(changes) == 0 {
		return rapport.Errorf(rapport.Invalid, "everything is as it was; nothing is changed").WithHint("`rapport rm %d` removes it", n)
	}
	if now, err = s.Journal.EditFields(ctx, n, changes...); err != nil {
		return err
	}
	if x.Fields = now; x.Fact != nil {
		x.Fields = withoutPrivate(now)
	}
	if sh.asJSON {
		return sh.object(string(x.Ref.Noun), factShape(x))
	}
	for _, c := range changes {
		i := slices.IndexFunc(now, func(p wire.Pair) bool { return p.Name == c.Name })
		switch {
		case i < 0:
			sh.sayf("%d  %s: nothing", n, c.Name)
		case now[i].Kind == wire.PrivateField:
			sh.sayf("%d  %s changed (private)", n, c.Name)
		case now[i].Kind == wire.DayField:
			sh.sayf("%d  %s: %s", n, c.Name, shortDay(rapport.Day(now[i].Value)))
		default:
			sh.sayf("%d  %s: %s", n, c.Name, now[i].Value)
		}
	}
	return nil
}

// fieldArgs reads field:value and field=value. A value of several words takes
// the quotes of the shell.
func fieldArgs(n rapport.Number, args []string, infos []wire.FieldInfo) (changes []wire.Change, err error) {
	for _, arg := range args {
		i := strings.IndexAny(arg, ":=")
		if i <= 0 {
			return nil, rapport.Errorf(rapport.Invalid, "%q names no field", arg).
				WithHint("write rapport edit %d field:value, in quotes where the value has spaces; the fields are %s", n, fieldNames(infos))
		}
		changes = append(changes, wire.Change{Name: strings.ReplaceAll(arg[:i], "-", "_"), Value: plainValue(arg[i+1:])})
	}
	return changes, nil
}

// plainValue takes the mark of a boss, goal or project off.
func plainValue(text string) string {
	text = strings.TrimSpace(text)
	if len(text) > 1 && (text[0] == '@' || text[0] == '+') {
		return text[1:]
	}
	return strings.TrimPrefix(text, "for:")
}

func fieldNames(infos []wire.FieldInfo) string {
	var names []string
	for _, info := range infos {
		if isForm(info) {
			names = append(names, info.Name)
		}
	}
	return strings.Join(names, ", ")
}

// isForm reports whether people change a field by hand.
func isForm(info wire.FieldInfo) bool {
	return info.Kind != wire.ObjectsField && info.Name != "removed"
}

// form is all fields as lines of text, those that say nothing among them. A
// text of several lines goes on with spaces in front.
func form(x journal.Shown, infos []wire.FieldInfo, now []wire.Pair) string {
	var b bytes.Buffer
	fmt.Fprintf(&b, "# %s %d: one field a line, as field: value. An empty field is taken away.\n", x.Ref.Noun, x.Ref.Number)
	for _, info := range infos {
		if isForm(info) {
			fmt.Fprintf(&b, "%s: %s\n", info.Name, strings.ReplaceAll(valueOf(now, info.Name), "\n", "\n  "))
		}
	}
	return b.String()
}

func valueOf(pairs []wire.Pair, name string) string {
	for _, p := range pairs {
		if p.Name == name {
			return p.Value
		}
	}
	return ""
}

// readForm returns what a form says otherwise than now. Fields that it does not
// mention stay as they are.
func readForm(text string, infos []wire.FieldInfo, now []wire.Pair) (changes []wire.Change, err error) {
	for i, line := range strings.Split(strings.TrimRight(text, "\n"), "\n") {
		switch {
		case strings.HasPrefix(line, "#"), strings.TrimSpace(line) == "":
			continue
		case strings.HasPrefix(line, "  ") && len(changes) > 0:
			changes[len(changes)-1].Value += "\n" + line[2:]
			continue
		}
		name, value, ok := strings.Cut(line, ":")
		if !ok {
			return nil, rapport.Errorf(rapport.Invalid, "%q is no field", line).WithPlace("line %d", i+1).
				WithHint("write field: value; the fields are %s", fieldNames(infos))
		}
		changes = append(changes, wire.Change{Name: strings.TrimSpace(name), Value: strings.TrimSpace(value)})
	}
	return slices.DeleteFunc(changes, func(c wire.Change) bool { return c.Value == valueOf(now, c.Name) }), nil
}
