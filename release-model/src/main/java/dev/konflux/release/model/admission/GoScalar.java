package dev.konflux.release.model.admission;

import dev.konflux.release.model.GoDuration;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataBoolean;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataString;
import dev.konflux.release.model.golang.GoQuantity;
import dev.konflux.release.model.golang.GoTime;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Go's plain types, and the ones with a text form of their own. */
enum GoScalar {
    STRING("string", "string"),
    UID("uid", "types.UID"),
    MANAGED_FIELDS_OPERATION("managedFieldsOperation", "v1.ManagedFieldsOperationType"),
    INT("int", "int"),
    INT64("int64", "int64"),
    BOOL("bool", "bool"),
    TIME("time", "string"),
    DURATION("duration", "string"),
    QUANTITY("quantity", "string");

    private final String word;
    private final String goName;

    GoScalar(String word, String goName) {
        this.word = word;
        this.goName = goName;
    }

    static Optional<GoScalar> find(String word) {
        for (GoScalar scalar : values()) {
            if (scalar.word.equals(word)) {
                return Optional.of(scalar);
            }
        }
        return Optional.empty();
    }

    String goName() {
        return goName;
    }

    Data zero() {
        return switch (this) {
            case INT, INT64 -> Data.of(0);
            case BOOL -> Data.of(false);
            case TIME -> Data.nothing();
            case DURATION -> Data.of("0s");
            case QUANTITY -> Data.of("0");
            default -> Data.of("");
        };
    }

    @Nullable
    Data passed(Data value, GoPath path, GoProblems problems) {
        boolean fits = switch (this) {
            case INT, INT64 ->
                value instanceof DataNumber number && number.asLong().isPresent();
            case BOOL -> value instanceof DataBoolean;
            case QUANTITY -> value instanceof DataNumber || value instanceof DataString;
            default -> value instanceof DataString;
        };
        if (!fits) {
            return readsItself() ? problems.refuseType(value, path, goName) : problems.mismatch(value, path, goName);
        }
        return switch (this) {
            case TIME -> time((DataString) value, problems);
            case DURATION -> duration((DataString) value, problems);
            case QUANTITY -> quantity(value, problems);
            default -> value;
        };
    }

    private boolean readsItself() {
        return this == TIME || this == DURATION || this == QUANTITY;
    }

    private static @Nullable Data time(DataString text, GoProblems problems) {
        try {
            Instant written = GoTime.parse(text.text()).truncatedTo(ChronoUnit.SECONDS);
            return Data.of(DateTimeFormatter.ISO_INSTANT.format(written)).at(text.position());
        } catch (DateTimeParseException noTime) {
            problems.refuse(String.valueOf(noTime.getMessage()));
            return null;
        }
    }

    private static @Nullable Data quantity(Data value, GoProblems problems) {
        String text = value instanceof DataNumber number
                ? number.text()
                : value.asText().orElse("");
        Optional<String> written = GoQuantity.parse(text).map(GoQuantity::text);
        if (written.isEmpty()) {
            problems.refuse(GoQuantity.fault(text));
            return null;
        }
        return Data.of(written.get()).at(value.position());
    }

    private static @Nullable Data duration(DataString text, GoProblems problems) {
        Optional<String> written = GoDuration.parse(text.text()).map(GoDuration::format);
        if (written.isEmpty()) {
            problems.refuse(DurationFault.of(text.text()));
            return null;
        }
        return Data.of(written.get()).at(text.position());
    }
}
