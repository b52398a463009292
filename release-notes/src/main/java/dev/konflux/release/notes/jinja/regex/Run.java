package dev.konflux.release.notes.jinja.regex;

import java.util.Arrays;

/** One try of an expression on a text: where its groups are, and what each step costs. */
final class Run {

    private static final long MISSING = -1;

    private final int[] text;
    private final Runnable step;
    private final long[] groups;

    Run(int[] text, int groups, Runnable step) {
        this.text = text;
        this.step = step;
        this.groups = new long[groups];
        Arrays.fill(this.groups, MISSING);
    }

    void step() {
        step.run();
    }

    int length() {
        return text.length;
    }

    int character(int at) {
        return text[at];
    }

    /** Where a group starts, or -1. */
    int start(int number) {
        return groups[number] == MISSING ? -1 : (int) (groups[number] >> 32);
    }

    /** Where a group ends, or -1. */
    int end(int number) {
        return (int) groups[number];
    }

    long group(int number) {
        return groups[number];
    }

    void remember(int number, int start, int end) {
        groups[number] = ((long) start << 32) | end;
    }

    /** Takes a memory back; always false, as that is done when something did not match. */
    boolean restore(int number, long group) {
        groups[number] = group;
        return false;
    }

    long[] groups() {
        return groups.clone();
    }

    void restore(long[] before) {
        System.arraycopy(before, 0, groups, 0, groups.length);
    }
}
