//! The case file: schema, migrations, journal, content.
