package dev.konflux.release.policy.value;

import com.google.re2j.Pattern;

/** Globs as regular expressions: {@code *}, {@code ?}, {@code [abc]}, {@code [!a-z]}, {@code {a,b}}, backslash. */
final class Globs {

    private Globs() {}

    static String expression(String glob) {
        StringBuilder out = new StringBuilder("(?s)");
        int alternatives = 0;
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (c == '\\' && i + 1 < glob.length()) {
                out.append(Pattern.quote(String.valueOf(glob.charAt(++i))));
            } else if (c == '{') {
                alternatives++;
                out.append("(?:");
            } else if (c == '}' && alternatives > 0) {
                alternatives--;
                out.append(')');
            } else if (c == ',' && alternatives > 0) {
                out.append('|');
            } else if (c == '[' && glob.indexOf(']', i + 2) > 0) {
                int end = glob.indexOf(']', i + 2);
                out.append(characters(glob.substring(i + 1, end)));
                i = end;
            } else {
                out.append(single(c));
            }
        }
        return out.toString();
    }

    private static String single(char c) {
        return switch (c) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(String.valueOf(c));
        };
    }

    private static String characters(String inside) {
        boolean negated = inside.startsWith("!");
        String listed =
                (negated ? inside.substring(1) : inside).replace("\\", "\\\\").replace("^", "\\^");
        return (negated ? "[^" : "[") + listed + "]";
    }
}
