package dev.konflux.release.testkit.kube;

import com.google.common.collect.ImmutableSet;
import dev.konflux.release.testkit.kube.LabelSelector.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads label selectors; its complaints are worded as the API server's. */
final class LabelSelectorParser {

    private static final Pattern TOKEN = Pattern.compile("\\s*(==|!=|[=!<>(),]|[^\\s=!<>(),]+)");
    private static final Set<String> SYMBOLS = ImmutableSet.of("==", "!=", "=", "!", "<", ">", "(", ")", ",");
    private static final Pattern KEY =
            Pattern.compile("([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?");
    private static final String KEY_RULE = "a valid label key must consist of alphanumeric characters, '-', '_' or"
            + " '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or"
            + " '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an"
            + " optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')";

    private final List<String> tokens = new ArrayList<>();
    private int next;

    LabelSelectorParser(String text) {
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group(1));
        }
    }

    List<Requirement> requirements() {
        List<Requirement> requirements = new ArrayList<>();
        while (!peek().isEmpty()) {
            if (!requirements.isEmpty()) {
                take();
                if (!isWord(peek())) {
                    expectIdentifierAfterComma();
                }
            }
            requirements.add(requirement());
            if (!peek().isEmpty() && !peek().equals(",")) {
                throw Refusal.badRequest("found '" + peek() + "', expected: ',' or 'end of string'");
            }
        }
        return requirements;
    }

    private void expectIdentifierAfterComma() {
        if (!peek().equals("!")) {
            throw Refusal.badRequest("found '" + peek() + "', expected: identifier after ','");
        }
    }

    private Requirement requirement() {
        String token = take();
        if (token.equals("!")) {
            return new Requirement(key(take()), "!", List.of());
        }
        if (!isWord(token)) {
            throw Refusal.badRequest("found '" + token + "', expected: !, identifier, or 'end of string'");
        }
        String key = key(token);
        String operator = peek();
        return switch (operator) {
            case "", "," -> new Requirement(key, "exists", List.of());
            case "=", "==", "!=" -> {
                take();
                yield new Requirement(key, operator, List.of(word()));
            }
            case ">", "<" -> {
                take();
                yield new Requirement(key, operator, List.of(number()));
            }
            case "in", "notin" -> {
                take();
                yield new Requirement(key, operator, values());
            }
            default ->
                throw Refusal.badRequest("unable to parse requirement: found '" + operator
                        + "', expected: in, notin, =, ==, !=, gt, lt");
        };
    }

    private static String key(String key) {
        if (!KEY.matcher(key).matches()) {
            throw Refusal.badRequest("unable to parse requirement: <nil>: Invalid value: \"" + key + "\": " + KEY_RULE);
        }
        return key;
    }

    private String word() {
        return isWord(peek()) ? take() : "";
    }

    private String number() {
        String word = word();
        if (!word.matches("-?\\d{1,18}")) {
            throw Refusal.badRequest("unable to parse requirement: values[0]: Invalid value: \"" + word
                    + "\": for 'Gt', 'Lt' operators, the value must be an integer");
        }
        return word;
    }

    private List<String> values() {
        if (!peek().equals("(")) {
            throw Refusal.badRequest("unable to parse requirement: found '" + peek() + "' expected: '('");
        }
        take();
        List<String> values = new ArrayList<>();
        values.add(word());
        while (peek().equals(",")) {
            take();
            values.add(word());
        }
        if (!take().equals(")")) {
            throw Refusal.badRequest("unable to parse requirement: found '" + peek() + "', expected: ',' or ')'");
        }
        return values;
    }

    private static boolean isWord(String token) {
        return !token.isEmpty() && !SYMBOLS.contains(token);
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private String take() {
        String token = peek();
        next++;
        return token;
    }
}
