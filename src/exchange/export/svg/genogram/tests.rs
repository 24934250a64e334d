//! The picture of a genogram read back: symbols, lines that end at them, words that cannot become tags.
