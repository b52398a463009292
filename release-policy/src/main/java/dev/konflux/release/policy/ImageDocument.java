package dev.konflux.release.policy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.EnterpriseContractPolicy;
import dev.konflux.release.model.Snapshot;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the document in which rules see an image. Parts that are not given are left out, but {@code attestations}, which is null without
 * any.
 */
public final class ImageDocument {

    private final List<Data> attestations = new ArrayList<>();
    private DataObject image;
    private DataObject rest = DataObject.empty();

    private ImageDocument(String reference) {
        this.image = DataObject.of("ref", Data.of(reference));
    }

    /** Starts the document of an image, {@code repository@digest} without a tag. */
    public static ImageDocument of(String reference) {
        return new ImageDocument(reference);
    }

    /** Adds an attestation: an in-toto statement whose signatures are checked already, and what is known of them. */
    @CanIgnoreReturnValue
    public ImageDocument attestation(DataObject statement, DataObject... signatures) {
        attestations.add(DataObject.of("statement", statement, "signatures", DataArray.of(signatures)));
        return this;
    }

    /** Sets the signatures of the image itself. */
    @CanIgnoreReturnValue
    public ImageDocument signatures(List<DataObject> signatures) {
        return image("signatures", DataArray.of(signatures));
    }

    /** Sets the inner configuration of the image: labels, environment ... */
    @CanIgnoreReturnValue
    public ImageDocument config(DataObject config) {
        return image("config", config);
    }

    /** Sets the image this one was built on, and its inner configuration. */
    @CanIgnoreReturnValue
    public ImageDocument parent(String reference, DataObject config) {
        return image("parent", DataObject.of("ref", Data.of(reference), "config", config));
    }

    /** Sets the parsed documents of the image (an operator's manifests) by their paths. */
    @CanIgnoreReturnValue
    public ImageDocument files(DataObject documentsByPath) {
        return image("files", documentsByPath);
    }

    /** Sets where the image was built from, as the Snapshot's component says. */
    @CanIgnoreReturnValue
    public ImageDocument source(DataObject source) {
        return image("source", source);
    }

    private ImageDocument image(String name, Data value) {
        image = image.with(name, value);
        return this;
    }

    /** Sets the Snapshot that is released. */
    @CanIgnoreReturnValue
    public ImageDocument snapshot(Snapshot snapshot) {
        rest = rest.with("snapshot", snapshot.spec());
        return this;
    }

    /** Sets the component of the Snapshot that the image belongs to. */
    @CanIgnoreReturnValue
    public ImageDocument component(String name) {
        rest = rest.with("component_name", Data.of(name));
        return this;
    }

    /** Sets the policy, as rules about the policy itself need it. */
    @CanIgnoreReturnValue
    public ImageDocument policy(EnterpriseContractPolicy policy) {
        rest = rest.with("policy_spec", policy.spec());
        return this;
    }

    /** The document. */
    public DataObject build() {
        DataObject.Builder document = DataObject.builder();
        document.put("attestations", attestations.isEmpty() ? Data.nothing() : DataArray.of(attestations));
        return document.put("image", image).putAll(rest).build();
    }
}
