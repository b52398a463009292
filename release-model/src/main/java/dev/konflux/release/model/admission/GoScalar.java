package dev.konflux.release.model.admission;

import dev.konflux.release.model.GoDuration;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataBoolean;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataString;
import dev.konflux.release.model.golang.GoSyntax;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Go's plain types, and the ones with a text form of their own. */
enum GoScalar {
    STRING("string", "string"),
    UID("uid", "types.UID"),
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
            return problems.mismatch(value, path, goName);
        }
        return switch (this) {
            case TIME -> time((DataString) value, problems);
            case DURATION -> duration((DataString) value, problems);
            case QUANTITY -> Quantity.canonical(value, problems);
            default -> value;
        };
    }

    private static @Nullable Data time(DataString text, GoProblems problems) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text.text(), DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            OffsetDateTime written = time.withOffsetSameInstant(ZoneOffset.UTC).withNano(0);
            return Data.of(DateTimeFormatter.ISO_INSTANT.format(written)).at(text.position());
        } catch (DateTimeException noTime) {
            String quoted = GoSyntax.quoted(text.text());
            problems.report("parsing time " + quoted + " as \"2006-01-02T15:04:05Z07:00\": cannot parse " + quoted
                    + " as \"2006\"");
            return null;
        }
    }

    private static @Nullable Data duration(DataString text, GoProblems problems) {
        Optional<String> written = GoDuration.parse(text.text()).map(GoDuration::format);
        if (written.isEmpty()) {
            problems.report(DurationFault.of(text.text()));
            return null;
        }
        return Data.of(written.get()).at(text.position());
    }
}
