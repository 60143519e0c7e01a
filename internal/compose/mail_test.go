package compose

import (
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"strings"
	"testing"
	"time"
)

func TestAMailIsReadByAMailProgram(t *testing.T) {
	t.Parallel()
	r := Compose(lives()["scripts"].m, Neutral)
	at := time.Date(2026, 11, 20, 16, 0, 0, 0, time.UTC)
	text, err := r.Mail(Address{"דנה", "dana@example.org"}, Address{"佐藤", "sato@example.org"}, at)
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := r.Mail(Address{"דנה", "dana@example.org"}, Address{"佐藤", "sato@example.org"}, at); again != text {
		t.Error("the same report is not the same mail")
	}
	m, err := mail.ReadMessage(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if to, err := mail.ParseAddress(m.Header.Get("To")); err != nil || to.Address != "sato@example.org" {
		t.Errorf("to %v, %v", to, err)
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	if err != nil || subject != "Report for 佐藤 健, 20 Nov 2026" {
		t.Errorf("subject %q, %v", subject, err)
	}
	_, parameters, err := mime.ParseMediaType(m.Header.Get("Content-Type"))
	if err != nil {
		t.Fatal(err)
	}
	parts := multipart.NewReader(m.Body, parameters["boundary"])
	for _, want := range []string{r.Text(0), r.HTML()} {
		part, err := parts.NextPart()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(part)
		if err != nil || strings.ReplaceAll(string(body), "\r\n", "\n") != want {
			t.Errorf("the body is another: %v\n%s", err, body)
		}
	}
	for _, line := range strings.Split(text, "\r\n") {
		if len(line) > 998 {
			t.Errorf("a line of %d bytes", len(line))
		}
	}
	if _, err := r.Mail(Address{}, Address{Email: "a@b\r\nBcc: x@y.org"}, at); err == nil {
		t.Error("an address that adds a header was taken")
	}
}

func TestSlackTextIsNoMarkup(t *testing.T) {
	t.Parallel()
	text := Compose(lives()["scripts"].m, Neutral).Slack()
	for _, bad := range []string{"<b>", " *all* ", "`rm"} {
		if strings.Contains(text, bad) {
			t.Errorf("%q is markup:\n%s", bad, text)
		}
	}
	many := dense(5000)
	for _, k := range []Adaptation{Neutral} {
		if n := len([]rune(Compose(many, k).Slack())); n > slackMost {
			t.Errorf("%d characters", n)
		}
	}
}
