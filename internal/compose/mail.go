package compose

import (
	"bytes"
	"fmt"
	"mime"
	"mime/quotedprintable"
	"strings"
	"time"

	"rapport"
)

// mailBoundary parts the bodies of a mail. It is fixed so that the same report
// is the same bytes; quoted-printable text never holds it.
const mailBoundary = "=_rapport_part_"

// Mail renders the report as a message for a mail program to open: text and
// HTML beside each other, marked as not sent yet. Names without an address are
// left out. The subject carries the last day of the period, so that one week's
// report is told from another's.
func (r Report) Mail(from, to Address, at time.Time) (string, error) {
	var b bytes.Buffer
	header := func(name, value string) { fmt.Fprintf(&b, "%s: %s\r\n", name, value) }
	for _, who := range [...]struct {
		header string
		Address
	}{{"From", from}, {"To", to}} {
		if who.Email == "" {
			continue
		}
		if !isMailAddress(who.Email) {
			return "", rapport.Errorf(rapport.Invalid, "%q is not a mail address", who.Email).WithHint("put it right: rapport boss edit, or rapport config")
		}
		header(who.header, who.String())
	}
	subject := r.Title.Text
	if day := r.Period.Until; day != "" && !day.Time().IsZero() {
		subject += ", " + day.Time().Format("2 Jan 2006")
	}
	header("Subject", mime.QEncoding.Encode("utf-8", rapport.OneLine(subject)))
	if !at.IsZero() {
		header("Date", at.Format(time.RFC1123Z))
	}
	header("X-Unsent", "1")
	header("MIME-Version", "1.0")
	header("Content-Type", `multipart/alternative; boundary="`+mailBoundary+`"`)
	for _, body := range [...]struct{ kind, text string }{{"text/plain", r.Text(0)}, {"text/html", r.HTML()}} {
		b.WriteString("\r\n--" + mailBoundary + "\r\n")
		header("Content-Type", body.kind+"; charset=utf-8")
		header("Content-Transfer-Encoding", "quoted-printable")
		b.WriteString("\r\n")
		q := quotedprintable.NewWriter(&b)
		if _, err := q.Write([]byte(body.text)); err != nil {
			return "", err
		}
		if err := q.Close(); err != nil {
			return "", err
		}
	}
	b.WriteString("\r\n--" + mailBoundary + "--\r\n")
	return b.String(), nil
}

// Address is somebody's name and mail address; both may be empty.
type Address struct{ Name, Email string }

// String writes it for a header.
func (a Address) String() string {
	name := strings.NewReplacer(`"`, "", `\`, "").Replace(rapport.OneLine(a.Name))
	if encoded := mime.QEncoding.Encode("utf-8", name); encoded != name {
		return encoded + " <" + a.Email + ">"
	}
	if name != "" {
		return `"` + name + `" <` + a.Email + ">"
	}
	return "<" + a.Email + ">"
}

// isMailAddress reports whether text is an address that cannot break a header.
func isMailAddress(text string) bool {
	local, domain, ok := strings.Cut(text, "@")
	return ok && local != "" && domain != "" && len(text) <= 254 &&
		!strings.ContainsFunc(text, func(r rune) bool { return r <= ' ' || r == 0x7F || strings.ContainsRune(`<>()[],;:"\`, r) }) &&
		!strings.Contains(domain, "@")
}

// slackMost is how many characters one message of the chat program holds.
const slackMost = 12_000

// Slack renders the report as a message in the markup of Slack. What does not
// fit one message is cut at a line, and says so.
func (r Report) Slack() string {
	var b strings.Builder
	line := func(text string) { b.WriteString(text + "\n") }
	line("*" + escapeSlack(r.Title.Text) + "*")
	if r.Byline.Text != "" && !r.Form.AskFirst {
		line("_" + escapeSlack(r.Byline.Text) + "_")
	}
	for _, s := range r.pages() {
		line("")
		if s.Title != "" {
			line("*" + escapeSlack(s.Title) + "*")
		}
		if len(s.Intro) > 0 {
			line(escapeSlack(paragraph(s.Intro)))
		}
		for i, item := range s.Items {
			mark := "•"
			if s.Numbered {
				mark = fmt.Sprintf("%d.", i+1)
			}
			line(mark + " " + escapeSlack(item.Text))
		}
		if s.Figure != nil {
			line("```\n" + strings.Join(s.Figure.Lines, "\n") + "\n```")
		}
		if s.Table != nil {
			for _, row := range s.Table.Rows {
				var cells []string
				for i, c := range row {
					if c.Text != "" && i > 0 {
						cells = append(cells, s.Table.Head[i]+": "+escapeSlack(c.Text))
					} else if c.Text != "" {
						cells = append(cells, escapeSlack(c.Text))
					}
				}
				line("• " + strings.Join(cells, " · "))
			}
		}
		if len(s.Outro) > 0 {
			line(escapeSlack(paragraph(s.Outro)))
		}
	}
	if r.Byline.Text != "" && r.Form.AskFirst {
		line("\n_" + escapeSlack(r.Byline.Text) + "_")
	}
	text := b.String()
	if len([]rune(text)) <= slackMost {
		return text
	}
	cut := string([]rune(text)[:slackMost-len(cutHere)])
	return cut[:strings.LastIndexByte(cut, '\n')+1] + cutHere
}

// escapeSlack escapes what Slack reads as markup. It knows no escape for stars
// and the like inside a word, so that a joiner without width keeps them apart.
func escapeSlack(text string) string {
	text = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(rapport.OneLine(text))
	return strings.NewReplacer("*", "\u2060*\u2060", "_", "\u2060_\u2060", "~", "\u2060~\u2060", "`", "\u2060`\u2060").Replace(text)
}
