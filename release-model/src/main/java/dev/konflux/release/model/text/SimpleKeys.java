package dev.konflux.release.model.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words that become keys if a colon follows in the same line and near enough: at most one for each level of flow collections.
 *
 * <p>The cluster's reader forgets that a flow collection may be a key when the collection closes without having held a word of its own.
 */
final class SimpleKeys {

    private static final int FARTHEST_COLON = 1024;

    private final YamlText text;
    private final Dialect dialect;
    private final List<SimpleKey> levels = new ArrayList<>();

    SimpleKeys(YamlText text, Dialect dialect) {
        this.text = text;
        this.dialect = dialect;
        levels.add(new SimpleKey(0, new YamlMark(0, 0, 0), false, false));
    }

    /** A word that may be a key. */
    static final class SimpleKey {
        final int token;
        final YamlMark mark;
        private final boolean required;
        private boolean possible;
        private boolean expected;

        private SimpleKey(int token, YamlMark mark, boolean required, boolean possible) {
            this.token = token;
            this.mark = mark;
            this.required = required;
            this.possible = possible;
            this.expected = possible;
        }
    }

    int level() {
        return levels.size() - 1;
    }

    /** The token that comes next may be a key; it must be one if nothing else may begin where it stands. */
    void save(int token, boolean required) {
        remove();
        levels.set(level(), new SimpleKey(token, text.mark(), required, true));
    }

    /** No key is possible any more on this level. */
    void remove() {
        SimpleKey key = levels.get(level());
        if (key.possible) {
            refuseRequired(key);
            drop(key);
        }
    }

    private static void drop(SimpleKey key) {
        key.possible = false;
        key.expected = false;
    }

    void enter(int token) {
        levels.add(new SimpleKey(token, text.mark(), false, false));
    }

    void leave() {
        if (level() == 0) {
            return;
        }
        SimpleKey last = levels.remove(level());
        if (dialect == Dialect.CLUSTER) {
            for (SimpleKey key : levels) {
                key.expected &= key.token != last.token;
            }
        }
    }

    /** The key whose colon has been found, if there is one. */
    @Nullable
    SimpleKey take() {
        SimpleKey key = levels.get(level());
        if (!isValid(key)) {
            return null;
        }
        drop(key);
        return key;
    }

    /** Whether it has to be seen first whether a token is a key. */
    boolean mayBeKey(int token) {
        expire();
        for (int level = level(); level >= 0; level--) {
            SimpleKey key = levels.get(level);
            if (key.expected && key.token == token) {
                return isValid(key);
            }
        }
        return false;
    }

    /** Python's reader gives up keys as soon as it has gone past them, the cluster's when it asks for them. */
    void expire() {
        if (dialect == Dialect.PYTHON) {
            levels.forEach(this::isValid);
        }
    }

    private boolean isValid(SimpleKey key) {
        if (key.possible && (key.mark.line() < text.line() || key.mark.index() + FARTHEST_COLON < text.index())) {
            refuseRequired(key);
            key.possible = false;
        }
        return key.possible;
    }

    private void refuseRequired(SimpleKey key) {
        if (key.required) {
            throw text.faults().inToken(text.mark(), key.mark, "could not find expected ':'");
        }
    }
}
