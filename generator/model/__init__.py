"""The nouns: frozen data that the stages hand to each other. Nothing here touches the disk."""
