#!/usr/bin/env python3
"""Writes what the tests of knowledge/encoder compare with: vectors and answers by the model in
float32, computed with PyTorch, and pieces by the reference tokenizer, of 2,000 lines out of the
project's own test texts and of random characters (with a fixed seed).

    venv/bin/python training/goldens.py reader.pt
"""
import argparse
import gzip
import json
import pathlib
import random
import unicodedata

import torch
import torch.nn.functional as F

import reader
import weights

TESTDATA = weights.ROOT / "knowledge" / "encoder" / "testdata"
LINES = 2000
# Where random characters come from: Latin with accents, Greek, Cyrillic, marks, punctuation,
# spaces and controls, symbols, ideographs, Hangul, emoji.
RANGES = [(0x20, 0x7F), (0x20, 0x7F), (0x20, 0x7F), (0xA0, 0x17F), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x4FF),
          (0x590, 0x6FF), (0x900, 0x97F), (0x2000, 0x206F), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x3000, 0x30FF),
          (0x4E00, 0x4EFF), (0xAC00, 0xACFF), (0xFF00, 0xFF60), (0x1F300, 0x1F64F), (0x0, 0x1F)]


def own_lines():
    """Lines of the project's own test texts, each once."""
    seen = {}
    for path in sorted((weights.ROOT / "knowledge").glob("*/testdata/**/*.txt*")):
        for line in path.read_text(encoding="utf-8").splitlines():
            line = line.strip()
            if 20 <= len(line) <= 300 and not line.startswith("--") and "[" not in line:
                seen[line] = True
    return list(seen)


def random_line(rng):
    """A line of random characters; of those whose class tokenizers of different ages agree on."""
    words = []
    for _ in range(rng.randint(1, 12)):
        low, high = rng.choice(RANGES)
        word = [chr(rng.randint(low, high)) for _ in range(rng.randint(1, 9))]
        words.append("".join(c for c in word if c >= "\U0001f300" or unicodedata.ucd_3_2_0.category(c) != "Cn"))
    return " ".join(words).replace("[", "(")


def rows(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def write_vectors(tokenizer, model, path):
    """Computes the vectors of the texts in path anew."""
    texts = [row["Text"] for row in rows(path)]
    with path.open("w", encoding="utf-8") as f:
        for text in texts:
            ids = torch.tensor([[reader.CLS, *tokenizer.encode(text, add_special_tokens=False).ids[: reader.MAX_TOKENS - 2], reader.SEP]])
            vector = F.normalize(model.vectors(ids, torch.zeros_like(ids)))[0]
            f.write(json.dumps({"Text": text, "Vector": [round(x, 5) for x in vector.tolist()]}, ensure_ascii=False) + "\n")


def write_answers(tokenizer, model, path):
    """Computes the answers to the pairs in path anew."""
    pairs = rows(path)
    with path.open("w", encoding="utf-8") as f:
        for row in pairs:
            q, s, b = (tokenizer.encode(row[k], add_special_tokens=False) for k in ("Question", "Sentence", "Before"))
            ids, types, at = reader.pack(q.ids, s.ids, b.ids)
            logit, span = model(torch.tensor([ids]), torch.tensor([types]))
            words = reader.words(span[0], at, min(len(s.ids), reader.MAX_TOKENS - at - 1))
            row |= {"Logit": round(logit.item(), 4), "Words": row["Sentence"][s.offsets[words[0]][0] : s.offsets[words[1]][1]]}
            f.write(json.dumps(row, ensure_ascii=False) + "\n")


@torch.no_grad()
def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("reader", help="what train.py wrote")
    tokenizer, model = reader.tokenizer(), reader.Reader().eval()
    model.load_state_dict(torch.load(p.parse_args().reader))
    write_vectors(tokenizer, model, TESTDATA / "vectors.jsonl")
    write_answers(tokenizer, model, TESTDATA / "answers.jsonl")
    rng = random.Random(1)
    lines = own_lines()
    rng.shuffle(lines)
    lines = lines[: LINES * 3 // 4]
    lines += [random_line(rng) for _ in range(LINES - len(lines))]
    with gzip.GzipFile(TESTDATA / "pieces.jsonl.gz", "wb", mtime=0) as f:
        for line in lines:
            row = {"Text": line, "Pieces": tokenizer.encode(line, add_special_tokens=False).ids}
            f.write((json.dumps(row) + "\n").encode())


if __name__ == "__main__":
    main()
