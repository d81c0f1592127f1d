//! The adjustment: from lines to the payable, every figure with the way to it.
