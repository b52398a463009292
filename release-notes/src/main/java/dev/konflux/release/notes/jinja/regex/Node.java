package dev.konflux.release.notes.jinja.regex;

import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A part of an expression. It is tried at a position and hands each position it can end at to what follows, until that is content. */
sealed interface Node {

    /** What follows a part. */
    @FunctionalInterface
    interface Next {
        boolean at(int position);
    }

    /** Whether the part matches at a position in a way that what follows matches, too. */
    boolean match(Run run, int at, Next next);

    /** How many characters it can take. */
    Width width();

    /** One character. */
    record One(IntPredicate set) implements Node {
        boolean takes(Run run, int at) {
            run.step();
            return at < run.length() && set.test(run.character(at));
        }

        @Override
        public boolean match(Run run, int at, Next next) {
            return takes(run, at) && next.at(at + 1);
        }

        @Override
        public Width width() {
            return Width.ONE;
        }
    }

    /** A place, which takes no character. */
    record Place(Condition condition) implements Node {
        /** Whether a position is such a place. */
        @FunctionalInterface
        interface Condition {
            boolean holds(Run run, int at);
        }

        @Override
        public boolean match(Run run, int at, Next next) {
            run.step();
            return condition.holds(run, at) && next.at(at);
        }

        @Override
        public Width width() {
            return Width.NONE;
        }
    }

    /** Parts one after the other. */
    record Sequence(List<Node> parts) implements Node {
        @Override
        public boolean match(Run run, int at, Next next) {
            return from(0, run, at, next);
        }

        private boolean from(int index, Run run, int start, Next next) {
            int at = start;
            int i = index;
            while (i < parts.size() && parts.get(i) instanceof One one) {
                if (!one.takes(run, at)) {
                    return false;
                }
                at++;
                i++;
            }
            if (i == parts.size()) {
                return next.at(at);
            }
            int following = i + 1;
            return parts.get(i).match(run, at, position -> from(following, run, position, next));
        }

        @Override
        public Width width() {
            return parts.stream().map(Node::width).reduce(Width.NONE, Width::plus);
        }
    }

    /** One of several parts; the first that fits is taken. */
    record Alternatives(List<Node> branches) implements Node {
        @Override
        public boolean match(Run run, int at, Next next) {
            for (Node branch : branches) {
                run.step();
                if (branch.match(run, at, next)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Width width() {
            return branches.stream().map(Node::width).reduce(branches.get(0).width(), Width::or);
        }
    }

    /** A part several times. */
    record Repeat(Node part, int least, int most, boolean greedy) implements Node {
        @Override
        public boolean match(Run run, int at, Next next) {
            return part instanceof One one ? characters(one, run, at, next) : further(run, 0, at, -1, next);
        }

        private boolean characters(One one, Run run, int start, Next next) {
            int at = start;
            while (at - start < (greedy ? most : least) && one.takes(run, at)) {
                at++;
            }
            if (at - start < least) {
                return false;
            }
            if (greedy) {
                while (at > start + least && !next.at(at)) {
                    run.step();
                    at--;
                }
                return at > start + least || next.at(at);
            }
            while (!next.at(at)) {
                if (at - start >= most || !one.takes(run, at)) {
                    return false;
                }
                at++;
            }
            return true;
        }

        // A turn that took nothing ends the repetition: turns like it could follow for ever.
        private boolean further(Run run, int done, int at, int last, Next next) {
            run.step();
            if (done < least) {
                return again(run, done, at, next);
            }
            boolean mayGoOn = done < most && at != last;
            return greedy
                    ? (mayGoOn && again(run, done, at, next)) || next.at(at)
                    : next.at(at) || (mayGoOn && again(run, done, at, next));
        }

        private boolean again(Run run, int done, int at, Next next) {
            return part.match(run, at, end -> further(run, done + 1, end, at, next));
        }

        @Override
        public Width width() {
            return part.width().times(least, most);
        }
    }

    /** A part whose text is remembered. */
    record Group(int number, Node part) implements Node {
        @Override
        public boolean match(Run run, int at, Next next) {
            return part.match(run, at, end -> {
                long before = run.group(number);
                run.remember(number, at, end);
                return next.at(end) || run.restore(number, before);
            });
        }

        @Override
        public Width width() {
            return part.width();
        }
    }

    /** The text of a group again. */
    record Again(int number, Width width, boolean ignoreCase) implements Node {
        @Override
        public boolean match(Run run, int at, Next next) {
            int start = run.start(number);
            int length = run.end(number) - start;
            if (start < 0 || at + length > run.length()) {
                return false;
            }
            for (int i = 0; i < length; i++) {
                run.step();
                int a = run.character(start + i);
                int b = run.character(at + i);
                if (a != b && !(ignoreCase && Characters.folded(a) == Characters.folded(b))) {
                    return false;
                }
            }
            run.step();
            return next.at(at + length);
        }
    }

    /** A look at what stands before or behind a position. */
    record Look(Node part, boolean behind, boolean wanted) implements Node {
        @Override
        public boolean match(Run run, int at, Next next) {
            run.step();
            int from = behind ? at - (int) part.width().least() : at;
            long[] before = run.groups();
            boolean found = from >= 0 && part.match(run, from, end -> !behind || end == at);
            if (found && wanted && next.at(at)) {
                return true;
            }
            run.restore(before);
            return !found && !wanted && next.at(at);
        }

        @Override
        public Width width() {
            return Width.NONE;
        }
    }

    /** A part that is not tried again in another way once it has matched: a group, or a repetition with a plus behind it. */
    record Atomic(Node part, boolean repeats) implements Node {
        @Override
        public boolean match(Run run, int at, Next next) {
            int[] end = new int[1];
            long[] before = run.groups();
            boolean found = part.match(run, at, position -> {
                end[0] = position;
                return true;
            });
            if (found && next.at(end[0])) {
                return true;
            }
            run.restore(before);
            return false;
        }

        @Override
        public Width width() {
            return part.width();
        }
    }

    /** One part or another, by whether a group has matched. */
    record Conditional(int number, Node yes, @Nullable Node no) implements Node {
        @Override
        public boolean match(Run run, int at, Next next) {
            run.step();
            if (run.start(number) >= 0) {
                return yes.match(run, at, next);
            }
            return no == null ? next.at(at) : no.match(run, at, next);
        }

        @Override
        public Width width() {
            return yes.width().or(no == null ? Width.NONE : no.width());
        }
    }
}
