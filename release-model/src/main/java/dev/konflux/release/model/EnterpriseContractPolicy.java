package dev.konflux.release.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Optional;

/** Which rules a release must follow, and who has signed. */
public final class EnterpriseContractPolicy extends Resource {

    static final String API_VERSION = "appstudio.redhat.com/v1alpha1";
    static final String KIND = "EnterpriseContractPolicy";

    private EnterpriseContractPolicy(DataObject document) {
        super(document, KIND);
    }

    /**
     * The EnterpriseContractPolicy that is the given document.
     *
     * @throws IllegalArgumentException when the document claims another kind
     */
    public static EnterpriseContractPolicy of(DataObject document) {
        return new EnterpriseContractPolicy(document);
    }

    /** Writes a new EnterpriseContractPolicy. */
    public static Builder builder() {
        return new Builder(ResourceBuilder.start(API_VERSION, KIND));
    }

    /** Writes an EnterpriseContractPolicy that starts as this one. */
    public Builder toBuilder() {
        return new Builder(document());
    }

    /** What the policy is for, in a few words. */
    public Optional<String> description() {
        return spec().findText("description");
    }

    /** The groups of rules in document order. */
    public List<PolicySource> sources() {
        return Part.parts(spec(), PolicySource::of, "sources");
    }

    /** Key images must be signed with, or a reference to it. */
    public Optional<String> publicKey() {
        return spec().findText("publicKey");
    }

    /** The transparency log. */
    public Optional<String> rekorUrl() {
        return spec().findText("rekorUrl");
    }

    /** Who has to have signed images that are signed without a key. */
    public Optional<SignerIdentity> identity() {
        return spec().findObject("identity").map(SignerIdentity::of);
    }

    /** Rules switched on and off for all groups, the older way. */
    public Optional<PolicyConfiguration> configuration() {
        return spec().findObject("configuration").map(PolicyConfiguration::of);
    }

    /** Writes an EnterpriseContractPolicy. */
    public static final class Builder extends ResourceBuilder<EnterpriseContractPolicy, Builder> {

        private Builder(DataObject start) {
            super(start);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Sets what the policy is for. */
        @CanIgnoreReturnValue
        public Builder description(String description) {
            return text(description, "spec", "description");
        }

        /** Adds a group of rules. */
        @CanIgnoreReturnValue
        public Builder source(PolicySource source) {
            return append(source.data(), "spec", "sources");
        }

        /** Sets the key images must be signed with. */
        @CanIgnoreReturnValue
        public Builder publicKey(String key) {
            return text(key, "spec", "publicKey");
        }

        /** Sets who has to have signed images that are signed without a key. */
        @CanIgnoreReturnValue
        public Builder identity(SignerIdentity identity) {
            return set(identity.data(), "spec", "identity");
        }

        /** Sets the transparency log. */
        @CanIgnoreReturnValue
        public Builder rekorUrl(String url) {
            return text(url, "spec", "rekorUrl");
        }

        @Override
        public EnterpriseContractPolicy build() {
            return new EnterpriseContractPolicy(document());
        }
    }
}
