package dev.konflux.release.testkit.operator;

/** One question the operator asks about a release, in a fixed order. Pure: it looks, and says what is to be done. */
@FunctionalInterface
interface Operation {

    /** What is to be done. A failed look-up leaves as an exception and means that the release is looked at again later. */
    Effect decide(ReleaseView view);
}
