package dev.konflux.release.notes;

import dev.konflux.release.notes.jinja.fault.Fault;
import org.jspecify.annotations.Nullable;

/** A template cannot be parsed or rendered. The message names the place and shows the line. */
public final class TemplateException extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int LONGEST_EXCERPT = 120;

    private final String errorClass;
    private final String problem;
    private final String template;
    private final int line;
    private final int column;
    private final String excerpt;

    private TemplateException(
            String errorClass, String problem, String template, int line, int column, String excerpt) {
        super(message(errorClass, problem, template, line, column, excerpt), null, false, true);
        this.errorClass = errorClass;
        this.problem = problem;
        this.template = template;
        this.line = line;
        this.column = column;
        this.excerpt = excerpt;
    }

    static TemplateException of(Fault fault, @Nullable String source) {
        String name = fault.template() == null ? "" : fault.template();
        String excerpt = source == null ? "" : line(source, fault.line());
        int column = source == null ? 0 : column(source, fault);
        return new TemplateException(fault.kind().pythonName(), fault.text(), name, fault.line(), column, excerpt);
    }

    static TemplateException ofInput(String problem) {
        return new TemplateException("ValueError", problem, "", 0, 0, "");
    }

    private static String line(String source, int line) {
        String[] lines = source.split("\\r\\n|\\r|\\n", -1);
        String text = line > 0 && line <= lines.length ? lines[line - 1] : "";
        return text.length() > LONGEST_EXCERPT ? text.substring(0, LONGEST_EXCERPT) : text;
    }

    private static int column(String source, Fault fault) {
        String normalized = source.replace("\r\n", "\n").replace('\r', '\n');
        int offset = Math.min(fault.offset(), normalized.length());
        if (offset < 0) {
            return 0;
        }
        int start = normalized.lastIndexOf('\n', offset - 1) + 1;
        long lineOfOffset =
                normalized.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
        return lineOfOffset == fault.line() ? offset - start + 1 : 0;
    }

    private static String message(
            String errorClass, String problem, String template, int line, int column, String excerpt) {
        StringBuilder text = new StringBuilder(template);
        if (line > 0) {
            text.append(':').append(line).append(column > 0 ? ":" + column : "");
        }
        text.append(text.length() == 0 ? "" : ": ")
                .append(errorClass)
                .append(": ")
                .append(problem);
        if (!excerpt.isBlank()) {
            text.append("\n  ").append(line).append(" | ").append(excerpt);
            if (column > 0 && column <= LONGEST_EXCERPT) {
                text.append("\n  ")
                        .append(" ".repeat(String.valueOf(line).length()))
                        .append(" | ")
                        .append(" ".repeat(column - 1))
                        .append('^');
            }
        }
        return text.toString();
    }

    /** The error's class as Jinja2 or Python names it, such as {@code UndefinedError}. */
    public String errorClass() {
        return errorClass;
    }

    /** The message without the place. */
    public String problem() {
        return problem;
    }

    /** The name of the template; empty when unknown. */
    public String template() {
        return template;
    }

    /** The line as Jinja2 counts it, from 1; 0 when unknown. */
    public int line() {
        return line;
    }

    /** The column in the line, from 1; 0 when unknown. */
    public int column() {
        return column;
    }

    /** The line of the template, or an empty text. */
    public String excerpt() {
        return excerpt;
    }
}
