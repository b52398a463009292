package dev.konflux.release.testkit.surroundings;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;

/** The signing service and what it signed, held in memory. */
public final class SignaturesInMemory {

    private final List<Signature> signatures = new ArrayList<>();

    /**
     * A signature.
     *
     * @param reference under which name customers pull the image, with its tag
     * @param digest of the signed image
     * @param key name of the signing key
     */
    public record Signature(String reference, String digest, String key) {}

    /** Signs an image. What is signed with the key already is not signed again. */
    @CanIgnoreReturnValue
    public synchronized Signature sign(String reference, String digest, String key) {
        Signature signature = new Signature(reference, digest, key);
        if (!signatures.contains(signature)) {
            signatures.add(signature);
        }
        return signature;
    }

    /** All signatures in the order in which they were made. */
    public synchronized List<Signature> all() {
        return List.copyOf(signatures);
    }
}
