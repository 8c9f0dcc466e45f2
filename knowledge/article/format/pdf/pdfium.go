package pdf

import (
	"bytes"
	"compress/gzip"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"math"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// Licences are those of PDFium and of what it is built from.
//
//go:embed licences.txt
var Licences string

// compressed is the very PDFium that go-pdfium brings along, at less than half its size; the test of it
// makes it again when that changes: go test ./knowledge/article/format/pdf -run TestEngine -update.
//
//go:embed pdfium.wasm.gz
var compressed []byte

// Bounds of what is read of a document.
const (
	mostPages   = 500
	mostMemory  = 4096 // pages of WebAssembly memory: 256 MB
	longestRead = time.Minute
)

// engine is PDFium, made when the first document is read: that takes two or three seconds. It has no
// file, no clock of ours and no network.
var engine = sync.OnceValues(func() (pdfium.Pool, error) {
	module, err := decompressed()
	if err != nil {
		return nil, err
	}
	return webassembly.InitWithWASM(webassembly.Config{
		WASM: module, MaxIdle: 1, MaxTotal: 2,
		FSConfig: wazero.NewFSConfig(),
		Stdout:   io.Discard, Stderr: io.Discard,
		RuntimeConfig: wazero.NewRuntimeConfig().WithMemoryLimitPages(mostMemory).WithCloseOnContextDone(true).
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling),
	})
})

func decompressed() ([]byte, error) {
	from, err := gzip.NewReader(bytes.NewReader(compressed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(from)
}

// read returns the characters of each page of a document, and the title that its properties state.
func read(data []byte) (pages []page, title string, err error) {
	pool, err := engine()
	if err != nil {
		return nil, "", fmt.Errorf("starting the reader of PDFs: %w", err)
	}
	reader, err := pool.GetInstanceWithContext(context.Background())
	if err != nil {
		return nil, "", fmt.Errorf("starting the reader of PDFs: %w", err)
	}
	late := time.AfterFunc(longestRead, func() { reader.Kill() })
	pages, title, err = readWith(reader, data)
	if !late.Stop() {
		return nil, "", fmt.Errorf("it takes longer than %v to read", longestRead)
	}
	return pages, title, errors.Join(err, reader.Close())
}

func readWith(reader pdfium.Pdfium, data []byte) (pages []page, title string, err error) {
	opened, err := reader.OpenDocument(&requests.OpenDocument{File: &data})
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword):
		return nil, "", errors.New("it is locked with a password: save it without one")
	case err != nil:
		return nil, "", errors.New("not a PDF that can be read: it is damaged or cut short")
	}
	count, err := reader.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	if err != nil {
		return nil, "", err
	}
	if count.PageCount > mostPages {
		return nil, "", fmt.Errorf("%d pages, and at most %d are read: split the file", count.PageCount, mostPages)
	}
	for i := range count.PageCount {
		p, err := readPage(reader, opened.Document, i)
		if err != nil {
			return nil, "", fmt.Errorf("page %d cannot be read: it is damaged", i+1)
		}
		pages = append(pages, p)
	}
	if meta, err := reader.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: opened.Document, Tag: "Title"}); err == nil {
		title = meta.Value
	}
	return pages, title, nil
}

func readPage(reader pdfium.Pdfium, document references.FPDF_DOCUMENT, index int) (page, error) {
	at := requests.Page{ByIndex: &requests.PageByIndex{Document: document, Index: index}}
	size, err := reader.GetPageSize(&requests.GetPageSize{Page: at})
	if err != nil {
		return page{}, err
	}
	text, err := reader.GetPageTextStructured(&requests.GetPageTextStructured{
		Page: at, Mode: requests.GetPageTextStructuredModeChars, CollectFontInformation: true,
	})
	if err != nil {
		return page{}, err
	}
	p := page{width: size.Width, height: size.Height}
	for _, c := range text.Chars {
		p.chars = append(p.chars, charOf(c))
	}
	return p, nil
}

func charOf(c *responses.GetPageTextStructuredChar) char {
	at := c.PointPosition
	return char{
		text: c.Text, left: at.Left, right: at.Right, top: at.Top, bottom: at.Bottom,
		size: c.FontInformation.RenderedSize, bold: c.FontInformation.Weight >= 600,
		turned: math.Abs(math.Remainder(c.Angle, 2*math.Pi)) > 0.1,
	}
}
