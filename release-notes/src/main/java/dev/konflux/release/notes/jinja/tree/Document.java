package dev.konflux.release.notes.jinja.tree;

import java.util.List;
import java.util.function.Consumer;

/** Walks over trees. */
public final class Document {

    private Document() {}

    /** Shows the given nodes alone. Tree walks are the bulk of compiling, so this does without an iterator. */
    static void each(List<? extends Tree> nodes, Consumer<? super Tree> visitor) {
        for (int i = 0; i < nodes.size(); i++) {
            visitor.accept(nodes.get(i));
        }
    }

    /** Shows the given nodes and every node below them, parents first. */
    public static void forEach(List<? extends Tree> nodes, Consumer<? super Tree> visitor) {
        each(nodes, new Everything(visitor));
    }

    /** Shows the given statements and every statement below them, parents first. */
    public static void forEachStatement(List<Stmt> nodes, Consumer<? super Tree> visitor) {
        each(nodes, new Statements(visitor));
    }

    private record Everything(Consumer<? super Tree> visitor) implements Consumer<Tree> {
        @Override
        public void accept(Tree node) {
            visitor.accept(node);
            node.eachChild(this);
        }
    }

    private record Statements(Consumer<? super Tree> visitor) implements Consumer<Tree> {
        @Override
        public void accept(Tree node) {
            if (node.isStatement()) {
                visitor.accept(node);
                if (!(node instanceof Stmt.Output)) {
                    node.eachChild(this);
                }
            }
        }
    }
}
