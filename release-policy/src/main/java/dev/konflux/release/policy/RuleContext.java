package dev.konflux.release.policy;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What rules judge by: the input document, the data document, the time and what may be asked of the world. */
public final class RuleContext {

    /** Where rule data is looked for, first found first; the first is the policy's own. */
    private static final List<String> RULE_DATA =
            ImmutableList.of("rule_data__configuration__", "rule_data_custom", "rule_data");

    private final Data input;
    private final DataObject data;
    private final Instant now;
    private final Capabilities capabilities;
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

    private RuleContext(Data input, DataObject data, Instant now, Capabilities capabilities) {
        this.input = input;
        this.data = data;
        this.now = now;
        this.capabilities = capabilities;
    }

    /** The context of one evaluation. */
    public static RuleContext of(Data input, DataObject data, Instant now, Capabilities capabilities) {
        return new RuleContext(input, data, now, capabilities);
    }

    /** The document to be judged; an empty object when there is none. */
    public Data input() {
        return input;
    }

    /** The data document: {@code rule_data}, {@code trusted_tasks}, {@code required-tasks}, {@code config} ... */
    public DataObject data() {
        return data;
    }

    /** The clock of the engine; what is effective goes by {@code data.config.policy.when_ns} where that is given. */
    public Instant now() {
        return now;
    }

    /** What may be asked of registries and signatures. */
    public Capabilities capabilities() {
        return capabilities;
    }

    /**
     * The rule data of that key: from the policy, the user's data, the common data or the built-in defaults, in this order without any
     * merging; an explicit null counts. An empty list when nobody knows the key.
     */
    public Data ruleData(String key) {
        for (String place : RULE_DATA) {
            if (data.member(place) instanceof DataObject known && known.has(key)) {
                return known.find(key).orElseThrow();
            }
        }
        return RuleDataDefaults.of(key);
    }

    /**
     * A value that several rules need and that depends on this context alone, computed at most once for most callers.
     *
     * @param type the class of the value, which is the key
     * @param computation a pure function of the context
     */
    public <T> T derived(Class<T> type, Function<RuleContext, T> computation) {
        T known = type.cast(derived.get(type));
        if (known != null) {
            return known;
        }
        // not computeIfAbsent: one value may ask for another on its way
        T computed = computation.apply(this);
        derived.put(type, computed);
        return computed;
    }

    /** The text in the input at that path. */
    public Optional<String> findInputText(String... path) {
        return input.findText(path);
    }
}
