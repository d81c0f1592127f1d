//! The real window, driven as a person does. Needs the built window, Xvfb and WebKitWebDriver.
//! Pictures of what was shown stay in `tests/output/window`.

mod bad_input;
mod bill;
mod boundary;
mod capture;
mod check;
mod closing;
mod confidential;
mod conflicts;
mod handover;
mod hands;
mod life;
mod main_job;
mod measure;
mod papers;
mod reports;
mod screens;
mod stamp;
mod start;
mod survey;
mod wording;
