package dev.konflux.release.testkit.kube;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import dev.konflux.release.testkit.store.ResourceTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The kinds every server serves, read from their description. */
final class KnownKinds {

    private static final Splitter LINES = Splitter.on('\n').omitEmptyStrings();
    private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();
    private static final Splitter COMMAS = Splitter.on(',').omitEmptyStrings();

    private KnownKinds() {}

    static List<KindDefinition> all() {
        return Known.KINDS;
    }

    private static ImmutableList<KindDefinition> read(String text) {
        List<KindDefinition> kinds = new ArrayList<>();
        for (String line : LINES.split(text)) {
            List<String> words = WORDS.splitToList(line);
            if (words.get(0).equals("kind")) {
                kinds.add(kind(words));
            } else if (!line.startsWith("#")) {
                int last = kinds.size() - 1;
                kinds.set(last, further(kinds.get(last), words));
            }
        }
        return ImmutableList.copyOf(kinds);
    }

    private static KindDefinition further(KindDefinition kind, List<String> words) {
        return words.get(0).equals("deprecated")
                ? kind.withDeprecated(words.get(1), String.join(" ", words.subList(2, words.size())))
                : kind.withColumn(Column.of(words.get(0).replace('_', ' '), words.get(1), words.get(2)));
    }

    private static KindDefinition kind(List<String> words) {
        boolean isBuiltIn = words.contains("built-in");
        return new KindDefinition(
                ResourceTypes.of(words.get(1)),
                list(words, "versions="),
                !words.contains("cluster"),
                !isBuiltIn,
                list(words, "short="),
                list(words, "categories="),
                isBuiltIn ? BuiltInColumns.of(words.get(1)) : List.of(),
                Map.of());
    }

    private static List<String> list(List<String> words, String prefix) {
        return words.stream()
                .filter(word -> word.startsWith(prefix))
                .flatMap(word -> COMMAS.splitToStream(word.substring(prefix.length())))
                .toList();
    }

    /** Read on first use. */
    private static final class Known {
        private static final ImmutableList<KindDefinition> KINDS = load();

        private static ImmutableList<KindDefinition> load() {
            try {
                return read(Resources.toString(
                        Resources.getResource(KnownKinds.class, "kinds.txt"), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
