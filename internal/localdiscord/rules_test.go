package localdiscord_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"talksbot/internal/localdiscord"
)

const agent = "DiscordBot (https://example.org, 1)"

// call sends a request by hand, as the bot, and returns status and body.
func call(t *testing.T, server *localdiscord.Server, method, path, body string, header ...string) (int, string) {
	t.Helper()
	r, err := http.NewRequest(method, "https://discord.com/api/v9"+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bot "+server.Token())
	r.Header.Set("User-Agent", agent)
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	response, err := server.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(bytes.TrimSpace(text))
}

func button(fields string) string {
	return `{"components":[{"type":1,"components":[{"type":2,` + fields + `}]}]}`
}

// laidOut is a message that is laid out in one box of components.
func laidOut(components string) string {
	return `{"flags":32768,"components":[{"type":17,"components":[` + components + `]}]}`
}

func text(content string) string { return `{"type":10,"content":"` + content + `"}` }

func repeat(item string, n int) string {
	return strings.TrimSuffix(strings.Repeat(item+",", n), ",")
}

func numbered(format string, n int) string {
	var items []string
	for i := range n {
		items = append(items, strings.ReplaceAll(format, "#", fmt.Sprint(i)))
	}
	return strings.Join(items, ",")
}

// Each body is a message; code is what the answer names, empty when it is accepted.
var messageRules = []struct{ name, body, code string }{
	{"2,000 letters", `{"content":"` + strings.Repeat("x", 2000) + `"}`, ""},
	{"2,001 letters", `{"content":"` + strings.Repeat("x", 2001) + `"}`, "BASE_TYPE_MAX_LENGTH"},
	{"2,000 Cyrillic letters, 4,000 bytes", `{"content":"` + strings.Repeat("ж", 2000) + `"}`, ""},
	{"2,000 emoji, 4,000 UTF-16 units", `{"content":"` + strings.Repeat("😀", 2000) + `"}`, ""},
	{"2,001 emoji", `{"content":"` + strings.Repeat("😀", 2001) + `"}`, "BASE_TYPE_MAX_LENGTH"},
	{"2,000 letters and blanks around", `{"content":"  ` + strings.Repeat("x", 2000) + `\n"}`, ""},
	{"nothing", `{}`, "50006"},
	{"blanks", `{"content":" \n"}`, "50006"},
	{"empty embeds", `{"embeds":[]}`, "50006"},
	{"embeds", `{"content":"x","embeds":[{"title":"t"}]}`, "UNSERVED"},
	{"button", button(`"style":2,"label":"Sources","custom_id":"a"`), ""},
	{"button without id", button(`"style":2,"label":"Sources"`), "COMPONENT_CUSTOM_ID_REQUIRED"},
	{"button with a link", button(`"style":2,"label":"Sources","custom_id":"a","url":"https://x.org"`), "BUTTON_COMPONENT_INVALID_URL"},
	{"button with a long id", button(`"style":2,"label":"Sources","custom_id":"` + strings.Repeat("x", 101) + `"`), "50035"},
	{"button without a face", button(`"style":2,"custom_id":"a"`), "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED"},
	{"link button", button(`"style":5,"label":"Article","url":"https://example.org/a"`), ""},
	{"link button without link", button(`"style":5,"label":"Article"`), "BASE_TYPE_REQUIRED"},
	{"link button with id", button(`"style":5,"label":"Article","url":"https://x.org","custom_id":"a"`), "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE"},
	{"five rows", `{"components":[` + numbered(`{"type":1,"components":[{"type":2,"style":1,"label":"l","custom_id":"#"}]}`, 5) + `]}`, ""},
	{"six rows", `{"components":[` + numbered(`{"type":1,"components":[{"type":2,"style":1,"label":"l","custom_id":"#"}]}`, 6) + `]}`, "BASE_TYPE_MAX_LENGTH"},
	{"six buttons", `{"components":[{"type":1,"components":[` + numbered(`{"type":2,"style":1,"label":"l","custom_id":"#"}`, 6) + `]}]}`, "50035"},
	{"one id twice", `{"components":[{"type":1,"components":[` + repeat(`{"type":2,"style":1,"label":"l","custom_id":"a"}`, 2) + `]}]}`, "COMPONENT_CUSTOM_ID_DUPLICATED"},
	{"empty row", `{"components":[{"type":1,"components":[]}]}`, "50035"},
	{"menu", `{"components":[{"type":1,"components":[{"type":3,"custom_id":"m","options":[` + numbered(`{"label":"l","value":"#"}`, 25) + `]}]}]}`, ""},
	{"menu with one value twice", `{"components":[{"type":1,"components":[{"type":3,"custom_id":"m","options":[` + repeat(`{"label":"l","value":"v"}`, 2) + `]}]}]}`, "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED"},
	{"no pings", `{"content":"x","allowed_mentions":{"parse":[]}}`, ""},
	{"parse and users", `{"content":"x","allowed_mentions":{"parse":["users"],"users":["1"]}}`, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE"},
	{"parse roles and users", `{"content":"x","allowed_mentions":{"parse":["roles"],"users":["1"]}}`, ""},
	{"nonce", `{"content":"x","nonce":"2022-01-10","enforce_nonce":true}`, ""},
	{"long nonce", `{"content":"x","nonce":"` + strings.Repeat("x", 26) + `"}`, "50035"},
	{"laid out", laidOut(text("x") + `,{"type":14},{"type":1,"components":[{"type":2,"style":2,"label":"l","custom_id":"a"}]}`), ""},
	{"laid out beside content", `{"content":"x","flags":32768,"components":[` + text("x") + `]}`, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"},
	{"laid out without the flag", `{"components":[` + text("x") + `]}`, "UNION_TYPE_CHOICES"},
	{"4,000 letters in two texts", laidOut(text(strings.Repeat("x", 2500)) + "," + text(strings.Repeat("ж", 1500))), ""},
	{"4,001 letters in two texts", laidOut(text(strings.Repeat("x", 2500)) + "," + text(strings.Repeat("ж", 1501))), "COMPONENT_MAX_TOTAL_TEXT_SIZE_EXCEEDED"},
	{"40 components", laidOut(repeat(text("x"), 39)), ""},
	{"41 components", laidOut(repeat(text("x"), 40)), "50035"},
	{"a text that says nothing", laidOut(text(" ")), "50035"},
	{"a box in a box", laidOut(`{"type":17,"components":[` + text("x") + `]}`), "UNION_TYPE_CHOICES"},
	{"one id twice, in two rows", laidOut(repeat(`{"type":1,"components":[{"type":2,"style":1,"label":"l","custom_id":"a"}]}`, 2)), "COMPONENT_CUSTOM_ID_DUPLICATED"},
	{"a section", laidOut(`{"type":9,"components":[` + text("x") + `],"accessory":{"type":2,"style":2,"label":"l","custom_id":"a"}}`), ""},
	{"a section with nothing beside it", laidOut(`{"type":9,"components":[` + text("x") + `]}`), "50035"},
	{"reply to nothing", `{"content":"x","message_reference":{"message_id":"1"}}`, "REPLIES_UNKNOWN_MESSAGE"},
	{"reply to nothing, if it must", `{"content":"x","message_reference":{"message_id":"1","fail_if_not_exists":false}}`, ""},
}

// The rules hold for a channel message and for the answer to an interaction alike, with and without the description.
func TestMessageRules(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{})
	bare, err := localdiscord.Start(localdiscord.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer bare.Close()
	for _, test := range messageRules {
		t.Run(test.name, func(t *testing.T) {
			for _, server := range []*localdiscord.Server{server, bare} {
				broken := len(server.Violations())
				status, body := call(t, server, "POST", "/channels/"+server.Channel("general").ID+"/messages", test.body)
				if test.code == "" {
					if status != 200 || len(server.Violations()) != broken {
						t.Errorf("%d %s, %v", status, body, server.Violations()[broken:])
					}
					continue
				}
				if status != 400 || server == bare && !strings.Contains(body, test.code) {
					t.Errorf("%d %s, want %s", status, body, test.code)
				}
				if test.code != "REPLIES_UNKNOWN_MESSAGE" && len(server.Violations()) == broken {
					t.Error("the violation is not recorded")
				}
			}
		})
	}
}

var commandRules = []struct{ name, body, code string }{
	{"plain", `[{"name":"ask","description":"Ask"}]`, ""},
	{"Cyrillic", `[{"name":"спросить","description":"Ask"}]`, ""},
	{"upper case", `[{"name":"Ask","description":"Ask"}]`, "APPLICATION_COMMAND_INVALID_NAME"},
	{"blank", `[{"name":"ask me","description":"Ask"}]`, "APPLICATION_COMMAND_INVALID_NAME"},
	{"message command", `[{"name":"Ask about this","type":3}]`, ""},
	{"message command described", `[{"name":"Ask about this","type":3,"description":"no"}]`, "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_ALLOWED"},
	{"33 letters", `[{"name":"` + strings.Repeat("a", 33) + `","description":"Ask"}]`, "50035"},
	{"no description", `[{"name":"ask"}]`, "BASE_TYPE_REQUIRED"},
	{"101 letters of description", `[{"name":"ask","description":"` + strings.Repeat("a", 101) + `"}]`, "50035"},
	{"twice", `[{"name":"ask","description":"Ask"},{"name":"ask","description":"Ask"}]`, "APPLICATION_COMMANDS_DUPLICATE_NAME"},
	{"required last", `[{"name":"ask","description":"Ask","options":[{"type":5,"name":"private","description":"p"},{"type":3,"name":"question","description":"q","required":true}]}]`, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID"},
	{"required first", `[{"name":"ask","description":"Ask","options":[{"type":3,"name":"question","description":"q","required":true},{"type":5,"name":"private","description":"p"}]}]`, ""},
	{"no language", `[{"name":"ask","description":"Ask","name_localizations":{"xx":"ask"}}]`, "BASE_TYPE_CHOICES"},
	{"upper case in a language", `[{"name":"ask","description":"Ask","name_localizations":{"de":"Fragen"}}]`, "APPLICATION_COMMAND_INVALID_NAME"},
	{"long in a language", `[{"name":"ask","description":"Ask","description_localizations":{"de":"` + strings.Repeat("ä", 101) + `"}}]`, "BASE_TYPE_MAX_LENGTH"},
	{"twice in a language", `[{"name":"ask","description":"Ask","name_localizations":{"de":"frage"}},{"name":"frage","description":"Ask"}]`, "APPLICATION_COMMANDS_DUPLICATE_NAME"},
	{"option twice in a language", `[{"name":"ask","description":"Ask","options":[{"type":3,"name":"a","description":"q","name_localizations":{"pl":"b"}},{"type":3,"name":"b","description":"q"}]}]`, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS"},
	{"option with a blank", `[{"name":"ask","description":"Ask","options":[{"type":3,"name":"the question","description":"q"}]}]`, "APPLICATION_COMMAND_INVALID_NAME"},
	{"25 choices", `[{"name":"ask","description":"Ask","options":[{"type":3,"name":"q","description":"q","choices":[` + numbered(`{"name":"#","value":"#"}`, 25) + `]}]}]`, ""},
	{"26 choices", `[{"name":"ask","description":"Ask","options":[{"type":3,"name":"q","description":"q","choices":[` + numbered(`{"name":"#","value":"#"}`, 26) + `]}]}]`, "50035"},
	{"choices and autocompletion", `[{"name":"ask","description":"Ask","options":[{"type":3,"name":"q","description":"q","autocomplete":true,"choices":[{"name":"a","value":"a"}]}]}]`, "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE"},
	{"number for a string", `[{"name":"ask","description":"Ask","options":[{"type":3,"name":"q","description":"q","choices":[{"name":"a","value":1}]}]}]`, "50035"},
	{"sub-commands", `[{"name":"digest","description":"d","options":[{"type":1,"name":"on","description":"o","options":[{"type":7,"name":"where","description":"w","required":true}]},{"type":1,"name":"off","description":"o"}]}]`, ""},
	{"sub-command among options", `[{"name":"digest","description":"d","options":[{"type":1,"name":"on","description":"o"},{"type":3,"name":"off","description":"o"}]}]`, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"},
	{"too large", `[{"name":"ask","description":"Ask","options":[` + numbered(`{"type":3,"name":"q#","description":"q","choices":[`+repeat(`{"name":"n","value":"`+strings.Repeat("v", 90)+`"}`, 4)+`]}`, 25) + `]}]`, "APPLICATION_COMMAND_TOO_LARGE"},
}

func TestCommandRules(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{})
	bare, err := localdiscord.Start(localdiscord.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer bare.Close()
	for _, test := range commandRules {
		t.Run(test.name, func(t *testing.T) {
			for _, server := range []*localdiscord.Server{server, bare} {
				status, body := call(t, server, "PUT", "/applications/"+server.Bot().ID+"/commands", test.body)
				if test.code == "" && status != 200 {
					t.Errorf("%d %s", status, body)
				}
				if test.code != "" && (status != 400 || server == bare && !strings.Contains(body, test.code)) {
					t.Errorf("%d %s, want %s", status, body, test.code)
				}
			}
		})
	}
}

func TestRequestsAreChecked(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name   string
		header []string
		body   string
		status int
		broken bool
	}{
		{"right", nil, `{"content":"x"}`, 200, false},
		{"wrong token", []string{"Authorization", "Bot nonsense"}, `{"content":"x"}`, 401, false},
		{"no Bot", []string{"Authorization", "local.bot.token"}, `{"content":"x"}`, 401, true},
		{"no user agent", []string{"User-Agent", "Go-http-client/1.1"}, `{"content":"x"}`, 403, true},
		{"text", []string{"Content-Type", "text/plain"}, `{"content":"x"}`, 400, true},
		{"not JSON", nil, `{"content":`, 400, true},
		{"two values", nil, `{"content":"x"} {}`, 400, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			server := start(t, localdiscord.Options{})
			status, body := call(t, server, "POST", "/channels/"+server.Channel("general").ID+"/messages", test.body, test.header...)
			if status != test.status || test.broken != (len(server.Violations()) > 0) {
				t.Errorf("%d %s, violations %v", status, body, server.Violations())
			}
			if !json.Valid([]byte(body)) {
				t.Errorf("the answer is not JSON: %s", body)
			}
		})
	}
}

// Errors have Discord's shape: a code, words, and where.
func TestErrorShape(t *testing.T) {
	t.Parallel()
	server, err := localdiscord.Start(localdiscord.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	_, body := call(t, server, "POST", "/channels/"+server.Channel("general").ID+"/messages", button(`"style":2,"custom_id":"a","label":"`+strings.Repeat("x", 81)+`"`))
	want := `{"code":50035,"message":"Invalid Form Body","errors":{"components":{"0":{"components":{"0":{"label":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"Must be 80 or fewer in length. (got 81)"}]}}}}}}}`
	if body != want {
		t.Errorf("got  %s\nwant %s", body, want)
	}
}

// A message once laid out in components stays so, and nothing of another kind is left in one that becomes so.
func TestLayoutStays(t *testing.T) {
	t.Parallel()
	server := start(t, localdiscord.Options{})
	channel := "/channels/" + server.Channel("general").ID + "/messages"
	make := func(body string) (path string) {
		t.Helper()
		var made struct {
			ID string `json:"id"`
		}
		if _, text := call(t, server, "POST", channel, body); json.Unmarshal([]byte(text), &made) != nil {
			t.Fatal(text)
		}
		return channel + "/" + made.ID
	}
	for _, c := range []struct{ name, first, edit, code string }{
		{"once more", laidOut(text("x")), laidOut(text("y")), ""},
		{"made plain", laidOut(text("x")), `{"content":"y","flags":0}`, "MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG"},
		{"laid out, its content taken out", `{"content":"x"}`, strings.Replace(laidOut(text("y")), "{", `{"content":null,`, 1), ""},
		{"laid out, its content left", `{"content":"x"}`, laidOut(text("y")), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"},
	} {
		status, body := call(t, server, "PATCH", make(c.first), c.edit)
		if (c.code == "") != (status == 200) || !strings.Contains(body, c.code) {
			t.Errorf("%s: %d %s", c.name, status, body)
		}
	}
}
