package compose

import (
	"html"
	"strings"
)

// css is small, follows light and dark, and prints without colour.
const css = `:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.4rem;margin-bottom:.2rem}
h2{font-size:1.1rem;margin:1.4rem 0 .2rem}
p,ul,ol{margin:.3rem 0}
li{margin:.2rem 0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;margin:.5rem 0}
th,td{text-align:start;vertical-align:top;padding:.2rem .6rem .2rem 0;border-bottom:1px solid;overflow-wrap:anywhere}
.byline{opacity:.75}
@media print{body{font-size:11pt;margin:0;max-width:none;color:#000;background:#fff}h2{break-after:avoid}li{break-inside:avoid}}
`

// HTML renders the report as a page of its own that loads nothing and runs
// nothing. Everything the user wrote is escaped.
func (r Report) HTML() string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
	b.WriteString("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
	b.WriteString("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
	element(&b, "title", "", r.Title.Text)
	b.WriteString("<style>\n" + css + "</style>\n</head>\n<body>\n<main>\n")
	element(&b, "h1", ` dir="auto"`, r.Title.Text)
	byline := func() {
		if r.Byline.Text != "" {
			element(&b, "p", ` class="byline" dir="auto"`, r.Byline.Text)
		}
	}
	if !r.Form.AskFirst {
		byline()
	}
	pages := r.pages()
	for i, s := range pages {
		if i == len(r.Sections) && r.Form.AskFirst {
			byline()
		}
		b.WriteString("<section>\n")
		if s.Title != "" {
			element(&b, "h2", ` dir="auto"`, s.Title)
		}
		if len(s.Intro) > 0 {
			element(&b, "p", ` dir="auto"`, paragraph(s.Intro))
		}
		if len(s.Items) > 0 {
			list := "ul"
			if s.Numbered {
				list = "ol"
			}
			b.WriteString("<" + list + ">\n")
			for _, item := range s.Items {
				element(&b, "li", ` dir="auto"`, item.Text)
			}
			b.WriteString("</" + list + ">\n")
		}
		if s.Figure != nil {
			element(&b, "pre", ` role="img"`, strings.Join(s.Figure.Lines, "\n"))
		}
		if s.Table != nil {
			s.Table.html(&b)
		}
		if len(s.Outro) > 0 {
			element(&b, "p", ` dir="auto"`, paragraph(s.Outro))
		}
		b.WriteString("</section>\n")
	}
	if r.Form.AskFirst && len(pages) == len(r.Sections) {
		byline()
	}
	b.WriteString("</main>\n</body>\n</html>\n")
	return b.String()
}

func (t *Table) html(b *strings.Builder) {
	b.WriteString("<table>\n<thead>\n<tr>\n")
	for _, h := range t.Head {
		element(b, "th", ` scope="col"`, h)
	}
	b.WriteString("</tr>\n</thead>\n<tbody>\n")
	for _, row := range t.Rows {
		b.WriteString("<tr>\n")
		for _, c := range row {
			element(b, "td", ` dir="auto"`, c.Text)
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</tbody>\n</table>\n")
}

func element(b *strings.Builder, name, attributes, text string) {
	b.WriteString("<" + name + attributes + ">" + html.EscapeString(text) + "</" + name + ">\n")
}
