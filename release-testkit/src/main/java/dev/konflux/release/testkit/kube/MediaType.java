package dev.konflux.release.testkit.kube;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A form in which an answer may be given.
 *
 * @param type the media type without parameters
 * @param as the kind to answer in place of the object's own; empty for the object itself
 */
record MediaType(String type, String as, String group, String version) {

    static final String JSON = "application/json";
    static final String YAML = "application/yaml";
    static final String PROTOBUF = "application/vnd.kubernetes.protobuf";

    private static final MediaType PLAIN = new MediaType(JSON, "", "", "");
    private static final Set<String> OTHER_FORMS =
            Set.of("Table", "PartialObjectMetadata", "PartialObjectMetadataList");

    /** A form together with how much the client likes it. */
    private record Clause(String type, Map<String, String> parameters, double quality) {

        static Clause parse(String text) {
            List<String> parts = Splitter.on(';').trimResults().splitToList(text);
            Map<String, String> parameters = new HashMap<>();
            for (String parameter : parts.subList(1, parts.size())) {
                int equals = parameter.indexOf('=');
                if (equals > 0) {
                    parameters.put(parameter.substring(0, equals), parameter.substring(equals + 1));
                }
            }
            return new Clause(parts.get(0).toLowerCase(Locale.ROOT), parameters, qualityOf(parameters));
        }

        private static double qualityOf(Map<String, String> parameters) {
            try {
                return Double.parseDouble(parameters.getOrDefault("q", "1"));
            } catch (NumberFormatException e) {
                return 0;
            }
        }

        Stream<MediaType> forms() {
            String as = parameters.getOrDefault("as", "");
            Stream<String> types =
                    type.equals("*/*") || type.equals("application/*") ? Stream.of(JSON) : Stream.of(type);
            return types.map(name ->
                    new MediaType(name, as, parameters.getOrDefault("g", ""), parameters.getOrDefault("v", "")));
        }
    }

    /** The forms a client accepts, the one it likes best first. */
    static List<MediaType> accepted(String header) {
        if (header.isBlank()) {
            return List.of(PLAIN);
        }
        List<Clause> clauses = new ArrayList<>(Splitter.on(',')
                .trimResults()
                .omitEmptyStrings()
                .splitToStream(header)
                .map(Clause::parse)
                .toList());
        clauses.sort(Comparator.comparingDouble(Clause::quality).reversed());
        return clauses.stream().flatMap(Clause::forms).toList();
    }

    /** The form in which objects are answered. */
    static MediaType ofObjects(String header, boolean hasProtobuf) {
        return accepted(header).stream()
                .filter(form -> form.isOfObjects(hasProtobuf))
                .findFirst()
                .orElseThrow(MediaType::notAcceptable);
    }

    static Refusal notAcceptable() {
        return Refusal.of(
                406,
                "NotAcceptable",
                "only the following media types are accepted: " + String.join(", ", JSON, YAML, PROTOBUF));
    }

    private boolean isOfObjects(boolean hasProtobuf) {
        boolean isWritten = type.equals(JSON) || type.equals(YAML) || (type.equals(PROTOBUF) && hasProtobuf);
        boolean isKnown = as.isEmpty()
                || (OTHER_FORMS.contains(as)
                        && group.equals("meta.k8s.io")
                        && (version.equals("v1") || version.equals("v1beta1")));
        return isWritten && isKnown && (as.isEmpty() || !type.equals(PROTOBUF));
    }
}
