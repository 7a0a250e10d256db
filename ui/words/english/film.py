"""English: why a person has to look at a stretch of a video before its copy may leave.

Keys are the values of ``Doubt`` in ``capture/redact/film``.
"""

DOUBTS = {
    "lost": "something was followed here through moments in which nothing found it",
    "weak": "what was found here may or may not be a face, or what else was looked for",
    "sudden": "something came or went in the middle of the picture",
    "broken": "frames here could not be decoded, and are blank",
    "again": "in the finished copy, something was found here that is not covered",
    "crowded": "so much was found that covers were put together into larger ones",
    "many": "many are here at once: small or half hidden faces among them are easily missed",
}
