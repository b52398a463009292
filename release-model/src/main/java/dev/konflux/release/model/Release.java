package dev.konflux.release.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** The wish that one snapshot be released by one plan, and what became of it. */
public final class Release extends Resource {

    static final String API_VERSION = "appstudio.redhat.com/v1alpha1";
    static final String KIND = "Release";

    private Release(DataObject document) {
        super(document, KIND);
    }

    /**
     * The Release that is the given document.
     *
     * @throws IllegalArgumentException when the document claims another kind
     */
    public static Release of(DataObject document) {
        return new Release(document);
    }

    /** Writes a new Release. */
    public static Builder builder() {
        return new Builder(ResourceBuilder.start(API_VERSION, KIND));
    }

    /** Writes a Release that starts as this one. */
    public Builder toBuilder() {
        return new Builder(document());
    }

    /** Name of the snapshot, in the same namespace. */
    public String snapshot() {
        return text("spec", "snapshot");
    }

    /** Name of the plan, in the same namespace. */
    public String releasePlan() {
        return text("spec", "releasePlan");
    }

    /** The release's own data; an empty object when it has none. */
    public DataObject data() {
        return document().findObject("spec", "data").orElse(DataObject.empty());
    }

    /** The release notes in {@code data}. */
    public ReleaseNotes releaseNotes() {
        return ReleaseNotes.in(data());
    }

    /** Days until it expires; absent or 0 means the plan's. */
    public OptionalLong gracePeriodDays() {
        return spec().find("gracePeriodDays")
                .flatMap(Data::asNumber)
                .map(DataNumber::asLong)
                .orElse(OptionalLong.empty());
    }

    /** The user in the author label. */
    public Optional<String> author() {
        return findLabel(MetadataKeys.AUTHOR).filter(author -> !author.isEmpty());
    }

    /** Whether its label says that the integration service made it. */
    public boolean isLabelledAutomated() {
        return findLabel(MetadataKeys.AUTOMATED).filter("true"::equals).isPresent();
    }

    /** Whether its status says that the integration service made it. */
    public boolean isAutomated() {
        return status().find("automated").flatMap(Data::asBoolean).orElse(false);
    }

    /** The user the release was attributed to. */
    public Optional<String> attributedAuthor() {
        return status().findText("attribution", "author").filter(author -> !author.isEmpty());
    }

    /** Whether it was attributed to the plan's author, who stands for automated releases. */
    public boolean isStandingAttribution() {
        return status().find("attribution", "standingAuthorization")
                .flatMap(Data::asBoolean)
                .orElse(false);
    }

    /** What the collectors found; an empty object before they ran. */
    public DataObject collected() {
        return status().findObject("collectors").orElse(DataObject.empty());
    }

    /** What the pipelines left; an empty object before they ran. */
    public DataObject artifacts() {
        return status().findObject("artifacts").orElse(DataObject.empty());
    }

    /** When the operator took it up. */
    public Optional<Instant> startTime() {
        return findTime("status", "startTime");
    }

    /** When it was released or failed. */
    public Optional<Instant> completionTime() {
        return findTime("status", "completionTime");
    }

    /** When it may be removed. */
    public Optional<Instant> expirationTime() {
        return findTime("status", "expirationTime");
    }

    /** Whether it ended well. */
    public boolean isReleased() {
        return findCondition("Released").filter(Condition::isTrue).isPresent();
    }

    /** Whether it failed. */
    public boolean isFailed() {
        return isUnreleasedBecause("Failed");
    }

    /** Whether it is under way. */
    public boolean isReleasing() {
        return isUnreleasedBecause("Progressing");
    }

    private boolean isUnreleasedBecause(String reason) {
        return findCondition("Released")
                .filter(condition -> condition.isFalse() && condition.reason().equals(reason))
                .isPresent();
    }

    /** Writes a Release. */
    public static final class Builder extends ResourceBuilder<Release, Builder> {

        private Builder(DataObject start) {
            super(start);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Sets the snapshot's name. */
        @CanIgnoreReturnValue
        public Builder snapshot(String name) {
            return text(name, "spec", "snapshot");
        }

        /** Sets the plan's name. */
        @CanIgnoreReturnValue
        public Builder releasePlan(String name) {
            return text(name, "spec", "releasePlan");
        }

        /** Sets the release's own data. */
        @CanIgnoreReturnValue
        public Builder data(DataObject data) {
            return set(data, "spec", "data");
        }

        /** Sets the days until it expires. */
        @CanIgnoreReturnValue
        public Builder gracePeriodDays(long days) {
            return set(Data.of(days), "spec", "gracePeriodDays");
        }

        /** Sets the author label. */
        @CanIgnoreReturnValue
        public Builder author(String user) {
            return label(MetadataKeys.AUTHOR, user);
        }

        @Override
        public Release build() {
            return new Release(document());
        }
    }
}
