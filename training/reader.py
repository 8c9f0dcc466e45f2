"""The encoder with its answers head, in PyTorch.

[CLS] question [SEP] sentence [SEP] the sentence before it [SEP], of types 0 1 0. Whether the
sentence answers is read from the first state and the mean of all, side by side; the words that
answer from the state of each token of the sentence.
"""
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer
from torch import nn

import weights

WIDTH, INNER, HEADS = weights.WIDTH, weights.INNER, 12
MAX_TOKENS, MAX_QUESTION, MAX_BEFORE, MIN_BEFORE, MAX_ANSWER = 128, 48, 40, 8, 16
CLS, SEP = 101, 102


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv, self.attended = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.after_attention, self.after = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)

    def forward(self, x, mask):
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        # Written out: on a processor this is faster for short texts than the fused kernel.
        scores = (q @ k.transpose(-1, -2)).float() * (WIDTH // HEADS) ** -0.5 + mask
        context = scores.softmax(-1).to(v.dtype) @ v
        x = self.after_attention(x + self.attended(context.transpose(1, 2).reshape(b, t, WIDTH)))
        return self.after(x + self.down(F.gelu(self.up(x))))


class Reader(nn.Module):
    def __init__(self):
        super().__init__()
        self.words, self.positions, self.types = nn.Embedding(30522, WIDTH), nn.Embedding(weights.POSITIONS, WIDTH), nn.Embedding(2, WIDTH)
        self.embedded = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(weights.LAYERS))
        self.answers, self.span = nn.Linear(2 * WIDTH, 1), nn.Linear(WIDTH, 2)
        for head in (self.answers, self.span):
            nn.init.normal_(head.weight, std=0.02)
            nn.init.zeros_(head.bias)

    def load_base(self):
        """Takes the weights of the published encoder."""
        t = {k: torch.tensor(v) for k, v in weights.base().items()}
        self.load_state_dict(t, strict=False)
        return self

    def states(self, ids, types):
        """Returns the last layer's states and their mean over the tokens of each text."""
        held = ids != 0
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.types(types)
        x = self.embedded(x)
        mask = torch.zeros(held.shape).masked_fill(~held, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        x = x.float()
        return x, (x * held[..., None]).sum(1) / held.sum(1, keepdim=True)

    def vectors(self, ids, types):
        """Returns what texts mean, as vectors of no set length."""
        return self.states(ids, types)[1]

    def forward(self, ids, types):
        """Returns whether the sentences answer (as logits) and the starts and ends (likewise)."""
        x, mean = self.states(ids, types)
        return self.answers(torch.cat([x[:, 0], mean], 1))[:, 0], self.span(x).masked_fill((ids == 0)[..., None], -1e4)


def tokenizer():
    t = Tokenizer.from_file(str(weights.model_folder() / "tokenizer.json"))
    t.no_truncation()
    t.no_padding()
    return t


def pack(question, sentence, before):
    """Joins token ids: returns ids and types, and where the sentence begins. What does not fit is
    the end of the sentence, then the beginning of the one before it."""
    question = question[:MAX_QUESTION]
    sentence = sentence[: MAX_TOKENS - len(question) - 3]
    ids = [CLS, *question, SEP, *sentence, SEP]
    types = [0] * (len(question) + 2) + [1] * (len(sentence) + 1)
    room = min(MAX_BEFORE, MAX_TOKENS - len(ids) - 1)
    if before and room >= MIN_BEFORE:
        before = before[-room:]
        ids += [*before, SEP]
        types += [0] * (len(before) + 1)
    return ids, types, len(question) + 2


def words(span, at, count):
    """Returns the first and last token, counted from the sentence's first, that answer likeliest;
    span are the starts and ends of all tokens, and the sentence has count of them from at on."""
    start, end = span[at : at + count, 0].tolist(), span[at : at + count, 1].tolist()
    pairs = ((i, j) for i in range(count) for j in range(i, min(count, i + MAX_ANSWER)))
    return max(pairs, key=lambda p: start[p[0]] + end[p[1]])
