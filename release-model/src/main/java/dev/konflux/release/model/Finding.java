package dev.konflux.release.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.Position;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something found in a document. Ids are stable, messages may be reworded. */
public final class Finding {

    private final String id;
    private final Severity severity;
    private final String resource;
    private final String path;
    private final Position position;
    private final String message;
    private final String hint;

    private Finding(Builder builder) {
        this.id = builder.id;
        this.severity = builder.severity;
        this.resource = builder.resource;
        this.path = builder.path;
        this.position = builder.position;
        this.message = builder.message;
        this.hint = builder.hint;
    }

    /** Writes a finding that stops a document or a release. */
    public static Builder error(String id) {
        return new Builder(id, Severity.ERROR);
    }

    /** Writes a finding about something that is most likely not meant. */
    public static Builder warning(String id) {
        return new Builder(id, Severity.WARNING);
    }

    /** Writes a finding worth knowing. */
    public static Builder note(String id) {
        return new Builder(id, Severity.NOTE);
    }

    /** Writes a finding. */
    public static Builder of(String id, Severity severity) {
        return new Builder(id, severity);
    }

    /** The stable id, {@code admission.pruned-field} for instance. */
    public String id() {
        return id;
    }

    /** How bad it is. */
    public Severity severity() {
        return severity;
    }

    /** Kind, namespace and name of the resource; empty text when the finding is about no single one. */
    public String resource() {
        return resource;
    }

    /** The field, {@code spec.components[0].name}; empty text when it is about the whole document. */
    public String path() {
        return path;
    }

    /** Where it is. */
    public Position position() {
        return position;
    }

    /** What was expected and what came. */
    public String message() {
        return message;
    }

    /** What to do; empty text when there is nothing more to say. */
    public String hint() {
        return hint;
    }

    /** The same finding, taken for better or worse. */
    public Finding withSeverity(Severity other) {
        return new Builder(id, other)
                .at(position)
                .path(path)
                .message(message)
                .hint(hint)
                .resource(resource)
                .build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Finding that
                && severity == that.severity
                && position.equals(that.position)
                && texts().equals(that.texts());
    }

    @Override
    public int hashCode() {
        return Objects.hash(severity, position, texts());
    }

    private List<String> texts() {
        return List.of(id, resource, path, message, hint);
    }

    /** One line: {@code plan.yaml:14:9: error: spec.target: message [id]}. */
    public String headline() {
        StringBuilder line = new StringBuilder();
        String place = position.toString();
        append(line, place.isEmpty() ? resource : place);
        append(line, severity.word());
        append(line, path);
        return line.append(message).append(" [").append(id).append(']').toString();
    }

    /** The {@link #headline()}, and the hint on a second line. */
    @Override
    public String toString() {
        return hint.isEmpty() ? headline() : headline() + "\n    hint: " + hint;
    }

    private static void append(StringBuilder line, String part) {
        if (!part.isEmpty()) {
            line.append(part).append(": ");
        }
    }

    /** Collects the parts of a finding. */
    public static final class Builder {

        private final String id;
        private final Severity severity;
        private String resource = "";
        private String path = "";
        private Position position = Position.UNKNOWN;
        private String message = "";
        private String hint = "";

        private Builder(String id, Severity severity) {
            this.id = id;
            this.severity = severity;
        }

        /** Says which resource it is about. */
        @CanIgnoreReturnValue
        public Builder about(Resource subject) {
            return resource(subject.toString());
        }

        /** Says which resource it is about, as text. */
        @CanIgnoreReturnValue
        public Builder resource(String subject) {
            this.resource = subject;
            return this;
        }

        /** Says which field it is about. */
        @CanIgnoreReturnValue
        public Builder path(String field) {
            this.path = field;
            return this;
        }

        /** Says where it is. */
        @CanIgnoreReturnValue
        public Builder at(Position place) {
            this.position = place;
            return this;
        }

        /** Says what was expected and what came. */
        @CanIgnoreReturnValue
        public Builder message(String text) {
            this.message = text;
            return this;
        }

        /** Says what to do. */
        @CanIgnoreReturnValue
        public Builder hint(String text) {
            this.hint = text;
            return this;
        }

        /** The finding. */
        public Finding build() {
            return new Finding(this);
        }
    }
}
