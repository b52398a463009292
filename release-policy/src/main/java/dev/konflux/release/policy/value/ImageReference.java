package dev.konflux.release.policy.value;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An image reference taken apart loosely: whatever stands between the first and the second {@code @} is the digest.
 *
 * @param repository registry and path
 * @param tag the tag, or empty
 * @param digest the digest, or empty
 */
public record ImageReference(String repository, String tag, String digest) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9.-]+(:[0-9]+)?(/[^\\n]*)?");

    /** The reference that the text says; empty when it says none. */
    public static Optional<ImageReference> parse(String text) {
        String reference = CharMatcher.whitespace().trimFrom(text);
        if (!FORM.matcher(reference).matches() || !reference.contains("/")) {
            return Optional.empty();
        }
        List<String> parts = Splitter.on('@').splitToList(reference);
        String named = parts.get(0);
        int last = named.lastIndexOf('/') + 1;
        List<String> name = Splitter.on(':').splitToList(named.substring(last));
        if (name.size() > 2) {
            return Optional.empty();
        }
        String tag = name.size() > 1 ? name.get(1) : "";
        String digest = parts.size() > 1 ? parts.get(1) : "";
        return Optional.of(new ImageReference(named.substring(0, last) + name.get(0), tag, digest));
    }

    /** The reference that the text says; empty when it is no text or says none. */
    public static Optional<ImageReference> parse(Value text) {
        return text.text().flatMap(ImageReference::parse);
    }

    /** The digest of the reference that the text says. */
    public static Value digestOf(Value text) {
        return Value.ofText(parse(text).map(ImageReference::digest));
    }

    /** The repository of the reference that the text says. */
    public static Value repositoryOf(Value text) {
        return Value.ofText(parse(text).map(ImageReference::repository));
    }

    /** The same repository and tag with another digest. */
    public ImageReference withDigest(String other) {
        return new ImageReference(repository, tag, other);
    }

    /** Whether both name the same image: all parts are equal, or repository and digest are and there is one. */
    public boolean names(ImageReference other) {
        return equals(other)
                || (!digest.isEmpty() && repository.equals(other.repository) && digest.equals(other.digest));
    }

    /** The reference as text; empty without tag and digest. */
    public Optional<String> written() {
        if (repository.isEmpty() || (tag.isEmpty() && digest.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(repository + (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest));
    }
}
