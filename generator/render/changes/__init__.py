"""What changed, in a reader's words: on the page of news and in the summary for a pull request."""
