"""Movies of the MP4 and QuickTime family: their index, codecs, writer and reader."""
