package dev.konflux.release.notes.advisory;

import java.math.BigInteger;

/** Hands out numbers of advisories. */
@FunctionalInterface
public interface LiveIds {

    /** The next free number; it is used up by asking. */
    BigInteger reserve();
}
