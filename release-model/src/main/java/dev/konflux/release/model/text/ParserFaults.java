package dev.konflux.release.model.text;

import dev.konflux.release.model.data.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.scanner.ScannerException;

/** The parser's refusals in the words of the program whose dialect is read. */
final class ParserFaults {

    /** The parser's words by context and problem, and the cluster's; the first that fits counts. */
    private static final List<Wording> WORDINGS = List.of(
            new Wording("", "mapping values are not allowed", "mapping values are not allowed in this context"),
            new Wording("", "mapping keys are not allowed", "mapping keys are not allowed in this context"),
            new Wording(
                    "", "sequence entries are not allowed", "block sequence entries are not allowed in this context"),
            new Wording("", "expected '<document start>'", "did not find expected <document start>"),
            new Wording("while parsing a block mapping", "expected", "did not find expected key"),
            new Wording("while parsing a block collection", "expected", "did not find expected '-' indicator"),
            new Wording("while parsing a flow mapping", "expected ','", "did not find expected ',' or '}'"),
            new Wording("while parsing a flow sequence", "expected ','", "did not find expected ',' or ']'"),
            new Wording("while parsing a", "expected the node content", "did not find expected node content"),
            new Wording("while parsing a", "found undefined tag handle", "found undefined tag handle"),
            new Wording("while scanning an a", "", "did not find expected alphabetic or numeric character"),
            new Wording("while scanning a tag", "expected ' '", "did not find expected whitespace or line break"),
            new Wording("while scanning a tag", "expected '>'", "did not find the expected '>'"),
            new Wording("while scanning a tag", "expected '!'", "did not find expected '!'"),
            new Wording("while scanning a tag", "expected URI escape", "did not find URI escaped octet"),
            new Wording("while scanning a tag", "expected URI", "did not find expected tag URI"),
            new Wording(
                    "while scanning a block scalar",
                    "expected indentation indicator",
                    "found an indentation indicator equal to 0"),
            new Wording("while scanning a block scalar", "expected", "did not find expected comment or line break"),
            new Wording("", "found unknown escape character", "found unknown escape character"),
            new Wording("", "expected escape sequence", "did not find expected hexdecimal number"),
            new Wording("", "found unexpected document separator", "found unexpected document indicator"),
            new Wording("while scanning a directive", "", "found unknown directive name"));

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
        for (Wording wording : WORDINGS) {
            if (context.startsWith(wording.context) && problem.startsWith(wording.problem)) {
                return wording.cluster;
            }
        }
        return problem.contains("cannot start any token") ? "found character that cannot start any token" : problem;
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

    /** One refusal in two wordings. */
    private record Wording(String context, String problem, String cluster) {}
}
