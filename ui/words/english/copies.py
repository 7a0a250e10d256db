"""English: what was found of a signed copy beside the original that somebody was given."""

COPIES = {
    "same": "Put through the same steps here, it becomes the copy in this bundle, bit for bit.",
    "measured": "Cleaned once more here, it becomes other bits than the copy, because the copy was "
    "encoded again. Laid over each other, the original and the copy are alike everywhere.",
    "outside": "Something in the copy was covered or changed, and the bundle does not say where. "
    "Laid over each other, the original and the copy are alike elsewhere. Look at the rest "
    "yourself.",
    "unlike": "Laid over each other, the original and the copy are not alike everywhere, and the "
    "bundle does not say that anything was covered. Do not trust the copy.",
    "steps": "The opening says where the copy was covered, cropped, turned or cut. Done to the "
    "original once more here, it becomes what the copy shows, everywhere. What lies under a cover "
    "was not compared.",
    "unlike-steps": "What the opening says was done to the original was done once more here, and "
    "does not become what the copy shows. Do not trust the copy.",
    "other-shape": "The copy has another shape or length than the original. Another version of "
    "Firsthand may have made it so. If not, do not trust the copy.",
    "unproven": "Cleaned once more here, it becomes other bits than the copy, and the two cannot "
    "be compared here: this shows nothing.",
    "not-public": "Something in the copy was covered or cut out, the bundle does not say where, "
    "and too little is left to compare. Compare them by eye.",
    "not-here": "This program cannot clean it once more; Firsthand itself can, with the same "
    "command.",
    "pictures": "{agree} of {fields} fields of {pictures} pictures agree, at {width} by {height} "
    "(PSNR {psnr} dB, largest difference {largest} of 255). A field of 32 by 32 pixels agrees "
    "from 22 dB on, where light and dark go together, too.",
    "no-pictures": "Not one of {fields} fields of {pictures} pictures agrees.",
    "sound": "Of {heard} stretches of sound, {alike} have the original's wave, and {quiet} are "
    "silent in the copy.",
    "rhythm": "The others were changed. Their rhythm goes with the original's by {rhythm}: a "
    "disguised voice reaches 0.9, other speech seldom 0.5. Who speaks in the same rhythm can reach "
    "it, too: this does not show whose voice it is.",
    "no-rhythm": "The others sound different, and too little of them could be compared.",
}
"""By what was shown ("same" to "not-here"), and then the figures of the measure."""
