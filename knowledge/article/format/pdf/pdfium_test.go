package pdf

import (
	"bytes"
	"compress/gzip"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "compress go-pdfium's PDFium anew")

// The PDFium that is embedded is the one of the go-pdfium that calls it.
func TestEngine(t *testing.T) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/klippa-app/go-pdfium").Output()
	if err != nil {
		t.Fatalf("finding go-pdfium: %v", err)
	}
	want, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "internal/pdfium_wasm/pdfium.wasm"))
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		var b bytes.Buffer
		w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
		w.Write(want)
		w.Close()
		if err := os.WriteFile("pdfium.wasm.gz", b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := decompressed()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("pdfium.wasm.gz is another PDFium than go-pdfium's: go test ./knowledge/article/format/pdf -run TestEngine -update")
	}
}
