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
    let template =
        format!("{{about}}\n\n{} {{usage}}\n\n{{all-args}}", words.say("cli-heading-usage", &[]));
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
            let arg = arg.help(help).help_heading(heading);
            // The words name the values where there are any to choose from.
            if arg.get_action().takes_values() { arg.hide_possible_values(true) } else { arg }
        });
    for name in names {
        let key = format!("{key}-{name}");
        command = command.mut_subcommand(&name, |sub| dress(sub, words, &key));
    }
    command
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;
    use crate::arguments::Arguments;

    /// Keys of help texts that a command or one of its arguments lacks.
    fn without_words(command: &Command, key: &str, words: &Words) -> Vec<String> {
        let args = command.get_arguments().map(|arg| format!("cli-arg-{}", arg.get_id()));
        let mut missing: Vec<String> =
            args.chain([key.to_owned()]).filter(|key| !words.has(key)).collect();
        for sub in command.get_subcommands() {
            missing.extend(without_words(sub, &format!("{key}-{}", sub.get_name()), words));
        }
        missing
    }

    #[test]
    fn every_command_and_argument_has_words() {
        for language in lisuan_app::LANGUAGES {
            let words = Words::of(language);
            let command = in_words(Arguments::command(), &words);
            command.clone().debug_assert();
            let missing = without_words(&command, "cli-about", &words);
            assert_eq!(missing, [""; 0], "help texts missing in {language}");
        }
    }
}
