package dev.konflux.release.notes.jinja.tree;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call, filter or test.
 *
 * @param positional the positional ones
 * @param keywords the named ones
 * @param spread what stands after {@code *}
 * @param spreadKeywords what stands after {@code **}
 */
public record Arguments(
        List<Expr> positional,
        List<Keyword> keywords,
        @Nullable Expr spread,
        @Nullable Expr spreadKeywords) {

    /** No arguments. */
    public static final Arguments NONE = new Arguments(List.of(), List.of(), null, null);

    /** A named argument. */
    public record Keyword(String name, Expr value) {}

    /** Whether there is none at all. */
    public boolean isEmpty() {
        return positional.isEmpty() && keywords.isEmpty() && spread == null && spreadKeywords == null;
    }

    void eachChild(Consumer<? super Tree> visitor) {
        Document.each(positional, visitor);
        keywords.forEach(keyword -> visitor.accept(keyword.value()));
        Expr.present(spread, visitor);
        Expr.present(spreadKeywords, visitor);
    }
}
