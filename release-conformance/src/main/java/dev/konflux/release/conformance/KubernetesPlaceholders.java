package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The recordings' words for values that differ from run to run, and the values this run has for them. */
final class KubernetesPlaceholders {

    static final String NOW = "2031-05-06T07:08:09Z";

    private static final Pattern SENT = Pattern.compile("<(uid|gen|rv|time|continue)(?::\\+?(\\d+))?>");
    private static final Pattern SHOWN = Pattern.compile(
            "(?<uid>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})|(?<gen>x7q\\d\\d)|(?<continue>\\beyJ[-_\\w]+)");

    private final long firstVersion;
    private final Map<String, String> wordsOfValues = new HashMap<>();
    private final Map<String, String> valuesOfWords = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    KubernetesPlaceholders(long firstVersion) {
        this.firstVersion = firstVersion;
    }

    /** A request with this run's values. */
    DataObject sent(DataObject request) {
        String text = SENT.matcher(request.toString()).replaceAll(found -> value(found));
        return JsonReader.create().read(text, "").asObject().orElseThrow();
    }

    private String value(MatchResult word) {
        return switch (word.group(1)) {
            case "rv" -> word.group(2) == null ? "1" : Long.toString(firstVersion + Long.parseLong(word.group(2)));
            case "time" -> NOW;
            default -> valuesOfWords.computeIfAbsent(word.group(), unused -> foreign(word.group()));
        };
    }

    /** A value that the recording had and this run has not seen. */
    private String foreign(String word) {
        String value = "ffffffff-0000-0000-0000-%012d".formatted(wordsOfValues.size());
        wordsOfValues.put(value, word);
        counts.merge("uid", 1, Integer::sum);
        return value;
    }

    /** An answer with the recordings' words. */
    Data shown(Data answer) {
        String text = SHOWN.matcher(answer.toString()).replaceAll(this::word).replace(NOW, "<time>");
        String versions = text.replaceAll("(resource version: \\d+, current: )\\d+", "$1<rv>")
                .replaceAll("(too old resource version: \\d+ )\\(\\d+\\)", "$1(<rv>)");
        return JsonReader.create().read(versions, "");
    }

    private String word(MatchResult value) {
        String kind = value.group(1) != null ? "uid" : value.group(2) != null ? "gen" : "continue";
        return wordsOfValues.computeIfAbsent(value.group(), unused -> {
            String word = "<" + kind + ":" + counts.merge(kind, 1, Integer::sum) + ">";
            valuesOfWords.put(word, value.group());
            return word;
        });
    }
}
