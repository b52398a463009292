package dev.konflux.release.model.text;

import dev.konflux.release.model.data.Position;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.scanner.ScannerException;

/** The parser's refusals in the words of the program whose dialect is read. */
final class ParserFaults {

    private ParserFaults() {}

    static DataSyntaxException translate(YAMLException e, Dialect dialect, String text, String source, int firstLine) {
        if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            Position place = place(marked.getProblemMark(), source, firstLine);
            if (dialect == Dialect.CLUSTER) {
                return cluster(marked, place);
            }
            String context = marked.getContext() == null ? "" : marked.getContext() + ": ";
            return new DataSyntaxException(place, context + marked.getProblem(), String.valueOf(marked.getMessage()));
        }
        if (e instanceof ReaderException reader) {
            Position place = place(text, reader.getPosition(), source, firstLine);
            return new DataSyntaxException(
                    place, "control characters are not allowed", "yaml: control characters are not allowed");
        }
        return new DataSyntaxException(new Position(source, firstLine, 1), String.valueOf(e.getMessage()));
    }

    private static DataSyntaxException cluster(MarkedYAMLException e, Position place) {
        String problem = clusterProblem(e);
        boolean scanner = e instanceof ScannerException;
        int line = lineNamed(e.getProblemMark(), e.getContextMark(), scanner);
        return new DataSyntaxException(place, problem, "yaml: " + (line == 0 ? "" : "line " + line + ": ") + problem);
    }

    /** The cluster's reader counts lines from 0 where its parser fails and from 1 where its scanner does, and never names line 0. */
    private static int lineNamed(Mark problem, @Nullable Mark context, boolean scanner) {
        if (problem.getLine() != 0) {
            return problem.getLine() + (scanner ? 1 : 0);
        }
        return context == null ? 0 : context.getLine();
    }

    private static String clusterProblem(MarkedYAMLException e) {
        String context = String.valueOf(e.getContext());
        String problem = String.valueOf(e.getProblem());
        if (problem.startsWith("mapping values are not allowed")) {
            return "mapping values are not allowed in this context";
        }
        if (problem.startsWith("mapping keys are not allowed")) {
            return "mapping keys are not allowed in this context";
        }
        if (problem.startsWith("sequence entries are not allowed")) {
            return "block sequence entries are not allowed in this context";
        }
        if (problem.contains("cannot start any token")) {
            return "found character that cannot start any token";
        }
        if (context.startsWith("while parsing a block mapping")) {
            return "did not find expected key";
        }
        if (context.startsWith("while parsing a block collection")) {
            return "did not find expected '-' indicator";
        }
        if (context.startsWith("while parsing a flow mapping")) {
            return "did not find expected ',' or '}'";
        }
        if (context.startsWith("while parsing a flow sequence")) {
            return "did not find expected ',' or ']'";
        }
        if (context.startsWith("while parsing a") && problem.startsWith("expected the node content")) {
            return "did not find expected node content";
        }
        return problem;
    }

    private static Position place(Mark mark, String source, int firstLine) {
        return new Position(source, firstLine + mark.getLine(), mark.getColumn() + 1);
    }

    private static Position place(String text, int index, String source, int firstLine) {
        int end = Math.min(index, text.length());
        int lineStart = text.lastIndexOf('\n', end - 1) + 1;
        int line = (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
        return new Position(source, firstLine + line, end - lineStart + 1);
    }
}
