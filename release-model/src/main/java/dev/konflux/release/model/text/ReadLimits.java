package dev.konflux.release.model.text;

/**
 * What a reader accepts before it refuses a text.
 *
 * @param characters longest text
 * @param depth deepest nesting of objects and arrays
 * @param aliasedNodes most nodes that aliases may add to one document
 */
public record ReadLimits(int characters, int depth, int aliasedNodes) {

    /** 64 Mi characters, depth 500, a million aliased nodes. */
    public static final ReadLimits DEFAULT = new ReadLimits(64 << 20, 500, 1_000_000);
}
