"""From a document's text to candidate figures: every number and date with its exact place.

Offline and deterministic: tables of words in `words/`, one module per concern, no model. It knows nothing of the rest
of the dashboard. Offsets are code points of the text as it came in, which is never normalised.
"""

# The languages that are read, as in `--language`.
LANGUAGES = ("de", "en", "fr")
