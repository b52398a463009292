package dev.konflux.release.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.List;

/** Which components learn of new builds of which others. */
public final class NudgeConfig extends Resource {

    static final String API_VERSION = "appstudio.redhat.com/v1beta2";
    static final String KIND = "NudgeConfig";

    private NudgeConfig(DataObject document) {
        super(document, KIND);
    }

    /**
     * The NudgeConfig that is the given document.
     *
     * @throws IllegalArgumentException when the document claims another kind
     */
    public static NudgeConfig of(DataObject document) {
        return new NudgeConfig(document);
    }

    /** Writes a new NudgeConfig. */
    public static Builder builder() {
        return new Builder(ResourceBuilder.start(API_VERSION, KIND));
    }

    /** Writes a NudgeConfig that starts as this one. */
    public Builder toBuilder() {
        return new Builder(document());
    }

    /** The nudges in document order. */
    public List<Nudge> nudges() {
        return Part.parts(spec(), Nudge::of, "nudges");
    }

    /** Writes a NudgeConfig. */
    public static final class Builder extends ResourceBuilder<NudgeConfig, Builder> {

        private Builder(DataObject start) {
            super(start);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Adds a nudge. */
        @CanIgnoreReturnValue
        public Builder nudge(String from, String to) {
            return append(DataObject.of("from", Data.of(from), "to", Data.of(to)), "spec", "nudges");
        }

        @Override
        public NudgeConfig build() {
            return new NudgeConfig(document());
        }
    }
}
