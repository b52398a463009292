package dev.konflux.release.model.admission;

/** Makes the end of a generated name. */
@FunctionalInterface
public interface NameSource {

    /** What follows the prefix, which was already cut to 58 characters; the real cluster takes five random characters. */
    String suffix(String kind, String namespace, String prefix);
}
