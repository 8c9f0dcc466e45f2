package address

import "testing"

func TestKey(t *testing.T) {
	const one = "kestrel.example/2024/03/ferry-strike"
	for _, a := range []string{
		"https://kestrel.example/2024/03/ferry-strike", "http://kestrel.example/2024/03/ferry-strike", "https://www.kestrel.example/2024/03/ferry-strike/",
		"HTTPS://WWW.Kestrel.Example:443/2024/03/ferry-strike", "https://m.kestrel.example/2024/03/ferry-strike", "https://mobile.kestrel.example/2024/03/ferry-strike#comments",
		"https://kestrel.example/2024/03/ferry-strike?utm_source=x&utm_medium=rss", "https://kestrel.example/2024/03/ferry-strike?fbclid=IwAR0", "https://kestrel.example/2024/03/ferry-strike/amp",
		"https://kestrel.example/amp/2024/03/ferry-strike", "https://amp.kestrel.example/2024/03/ferry-strike", "https://kestrel.example/2024/03/ferry-strike?outputType=amp",
		"https://kestrel.example/2024/03/ferry-strike?amp=1", "https://kestrel.example/2024/03/ferry-strike?amp", "https://www.google.com/amp/s/kestrel.example/2024/03/ferry-strike",
		"https://kestrel-example.cdn.ampproject.org/c/s/kestrel.example/2024/03/ferry-strike?gclid=1", "https://kestrel.example//2024/./03/ferry-strike#:~:text=strike",
	} {
		if got := Key(a); got != one {
			t.Errorf("Key(%q) = %q, want %q", a, got, one)
		}
	}
	for _, pair := range [][2]string{
		{"https://kestrel.example/story?id=1", "https://kestrel.example/story?id=2"},
		{"https://kestrel.example/a", "https://kestrel.example/A"},
		{"https://sport.kestrel.example/a", "https://kestrel.example/a"},
		{"https://m.example/a", "https://example/a"},
		{"https://kestrel.example/story/2", "https://kestrel.example/story"},
		{"https://kestrel.example/amplifiers", "https://kestrel.example/lifiers"},
		{"https://kestrel.example/amp", "https://kestrel.example/"},
	} {
		if Key(pair[0]) == Key(pair[1]) {
			t.Errorf("%q and %q have one key: %q", pair[0], pair[1], Key(pair[0]))
		}
	}
	if a, b := Key("https://kestrel.example/s?b=2&a=1"), Key("https://kestrel.example/s?a=1&b=2&utm_id=3"); a != b {
		t.Errorf("keys %q and %q", a, b)
	}
	for _, none := range []string{"", "ftp://kestrel.example/a", "/a", "mailto:a@kestrel.example", "javascript:alert(1)", "://"} {
		if got := Key(none); got != "" {
			t.Errorf("Key(%q) = %q", none, got)
		}
	}
}

func TestCanonical(t *testing.T) {
	for _, c := range []struct{ name, found, stated, want string }{
		{"states none", "https://heron.example/weir?utm_source=a&id=4#top", "", "https://heron.example/weir?id=4"},
		{"the same without tracker", "https://heron.example/weir?fbclid=a", "https://heron.example/weir", "https://heron.example/weir"},
		{"of an AMP", "https://heron.example/weir/amp", "https://heron.example/weir", "https://heron.example/weir"},
		{"a new name", "https://heron.example/?p=77", "https://heron.example/2024/weir", "https://heron.example/2024/weir"},
		{"another host of the site", "https://m.heron.example/weir", "https://news.heron.example/weir", "https://news.heron.example/weir"},
		{"relative", "https://heron.example/a/b", "/weir", "https://heron.example/weir"},
		{"the front page", "https://heron.example/weir", "https://heron.example/", "https://heron.example/weir"},
		{"the section", "https://heron.example/news/weir", "https://heron.example/news/", "https://heron.example/news/weir"},
		{"the first page", "https://heron.example/weir/2", "https://heron.example/weir", "https://heron.example/weir/2"},
		{"without which page", "https://heron.example/story.php?id=4", "https://heron.example/story.php", "https://heron.example/story.php?id=4"},
		{"somebody else's", "https://heron.example/weir", "https://egret.example/weir", "https://heron.example/weir"},
		{"another of the same suffix", "https://heron.co.uk/weir", "https://egret.co.uk/weir", "https://heron.co.uk/weir"},
		{"no address", "https://heron.example/weir", "javascript:void(0)", "https://heron.example/weir"},
	} {
		if got := Canonical(c.found, c.stated); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestName(t *testing.T) {
	for address, want := range map[string]string{
		"https://heron.example/2024/The-Weir_Opens.html": "the-weir-opens", "https://heron.example/4711": "heron-example-4711",
		"https://heron.example/": "heron-example", "https://www.heron.example/news/%E2%82%AC": "heron-example",
	} {
		if got := Name(address); got != want {
			t.Errorf("Name(%q) = %q, want %q", address, got, want)
		}
	}
}

// FuzzKey holds that a key leads to itself, whatever it was made of.
func FuzzKey(f *testing.F) {
	f.Add("https://www.google.com/amp/s/kestrel.example/a?amp=1&b=%20")
	f.Fuzz(func(t *testing.T, address string) {
		key := Key(address)
		if key != "" && Key("https://"+key) != key && Key("https://"+Key("https://"+key)) != Key("https://"+key) {
			t.Errorf("%q: %q, then %q", address, key, Key("https://"+key))
		}
		Canonical(address, address)
		Name(address)
	})
}
