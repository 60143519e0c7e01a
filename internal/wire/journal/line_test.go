package journal

import (
	"encoding/json"
	"strings"
	"testing"

	"rapport"
)

// inLine makes a line of a type and further fields.
func inLine(typeName, more string) string {
	if more != "" {
		more = "," + more
	}
	return `{"id":"x1","t":"2026-11-03T09:30:00+01:00","type":"` + typeName + `"` + more + `}`
}

func TestDecodeThenEncode(t *testing.T) {
	tests := []struct{ name, typeName, in, out string }{
		{"keeps a canonical line", "add_boss", `"boss":"dana","name":"Dana Weber","relation":"solid","role":"Ward manager","tz":"Europe/Berlin","hours":"07:00-15:30","evaluates":false,"email":"d@example.org"`, "="},
		{"puts fields in the order of the format", "boss_goal", `"confirmed":true,"title":"No waiting over 4 h","goal":"wait","boss":"dana"`, `"boss":"dana","goal":"wait","title":"No waiting over 4 h","confirmed":true`},
		{"writes a flag that must be said even when it is false", "boss_goal", `"boss":"dana","goal":"wait","title":"Less waiting","confirmed":false`, "="},
		{"drops spaces and needless escapes", "log", ` "text" : "a\/b \u00e9 \ud83d\ude00" , "kind" : "progress" `, `"text":"a/b é 😀","kind":"progress"`},
		{"folds a line break in a single line", "log", `"text":"first\nsecond\u0000","kind":"idea"`, `"text":"first second","kind":"idea"`},
		{"keeps line breaks in a private note", "note_private", `"text":"first\r\nsecond"`, `"text":"first\nsecond"`},
		{"keeps a sent text to the letter", "report_sent", `"boss":"dana","text":"a\r\n\tb\u0007"`, "="},
		{"keeps who knows apart from nobody was asked", "log", `"text":"x","kind":"progress"`, "="},
		{"keeps that nobody knows", "log", `"text":"x","kind":"progress","reported_to":[]`, "="},
		{"keeps not said, false and true apart", "log", `"text":"x","kind":"question","asked":false,"raised":true`, "="},
		{"sorts who knows and drops repetitions", "log", `"text":"x","kind":"progress","reported_to":["kim","dana","kim"]`, `"text":"x","kind":"progress","reported_to":["dana","kim"]`},
		{
			"drops what goes without saying", "log", `"text":"x","kind":"progress","project":"ward","day":"2026-11-03","kind_by":"said","project_by":"said","goal_links":[{"goal":"wait","by":"said","confidence":100}],"links":["wait"],"told":[{"boss":"dana"}],"reported_to":["dana"],"told_said":true`,
			`"text":"x","kind":"progress","project":"ward","links":["wait"],"reported_to":["dana"]`,
		},
		{"keeps what is richer", "log", `"text":"x","kind":"progress","links":["b"],"reported_to":["dana"],"day":"2026-11-01","kind_by":"guessed","project_by":"refused","concerns":["dana"],"goal_links":[{"goal":"a","by":"guessed","confidence":40,"reason":"shares one word"},{"goal":"b","confidence":100},{"goal":"c","by":"refused"}],"told":[{"boss":"dana","since":"2026-11-05T08:00:00+01:00","how":"report","via":"mail","report":"r1"}],"told_said":false,"committed_by":["me","other"],"due":"2026-12-01","evidence":[{"kind":"commit","ref":"abc","title":"fix"}],"source":"git:/home/me/ward","removed":"2026-11-06T00:00:00Z"`, "="},
		{"folds slugs", "project", `"project":"Weekend Chat","title":"Weekend chat"`, `"project":"weekend-chat","title":"Weekend chat"`},
		{"keeps a work week", "user", `"name":"Ada","work_week":["sun","mon","tue"]`, `"name":"Ada","work_week":["mon","tue","sun"]`},
		{"writes a number as short as it can be", "rate", `"value":7.50,"item":"trust"`, `"item":"trust","value":7.5`},
		{"keeps an empty list of bosses", "career_goal", `"text":"lead","shared_with":[]`, "="},
		{"keeps a number or a text as a preference", "boss_pref", `"boss":"dana","dim":"pages","value":1,"evidence":"said so"`, "="},
		{"keeps hours over midnight", "add_boss", `"boss":"n","name":"N","relation":"dotted","hours":"22:00-06:00"`, "="},
		{"knows the 53rd week of a long year", "hours", `"week":"2026-W53","hours":38.5`, "="},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := tt.out
			if want == "=" {
				want = tt.in
			}
			line, err := Decode([]byte(inLine(tt.typeName, tt.in)), false)
			if err != nil {
				t.Fatal(err, rapport.HintOf(err))
			}
			if got := string(Encode(line)); got != inLine(tt.typeName, want) {
				t.Errorf("\n got %s\nwant %s", got, inLine(tt.typeName, want))
			}
		})
	}
}

func TestDecodeRefuses(t *testing.T) {
	const log = `"text":"x","kind":"progress"`
	tests := []struct{ name, line, says string }{
		{"an empty text", "", "ends too early"},
		{"no object", `["x"]`, "expected a JSON object"},
		{"half a line", `{"id":"x1","t":"2026-11-03T09`, "ends too early"},
		{"what comes after the object", inLine("log", log) + "{}", "nothing more"},
		{"a field twice", inLine("log", log+`,"text":"y"`), `"text" stands twice`},
		{"an unknown type", inLine("loog", log), `the type "loog" is unknown`},
		{"an unknown field", inLine("log", log+`,"outcom":"y"`), `the field "outcom" of log is unknown`},
		{"an unknown field of a fact", inLine("heard", `"text":"x","who":"y"`), `the field "who" of heard is unknown`},
		{"an unknown field of a list's object", inLine("log", log+`,"reported_to":["a"],"told":[{"boss":"a","when":1}]`), `the field "when" is unknown`},
		{"a missing field", inLine("log", `"text":"x"`), `the field "kind" is missing`},
		{"a line without an id", `{"t":"2026-11-03T09:30:00Z","type":"log"}`, `the field "id" is missing`},
		{"an id with a control character", `{"id":"a\u001f0","t":"2026-11-03T09:30:00Z","type":"log",` + log + `}`, "cannot name a line"},
		{"a time without an offset", `{"id":"a","t":"2026-11-03T09:30:00","type":"log"}`, "not a time with an offset"},
		{"a leap second", `{"id":"a","t":"2016-12-31T23:59:60Z","type":"log"}`, "not a time with an offset"},
		{"a day that the calendar lacks", inLine("calendar", `"text":"x","date":"2026-02-29"`), `the field "date": "2026-02-29" is not a day`},
		{"an unknown kind", inLine("log", `"text":"x","kind":"progres"`), "is none of progress"},
		{"a text for a flag", inLine("log", log+`,"asked":"yes"`), "true or false was expected, not a text"},
		{"a flag for a list", inLine("log", log+`,"links":true`), "a list was expected, not true"},
		{"a number in a list of texts", inLine("log", log+`,"helpers":["a",2]`), "a text was expected, not a number"},
		{"null", inLine("log", log+`,"due":null`), "null says nothing"},
		{"a broken number", inLine("rate", `"item":"x","value":01`), "expected a comma"},
		{"a fraction of a page", inLine("report_sent", `"boss":"dana","pages":1.5`), "not a whole number"},
		{"half a surrogate pair", inLine("log", `"text":"\ud83d","kind":"progress"`), "both halves"},
		{"broken UTF-8", inLine("log", `"text":"`+"\xff"+`","kind":"progress"`), "is not UTF-8"},
		{"a raw control character", inLine("log", "\"text\":\"a\tb\",\"kind\":\"progress\""), "no control character"},
		{"NUL in a text that is kept to the letter", inLine("report_sent", `"boss":"d","text":"a\u0000"`), "NUL"},
		{"a slug of signs", inLine("boss_left", `"boss":"@!"`), "is not a short name"},
		{"hours that are none", inLine("add_boss", `"boss":"d","name":"D","relation":"solid","hours":"8-17"`), "are not hours of a day"},
		{"a week that the year lacks", inLine("hours", `"week":"2027-W53","hours":40`), "is not a week"},
		{"a promise that nobody can find", inLine("commitment_done", `"late":true`), `one of the fields "text" and "ref" is missing`},
		{"links that contradict", inLine("log", log+`,"links":["a"],"goal_links":[{"goal":"b"}]`), "contradicts links"},
		{"told-marks that contradict", inLine("log", log+`,"reported_to":["a"],"told":[{"boss":"b"}]`), "contradicts reported_to"},
		{"values nested too deep", inLine("log", `"text":`+strings.Repeat("[", 100)+strings.Repeat("]", 100)), "deep"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Decode([]byte(tt.line), false)
			if err == nil || !strings.Contains(err.Error(), tt.says) {
				t.Fatalf("got %v, want an error that says %q", err, tt.says)
			}
			if code := rapport.CodeOf(err); code != rapport.Invalid {
				t.Errorf("the code is %s", code)
			}
		})
	}
}

func TestDecodeSuggestsTheNearestName(t *testing.T) {
	for line, want := range map[string]string{
		inLine("repot_sent", ""):                                          "report_sent",
		inLine("log", `"text":"x","kind":"progress","outcom":"y"`):        "outcome",
		inLine("log", `"text":"x","kind":"accomplishmet"`):                "accomplishment",
		inLine("meeting", `"boss":"d","kind":"1:1","status":"canceled"`):  "cancelled",
		inLine("boss_left", `"boss":"d","removd":"2026-11-03T09:30:00Z"`): "boss",
	} {
		_, err := Decode([]byte(line), false)
		if hint := rapport.HintOf(err); !strings.Contains(hint, "did you mean "+want+"?") {
			t.Errorf("%v: the hint is %q", err, hint)
		}
	}
}

func TestLenientKeepsWhatIsUnknown(t *testing.T) {
	for _, in := range []string{
		inLine("horoscope", `"sign":"aries","a":[1, {"b" : "\u0041"}],"n":null`),
		inLine("add_boss", `"boss":"dana","name":"Dana","relation":"solid","mood":3`),
	} {
		line, err := Decode([]byte(in), true)
		if err != nil {
			t.Fatal(err)
		}
		aside, ok := line.Body.(*Aside)
		if !ok {
			t.Fatalf("the body is %T", line.Body)
		}
		if aside.Type() == "add_boss" && (len(aside.Introduces()) != 1 || aside.Introduces()[0] != Name{OfBoss, "dana"}) {
			t.Errorf("it introduces %v", aside.Introduces())
		}
		want := strings.NewReplacer(`[1, {"b" : "\u0041"}]`, `[1,{"b":"A"}]`).Replace(in)
		if got := string(Encode(line)); got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}

func TestTypesAreAllKnown(t *testing.T) {
	for _, name := range Types() {
		body := newBody(name)
		if body == nil || body.Type() != name {
			t.Errorf("%s is listed but not read", name)
			continue
		}
		seen := map[string]bool{}
		for _, f := range fieldsOf(body) {
			if seen[f] {
				t.Errorf("%s has the field %s twice", name, f)
			}
			seen[f] = true
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, more := range []string{
		`"text":"a\ud83d\ude00","kind":"progress","links":["g1"],"reported_to":[]`,
		`"text":"x","kind":"idea","goal_links":[{"goal":"a","by":"guessed","confidence":4}],"told":[{"boss":"d","how":"report"}],"reported_to":["d"]`,
	} {
		f.Add([]byte(inLine("log", more)))
	}
	f.Add([]byte(inLine("report_sent", `"boss":"d","entries":[{"entry":"e","place":"body"}],"text":"\u0001\n"`)))
	f.Add([]byte(inLine("user", `"work_week":["mon"],"names":["A B"]`)))
	f.Add([]byte(inLine("meeting", `"boss":"d","kind":"1:1","status":"held","minutes":3e1`)))
	f.Add([]byte(inLine("never", `"a":{"b":[1,2,{}]}`)))
	f.Fuzz(func(t *testing.T, text []byte) {
		line, err := Decode(text, true)
		if err != nil {
			if rapport.CodeOf(err) != rapport.Invalid {
				t.Fatalf("%q is refused as %v", text, err)
			}
			return
		}
		if !json.Valid(text) {
			t.Fatalf("%q is no JSON but was taken", text)
		}
		once := Encode(line)
		again, err := Decode(once, true)
		if err != nil {
			t.Fatalf("%q was written as %q, which is refused: %v", text, once, err)
		}
		if twice := Encode(again); string(twice) != string(once) {
			t.Fatalf("%q then %q", once, twice)
		}
	})
}
