package dev.konflux.release.model.text;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads YAML, and JSON as a part of it, in one of two dialects.
 *
 * <p>The cluster's dialect reads the first document of a text and does not look at the rest; a stream of documents is split at lines that
 * begin with {@code ---} before anything is parsed, even inside a block of text. The Python dialect reads as PyYAML's {@code safe_load} and
 * {@code safe_load_all} do.
 */
public final class YamlReader {

    private final Dialect dialect;
    private final ScalarRules rules;
    private final ReadLimits limits;

    private YamlReader(Dialect dialect, ScalarRules rules, ReadLimits limits) {
        this.dialect = dialect;
        this.rules = rules;
        this.limits = limits;
    }

    /** A reader of the given dialect with the default limits. */
    public static YamlReader of(Dialect dialect) {
        ScalarRules rules = dialect == Dialect.CLUSTER ? new ClusterScalars() : new PythonScalars(false);
        return new YamlReader(dialect, rules, ReadLimits.DEFAULT);
    }

    /**
     * The same reader refusing dates and times of day: Python reads unquoted ones as objects that cannot be written as JSON. Without effect in
     * the cluster's dialect, where they are texts.
     */
    public YamlReader refusingDates() {
        return dialect == Dialect.CLUSTER ? this : new YamlReader(dialect, new PythonScalars(true), limits);
    }

    /** The same reader with other limits. */
    public YamlReader limits(ReadLimits other) {
        return new YamlReader(dialect, rules, other);
    }

    /**
     * Reads the value of a text's document; a text without one is the explicit null.
     *
     * @param source name used in positions; may be empty
     * @throws DataSyntaxException when the text is not what the dialect allows
     */
    public Data read(String text, String source) {
        YamlDocument document = readDocument(text, source);
        if (document instanceof YamlDocument.Broken broken) {
            throw broken.fault();
        }
        return document.findData().orElseGet(() -> Data.nothing().at(document.position()));
    }

    /** Reads a text's document and reports what is wrong as a value; the Python dialect insists on at most one document. */
    public YamlDocument readDocument(String text, String source) {
        if (dialect == Dialect.CLUSTER) {
            return first(text, source, 1);
        }
        List<YamlDocument> documents = read(text, source, 1, 2);
        if (documents.isEmpty()) {
            return new YamlDocument.Empty(new Position(source, 1, 1));
        }
        if (documents.size() > 1 && !(documents.get(0) instanceof YamlDocument.Broken)) {
            String problem = "expected a single document in the stream, but found another document";
            return new YamlDocument.Broken(
                    new DataSyntaxException(documents.get(1).position(), problem));
        }
        return documents.get(0);
    }

    /** Reads all documents of a text. In the cluster's dialect one that is broken does not hide those after it. */
    public YamlStream readAll(String text, String source) {
        if (dialect == Dialect.PYTHON) {
            return new YamlStream(read(text, source, 1, Integer.MAX_VALUE), Optional.empty());
        }
        ClusterStream stream = ClusterStream.split(text);
        List<YamlDocument> documents = new ArrayList<>();
        for (ClusterStream.Part part : stream.parts()) {
            documents.add(first(part.text(), source, part.firstLine()));
        }
        return new YamlStream(documents, stream.malformedSeparator().map(broken -> broken.fault(source)));
    }

    private YamlDocument first(String text, String source, int firstLine) {
        List<YamlDocument> documents = read(text, source, firstLine, 1);
        return documents.isEmpty() ? new YamlDocument.Empty(new Position(source, firstLine, 1)) : documents.get(0);
    }

    private List<YamlDocument> read(String text, String source, int firstLine, int most) {
        if (text.length() > limits.characters()) {
            String problem = "longer than " + limits.characters() + " characters";
            return List.of(
                    new YamlDocument.Broken(new DataSyntaxException(new Position(source, firstLine, 1), problem)));
        }
        SyntaxFaults faults = new SyntaxFaults(source, firstLine);
        List<YamlDocument> documents = new ArrayList<>();
        try {
            YamlParser parser = new YamlParser(text, dialect, limits, faults);
            YamlNode root = parser.document();
            while (root != null) {
                documents.add(new YamlTree(rules, limits, faults).document(root));
                root = documents.size() < most ? parser.document() : null;
            }
        } catch (DataSyntaxException e) {
            documents.add(new YamlDocument.Broken(e));
        }
        return documents;
    }
}
