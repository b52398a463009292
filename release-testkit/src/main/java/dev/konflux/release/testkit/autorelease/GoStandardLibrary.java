package dev.konflux.release.testkit.autorelease;

import static dev.cel.checker.CelStandardDeclarations.StandardFunction.GREATER;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.GREATER_EQUALS;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.INDEX;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.LESS;
import static dev.cel.checker.CelStandardDeclarations.StandardFunction.LESS_EQUALS;

import com.google.common.primitives.UnsignedLong;
import com.google.errorprone.annotations.Immutable;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelStandardFunctions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction.Overload.Arithmetic;
import dev.cel.runtime.CelStandardFunctions.StandardFunction.Overload.Conversions;
import dev.cel.runtime.CelStandardFunctions.StandardFunction.Overload.DateTime;
import dev.cel.runtime.CelStandardFunctions.StandardFunction.Overload.Index;
import dev.cel.runtime.CelStandardFunctions.StandardOverload;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The standard functions of CEL where those of cel-go differ from those of Java's implementation. */
final class GoStandardLibrary {

    private static final Set<StandardOverload> REPLACED = Set.of(
            Conversions.STRING_TO_BOOL,
            Conversions.STRING_TO_DOUBLE,
            Conversions.STRING_TO_UINT64,
            Conversions.STRING_TO_DURATION,
            Conversions.STRING_TO_TIMESTAMP,
            Conversions.DOUBLE_TO_STRING,
            Conversions.DURATION_TO_STRING,
            Conversions.TIMESTAMP_TO_STRING,
            DateTime.DURATION_TO_MILLISECONDS,
            DateTime.TIMESTAMP_TO_YEAR_WITH_TZ,
            DateTime.TIMESTAMP_TO_MONTH_WITH_TZ,
            DateTime.TIMESTAMP_TO_DAY_OF_YEAR_WITH_TZ,
            DateTime.TIMESTAMP_TO_DAY_OF_MONTH_WITH_TZ,
            DateTime.TIMESTAMP_TO_DAY_OF_MONTH_1_BASED_WITH_TZ,
            DateTime.TIMESTAMP_TO_DAY_OF_WEEK_WITH_TZ,
            DateTime.TIMESTAMP_TO_HOURS_WITH_TZ,
            DateTime.TIMESTAMP_TO_MINUTES_WITH_TZ,
            DateTime.TIMESTAMP_TO_SECONDS_WITH_TZ,
            DateTime.TIMESTAMP_TO_MILLISECONDS_WITH_TZ,
            Index.INDEX_LIST,
            Arithmetic.ADD_DURATION_DURATION,
            Arithmetic.ADD_DURATION_TIMESTAMP,
            Arithmetic.ADD_TIMESTAMP_DURATION,
            Arithmetic.SUBTRACT_DURATION_DURATION,
            Arithmetic.SUBTRACT_TIMESTAMP_DURATION,
            Arithmetic.SUBTRACT_TIMESTAMP_TIMESTAMP);

    private static final Set<StandardFunction> REDECLARED =
            Set.of(StandardFunction.TIMESTAMP, StandardFunction.DURATION, StandardFunction.NEGATE);
    private static final Pattern MIXED =
            Pattern.compile("(less|greater)_(equals_)?(int64|uint64|double)_(int64|uint64|double)");

    private GoStandardLibrary() {}

    /**
     * What the checker refuses by: it compares no numbers of different types. Of the conversions of a value of unknown type, the first one is
     * taken to be meant.
     */
    static CelStandardDeclarations checked() {
        return CelStandardDeclarations.newBuilder()
                .filterFunctions((function, overload) -> !REDECLARED.contains(function)
                        && !MIXED.matcher(overload.celOverloadDecl().overloadId())
                                .matches())
                .build();
    }

    /** What is evaluated: values are ordered, and lists indexed, by what they are, not by what they are declared to be. */
    static CelStandardDeclarations evaluated() {
        return CelStandardDeclarations.newBuilder()
                .excludeFunctions(
                        StandardFunction.TIMESTAMP,
                        StandardFunction.DURATION,
                        StandardFunction.NEGATE,
                        INDEX,
                        LESS,
                        LESS_EQUALS,
                        GREATER,
                        GREATER_EQUALS)
                .build();
    }

    /** The functions in whose overloads cel-go has others, or another first. */
    static List<CelFunctionDecl> redeclared() {
        return List.of(
                CelFunctionDecl.newFunctionDeclaration(
                        "-_",
                        overload("negate_double", SimpleType.DOUBLE, SimpleType.DOUBLE),
                        overload("negate_int64", SimpleType.INT, SimpleType.INT)),
                CelFunctionDecl.newFunctionDeclaration(
                        "int", overload("duration_to_int64", SimpleType.INT, SimpleType.DURATION)),
                CelFunctionDecl.newFunctionDeclaration(
                        "timestamp",
                        overload("timestamp_to_timestamp", SimpleType.TIMESTAMP, SimpleType.TIMESTAMP),
                        overload("int64_to_timestamp", SimpleType.TIMESTAMP, SimpleType.INT),
                        overload("string_to_timestamp", SimpleType.TIMESTAMP, SimpleType.STRING)),
                CelFunctionDecl.newFunctionDeclaration(
                        "duration",
                        overload("duration_to_duration", SimpleType.DURATION, SimpleType.DURATION),
                        overload("int64_to_duration", SimpleType.DURATION, SimpleType.INT),
                        overload("string_to_duration", SimpleType.DURATION, SimpleType.STRING)));
    }

    /** What stands in for what {@link #evaluated} leaves out. */
    static List<CelFunctionDecl> loose() {
        TypeParamType key = TypeParamType.create("A");
        TypeParamType value = TypeParamType.create("B");
        return List.of(
                CelFunctionDecl.newFunctionDeclaration(
                        "_[_]",
                        overload("index_list", value, ListType.create(value), SimpleType.INT),
                        overload("index_list_uint64", value, ListType.create(value), SimpleType.UINT),
                        overload("index_list_double", value, ListType.create(value), SimpleType.DOUBLE),
                        overload("index_map", value, MapType.create(key, value), key)),
                order(LESS),
                order(LESS_EQUALS),
                order(GREATER),
                order(GREATER_EQUALS));
    }

    private static CelFunctionDecl order(StandardFunction function) {
        String name = function.functionDecl().name();
        return CelFunctionDecl.newFunctionDeclaration(
                name, overload(id(name), SimpleType.BOOL, SimpleType.DYN, SimpleType.DYN));
    }

    private static String id(String operator) {
        return "ordered" + operator;
    }

    private static CelOverloadDecl overload(String id, CelType result, CelType... arguments) {
        return CelOverloadDecl.newGlobalOverload(id, result, arguments);
    }

    /** The standard functions that stay as they are. */
    static CelStandardFunctions kept() {
        return CelStandardFunctions.newBuilder()
                .filterFunctions((function, overload) -> !REPLACED.contains(overload))
                .build();
    }

    /** The functions that take the place of the others. */
    static List<CelFunctionBinding> bindings() {
        List<CelFunctionBinding> bindings = new ArrayList<>(List.of(
                CelFunctionBinding.from("string_to_bool", String.class, GoConversions::bool),
                CelFunctionBinding.from("string_to_double", String.class, GoConversions::number),
                CelFunctionBinding.from("string_to_uint64", String.class, GoConversions::unsigned),
                CelFunctionBinding.from("string_to_duration", String.class, GoConversions::duration),
                CelFunctionBinding.from("string_to_timestamp", String.class, GoConversions::moment),
                CelFunctionBinding.from("double_to_string", Double.class, GoConversions::text),
                CelFunctionBinding.from("duration_to_string", Duration.class, GoConversions::text),
                CelFunctionBinding.from("timestamp_to_string", Instant.class, GoConversions::text),
                CelFunctionBinding.from("duration_to_int64", Duration.class, Duration::toNanos),
                CelFunctionBinding.from("duration_to_milliseconds", Duration.class, Duration::toMillis),
                CelFunctionBinding.from("index_list", List.class, Long.class, GoStandardLibrary::item),
                CelFunctionBinding.from(
                        "index_list_uint64",
                        List.class,
                        UnsignedLong.class,
                        (list, position) -> item(list, position.longValue())),
                CelFunctionBinding.from("index_list_double", List.class, Double.class, GoStandardLibrary::item),
                ordered(LESS, order -> order < 0),
                ordered(LESS_EQUALS, order -> order <= 0),
                ordered(GREATER, order -> order > 0),
                ordered(GREATER_EQUALS, order -> order >= 0)));
        bindings.addAll(GoTimeArithmetic.bindings());
        bindings.add(inZone("timestamp_to_year_with_tz", LocalDateTime::getYear));
        bindings.add(inZone("timestamp_to_month_with_tz", time -> time.getMonthValue() - 1));
        bindings.add(inZone("timestamp_to_day_of_year_with_tz", time -> time.getDayOfYear() - 1));
        bindings.add(inZone("timestamp_to_day_of_month_with_tz", time -> time.getDayOfMonth() - 1));
        bindings.add(inZone("timestamp_to_day_of_month_1_based_with_tz", LocalDateTime::getDayOfMonth));
        bindings.add(inZone(
                "timestamp_to_day_of_week_with_tz", time -> time.getDayOfWeek().getValue() % 7));
        bindings.add(inZone("timestamp_to_hours_with_tz", LocalDateTime::getHour));
        bindings.add(inZone("timestamp_to_minutes_with_tz", LocalDateTime::getMinute));
        bindings.add(inZone("timestamp_to_seconds_with_tz", LocalDateTime::getSecond));
        bindings.add(inZone("timestamp_to_milliseconds_with_tz", time -> time.get(ChronoField.MILLI_OF_SECOND)));
        return bindings;
    }

    /** What the order of two values must be. */
    @Immutable
    private interface OrderTest {
        boolean holds(int order);
    }

    /** A number that a moment in some zone has. */
    @Immutable
    private interface TimePart {
        int of(LocalDateTime time);
    }

    private static CelFunctionBinding ordered(StandardFunction function, OrderTest test) {
        return CelFunctionBinding.from(
                id(function.functionDecl().name()),
                Object.class,
                Object.class,
                (left, right) -> test.holds(GoOrder.compare(left, right)));
    }

    private static CelFunctionBinding inZone(String id, TimePart part) {
        return CelFunctionBinding.from(
                id, Instant.class, String.class, (moment, zone) -> (long) part.of(GoZone.at(moment, zone)));
    }

    private static Object item(List<?> list, double index) throws CelEvaluationException {
        if (index != Math.rint(index) || Double.isInfinite(index)) {
            throw new CelEvaluationException("unsupported index value " + index + " in list");
        }
        return item(list, (long) index);
    }

    private static Object item(List<?> list, long index) throws CelEvaluationException {
        if (index < 0 || index >= list.size()) {
            throw new CelEvaluationException("index out of bounds: " + index);
        }
        return list.get((int) index);
    }
}
