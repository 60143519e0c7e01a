package capture

import (
	"flag"
	"testing"
)

var examplesFile = flag.String("examples", "", "a file of labelled lines to measure besides the corpus")

func TestGuessKindOnCorpus(t *testing.T) {
	for _, part := range []string{"dev", "held"} {
		f := measure(corpus(t, part))
		t.Logf("%s: accuracy %.3f, macro F1 %.3f, hard %.3f, promised by %.3f", part, f.accuracy, f.macroF1, f.hard, f.parties)
		if part == "dev" && testing.Verbose() {
			for _, m := range f.misses {
				t.Log(m)
			}
		}
	}
	if *examplesFile != "" {
		f := measure(readLabelled(t, *examplesFile))
		t.Logf("%s: accuracy %.3f, macro F1 %.3f, hard %.3f, promised by %.3f", *examplesFile, f.accuracy, f.macroF1, f.hard, f.parties)
	}
}
