//! The help in the words of the catalogues.

use clap::{Arg, ArgAction, Command};
use lisuan_app::Words;

/// Gives every command and argument its words.
pub fn in_words(command: Command, words: &Words) -> Command {
    let command = command
        .arg(Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true))
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version));
    dress(command, words, "cli-about")
}

fn dress(command: Command, words: &Words, key: &str) -> Command {
    let template = format!(
        "{{about}}\n\n{} {{usage}}\n\n{{all-args}}",
        words.say("cli-heading-usage", &[])
    );
    let names: Vec<String> =
        command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut command = command
        .about(words.say(key, &[]))
        .help_template(template)
        .subcommand_help_heading(words.say("cli-heading-commands", &[]))
        .mut_args(|arg| {
            let heading = if arg.is_positional() { "arguments" } else { "options" };
            let help = words.say(&format!("cli-arg-{}", arg.get_id()), &[]);
            let heading = words.say(&format!("cli-heading-{heading}"), &[]);
            arg.help(help).help_heading(heading).hide_possible_values(true)
        });
    for name in names {
        let key = format!("{key}-{name}");
        command = command.mut_subcommand(&name, |sub| dress(sub, words, &key));
    }
    command
}
