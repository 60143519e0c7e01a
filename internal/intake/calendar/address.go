package calendar

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"rapport"
)

// IsAddress reports whether a location is an address and not a path.
func IsAddress(location string) bool {
	scheme, _, ok := strings.Cut(location, "://")
	if !ok {
		return false
	}
	switch strings.ToLower(scheme) {
	case "http", "https", "webcal", "webcals":
		return true
	}
	return false
}

// timeout is how long an address may take.
const timeout = 30 * time.Second

// maxRedirects is how often a server may send on.
const maxRedirects = 5

// readAddress loads a calendar. The address of a private calendar is a secret:
// no error, warning or file name holds more of it than the host.
func readAddress(ctx context.Context, location string, o ReadOptions) (found Found, err error) {
	address, err := parseAddress(location)
	if err != nil {
		return Found{}, err
	}
	if o.Timeout <= 0 {
		o.Timeout = timeout
	}
	ctx, cancel := context.WithTimeout(ctx, o.Timeout)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address.String(), http.NoBody)
	if err != nil {
		return Found{}, badAddress(address.Host)
	}
	before := parseCursor(o.Cursor)
	place := sumOf([]byte(address.String()))
	if before.place != place {
		before = cursor{}
	}
	request.Header.Set("Accept", "text/calendar, text/plain;q=0.5, */*;q=0.1")
	request.Header.Set("User-Agent", "Rapport")
	if before.etag != "" {
		request.Header.Set("If-None-Match", before.etag)
	}
	if before.modified != "" {
		request.Header.Set("If-Modified-Since", before.modified)
	}
	response, err := client(o.Client).Do(request)
	if err != nil {
		return Found{}, networkError(ctx, address.Host, err)
	}
	defer response.Body.Close() //nolint:errcheck // what was read is complete or an error already
	if response.StatusCode == http.StatusNotModified && before.sum != "" {
		return Found{Unmoved: true, Cursor: o.Cursor}, nil
	}
	if err := answerError(address.Host, response); err != nil {
		return Found{}, err
	}
	if response.ContentLength > o.MaxFile {
		return Found{}, largeAnswer(address.Host, o.MaxFile)
	}
	text, err := readLimited(response.Body, o.MaxFile, response.ContentLength)
	switch {
	case errors.Is(err, errTooLong):
		return Found{}, largeAnswer(address.Host, o.MaxFile)
	case err != nil:
		return Found{}, networkError(ctx, address.Host, err)
	}
	if err := recogniseFile(address.Host, text); err != nil {
		return Found{}, err
	}
	now := cursor{place: place, etag: response.Header.Get("ETag"), modified: response.Header.Get("Last-Modified"), sum: sumOf(text)}
	found.Cursor = now.String()
	if now.sum == before.sum {
		found.Unmoved = true
		return found, nil
	}
	found.Files = []File{{Name: address.Host, Text: text}}
	return found, nil
}

func parseAddress(location string) (*url.URL, error) {
	address, err := url.Parse(location)
	if err != nil || address.Host == "" {
		return nil, badAddress("")
	}
	switch strings.ToLower(address.Scheme) {
	case "webcal", "webcals":
		address.Scheme = "https"
	}
	address.Fragment = ""
	return address, nil
}

func badAddress(host string) *rapport.Error {
	e := rapport.Errorf(rapport.Invalid, "this is not an address that can be read").WithHint("copy the calendar's address again; it begins with https:// and usually ends in .ics")
	if host != "" {
		return e.WithPlace("%s", host)
	}
	return e
}

// client returns a client that follows few redirects and none from https to
// http, which would show a secret address to everybody on the way.
func client(given *http.Client) *http.Client {
	c := http.Client{}
	if given != nil {
		c = *given
	}
	c.CheckRedirect = func(request *http.Request, via []*http.Request) error {
		switch {
		case len(via) > maxRedirects:
			return errRedirects
		case via[len(via)-1].URL.Scheme == "https" && request.URL.Scheme != "https":
			return errDowngrade
		}
		request.Header.Del("Referer") // it would hold the secret address
		return nil
	}
	return &c
}

var (
	errRedirects = errors.New("the server sends from one address to the next")
	errDowngrade = errors.New("the server sends to an address that is not encrypted")
)

// networkError says why nobody answered. The cause is kept without the address
// that [url.Error] holds.
func networkError(ctx context.Context, host string, err error) error {
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		err = wrapped.Err
	}
	e := func(message, hint string) error {
		return rapport.Errorf(rapport.Unavailable, "%s", message).WithPlace("%s", host).WithHint("%s", hint).WithCause(err)
	}
	var dns *net.DNSError
	switch {
	case errors.Is(err, errRedirects), errors.Is(err, errDowngrade):
		return e(err.Error(), "copy the calendar's address again from the program that it comes from")
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return e("the server did not answer in time", "try again later; what was read before is still there")
	case errors.Is(ctx.Err(), context.Canceled):
		return e("reading was stopped", "read again")
	case errors.As(err, &dns):
		return e("there is no such server, or no network", "check the network and the address")
	}
	return e("the calendar could not be loaded", "check the network and try again; what was read before is still there")
}

// answerError says what an answer other than a calendar means.
func answerError(host string, response *http.Response) error {
	e := func(code rapport.Code, hint, message string) error {
		return rapport.Errorf(code, "%s (HTTP %d)", message, response.StatusCode).WithPlace("%s", host).WithHint("%s", hint)
	}
	switch status := response.StatusCode; {
	case status == http.StatusOK:
		return nil
	case status == http.StatusUnauthorized || status == http.StatusForbidden:
		return e(rapport.Invalid, "use the calendar's private address, which needs no log-in", "the calendar may not be read")
	case status == http.StatusNotFound || status == http.StatusGone:
		return e(rapport.NotFound, "the address may have been made anew: copy it again", "there is no calendar at this address")
	case status == http.StatusTooManyRequests:
		return e(rapport.Unavailable, "wait a while and read again", "the server asks to be left alone for now")
	case status >= 500:
		return e(rapport.Unavailable, "try again later; what was read before is still there", "the server has trouble")
	}
	return e(rapport.Unavailable, "open the address in a browser to see what it says", "the server answered something else")
}

func largeAnswer(host string, limit int64) error {
	return rapport.Errorf(rapport.Invalid, "the calendar is larger than %d MB", limit>>20).WithPlace("%s", host).
		WithHint("share a calendar that holds less")
}

func sumOf(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:12])
}
