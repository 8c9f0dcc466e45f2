package gate

import (
	"strings"
	"testing"

	"talksbot/ingest/reason"
	"talksbot/knowledge/article"
)

// news is a short article in which the words of what stands in an article's way are what it is about.
var news = map[string]string{
	"of cookies": `<p>The regulator fined two advertising firms on Tuesday for setting cookies without consent. Their partners must delete the data.</p>
		<p>Users could accept cookies, but had no way to reject them. “Consent must be free,” the privacy commissioner said.</p><p>The firms may appeal until May 4.</p>`,
	"of robots": `<p>A robot verified the bolts of the bridge for the first time on Friday. It found unusual traffic of water in one pier.</p>
		<p>Humans checked its work. The challenge is to enable robots to work at night, said the engineer, Lotte Brandt.</p><p>The bridge opens in June.</p>`,
	"of subscriptions": `<p>The Heron Street library has 4,100 members. A subscription is free for children, and premium members pay 12 euros.</p>
		<p>Members can register online. Subscribers who continue get a year of access.</p><p>The library closes in August.</p>`,
	"of a fire": `<p>A fire broke out in a bakery on Heron Street on Sunday. Nobody was hurt.</p><p>It was put out by nine.</p>`,
}

// beside are what many pages have beside an article.
var beside = map[string]string{
	"nothing":       "",
	"a banner":      `<div id="cookie-consent"><p>We use cookies. Accept all cookies or change your privacy settings.</p><button>Accept</button></div>`,
	"a captcha":     `<div class="comments"><form><div class="g-recaptcha" data-sitekey="k"></div><input name=comment></form></div>`,
	"a newsletter":  `<form class="newsletter"><p>Subscribe to our newsletter.</p><input name=mail><button>Sign up</button></form>`,
	"subscriptions": `<header class="subscribe-bar"><a href="/subscribe">Subscribe</a> <a href="/login">Log in</a></header>`,
	"noscript":      `<noscript>Please enable JavaScript to see comments.</noscript>`,
}

func judge(t *testing.T, head, body, found string) Verdict {
	t.Helper()
	source := "<!doctype html><html><head><title>News</title>" + head + "</head><body>" + body + "</body></html>"
	a, _ := article.Parse("page.html", []byte(source))
	return Page(source, found, a)
}

// TestArticles holds that an article is one, whatever it is about and whatever stands beside it.
func TestArticles(t *testing.T) {
	for about, text := range news {
		for what, more := range beside {
			for _, head := range []string{"", `<meta property="og:type" content="article">`} {
				if got := judge(t, head, "<article><h1>News</h1>"+text+"</article>"+more, "https://heron.example/news"); got != (Verdict{}) {
					t.Errorf("%s, beside it %s: %+v", about, what, got)
				}
			}
		}
	}
}

// TestInstead holds what comes in the place of an article.
func TestInstead(t *testing.T) {
	locked := `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","isAccessibleForFree":"False"}]}</script>`
	bar := `<section class="article__paywall"><h2>Subscribe to read on</h2><p>Get unlimited digital access. Already a member? Log in.</p></section>`
	for _, c := range []struct {
		name, head, body string
		found            string
		want             Verdict
	}{
		{name: "a check of the browser", head: `<meta http-equiv="refresh" content="15">`, want: Verdict{Reason: reason.Challenge},
			body: `<div id="challenge-stage"></div><h1>heron.example</h1><p>Checking if the site connection is secure. Verify you are human by completing the action below.</p><noscript>Enable JavaScript and cookies to continue</noscript>`},
		{name: "a captcha", want: Verdict{Reason: reason.Challenge},
			body: `<h1>Are you a robot?</h1><p>We have seen unusual traffic from your network.</p><form><div class="g-recaptcha" data-sitekey="abc"></div><button>Go on</button></form>`},
		{name: "a captcha in a frame", want: Verdict{Reason: reason.Challenge},
			body: `<iframe src="https://captcha.guard.example/x"></iframe><noscript>Please enable JavaScript to continue, we must verify that no bots are browsing.</noscript>`},
		{name: "consent", found: "https://consent.heron.example/?back=news", want: Verdict{Reason: reason.Consent},
			body: `<div class="consent-dialog"><h1>Before you continue</h1><p>We and our partners use cookies and tracking to process personal data for advertising. You can accept or reject all purposes.</p>
				<p>Your preferences apply to this site. You can withdraw consent in the privacy settings.</p><p>Partners may process data on legitimate interest.</p><form><button>Accept all</button></form></div>`},
		{name: "consent on the same site", want: Verdict{Reason: reason.Consent},
			body: `<div id="gdpr-overlay"><h1>Your privacy is yours</h1><p>To show personalised advertising we store cookies with 87 partners. Accept them all, or open the settings.</p>
				<p>Some vendors claim a legitimate interest in your data. You may reject that in the preferences.</p><p>Read our privacy policy and the purposes of each cookie.</p><button>Accept</button><button>Settings</button></div>`},
		{name: "nothing but a paywall", head: locked, body: `<article><h1>Harbour sale</h1><p>The harbour is to be sold.</p></article>` + bar, want: Verdict{Reason: reason.Paywall}},
		{name: "a paywall behind three sentences", head: locked, want: Verdict{State: article.Teaser},
			body: `<article><h1>Harbour sale</h1><p>The harbour is to be sold, the council decided on Monday. Two firms have bid for the land. A third may still join them.</p><p>The mayor, Ada Lind, called the price low. She would not say more…</p></article>` + bar},
		{name: "a paywall that lets all through", head: locked, body: `<article><h1>Harbour sale</h1>` + strings.Repeat(`<p>The harbour is to be sold, the council decided on Monday. Two firms have bid for the land.</p><p>A third may join them by May 9.</p>`, 8) + `</article>` + bar},
		{name: "two sentences", body: `<article><h1>Harbour sale</h1><p>The harbour is to be sold. Two firms have bid.</p></article>`, want: Verdict{Reason: reason.TooShort}},
		{name: "nothing", body: "", want: Verdict{Reason: reason.TooShort}},
		{name: "a page that a script fills", body: `<div id="root"></div><script>go()</script>`, want: Verdict{Reason: reason.TooShort}},
	} {
		if c.found == "" {
			c.found = "https://heron.example/news"
		}
		if got := judge(t, c.head, c.body, c.found); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestIsHalf(t *testing.T) {
	text := func(n int) *article.Article {
		return article.New(article.Article{Text: strings.Repeat("The harbour is to be sold.\n\n", n)})
	}
	for _, c := range []struct {
		before, after int
		want          bool
	}{{10, 4, true}, {10, 5, false}, {10, 10, false}, {4, 10, false}, {3, 1, true}} {
		if got := IsHalf(text(c.before), text(c.after)); got != c.want {
			t.Errorf("%d sentences, then %d: %v", c.before, c.after, got)
		}
	}
}

// FuzzPage holds that a long article is one, whatever else a page has.
func FuzzPage(f *testing.F) {
	f.Add(`<div class="captcha">verify you are human</div>`, "https://consent.example/")
	long := article.New(article.Article{Text: strings.Repeat("The harbour is to be sold.\n\n", little)})
	short := article.New(article.Article{Text: "The harbour is to be sold."})
	f.Fuzz(func(t *testing.T, source, found string) {
		if got := Page(source, found, long); got != (Verdict{}) {
			t.Errorf("%+v", got)
		}
		if got := Page(source, found, short); got.Reason == "" {
			t.Errorf("one sentence is an article")
		}
	})
}
