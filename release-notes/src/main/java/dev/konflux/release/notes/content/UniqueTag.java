package dev.konflux.release.notes.content;

import dev.konflux.release.model.releasedata.Located;
import java.util.regex.Pattern;

/** Finds the tag that names one build among the tags of an image. */
public final class UniqueTag {

    private static final Pattern WITH_TIME = Pattern.compile("(rhel-)?v?[0-9]+\\.[0-9]+(\\.[0-9]+)?-[0-9]{8,}");

    private UniqueTag() {}

    /** The longest tag that carries a version and a time, the first of equally long ones; empty when there is none. */
    public static String of(Located tags) {
        String longest = "";
        for (Located item : tags.items()) {
            String tag = item.text();
            if (WITH_TIME.matcher(tag).find() && length(tag) > length(longest)) {
                longest = tag;
            }
        }
        return longest;
    }

    private static int length(String tag) {
        return tag.codePointCount(0, tag.length());
    }
}
