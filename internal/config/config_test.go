package config_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapport"
	"rapport/internal/config"
)

func TestLocation(t *testing.T) {
	home := t.TempDir()
	write := func(t *testing.T, text string) {
		t.Helper()
		dir := filepath.Join(home, ".config", "rapport")
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "config.toml"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	env := func(pairs ...string) config.Getenv {
		return func(name string) string {
			for i := 0; i < len(pairs); i += 2 {
				if pairs[i] == name {
					return pairs[i+1]
				}
			}
			if name == "HOME" {
				return home
			}
			return ""
		}
	}
	check := func(t *testing.T, flag string, getenv config.Getenv, want string) {
		t.Helper()
		got, err := config.Location(flag, getenv)
		if err != nil || got != want {
			t.Errorf("Location(%q) = %q, %v; want %q", flag, got, err, want)
		}
	}

	t.Run("default is in the folder for data", func(t *testing.T) {
		check(t, "", env(), filepath.Join(home, ".local", "share", "rapport", "rapport.db"))
	})
	t.Run("XDG_DATA_HOME moves the default", func(t *testing.T) {
		check(t, "", env("XDG_DATA_HOME", "/data"), filepath.Join("/data", "rapport", "rapport.db"))
	})
	t.Run("a relative XDG_DATA_HOME is ignored", func(t *testing.T) {
		check(t, "", env("XDG_DATA_HOME", "data"), filepath.Join(home, ".local", "share", "rapport", "rapport.db"))
	})
	write(t, "db = \"~/work.db\"\n")
	t.Run("the file wins over the default", func(t *testing.T) {
		check(t, "", env(), filepath.Join(home, "work.db"))
	})
	t.Run("the environment wins over the file", func(t *testing.T) {
		check(t, "", env("RAPPORT_DB", "env.db"), "env.db")
	})
	t.Run("the flag wins over everything", func(t *testing.T) {
		check(t, "flag.db", env("RAPPORT_DB", "env.db"), "flag.db")
	})
	write(t, "db = \"x\"\npassword = \"y\"\n")
	t.Run("an unknown key is refused by the file's name", func(t *testing.T) {
		_, err := config.Location("", env())
		if rapport.CodeOf(err) != rapport.Invalid || !strings.Contains(err.Error(), "config.toml") {
			t.Errorf("error = %v, want one that names the file", err)
		}
	})
}
