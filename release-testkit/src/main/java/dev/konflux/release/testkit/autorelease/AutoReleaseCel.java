package dev.konflux.release.testkit.autorelease;

import com.google.protobuf.Any;
import com.google.protobuf.BoolValue;
import com.google.protobuf.BytesValue;
import com.google.protobuf.DoubleValue;
import com.google.protobuf.Duration;
import com.google.protobuf.FloatValue;
import com.google.protobuf.Int32Value;
import com.google.protobuf.Int64Value;
import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.StringValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UInt32Value;
import com.google.protobuf.UInt64Value;
import com.google.protobuf.Value;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.konflux.release.model.MetadataKeys;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataBoolean;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;
import dev.konflux.release.model.explain.AutoReleaseExpressions;
import dev.konflux.release.model.explain.AutoReleaseExpressions.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Evaluates the CEL expression in a plan's auto-release annotation for a Snapshot, as the integration service does with cel-go, whose standard
 * functions take the place of those of Java's implementation where they differ. docs/conformance.md lists what remains.
 */
public final class AutoReleaseCel {

    private static final int MOST_ITERATIONS = 1_000_000;
    private static final int LONGEST_EXPRESSION = 100_000;
    private static final int DEEPEST_EXPRESSION = 250;

    private static final CelOptions STRICT = options(false);
    private static final CelOptions LENIENT = options(true);

    private final CelCompiler refusing = compiler(STRICT, GoStandardLibrary.checked(), List.of());
    private final CelCompiler compiling = compiler(LENIENT, GoStandardLibrary.evaluated(), GoStandardLibrary.loose());

    private AutoReleaseCel() {}

    /** An evaluator; it may be used for any number of expressions, from any thread. */
    public static AutoReleaseCel create() {
        return new AutoReleaseCel();
    }

    /** An evaluator of the plans' expressions at a fixed time. */
    public AutoReleaseExpressions at(Instant now) {
        return (expression, snapshot) -> evaluate(expression, snapshot, now, snapshot.shouldRelease());
    }

    /**
     * Evaluates an expression. A Snapshot whose own label says {@code false} is never released, whatever the text is.
     *
     * @param shouldRelease what {@code shouldRelease()} answers
     */
    public Result evaluate(String expression, Snapshot snapshot, Instant now, boolean shouldRelease) {
        boolean refused = snapshot.findLabel(MetadataKeys.AUTO_RELEASE)
                .filter("false"::equals)
                .isPresent();
        if (expression.isEmpty() || refused) {
            return new Result.Verdict(false);
        }
        CelValidationResult checked = refusing.compile(expression);
        CelValidationResult compiled = compiling.compile(expression);
        if (checked.hasError() || compiled.hasError()) {
            String why = checked.hasError() ? checked.getErrorString() : compiled.getErrorString();
            return new Result.Failure("invalid cel expression: " + why);
        }
        try {
            Object value = runtime(snapshot, shouldRelease)
                    .createProgram(compiled.getAst())
                    .eval(Map.of("snapshot", values(GoSnapshot.of(snapshot.document())), "now", now));
            return verdict(value);
        } catch (CelEvaluationException | dev.cel.common.CelValidationException e) {
            return new Result.Failure(String.valueOf(e.getMessage()));
        }
    }

    private static Result verdict(Object value) {
        if (value instanceof Boolean selects) {
            return new Result.Verdict(selects);
        }
        if (value instanceof BoolValue selects) {
            return new Result.Verdict(selects.getValue());
        }
        return new Result.Failure("cel expression did not evaluate to a boolean");
    }

    /** cel-go refuses to compare numbers of different static types, yet compares them when it runs: so two compilations. */
    private static CelOptions options(boolean heterogeneousComparisons) {
        return CelOptions.current()
                .enableHeterogeneousNumericComparisons(heterogeneousComparisons)
                .errorOnIntWrap(true)
                .enableRegexPartialMatch(true)
                .errorOnDuplicateMapKeys(false)
                .enableTimestampEpoch(true)
                .evaluateCanonicalTypesToNativeValues(true)
                .enableOptionalSyntax(false)
                .enableQuotedIdentifierSyntax(false)
                .maxExpressionCodePointSize(LONGEST_EXPRESSION)
                .maxParseRecursionDepth(DEEPEST_EXPRESSION)
                .comprehensionMaxIterations(MOST_ITERATIONS)
                .build();
    }

    private static CelCompiler compiler(
            CelOptions options, CelStandardDeclarations standard, List<CelFunctionDecl> others) {
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(options)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(standard)
                .addFunctionDeclarations(GoStandardLibrary.redeclared())
                .addFunctionDeclarations(others)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addMessageTypes(
                        Any.getDescriptor(),
                        BoolValue.getDescriptor(),
                        BytesValue.getDescriptor(),
                        DoubleValue.getDescriptor(),
                        Duration.getDescriptor(),
                        FloatValue.getDescriptor(),
                        Int32Value.getDescriptor(),
                        Int64Value.getDescriptor(),
                        ListValue.getDescriptor(),
                        StringValue.getDescriptor(),
                        Struct.getDescriptor(),
                        Timestamp.getDescriptor(),
                        UInt32Value.getDescriptor(),
                        UInt64Value.getDescriptor(),
                        Value.getDescriptor())
                .addVar("snapshot", SimpleType.DYN)
                .addVar("now", SimpleType.TIMESTAMP)
                .addFunctionDeclarations(
                        CelFunctionDecl.newFunctionDeclaration(
                                "updatedComponentIs",
                                CelOverloadDecl.newGlobalOverload(
                                        "updatedComponentIs_string", SimpleType.BOOL, SimpleType.STRING)),
                        CelFunctionDecl.newFunctionDeclaration(
                                "shouldRelease", CelOverloadDecl.newGlobalOverload("shouldRelease", SimpleType.BOOL)))
                .build();
    }

    private static CelRuntime runtime(Snapshot snapshot, boolean shouldRelease) {
        Optional<String> updated = snapshot.findLabel(MetadataKeys.COMPONENT);
        return CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(LENIENT)
                .setStandardEnvironmentEnabled(false)
                .setStandardFunctions(GoStandardLibrary.kept())
                .addFunctionBindings(GoStandardLibrary.bindings())
                .addFunctionBindings(
                        CelFunctionBinding.from(
                                "updatedComponentIs_string",
                                String.class,
                                name -> updated.filter(name::equals).isPresent()),
                        CelFunctionBinding.from("shouldRelease", List.of(), arguments -> shouldRelease))
                .build();
    }

    /** JSON as the library takes it; all numbers are doubles, as they are after Go's JSON. */
    private static Object values(Data data) {
        if (data instanceof DataObject object) {
            Map<String, Object> members = new LinkedHashMap<>();
            object.members().forEach((name, value) -> members.put(name, values(value)));
            return members;
        }
        if (data instanceof DataArray array) {
            List<Object> items = new ArrayList<>();
            array.forEach(item -> items.add(values(item)));
            return items;
        }
        if (data instanceof DataString string) {
            return string.text();
        }
        if (data instanceof DataNumber number) {
            return number.doubleValue();
        }
        return data instanceof DataBoolean bool ? (Object) bool.truth() : NullValue.NULL_VALUE;
    }
}
