//! What ships inside the program: fonts, words, sample cases.
