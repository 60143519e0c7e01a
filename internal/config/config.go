// Package config says where things are on this machine: the store, and the
// file in which a person may name another one.
//
// Reach for [Location], which applies the order of precedence once: the
// --db flag, the environment variable RAPPORT_DB, the key db of config.toml,
// and at last the default in the folder for data. Secrets have no place here.
package config

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"rapport"
)

// Getenv looks a variable of the environment up; [os.Getenv] is one.
type Getenv func(name string) string

// Config is what config.toml may say.
type Config struct {
	// DB is a file or a postgres:// address.
	DB string `toml:"db"`
}

// Location returns where the store is. flag is the value of --db.
func Location(flag string, getenv Getenv) (string, error) {
	if flag != "" {
		return flag, nil
	}
	if env := getenv("RAPPORT_DB"); env != "" {
		return env, nil
	}
	c, err := Read(getenv)
	if err != nil {
		return "", err
	}
	if c.DB != "" {
		return expandHome(c.DB, getenv), nil
	}
	dir, err := DataDir(getenv)
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "rapport.db"), nil
}

// Read reads the configuration file. A missing one is an empty one.
func Read(getenv Getenv) (Config, error) {
	path, err := File(getenv)
	if err != nil {
		return Config{}, nil //nolint:nilerr // without a home there is no file to read
	}
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Config{}, nil
	}
	if err != nil {
		return Config{}, rapport.Errorf(rapport.Unavailable, "the configuration %s cannot be read: %w", path, err).
			WithHint("make it readable, or name the store with --db")
	}
	var c Config
	decoder := toml.NewDecoder(strings.NewReader(string(text))).DisallowUnknownFields()
	if err := decoder.Decode(&c); err != nil {
		return Config{}, rapport.Errorf(rapport.Invalid, "the configuration %s cannot be understood: %w", path, err).
			WithHint(`it may say db = "/path/to/rapport.db" and nothing else`)
	}
	return c, nil
}

// File returns the path of the configuration file, whether it exists or not.
func File(getenv Getenv) (string, error) {
	dir, err := folder(getenv, "XDG_CONFIG_HOME", "APPDATA", ".config")
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "config.toml"), nil
}

// DataDir returns the folder for stores.
func DataDir(getenv Getenv) (string, error) {
	return folder(getenv, "XDG_DATA_HOME", "LOCALAPPDATA", filepath.Join(".local", "share"))
}

func folder(getenv Getenv, xdg, windows, underHome string) (string, error) {
	// A relative path in an XDG variable is to be ignored.
	if dir := getenv(xdg); filepath.IsAbs(dir) {
		return filepath.Join(dir, "rapport"), nil
	}
	if runtime.GOOS == "windows" {
		if dir := getenv(windows); dir != "" {
			return filepath.Join(dir, "rapport"), nil
		}
	}
	home := Home(getenv)
	if home == "" {
		return "", rapport.Errorf(rapport.Unavailable, "there is no home folder to keep the store in").
			WithHint("set HOME, or name a store with --db FILE")
	}
	return filepath.Join(home, underHome, "rapport"), nil
}

// Home returns the user's home folder, or the empty string.
func Home(getenv Getenv) string {
	if home := getenv("HOME"); home != "" {
		return home
	}
	return getenv("USERPROFILE")
}

func expandHome(path string, getenv Getenv) string {
	if rest, ok := strings.CutPrefix(path, "~/"); ok {
		return filepath.Join(Home(getenv), rest)
	}
	return path
}
