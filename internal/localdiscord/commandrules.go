package localdiscord

import (
	"fmt"
	"regexp"
	"strings"
)

// The limits of application commands.
const (
	maxSlashCommands   = 100
	maxContextCommands = 5 // of each kind
	maxCommandName     = 32
	maxCommandText     = 100
	maxCommandTotal    = 8000 // names, descriptions and values of a whole command
	maxChoices         = 25
	maxChoiceText      = 100
)

// commandName is Discord's pattern for slash commands and options; letters must be lower-case where they can be.
var commandName = regexp.MustCompile(`^[-_'\p{L}\p{N}\p{Devanagari}\p{Thai}]{1,32}$`)

func checkCommands(cmds []*Command) []problem {
	var c checker
	count := map[int]int{}
	seen := map[string]bool{}
	for i, cmd := range cmds {
		if cmd == nil {
			c.add(fmt.Sprint(i), "BASE_TYPE_REQUIRED", "This field is required")
			continue
		}
		c.problems = append(c.problems, checkCommand(cmd, fmt.Sprintf("%d.", i))...)
		kind := max(cmd.Type, SlashCommand)
		count[kind]++
		key := fmt.Sprint(kind, cmd.Name)
		if seen[key] {
			c.add(fmt.Sprintf("%d.name", i), "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique")
		}
		seen[key] = true
	}
	c.count("commands", count[SlashCommand], maxSlashCommands)
	c.count("commands", count[UserCommand], maxContextCommands)
	c.count("commands", count[MessageCommand], maxContextCommands)
	return c.problems
}

func checkCommand(cmd *Command, at string) []problem {
	var c checker
	if max(cmd.Type, SlashCommand) != SlashCommand {
		c.required(at+"name", cmd.Name, maxCommandName)
		if cmd.Description != "" || len(cmd.Options) > 0 {
			c.add(at+"description", "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_ALLOWED", "Context menu commands cannot have a description or options")
		}
		return c.problems
	}
	c.commandName(at+"name", cmd.Name)
	c.required(at+"description", cmd.Description, maxCommandText)
	c.options(at, cmd.Options, 0)
	if n := len(cmd.Name) + len(cmd.Description) + optionsLength(cmd.Options); n > maxCommandTotal {
		c.add(strings.TrimSuffix(at, "."), "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (%d)", maxCommandTotal)
	}
	return c.problems
}

func (c *checker) commandName(path, name string) {
	if !commandName.MatchString(name) || strings.ToLower(name) != name {
		c.add(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid: lower-case, no spaces, 1 to 32 characters (got %q)", name)
	}
}

func (c *checker) options(at string, options []CommandOption, depth int) {
	c.count(at+"options", len(options), maxOptions)
	optional, seen := false, map[string]bool{}
	nests := 0
	for i, o := range options {
		path := fmt.Sprintf("%soptions.%d.", at, i)
		c.commandName(path+"name", o.Name)
		c.required(path+"description", o.Description, maxCommandText)
		if seen[o.Name] {
			c.add(path+"name", "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists")
		}
		seen[o.Name] = true
		if o.Required && optional {
			c.add(path+"required", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options")
		}
		optional = optional || !o.Required
		if o.nests() {
			nests++
			c.nested(path, o, depth)
			continue
		}
		c.option(path, o)
	}
	if nests > 0 && nests < len(options) {
		c.add(at+"options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and sub-command group option types are mutually exclusive to all other types")
	}
}

func (o CommandOption) nests() bool { return o.Type == SubCommandOption || o.Type == SubGroupOption }

func (c *checker) nested(path string, o CommandOption, depth int) {
	if depth > 1 || depth == 1 && o.Type == SubGroupOption {
		c.add(path+"type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "sub-commands nest at most group, command")
		return
	}
	next := depth + 1
	if o.Type == SubCommandOption {
		next = 2
	}
	c.options(path, o.Options, next)
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
	c.choices(path+"choices", o.Choices, o.Type)
}

func (c *checker) choices(path string, choices []Choice, kind int) {
	c.count(path, len(choices), maxChoices)
	for i, choice := range choices {
		at := fmt.Sprintf("%s.%d", path, i)
		c.required(at+".name", choice.Name, maxChoiceText)
		text, isText := choice.Value.(string)
		_, isNumber := choice.Value.(float64)
		switch {
		case kind == StringOption && !isText, kind != StringOption && !isNumber:
			c.add(at+".value", "BASE_TYPE_BAD_TYPE", "a choice of the wrong type: %v", choice.Value)
		case isText:
			c.required(at+".value", text, maxChoiceText)
		}
	}
}

func optionsLength(options []CommandOption) int {
	n := 0
	for _, o := range options {
		n += len(o.Name) + len(o.Description) + optionsLength(o.Options)
		for _, choice := range o.Choices {
			n += len(choice.Name) + len(fmt.Sprint(choice.Value))
		}
	}
	return n
}
