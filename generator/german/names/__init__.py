"""What the annotators know about names in German: word lists, their inflected forms, and a small trained model."""
