package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"golang.org/x/term"

	"talksbot/ask"
	"talksbot/page"
)

// maxRemembered is how many turns of a conversation are kept.
const maxRemembered = 6

// converse answers questions from standard input until it ends: with a prompt where a
// person types them, in line mode, one question a line, where a program does.
func (e *env) converse() error {
	log := e.quiet()
	articles, end, err := e.growing(log)
	if err != nil {
		return err
	}
	defer end()
	asker, err := e.askerOf(articles, log)
	if err != nil {
		return err
	}
	interactive := isTerminal(e.stdin)
	if interactive {
		fmt.Fprint(e.stdout, e.screen().show(page.Welcome(asker.Articles.Library().Articles(), e.words)))
	} else {
		fmt.Fprintln(e.stderr, e.words.Text("chat.lines"))
	}
	if err := e.embed(asker.Articles.Library(), ""); err != nil {
		return err
	}
	return e.answerLines(asker, interactive)
}

// answerLines answers each line of standard input.
func (e *env) answerLines(asker *ask.Asker, interactive bool) error {
	var earlier []ask.Turn
	for lines := e.lines(); ; {
		if interactive {
			fmt.Fprint(e.stdout, "\n> ")
		}
		line, err := lines.next(e)
		switch {
		case errors.Is(err, io.EOF):
			if interactive {
				fmt.Fprintln(e.stdout)
			}
			return nil
		case err != nil:
			return err
		}
		text := strings.ToValidUTF8(strings.TrimSpace(line), "\uFFFD")
		if interactive && (text == "exit" || text == "quit") {
			return nil
		}
		if text == "" {
			continue
		}
		answer := asker.Answer(e.ctx, ask.Question{Text: text, Asked: time.Now(), Earlier: earlier, Offers: true})
		if e.ctx.Err() != nil {
			return nil
		}
		e.say(text, answer, interactive)
		if answer.Outcome != ask.Purpose {
			earlier = append(earlier, ask.Turn{Question: answer.Question, Answer: spoken(answer)})
			earlier = earlier[max(0, len(earlier)-maxRemembered):]
		}
	}
}

// say prints an answer. In line mode an empty line ends it, and the question as it was
// understood goes before it where that differs from what was asked.
func (e *env) say(asked string, a ask.Answer, interactive bool) {
	p := page.Answer(a, e.words)
	p.Head = page.Understood(asked, a, e.words)
	if interactive {
		fmt.Fprintln(e.stdout)
	}
	fmt.Fprint(e.stdout, e.screen().show(p))
	if !interactive {
		fmt.Fprintln(e.stdout)
	}
}

// spoken returns the words of an answer, for the questions that follow it.
func spoken(a ask.Answer) string {
	var words []string
	for _, c := range a.Claims {
		words = append(words, c.Text)
	}
	return strings.Join(words, " ")
}

func isTerminal(r any) bool {
	f, ok := r.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// A lineSource reads lines on a goroutine of its own, so that waiting for one can be
// given up.
type lineSource struct {
	lines chan string
	err   error // set before lines is closed
}

func (e *env) lines() *lineSource {
	s := &lineSource{lines: make(chan string)}
	go func() {
		defer close(s.lines)
		s.err = readLines(e.stdin, func(line []byte) bool {
			select {
			case s.lines <- string(line):
				return true
			case <-e.ctx.Done():
				return false
			}
		})
	}()
	return s
}

// next returns the next line, or io.EOF after the last one and once e.ctx ends.
func (s *lineSource) next(e *env) (string, error) {
	select {
	case <-e.ctx.Done():
	case line, ok := <-s.lines:
		if ok {
			return line, nil
		}
		if s.err != nil {
			return "", fmt.Errorf("reading standard input: %w", s.err)
		}
	}
	return "", io.EOF
}
