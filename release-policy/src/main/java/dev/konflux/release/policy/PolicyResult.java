package dev.konflux.release.policy;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One violation, warning or success of a verdict: a message and what is known about it. */
public final class PolicyResult {

    /** The order of reports: by code, first term, message. */
    public static final Comparator<PolicyResult> REPORT_ORDER = Comparator.<PolicyResult, String>comparing(
                    result -> result.code().orElse(""))
            .thenComparing(result -> result.terms().stream().findFirst().orElse(""))
            .thenComparing(PolicyResult::message);

    private static final List<String> SHORT = List.of("code", "effective_on", "term");

    private final DataObject document;

    private PolicyResult(DataObject document) {
        this.document = document;
    }

    /** The result in its JSON form: {@code msg} and {@code metadata}. */
    public static PolicyResult of(DataObject document) {
        return new PolicyResult(document);
    }

    /** A message about which nothing is known. */
    public static PolicyResult of(String message) {
        return new PolicyResult(DataObject.of("msg", Data.of(message)));
    }

    static PolicyResult of(String message, DataObject metadata) {
        return new PolicyResult(DataObject.of("msg", Data.of(message), "metadata", metadata));
    }

    static PolicyResult of(RuleResult found) {
        return of(found.message(), found.members().without("msg"));
    }

    /** The JSON form: {@code msg} and, where anything is known, {@code metadata}. */
    public DataObject document() {
        return document;
    }

    /** The message; empty when there is none. */
    public String message() {
        return document.findText("msg").orElse("");
    }

    /** What is known about the result: code, title, description, term ... */
    public DataObject metadata() {
        return document.findObject("metadata").orElse(DataObject.empty());
    }

    /** The code of the rule. */
    public Optional<String> code() {
        return metadata().findText("code");
    }

    /** What the result is about. */
    public List<String> terms() {
        return RuleResult.of(metadata()).terms();
    }

    /** The headline of the rule. */
    public Optional<String> title() {
        return metadata().findText("title");
    }

    /** What the rule checks, for violations also how to exclude it. */
    public Optional<String> description() {
        return metadata().findText("description");
    }

    /** How to satisfy the rule. */
    public Optional<String> solution() {
        return metadata().findText("solution");
    }

    /** From when on the result fails, unless that is long past. */
    public Optional<String> effectiveOn() {
        return metadata().findText("effective_on");
    }

    /** The collections of the rule. */
    public List<String> collections() {
        return RuleResult.of(metadata()).collections();
    }

    /** The rules without whose success this result means nothing; empty when it depends on none. */
    Optional<List<String>> findDependencies() {
        return metadata()
                .find("depends_on")
                .flatMap(Data::asArray)
                .map(list -> list.items().stream()
                        .flatMap(code -> code.asText().stream())
                        .toList());
    }

    /** The result as reports show it: with all that is known, or only code, date and term. */
    public PolicyResult shown(boolean detailed) {
        DataObject shown = metadata();
        if (!detailed) {
            DataObject.Builder kept = DataObject.builder();
            SHORT.forEach(name -> metadata().find(name).ifPresent(value -> kept.put(name, value)));
            shown = kept.build();
        }
        return shown.isEmpty() ? new PolicyResult(document.without("metadata")) : withMetadata(shown);
    }

    PolicyResult withMessage(String message) {
        return new PolicyResult(document.with("msg", Data.of(message)));
    }

    PolicyResult withMetadata(DataObject metadata) {
        return new PolicyResult(document.with("metadata", metadata));
    }

    PolicyResult with(String name, String text) {
        return text.isEmpty() ? this : withMetadata(metadata().with(name, Data.of(text)));
    }

    PolicyResult with(String name, List<String> texts) {
        return texts.isEmpty() ? this : withMetadata(metadata().with(name, DataArray.ofTexts(texts)));
    }

    PolicyResult without(String name) {
        return metadata().has(name) ? withMetadata(metadata().without(name)) : this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PolicyResult that && document.equals(that.document);
    }

    @Override
    public int hashCode() {
        return document.hashCode();
    }

    /** Code and message. */
    @Override
    public String toString() {
        return code().map(code -> code + ": ").orElse("") + message();
    }
}
