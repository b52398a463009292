package dev.konflux.release.notes.jinja.value;

import dev.konflux.release.notes.jinja.fault.Fault;
import dev.konflux.release.notes.jinja.fault.FaultKind;
import java.util.function.LongSupplier;

/** What one render may still use up. Not shared between threads. */
public final class Budget {

    private static final long CLOCK_EVERY = 512;

    private final Allowance allowance;
    private final LongSupplier nanoTime;
    private final long deadline;
    private long steps;
    private long nextLook;
    private int depth;

    /** A fresh budget. */
    public Budget(Allowance allowance, LongSupplier nanoTime) {
        this.allowance = allowance;
        this.nanoTime = nanoTime;
        this.deadline = nanoTime.getAsLong() + allowance.nanos();
        this.nextLook = CLOCK_EVERY;
    }

    /**
     * What a render may use.
     *
     * @param steps loop turns, calls and items looked at
     * @param nanos time
     * @param output characters written
     * @param text characters of one string made
     * @param items items of one list or range made
     * @param depth macros, includes, blocks and recursive loops inside each other
     * @param nestedValues parts of one value that is printed, compared or converted
     * @param nestedDepth lists and dicts inside each other in such a value
     * @param integerBits bits of one integer made
     */
    public record Allowance(
            long steps,
            long nanos,
            long output,
            long text,
            long items,
            int depth,
            long nestedValues,
            int nestedDepth,
            int integerBits) {}

    /** Takes one step. */
    public void step() {
        charge(1);
    }

    /** Takes many steps at once. */
    public void charge(long count) {
        steps += count;
        if (steps >= nextLook) {
            look();
        }
    }

    private void look() {
        if (steps > allowance.steps()) {
            throw Fault.limit("the template needs more than " + allowance.steps() + " steps");
        }
        if (nanoTime.getAsLong() - deadline > 0) {
            throw Fault.limit("the template needs more than " + allowance.nanos() / 1_000_000 + " ms");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw Fault.limit("the rendering thread was interrupted");
        }
        nextLook = steps + CLOCK_EVERY;
    }

    /** Refuses a string that would be too long, before it is made. */
    public void text(long length) {
        grown(length);
        charge(length >> 6);
    }

    /** Refuses a string that has become too long while it is made part by part; the parts were counted as steps. */
    public void grown(long length) {
        if (length > allowance.text()) {
            throw tooLong(length);
        }
    }

    private Fault tooLong(long length) {
        return Fault.limit("a string of " + length + " characters; at most " + allowance.text() + " are allowed");
    }

    /** The longest string that may be made. */
    public long longestText() {
        return allowance.text();
    }

    /** How deep a value may be nested that is printed, compared or converted. */
    public int nestedDepth() {
        return allowance.nestedDepth();
    }

    /** A walk through a value that is printed, compared or converted. */
    public Walk walk() {
        return new Walk(allowance.nestedValues(), allowance.nestedDepth());
    }

    /** The longest collection that may be made. */
    public long mostItems() {
        return allowance.items();
    }

    /** Refuses an integer that would be too large, before it is made. */
    public void integer(long bits) {
        if (bits > allowance.integerBits()) {
            throw Fault.limit("an integer of more than " + allowance.integerBits() + " bits");
        }
    }

    /** Refuses a collection that would be too long, before it is made. */
    public void items(long count) {
        if (count > allowance.items()) {
            throw Fault.limit("a collection of " + count + " items; at most " + allowance.items() + " are allowed");
        }
        charge(count >> 2);
    }

    /** Refuses output that has become too long. */
    public void output(int length) {
        if (length > allowance.output()) {
            throw Fault.limit("the output is longer than " + allowance.output() + " characters");
        }
    }

    /** Goes one level deeper. */
    public void enter() {
        if (++depth > allowance.depth()) {
            throw new Fault(FaultKind.RECURSION, "maximum recursion depth exceeded");
        }
        charge(4);
    }

    /** Comes back from a level. */
    public void leave() {
        depth--;
    }
}
