package article

import (
	"fmt"
	"strings"
	"testing"
)

// written returns n articles of about 400 words as files, in a format.
func written(b *testing.B, n int, format func(i int, paragraphs []string) (name, data string)) string {
	all := map[string]string{}
	for i := range n {
		var paragraphs []string
		for p := range 10 {
			paragraphs = append(paragraphs, strings.Repeat(fmt.Sprintf("The council of Osby met on Tuesday about plan %d of %d. ", i, p), 4))
		}
		name, data := format(i, paragraphs)
		all[name] = data
	}
	return files(b, all)
}

func BenchmarkLoad(b *testing.B) {
	for name, format := range map[string]func(i int, paragraphs []string) (string, string){
		"plain": func(i int, p []string) (string, string) {
			return fmt.Sprintf("%d.txt", i), "Plans\nBy Ida Moe\nMay 4, 2023\n\n" + strings.Join(p, "\n\n")
		},
		"Markdown": func(i int, p []string) (string, string) {
			return fmt.Sprintf("%d.md", i), "---\ntitle: Plans\ndate: 2023-05-04\n---\n\n## Plans\n\n" + strings.Join(p, "\n\n**So** it is.\n\n")
		},
		"HTML": func(i int, p []string) (string, string) {
			return fmt.Sprintf("%d.html", i), "<html><head><title>Plans</title></head><body><nav><a href=/>Home</a></nav><article><h1>Plans</h1><p>" + strings.Join(p, "</p>\n<p>") + "</p></article></body></html>"
		},
	} {
		b.Run(name, func(b *testing.B) {
			dir := written(b, 1000, format)
			for b.Loop() {
				if all, err := Load(dir); err != nil || len(all) != 1000 {
					b.Fatal(len(all), err)
				}
			}
		})
	}
}

// BenchmarkLongLine reads a line of a megabyte without a stop, which must not take longer a letter
// than a short one.
func BenchmarkLongLine(b *testing.B) {
	for _, size := range []int{1 << 14, 1 << 17, 1 << 20} {
		text := []byte(strings.Repeat("word and word ", size/14))
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if _, err := Parse("a.txt", text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
