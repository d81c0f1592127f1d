//! The real window, driven as a person does. Needs the built window, Xvfb and WebKitWebDriver.
//! Pictures of what was shown stay in `tests/output/window`.
