package dev.konflux.release.notes;

import java.time.Duration;
import org.immutables.value.Value;

/** What one render may use up before it fails. Templates are untrusted code. */
@Value.Immutable
@Value.Style(visibility = Value.Style.ImplementationVisibility.PACKAGE, overshadowImplementation = true)
public interface RenderLimits {

    /** Loop turns, calls and items looked at. */
    @Value.Default
    default long steps() {
        return 5_000_000;
    }

    /** Time. */
    @Value.Default
    default Duration time() {
        return Duration.ofSeconds(10);
    }

    /** Characters written. */
    @Value.Default
    default long outputCharacters() {
        return 16L << 20;
    }

    /** Characters of a string made by an expression, a width or a format. */
    @Value.Default
    default long stringCharacters() {
        return 4L << 20;
    }

    /** Items of a list made by an expression. */
    @Value.Default
    default long listItems() {
        return 1_000_000;
    }

    /** Macros, includes, blocks and recursive loops inside each other. */
    @Value.Default
    default int depth() {
        return 150;
    }

    /** Parts of one nested value that is printed, compared or converted; a part that is met twice counts twice. */
    @Value.Default
    default long nestedValues() {
        return 2_000_000;
    }

    /**
     * Lists and dicts inside each other in such a value. Keys of dicts and the words of errors are walked through within the default limits
     * whatever is set here: what is a key must not depend on who asks, and an error must be told in any case.
     */
    @Value.Default
    default int nestedDepth() {
        return 400;
    }

    /** Bits of an integer made by a product, a power or bytes. Sums grow by one bit a step. */
    @Value.Default
    default int integerBits() {
        return 1 << 16;
    }

    /** Characters of the source of one template. */
    @Value.Default
    default int sourceCharacters() {
        return 4 << 20;
    }

    /** The default limits. */
    static RenderLimits defaults() {
        return builder().build();
    }

    /** Collects limits. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects limits. */
    final class Builder extends ImmutableRenderLimits.Builder {
        Builder() {}
    }
}
