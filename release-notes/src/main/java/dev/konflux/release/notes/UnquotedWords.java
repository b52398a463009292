package dev.konflux.release.notes;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;
import dev.konflux.release.model.data.Position;
import dev.konflux.release.model.text.DataSyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks at the words that stand unquoted in a YAML text: Python cannot build some of them, and reads others as dates. */
final class UnquotedWords {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\n\\r\\u0085\\u2028\\u2029]");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d.*");

    private final List<String> lines;

    private UnquotedWords(String text) {
        this.lines = List.of(LINE_END.split(text, -1));
    }

    /**
     * Python's class of the first date, which JSON does not have.
     *
     * @throws DataSyntaxException when there is a word that Python refuses
     */
    static Optional<String> firstDate(Data document, String text) {
        UnquotedWords words = new UnquotedWords(text);
        words.refuse(document);
        return words.date(document);
    }

    private static List<Data> children(Data data) {
        if (data instanceof DataObject object) {
            return List.copyOf(object.members().values());
        }
        return data instanceof DataArray array ? array.items() : List.of();
    }

    private void refuse(Data data) {
        if (data instanceof DataString string && isUnquoted(string.position())) {
            if (string.text().equals("<<")) {
                throw new DataSyntaxException(
                        string.position(), "could not determine a constructor for the tag 'tag:yaml.org,2002:merge'");
            }
            if (string.text().indexOf('\t') >= 0) {
                throw new DataSyntaxException(
                        string.position(),
                        "while scanning for the next token\nfound character '\\t' that cannot start any token");
            }
        }
        children(data).forEach(this::refuse);
    }

    private Optional<String> date(Data data) {
        if (data instanceof DataString string && isUnquoted(string.position())) {
            return type(string.text());
        }
        return children(data).stream().flatMap(child -> date(child).stream()).findFirst();
    }

    private static Optional<String> type(String text) {
        if (DATE.matcher(text).matches()) {
            return Optional.of("date");
        }
        return TIME.matcher(text).matches() ? Optional.of("datetime") : Optional.empty();
    }

    private boolean isUnquoted(Position position) {
        if (position.line() < 1 || position.line() > lines.size()) {
            return false;
        }
        String line = lines.get(position.line() - 1);
        int at = position.column() - 1;
        return at >= 0 && at < line.length() && "'\"|>!&*".indexOf(line.charAt(at)) < 0;
    }
}
