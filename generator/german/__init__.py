"""What the annotators know about German: word data in files, and the tagger behind one function."""
