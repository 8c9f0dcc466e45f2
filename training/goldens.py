#!/usr/bin/env python3
"""Writes what the tests of knowledge/encoder compare with: vectors by the model in float32,
computed here with NumPy, and pieces by the reference tokenizer, of 2,000 lines out of the
project's own test texts and of random characters (with a fixed seed).

    venv/bin/python training/goldens.py
"""
import gzip
import json
import math
import pathlib
import random
import unicodedata

import numpy as np
from tokenizers import Tokenizer

import weights

TESTDATA = weights.ROOT / "knowledge" / "encoder" / "testdata"
MAX_TOKENS = 128
HEADS = 12
LINES = 2000
# Where random characters come from: Latin with accents, Greek, Cyrillic, marks, punctuation,
# spaces and controls, symbols, ideographs, Hangul, emoji.
RANGES = [(0x20, 0x7F), (0x20, 0x7F), (0x20, 0x7F), (0xA0, 0x17F), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x4FF),
          (0x590, 0x6FF), (0x900, 0x97F), (0x2000, 0x206F), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x3000, 0x30FF),
          (0x4E00, 0x4EFF), (0xAC00, 0xACFF), (0xFF00, 0xFF60), (0x1F300, 0x1F64F), (0x0, 0x1F)]
erf = np.vectorize(math.erf)


class Model:
    """The encoder in float32."""

    def __init__(self):
        self.t = weights.tensors(weights.model_folder() / "model.safetensors")

    def norm(self, x, name):
        mean = x.mean(-1, keepdims=True)
        variance = ((x - mean) ** 2).mean(-1, keepdims=True)
        return (x - mean) / np.sqrt(variance + 1e-12) * self.t[name + ".weight"] + self.t[name + ".bias"]

    def linear(self, x, name):
        return x @ self.t[name + ".weight"].T + self.t[name + ".bias"]

    def layer(self, x, p):
        n = len(x)
        q, k, v = (self.linear(x, f"{p}attention.self.{s}").reshape(n, HEADS, -1).transpose(1, 0, 2) for s in ("query", "key", "value"))
        scores = np.exp(q @ k.transpose(0, 2, 1) / math.sqrt(q.shape[-1]))
        context = (scores / scores.sum(-1, keepdims=True) @ v).transpose(1, 0, 2).reshape(n, -1)
        x = self.norm(x + self.linear(context, p + "attention.output.dense"), p + "attention.output.LayerNorm")
        h = self.linear(x, p + "intermediate.dense")
        h = h * 0.5 * (1 + erf(h / math.sqrt(2)))
        return self.norm(x + self.linear(h, p + "output.dense"), p + "output.LayerNorm")

    def vector(self, ids):
        e = "embeddings."
        x = self.t[e + "word_embeddings.weight"][ids] + self.t[e + "position_embeddings.weight"][: len(ids)]
        x = self.norm(x + self.t[e + "token_type_embeddings.weight"][0], e + "LayerNorm")
        for i in range(weights.LAYERS):
            x = self.layer(x, f"encoder.layer.{i}.")
        mean = x.mean(0)
        return mean / np.linalg.norm(mean)


def reference():
    tokenizer = Tokenizer.from_file(str(weights.model_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    # A text's own "[SEP]" is plain characters to the program; the reference would make it an end.
    return tokenizer


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


def main():
    tokenizer, model = reference(), Model()
    path = TESTDATA / "vectors.jsonl"
    texts = [json.loads(line)["Text"] for line in path.read_text(encoding="utf-8").splitlines()]
    with path.open("w", encoding="utf-8") as f:
        for text in texts:
            ids = tokenizer.encode(text).ids
            ids = ids if len(ids) <= MAX_TOKENS else ids[: MAX_TOKENS - 1] + ids[-1:]
            row = {"Text": text, "Vector": [round(float(x), 5) for x in model.vector(ids)]}
            f.write(json.dumps(row, ensure_ascii=False) + "\n")
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
