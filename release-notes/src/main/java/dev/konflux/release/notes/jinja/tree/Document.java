package dev.konflux.release.notes.jinja.tree;

import java.util.List;
import java.util.function.Consumer;

/** Walks over trees. */
public final class Document {

    private Document() {}

    /** Shows every node below the given ones, parents first. */
    public static void forEach(List<? extends Tree> nodes, Consumer<Tree> visitor) {
        for (Tree node : nodes) {
            visitor.accept(node);
            forEach(node.children(), visitor);
        }
    }
}
