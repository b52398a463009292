package dev.konflux.release.conformance;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The recordings' words for values that differ from run to run, and the values this run has for them. */
final class KubernetesPlaceholders {

    static final String NOW = "2031-05-06T07:08:09Z";

    private static final Pattern SENT = Pattern.compile("<(uid|gen|rv|time|continue|etag)(?::\\+?(\\d+))?>");
    private static final Pattern SHOWN = Pattern.compile(
            "(?<uid>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})|(?<gen>x7q\\d\\d)|(?<continue>\\beyJ[-_\\w]+)");

    private static final Pattern VERSION = Pattern.compile("(\"resourceVersion\":\"|too old resource version: )(\\d+)");
    private static final String PRINTED_PATCH = "(Invalid value: \\\\\")\\{.*?}(\\\\\": strict decoding)";

    private final long firstVersion;
    private final boolean showsOwners;
    private String lastTag = "";
    private final Map<String, String> wordsOfValues = new HashMap<>();
    private final Map<String, String> valuesOfWords = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /**
     * Placeholders of one transcript.
     *
     * @param showsOwners whether the recording kept {@code managedFields}
     */
    KubernetesPlaceholders(long firstVersion, boolean showsOwners) {
        this.firstVersion = firstVersion;
        this.showsOwners = showsOwners;
    }

    /** The tag of an answer, which the next request may name. */
    Data tag(String text) {
        lastTag = text.replace("\"", "\\\"");
        return Data.of("<etag>");
    }

    /** A request with this run's values. */
    DataObject sent(DataObject request) {
        String text = SENT.matcher(request.toString()).replaceAll(found -> Matcher.quoteReplacement(value(found)));
        return JsonReader.create().read(text, "").asObject().orElseThrow();
    }

    private String value(MatchResult word) {
        return switch (word.group(1)) {
            case "rv" -> word.group(2) == null ? "1" : Long.toString(firstVersion + Long.parseLong(word.group(2)));
            case "time" -> NOW;
            case "etag" -> lastTag;
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
        Data recorded = showsOwners ? answer : withoutOwners(answer);
        String text = SHOWN.matcher(recorded.toString()).replaceAll(this::word).replace(NOW, "<time>");
        String versions = VERSION.matcher(text).replaceAll(this::version);
        return JsonReader.create()
                .read(
                        versions.replaceAll("(resource version: [^,\"]+, current: )\\d+", "$1<rv>")
                                .replaceAll("(too old resource version: [^ ]+ )\\(\\d+\\)", "$1(<rv>)")
                                .replaceAll(PRINTED_PATCH, "$1<the patched object as JSON>$2")
                                .replace("\"0s\"", "\"<age>\""),
                        "");
    }

    private String version(MatchResult found) {
        long version = Long.parseLong(found.group(2));
        return version < firstVersion ? found.group() : found.group(1) + "<rv:+" + (version - firstVersion) + ">";
    }

    private static Data withoutOwners(Data value) {
        if (value instanceof DataArray array) {
            return array.map(KubernetesPlaceholders::withoutOwners);
        }
        if (!(value instanceof DataObject object)) {
            return value;
        }
        DataObject.Builder members = DataObject.builder();
        object.without("managedFields").members().forEach((name, member) -> members.put(name, withoutOwners(member)));
        return members.build();
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
