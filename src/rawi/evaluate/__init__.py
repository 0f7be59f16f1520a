"""How well records agree with records that people made: precision, recall and F1 layer by layer."""

from rawi.evaluate.measures import HEADLINE, LAYERS, Evaluation, TextDiffersError, evaluate

__all__ = ["HEADLINE", "LAYERS", "Evaluation", "TextDiffersError", "evaluate"]
