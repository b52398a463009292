package dev.konflux.release.notes.jinja.yaml;

import java.util.List;
import java.util.regex.Pattern;

/** What PyYAML takes an unquoted word for. Like PyYAML, it looks at the first character before it tries a rule. */
final class ImplicitTag {

    private static final String TEXT = YamlNode.PREFIX + "str";

    /** In the order in which they are tried. */
    private static final List<Rule> RULES = List.of(
            new Rule(
                    "bool", "yYnNtTfFoO", "yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF"),
            new Rule(
                    "float",
                    "-+0123456789.",
                    "[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
                            + "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)"),
            new Rule(
                    "int",
                    "-+0123456789",
                    "[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+"
                            + "|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+"),
            new Rule("merge", "<", "<<"),
            new Rule("null", "~nN", "~|null|Null|NULL"),
            new Rule(
                    "timestamp",
                    "0123456789",
                    "[0-9]{4}-[0-9]{2}-[0-9]{2}"
                            + "|[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?(?:[Tt]|[ \\t]+)[0-9][0-9]?:[0-9][0-9]:[0-9][0-9](?:\\.[0-9]*)?"
                            + "(?:[ \\t]*(?:Z|[-+][0-9][0-9]?(?::[0-9][0-9])?))?"),
            new Rule("value", "=", "="),
            new Rule("yaml", "!&*", "[!&*]"));

    private static final int LONGEST_WORD_OF_LETTERS = "false".length();

    private ImplicitTag() {}

    private record Rule(String tag, String firsts, Pattern pattern) {
        Rule(String name, String firsts, String expression) {
            this(YamlNode.PREFIX + name, firsts, Pattern.compile(expression));
        }

        boolean takes(String word) {
            return firsts.indexOf(word.charAt(0)) >= 0 && pattern.matcher(word).matches();
        }
    }

    /** The tag of an unquoted word. */
    static String of(String text) {
        // PyYAML's rules end with a dollar sign, which stands before a last newline, too.
        String word = text.length() > 1 && text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        if (word.isEmpty()) {
            return YamlNode.PREFIX + "null";
        }
        if (word.length() > LONGEST_WORD_OF_LETTERS && Character.isLetter(word.charAt(0))) {
            return TEXT;
        }
        for (Rule rule : RULES) {
            if (rule.takes(word)) {
                return rule.tag();
            }
        }
        return TEXT;
    }
}
