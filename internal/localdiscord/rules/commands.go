package rules

import (
	"fmt"
	"regexp"
	"strings"
)

// commandName is Discord's pattern for slash commands and options; letters must be lower-case where they can be.
var commandName = regexp.MustCompile(`^[-_'\p{L}\p{N}\p{Devanagari}\p{Thai}]{1,32}$`)

// ReadCommands are the commands that are to replace all others of a scope.
func ReadCommands(raw []byte) ([]*Command, error) {
	var cmds []*Command
	if err := Decode(raw, &cmds); err != nil {
		return nil, err
	}
	var c checker
	c.limits("", cmds)
	count := map[int]int{}
	seen := map[string]bool{}
	for i, cmd := range cmds {
		if cmd == nil {
			c.want(false, fmt.Sprint(i))
			continue
		}
		c.command(fmt.Sprintf("%d.", i), cmd)
		kind := max(cmd.Type, SlashCommand)
		count[kind]++
		c.unique(seen, fmt.Sprint(kind, cmd.Name), fmt.Sprintf("%d.name", i), "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique")
		for locale := range locales {
			c.unique(seen, fmt.Sprint(kind, locale, " ", cmd.Names.In(locale, cmd.Name)), fmt.Sprintf("%d.name_localizations", i), "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique")
		}
	}
	c.count("commands", count[SlashCommand], 100)
	c.count("commands", count[userCommand], 5)
	c.count("commands", count[MessageCommand], 5)
	return cmds, c.err()
}

func (c *checker) command(at string, cmd *Command) {
	if max(cmd.Type, SlashCommand) != SlashCommand {
		c.localized(at+"name_localizations", cmd.Names, 32)
		c.want(strings.TrimSpace(cmd.Name) != "", at+"name")
		if cmd.Description != "" || len(cmd.Options) > 0 {
			c.add(at+"description", "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_ALLOWED", "Context menu commands cannot have a description or options")
		}
		return
	}
	c.commandNames(at, cmd.Name, cmd.Names)
	c.want(strings.TrimSpace(cmd.Description) != "", at+"description")
	c.localized(at+"description_localizations", cmd.Descriptions, 100)
	c.options(at, cmd.Options, 0)
	const most = 8000 // names, descriptions and values of a whole command
	if n := cmd.Names.longest(cmd.Name) + cmd.Descriptions.longest(cmd.Description) + optionsLength(cmd.Options); n > most {
		c.add(strings.TrimSuffix(at, "."), "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (%d)", most)
	}
}

func (c *checker) commandName(path, name string) {
	if !commandName.MatchString(name) || strings.ToLower(name) != name {
		c.add(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid: lower-case, no spaces, 1 to 32 characters (got %q)", name)
	}
}

// locales are the languages of Discord.
var locales = func() map[string]bool {
	all := map[string]bool{}
	for locale := range strings.FieldsSeq("id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko") {
		all[locale] = true
	}
	return all
}()

// localized checks a text in other languages.
func (c *checker) localized(path string, texts Localized, most int) {
	for locale, text := range texts {
		if !locales[locale] {
			c.add(path, "BASE_TYPE_CHOICES", "%q is no language of Discord", locale)
		}
		c.want(strings.TrimSpace(text) != "", path+"."+locale)
		c.text(path+"."+locale, text, most)
	}
}

// commandNames checks a name in every language.
func (c *checker) commandNames(at, name string, others Localized) {
	c.commandName(at+"name", name)
	c.localized(at+"name_localizations", others, 32)
	for locale, other := range others {
		c.commandName(at+"name_localizations."+locale, other)
	}
}

// options checks what a command takes; depth is how many commands it is below another.
func (c *checker) options(at string, options []CommandOption, depth int) {
	optional, seen := false, map[string]bool{}
	nests := 0
	for i, o := range options {
		path := fmt.Sprintf("%soptions.%d.", at, i)
		c.commandNames(path, o.Name, o.Names)
		c.localized(path+"description_localizations", o.Descriptions, 100)
		for locale := range locales {
			c.unique(seen, locale+" "+o.Names.In(locale, o.Name), path+"name_localizations", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists")
		}
		c.unique(seen, o.Name, path+"name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists")
		if o.Required && optional {
			c.add(path+"required", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options")
		}
		optional = optional || !o.Required
		if o.nests() {
			nests++
			c.nested(path, o, depth)
		} else {
			c.option(path, o)
		}
	}
	if nests > 0 && nests < len(options) {
		c.add(at+"options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and sub-command group option types are mutually exclusive to all other types")
	}
}

func (c *checker) nested(path string, o CommandOption, depth int) {
	switch {
	case depth > 1 || depth == 1 && o.Type == subGroupOption:
		c.add(path+"type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "sub-commands nest at most group, command")
	case o.Type == subCommandOption:
		c.options(path, o.Options, 2)
	default:
		c.options(path, o.Options, depth+1)
	}
}

func (c *checker) option(path string, o CommandOption) {
	if o.Type < StringOption || o.Type > 11 {
		c.add(path+"type", "BASE_TYPE_CHOICES", "Value must be one of 1 to 11. (got %d)", o.Type)
	}
	if o.Autocomplete && len(o.Choices) > 0 {
		c.add(path+"autocomplete", "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE", "choices and autocomplete are mutually exclusive")
	}
	takes := o.Type == StringOption || o.Type == IntegerOption || o.Type == NumberOption
	if (o.Autocomplete || len(o.Choices) > 0) && !takes {
		c.add(path+"type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "choices and autocomplete are for strings and numbers")
	}
	for i, choice := range o.Choices {
		c.localized(fmt.Sprintf("%schoices.%d.name_localizations", path, i), choice.Names, 100)
		_, isText := choice.Value.(string)
		_, isNumber := choice.Value.(float64)
		if o.Type == StringOption && !isText || o.Type != StringOption && !isNumber {
			c.add(fmt.Sprintf("%schoices.%d.value", path, i), "BASE_TYPE_BAD_TYPE", "a choice of the wrong type: %v", choice.Value)
		}
	}
}

func optionsLength(options []CommandOption) int {
	n := 0
	for _, o := range options {
		n += o.Names.longest(o.Name) + o.Descriptions.longest(o.Description) + optionsLength(o.Options)
		for _, choice := range o.Choices {
			n += choice.Names.longest(choice.Name) + len(fmt.Sprint(choice.Value))
		}
	}
	return n
}
