package dev.konflux.release.model.text;

import dev.konflux.release.model.data.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A stream cut into documents as the cluster's clients do it, line by line, knowing nothing of YAML. */
record ClusterStream(List<Part> parts, Optional<Malformed> malformedSeparator) {

    private static final String SEPARATOR = "---";

    /** The text of one document and the line of the stream it begins on. */
    record Part(String text, int firstLine) {}

    /** A separator line with something behind it. */
    record Malformed(int line, String rest) {
        DataSyntaxException fault(String source) {
            return new DataSyntaxException(new Position(source, line, 1), "invalid Yaml document separator: " + rest);
        }
    }

    static ClusterStream split(String text) {
        List<Part> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int firstLine = 1;
        int line = 0;
        for (String content : (Iterable<String>) text.lines()::iterator) {
            line++;
            if (content.startsWith(SEPARATOR)) {
                String rest = content.substring(SEPARATOR.length()).strip();
                if (!rest.isEmpty() && !rest.startsWith("#")) {
                    return new ClusterStream(parts, Optional.of(new Malformed(line, rest)));
                }
                if (!part.isEmpty()) {
                    parts.add(new Part(part.toString(), firstLine));
                    part.setLength(0);
                    firstLine = line + 1;
                    continue;
                }
            }
            part.append(content).append('\n');
        }
        if (!part.isEmpty()) {
            parts.add(new Part(part.toString(), firstLine));
        }
        return new ClusterStream(parts, Optional.empty());
    }
}
