package dev.konflux.release.model.data;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The way from a value to a value inside it: member names and item indexes. Immutable; longer paths share their beginning. */
public final class DataPath {

    /** The path of a value to itself. */
    public static final DataPath ROOT = new DataPath(null, new Step.Item(0));

    private static final Pattern PLAIN_NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]*");

    private final @Nullable DataPath parent;
    private final Step last;

    private DataPath(@Nullable DataPath parent, Step last) {
        this.parent = parent;
        this.last = last;
    }

    /** One step of a path. */
    public sealed interface Step {

        /** The value reached by this step. */
        Optional<Data> from(Data value);

        /** Into the member of that name. */
        record Member(String name) implements Step {
            @Override
            public Optional<Data> from(Data value) {
                return value.find(name);
            }
        }

        /** To the item of that index, counted from 0. */
        record Item(int index) implements Step {
            @Override
            public Optional<Data> from(Data value) {
                return value.asArray()
                        .map(DataArray::items)
                        .filter(items -> index >= 0 && index < items.size())
                        .map(items -> items.get(index));
            }
        }
    }

    /** The path through the given member names. */
    public static DataPath of(String... names) {
        DataPath path = ROOT;
        for (String name : names) {
            path = path.member(name);
        }
        return path;
    }

    /** This path and then the member of that name. */
    public DataPath member(String name) {
        return new DataPath(this, new Step.Member(name));
    }

    /** This path and then the item of that index. */
    public DataPath item(int index) {
        return new DataPath(this, new Step.Item(index));
    }

    /** This path and then the other. */
    public DataPath then(DataPath other) {
        DataPath path = this;
        for (Step step : other.steps()) {
            path = new DataPath(path, step);
        }
        return path;
    }

    /** Whether this is the path of a value to itself. */
    public boolean isRoot() {
        return parent == null;
    }

    /** The steps from the root. */
    public List<Step> steps() {
        Deque<Step> steps = new ArrayDeque<>();
        DataPath path = this;
        while (path.parent != null) {
            steps.addFirst(path.last);
            path = path.parent;
        }
        return List.copyOf(steps);
    }

    /** The value this path leads to. */
    public Optional<Data> in(Data root) {
        Optional<Data> here = Optional.of(root);
        for (Step step : steps()) {
            here = here.flatMap(step::from);
        }
        return here;
    }

    /** As JSONPath writes it: {@code $.mapping.components[0]['signing-secret']}. */
    public String jsonPath() {
        StringBuilder text = new StringBuilder("$");
        steps().forEach(step -> append(step, text));
        return text.toString();
    }

    private static void append(Step step, StringBuilder text) {
        if (step instanceof Step.Item item) {
            text.append('[').append(item.index()).append(']');
        } else if (step instanceof Step.Member member) {
            String name = member.name();
            if (PLAIN_NAME.matcher(name).matches()) {
                text.append('.').append(name);
            } else {
                String escaped = name.replace("\\", "\\\\").replace("'", "\\'");
                text.append("['").append(escaped).append("']");
            }
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof DataPath that)) {
            return false;
        }
        DataPath mine = this;
        DataPath others = that;
        while (mine != others) {
            if (mine.parent == null || others.parent == null || !mine.last.equals(others.last)) {
                return false;
            }
            mine = mine.parent;
            others = others.parent;
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (DataPath path = this; path.parent != null; path = path.parent) {
            hash = 31 * hash + path.last.hashCode();
        }
        return hash;
    }

    /** As people write it: {@code mapping.components[0].name}; empty for the root. */
    @Override
    public String toString() {
        String text = jsonPath().substring(1);
        return text.startsWith(".") ? text.substring(1) : text;
    }
}
