package dev.konflux.release.conformance;

/** Writes calls of Ansible's filters, sensible ones and any others. */
final class AnsibleCallGenerator {

    private static final String[] FILTERS = {
        "ans_groupby",
        "b64decode",
        "b64encode",
        "basename",
        "bool",
        "checksum",
        "combine",
        "comment",
        "dirname",
        "extract",
        "flatten",
        "from_json",
        "from_yaml",
        "from_yaml_all",
        "hash",
        "mandatory",
        "md5",
        "quote",
        "regex_escape",
        "regex_findall",
        "regex_replace",
        "regex_search",
        "sha1",
        "splitext",
        "subelements",
        "ternary",
        "to_json",
        "to_nice_json",
        "to_nice_yaml",
        "to_uuid",
        "to_yaml",
        "type_debug",
        "win_basename",
        "win_dirname",
        "win_splitdrive",
    };
    private static final String[] SENSIBLE = {
        "to_yaml",
        "to_nice_yaml",
        "to_nice_yaml(indent=2)",
        "to_json",
        "to_nice_json",
        "to_nice_json(indent=1)",
        "regex_replace('[a-c]+', '-')",
        "regex_replace('(.)l', '\\\\1L', ignorecase=true)",
        "regex_search('o.')",
        "regex_search('(o)(.)', '\\\\1', '\\\\2')",
        "regex_findall('[a-z]')",
        "regex_findall('(.)(.)', multiline=true)",
        "regex_escape",
        "combine({'z': 1}, {'a': {'c': 2}}, recursive=true)",
        "combine(table)",
        "flatten(levels=1)",
        "ternary('yes', 'no')",
        "ternary('yes', 'no', 'none')",
        "extract(words)",
        "subelements('tags', skip_missing=true)",
        "comment('erlang')",
        "comment(decoration='; ')",
        "from_yaml",
        "from_json",
        "hash('sha256')",
        "to_uuid",
        "quote",
        "bool",
        "mandatory('gone')",
        "splitext",
        "b64encode | b64decode",
    };

    private final Choice choice;
    private final OddArguments arguments;

    AnsibleCallGenerator(Choice choice, OddArguments arguments) {
        this.choice = choice;
        this.arguments = arguments;
    }

    /** An expression. */
    String expression() {
        return arguments.value() + " | "
                + (choice.percent(60) ? choice.of(SENSIBLE) : choice.of(FILTERS) + arguments.named());
    }
}
