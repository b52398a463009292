package dev.konflux.release.policy;

import com.google.common.collect.ImmutableMap;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing a rule found. It keeps every member that the rule gave it; a result may also be a plain text, then it has a message alone.
 * Equality is that of the values: a text is not equal to an object with the same message.
 */
public final class RuleResult {

    /** The date of rules that name none. */
    static final String ALWAYS_EFFECTIVE = "2022-01-01T00:00:00Z";

    private final Data value;
    private final DataObject members;

    private RuleResult(Data value, DataObject members) {
        this.value = value;
        this.members = members;
    }

    /** The result with these members, among them {@code msg}. */
    public static RuleResult of(DataObject members) {
        return new RuleResult(members, members);
    }

    /** A result that is a plain text: a message alone. */
    public static RuleResult of(String message) {
        Data text = Data.of(message);
        return new RuleResult(text, DataObject.of("msg", text));
    }

    /** The result of a rule: its code, its date (or the beginning of 2022), its collections and the finished message. */
    public static RuleResult of(RuleMetadata rule, String message) {
        ImmutableMap.Builder<String, Data> members = ImmutableMap.builder();
        members.put("code", Data.of(rule.code()));
        if (!rule.collections().isEmpty()) {
            members.put("collections", DataArray.ofTexts(rule.collections()));
        }
        members.put("effective_on", Data.of(rule.effectiveOn().orElse(ALWAYS_EFFECTIVE)));
        members.put("msg", Data.of(message));
        return of(DataObject.of(members.buildOrThrow()));
    }

    /** The value the rule yielded: an object, or a text. */
    public Data value() {
        return value;
    }

    /** Every member of the result. */
    public DataObject members() {
        return members;
    }

    /** The code of the rule, if the result names one. */
    public Optional<String> code() {
        return members.findText("code");
    }

    /** The message; empty when there is none. */
    public String message() {
        return members.findText("msg").orElse("");
    }

    /** What of many things the result is about: one text, or the texts of a list; upstream's empty text is no term. */
    public List<String> terms() {
        Optional<Data> term = members.find("term");
        List<Data> given = term.flatMap(Data::asArray)
                .map(DataArray::items)
                .orElse(term.stream().toList());
        return given.stream()
                .flatMap(one -> one.asText().stream())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The severity the rule gave to this result. */
    public Optional<String> severity() {
        return members.findText("severity");
    }

    /** From when on this result fails, as written. */
    public Optional<String> effectiveOn() {
        return members.findText("effective_on");
    }

    /** The collections that the result says its rule is in. */
    public List<String> collections() {
        return members.items("collections").stream()
                .flatMap(item -> item.asText().stream())
                .toList();
    }

    /** This result about one thing. */
    public RuleResult withTerm(String term) {
        return with("term", Data.of(term));
    }

    /** This result about several things. */
    public RuleResult withTerms(List<String> terms) {
        return with("term", DataArray.ofTexts(terms));
    }

    /** This result with a severity of its own: {@code failure} or {@code warning}. */
    public RuleResult withSeverity(String severity) {
        return with("severity", Data.of(severity));
    }

    /** This result with a date of its own. */
    public RuleResult withEffectiveOn(String date) {
        return with("effective_on", Data.of(date));
    }

    /** This result with any member set. */
    public RuleResult with(String name, Data value) {
        return of(members.with(name, value));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleResult that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** The value as JSON. */
    @Override
    public String toString() {
        return value.toString();
    }
}
