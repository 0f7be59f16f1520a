"""The text itself: folded forms for matching, tokens, clitics, sentences, quotation marks, phrases."""
