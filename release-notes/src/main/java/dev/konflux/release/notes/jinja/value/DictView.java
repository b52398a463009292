package dev.konflux.release.notes.jinja.value;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code keys()}, {@code values()} and {@code items()} of a dict give: a live view. */
public final class DictView extends PyObject {

    /** Which part of the dict is seen. */
    public enum Part {
        KEYS("dict_keys"),
        VALUES("dict_values"),
        ITEMS("dict_items");

        private final String typeName;

        Part(String typeName) {
            this.typeName = typeName;
        }
    }

    private final PyDict dict;
    private final Part part;

    DictView(PyDict dict, Part part) {
        this.dict = dict;
        this.part = part;
    }

    private List<Object> items() {
        return switch (part) {
            case KEYS -> dict.keys();
            case VALUES -> dict.values();
            case ITEMS -> dict.pairs();
        };
    }

    @Override
    public String typeName() {
        return part.typeName;
    }

    @Override
    public void repr(Printer out) {
        out.append(part.typeName + "(");
        out.repr(new PyList(items()));
        out.append(")");
    }

    @Override
    public boolean truth() {
        return dict.truth();
    }

    @Override
    public int length() {
        return dict.length();
    }

    @Override
    public Iterator<Object> iterator() {
        return dict.guarded(items().iterator());
    }

    @Override
    public @Nullable Boolean contains(Object candidate) {
        return part == Part.KEYS ? dict.contains(candidate) : null;
    }

    /** Whether it is like a set: what can be taken away from it, and it from other collections. */
    boolean isSetLike() {
        return part != Part.VALUES;
    }

    @Override
    public @Nullable Object attribute(String name, Interpreter runtime) {
        return isSetLike() && name.equals("isdisjoint")
                ? PyFunction.method(name, this, (caller, args) -> isDisjoint(args.at(0), caller))
                : null;
    }

    private boolean isDisjoint(Object other, Interpreter runtime) {
        return Iteration.list(other, runtime).stream().noneMatch(item -> Iteration.contains(this, item, runtime));
    }

    @Override
    public boolean isEqualTo(Object other) {
        return isSetLike()
                && other instanceof DictView that
                && part == that.part
                && PySet.areEqual(items(), that.items());
    }

    @Override
    public int hash() {
        throw Equality.unhashable(part.typeName);
    }
}
