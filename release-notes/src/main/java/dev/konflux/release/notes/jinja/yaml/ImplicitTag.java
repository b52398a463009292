package dev.konflux.release.notes.jinja.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What PyYAML takes an unquoted word for. */
final class ImplicitTag {

    private static final Map<String, Pattern> PATTERNS = patterns();

    private ImplicitTag() {}

    private static Map<String, Pattern> patterns() {
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        patterns.put(
                "bool", Pattern.compile("yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF"));
        patterns.put(
                "float",
                Pattern.compile("[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
                        + "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)"));
        patterns.put(
                "int",
                Pattern.compile("[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+"
                        + "|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+"));
        patterns.put("merge", Pattern.compile("<<"));
        patterns.put("null", Pattern.compile("~|null|Null|NULL|"));
        patterns.put(
                "timestamp",
                Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"
                        + "|[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?(?:[Tt]|[ \\t]+)[0-9][0-9]?:[0-9][0-9]:[0-9][0-9](?:\\.[0-9]*)?"
                        + "(?:[ \\t]*(?:Z|[-+][0-9][0-9]?(?::[0-9][0-9])?))?"));
        patterns.put("value", Pattern.compile("="));
        patterns.put("yaml", Pattern.compile("[!&*]"));
        return patterns;
    }

    /** The tag of an unquoted word. */
    static String of(String word) {
        if (word.length() > 64 || (!word.isEmpty() && Character.isLetter(word.charAt(0)) && word.length() > 5)) {
            return longWord(word);
        }
        return match(word);
    }

    private static String longWord(String word) {
        return Character.isLetter(word.charAt(0)) ? YamlNode.PREFIX + "str" : match(word);
    }

    private static String match(String word) {
        for (Map.Entry<String, Pattern> entry : PATTERNS.entrySet()) {
            if (entry.getValue().matcher(word).matches()) {
                return YamlNode.PREFIX + entry.getKey();
            }
        }
        return YamlNode.PREFIX + "str";
    }
}
