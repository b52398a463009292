package dev.konflux.release.collectors;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The words a collector is called with upstream, {@code --name value ... --release FILE --previousRelease FILE MODE}, understood as Python's
 * argparse understands them: names may be shortened where that is unambiguous, {@code --name=value} works, the last of equal names counts.
 *
 * @param values values by parameter name, in the order given
 * @param release file of the Release
 * @param previousRelease file of the previous Release
 * @param mode {@code managed} or {@code tenant}; changes nothing in the built-in collectors
 */
public record CollectorArguments(
        Map<String, List<String>> values,
        Optional<String> release,
        Optional<String> previousRelease,
        Optional<String> mode) {

    private static final Pattern NEGATIVE_NUMBER = Pattern.compile("-\\d+|-\\d*\\.\\d+");
    private static final List<String> MODES = List.of("managed", "tenant");

    /**
     * Understands the words of a call.
     *
     * @throws CollectorFailure with exit code 2 when they do not fit the collector's parameters
     */
    public static CollectorArguments parse(Collector collector, List<String> words) {
        return new Parser(options(collector), collector.needs().contains(CollectorNeed.MODE)).parse(words);
    }

    /** Own parameters first; upstream's programs then take the two files. */
    private static List<CollectorParameter> options(Collector collector) {
        List<CollectorParameter> options = new ArrayList<>(collector.parameters());
        options.add(new CollectorParameter(
                "release", 'r', collector.needs().contains(CollectorNeed.RELEASE), false, "File of the Release."));
        options.add(new CollectorParameter(
                "previousRelease",
                'p',
                collector.needs().contains(CollectorNeed.PREVIOUS_RELEASE),
                false,
                "File of the previous Release."));
        return options;
    }

    /** One pass over the words. */
    private static final class Parser {

        private final List<CollectorParameter> options;
        private final boolean modeRequired;
        private final Map<String, List<String>> values = new LinkedHashMap<>();
        private final List<String> unknown = new ArrayList<>();
        private Optional<String> mode = Optional.empty();

        Parser(List<CollectorParameter> options, boolean modeRequired) {
            this.options = options;
            this.modeRequired = modeRequired;
        }

        CollectorArguments parse(List<String> words) {
            Deque<String> ahead = new ArrayDeque<>(words);
            while (!ahead.isEmpty()) {
                String word = ahead.removeFirst();
                if (isOption(word)) {
                    option(word, ahead);
                } else {
                    positional(word);
                }
            }
            requireAll();
            if (!unknown.isEmpty()) {
                throw misuse("unrecognized arguments: " + String.join(" ", unknown));
            }
            return new CollectorArguments(values, last("release"), last("previousRelease"), mode);
        }

        /** A word with a blank in it is a value even when it starts with a dash. */
        private boolean isOption(String word) {
            if (!word.startsWith("-") || word.equals("-")) {
                return false;
            }
            return !matching(word).isEmpty() || !(NEGATIVE_NUMBER.matcher(word).matches() || word.contains(" "));
        }

        private void option(String word, Deque<String> ahead) {
            List<CollectorParameter> candidates = matching(word);
            if (candidates.isEmpty()) {
                unknown.add(word);
                return;
            }
            if (candidates.size() > 1) {
                throw misuse("ambiguous option: " + word + " could match "
                        + String.join(
                                ", ",
                                candidates.stream()
                                        .map(found -> "--" + found.name())
                                        .toList()));
            }
            CollectorParameter found = candidates.get(0);
            String value = attachedValue(word).orElseGet(() -> followingValue(found, ahead));
            values.computeIfAbsent(found.name(), name -> new ArrayList<>()).add(value);
        }

        private List<CollectorParameter> matching(String word) {
            if (!word.startsWith("--")) {
                return options.stream()
                        .filter(option -> word.length() > 1 && option.letter() == word.charAt(1))
                        .toList();
            }
            int equals = word.indexOf('=');
            String name = word.substring(2, equals < 0 ? word.length() : equals);
            List<CollectorParameter> exact = options.stream()
                    .filter(option -> option.name().equals(name))
                    .toList();
            return exact.isEmpty()
                    ? options.stream()
                            .filter(option -> option.name().startsWith(name))
                            .toList()
                    : exact;
        }

        private static Optional<String> attachedValue(String word) {
            if (!word.startsWith("--")) {
                String rest = word.substring(2);
                return rest.isEmpty() ? Optional.empty() : Optional.of(rest.startsWith("=") ? rest.substring(1) : rest);
            }
            int equals = word.indexOf('=');
            return equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1));
        }

        private String followingValue(CollectorParameter option, Deque<String> ahead) {
            String next = ahead.peekFirst();
            if (next == null || isOption(next)) {
                throw misuse("argument " + option.label() + ": expected one argument");
            }
            return ahead.removeFirst();
        }

        private void positional(String word) {
            if (mode.isPresent()) {
                unknown.add(word);
            } else if (MODES.contains(word)) {
                mode = Optional.of(word);
            } else {
                throw misuse("argument mode: invalid choice: '" + word + "' (choose from 'managed', 'tenant')");
            }
        }

        private void requireAll() {
            List<String> missing = new ArrayList<>();
            for (CollectorParameter option : options) {
                if (option.required() && !values.containsKey(option.name())) {
                    missing.add(option.label());
                }
            }
            if (mode.isEmpty() && modeRequired) {
                missing.add("mode");
            }
            if (!missing.isEmpty()) {
                throw misuse("the following arguments are required: " + String.join(", ", missing));
            }
        }

        private Optional<String> last(String name) {
            List<String> given = values.remove(name);
            return given == null ? Optional.empty() : Optional.of(given.get(given.size() - 1));
        }

        private static CollectorFailure misuse(String message) {
            return new CollectorFailure(2, "error: " + message);
        }
    }
}
