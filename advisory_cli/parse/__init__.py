"""Text of a document to record: lines, the window of the header, its fields, the body."""
