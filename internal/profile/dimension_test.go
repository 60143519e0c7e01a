package profile

import (
	"strings"
	"testing"

	"rapport"
)

func TestThereAreTwentySixValuesInEightDimensions(t *testing.T) {
	t.Parallel()
	if n := len(Values("")); n != 26 {
		t.Errorf("%d values", n)
	}
	total := 0
	for _, d := range Dimensions {
		if d.Meaning() == "" || len(Values(d)) < 2 {
			t.Errorf("%s has %d values and means %q", d, len(Values(d)), d.Meaning())
		}
		for _, v := range Values(d) {
			total++
			if v.Of() != d || v.Meaning() == Unknown.Meaning() {
				t.Errorf("%s belongs to %q and means %q", v, v.Of(), v.Meaning())
			}
			if got, err := ParseValue(strings.ToUpper(string(v))); err != nil || got != v {
				t.Errorf("ParseValue of %s gives %q, %v", v, got, err)
			}
		}
	}
	if total != 26 {
		t.Errorf("%d values belong to a dimension", total)
	}
}

func TestParseStyle(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, words string
		want        string // values, or a part of the error and of its hint
		hint        string
	}{
		{"any order", "quick reader", "reader quick", ""},
		{"the same twice is once", "reader reader", "reader", ""},
		{"two of one dimension are refused by name", "reader quick listener", "reader and listener are both about intake", "keep reader"},
		{"a slip is told the nearest", "reeder", `"reeder" is not a working style`, "did you mean reader (intake)"},
		{"nothing is no style", "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			style, err := ParseStyle(strings.Fields(tt.words))
			if err != nil {
				if tt.hint == "" || !strings.Contains(err.Error(), tt.want) || !strings.Contains(rapport.HintOf(err), tt.hint) || rapport.CodeOf(err) != rapport.Invalid {
					t.Errorf("%v, %s", err, rapport.HintOf(err))
				}
				return
			}
			var got []string
			for _, d := range Dimensions {
				if v := style.Value(d); v != Unknown {
					got = append(got, string(v))
				}
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("got %v, want %q", got, tt.want)
			}
		})
	}
}

func TestParseDimensionNamesTheNearest(t *testing.T) {
	t.Parallel()
	if d, err := ParseDimension(" News "); err != nil || d != News {
		t.Errorf("%q, %v", d, err)
	}
	if _, err := ParseDimension("detial"); err == nil || !strings.Contains(rapport.HintOf(err), "nearest is detail") {
		t.Errorf("%v, %s", err, rapport.HintOf(err))
	}
}

func TestParseGrade(t *testing.T) {
	t.Parallel()
	if g, err := ParseGrade(""); err != nil || g != Fact {
		t.Errorf("%q, %v", g, err)
	}
	if _, err := ParseGrade("rumour"); rapport.CodeOf(err) != rapport.Invalid {
		t.Error(err)
	}
}

func TestTheLexiconNamesItsMistakes(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"numbers": "before the first section", "[numberz]\nx": "is not a value", "[numbers]\n$x y": "no set $x", "[numbers]\n_ x": "begins and ends with a word", "[numbers]\na||b": "holds no word",
	} {
		if _, err := parseLexicon(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q gives %v, want %q", text, err, want)
		}
	}
}

func FuzzMap(f *testing.F) {
	for _, text := range []string{"call me, don't write", "written report", "not a numbers person", "no surprises", "", "kürzer – 短い", "n't 's 'm", "mail,or,call?!", strings.Repeat("not a short ", 500)} {
		f.Add("medium", text)
		f.Add("news", text)
	}
	f.Fuzz(func(t *testing.T, dim, text string) {
		d, v, ok := Map(dim, text)
		if ok != (v != Unknown) || ok && v.Of() != d {
			t.Errorf("Map gives %q, %q, %t", d, v, ok)
		}
		for _, r := range Read(text) {
			if r.From < 0 || r.To > len(text) || r.From >= r.To || r.Value.Of() != r.Dimension {
				t.Errorf("reading %+v of %d bytes", r, len(text))
			}
			if (r.Sense == Void) != (r.Why != "") {
				t.Errorf("reading %+v does not say why", r)
			}
		}
		if d2, v2, ok2 := Map(dim, text); d2 != d || v2 != v || ok2 != ok {
			t.Error("Map is not the same twice")
		}
	})
}
