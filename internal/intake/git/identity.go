package git

import (
	"slices"
	"strings"
)

// Identity is how one person is known in git: every name and every address
// they commit under.
type Identity struct {
	Names, Emails []string
}

// IsZero reports whether nothing is known.
func (i Identity) IsZero() bool { return len(i.Names) == 0 && len(i.Emails) == 0 }

// normal returns the identity in the form in which it is compared: folded,
// sorted, without doubles and empty ones.
func (i Identity) normal() Identity {
	fold := func(in []string, f func(string) string) []string {
		var out []string
		for _, s := range in {
			if s = f(s); s != "" {
				out = append(out, s)
			}
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	return Identity{Names: fold(i.Names, foldName), Emails: fold(i.Emails, foldEmail)}
}

func foldName(name string) string { return strings.ToLower(strings.Join(strings.Fields(name), " ")) }

// foldEmail folds case and the number that hosts put before an account's name
// in the addresses they make up for those who hide theirs.
func foldEmail(email string) string {
	email = strings.ToLower(strings.Trim(email, " \t<>"))
	if local, host, ok := strings.Cut(email, "@"); ok && strings.HasPrefix(host, "users.noreply.") {
		if digits, account, ok := strings.Cut(local, "+"); ok && strings.Trim(digits, "0123456789") == "" {
			return account + "@" + host
		}
	}
	return email
}

// reaches reports whether mail to the address could reach anybody. What git
// makes up of a machine's name, such as kim@laptop.local, says nothing of who
// somebody is.
func reaches(email string) bool {
	_, host, ok := strings.Cut(email, "@")
	if !ok || !strings.Contains(strings.Trim(host, "."), ".") || strings.Contains(host, "(") {
		return false
	}
	for _, local := range [...]string{".local", ".localdomain", ".lan", ".home", ".internal", ".invalid"} {
		if strings.HasSuffix(host, local) {
			return false
		}
	}
	return true
}

// verdict says whether a commit is the user's.
type verdict int8

const (
	somebodyElse verdict = iota
	// namesake: the name is the user's, the address is not known to be.
	namesake
	// byName: the name is the user's and no address is known at all.
	byName
	mine
)

// matcher decides whose a commit is.
type matcher struct {
	who Identity // normal
	// canon is what .mailmap made of the addresses seen so far, for the
	// people in Co-authored-by lines, whom git does not map.
	canon map[string]Person
}

func newMatcher(who Identity) *matcher {
	return &matcher{who: who.normal(), canon: make(map[string]Person)}
}

func (m *matcher) hasName(names ...string) bool {
	return slices.ContainsFunc(names, func(n string) bool {
		_, ok := slices.BinarySearch(m.who.Names, foldName(n))
		return ok
	})
}

func (m *matcher) hasEmail(email string) bool {
	_, ok := slices.BinarySearch(m.who.Emails, email)
	return ok
}

// judge decides about a person as committed (raw) and as .mailmap has them.
func (m *matcher) judge(raw, mapped Person) verdict {
	rawEmail, email := foldEmail(raw.Email), foldEmail(mapped.Email)
	named := m.hasName(raw.Name, mapped.Name)
	switch {
	case m.hasEmail(email):
		// Many people share the address of a machine.
		if reaches(email) || named || len(m.who.Names) == 0 {
			return mine
		}
		return somebodyElse
	case m.hasEmail(rawEmail) && reaches(rawEmail):
		// The repository gives this address to somebody: to whom?
		if len(m.who.Names) == 0 || m.hasName(mapped.Name) {
			return mine
		}
		return somebodyElse
	case !named:
		return somebodyElse
	case len(m.who.Emails) == 0:
		return byName
	case !reaches(email):
		return mine
	}
	return namesake
}

// author decides about the author of a commit.
func (m *matcher) author(raw, mapped Person) verdict {
	if raw != mapped {
		m.canon[foldEmail(raw.Email)] = mapped
	}
	return m.judge(raw, mapped)
}

// coAuthor decides about a person of a Co-authored-by line.
func (m *matcher) coAuthor(p Person) verdict {
	mapped, ok := m.canon[foldEmail(p.Email)]
	if !ok {
		mapped = p
	}
	return m.judge(p, mapped)
}
