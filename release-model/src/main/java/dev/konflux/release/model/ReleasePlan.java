package dev.konflux.release.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import java.util.Optional;

/** A team's standing intention to release one application or component group. */
public final class ReleasePlan extends Resource {

    /** Days a release is kept when a plan does not say. */
    public static final long DEFAULT_GRACE_PERIOD_DAYS = 7;

    static final String API_VERSION = "appstudio.redhat.com/v1alpha1";
    static final String KIND = "ReleasePlan";

    private ReleasePlan(DataObject document) {
        super(document, KIND);
    }

    /**
     * The ReleasePlan that is the given document.
     *
     * @throws IllegalArgumentException when the document claims another kind
     */
    public static ReleasePlan of(DataObject document) {
        return new ReleasePlan(document);
    }

    /** Writes a new ReleasePlan. */
    public static Builder builder() {
        return new Builder(ResourceBuilder.start(API_VERSION, KIND));
    }

    /** Writes a ReleasePlan that starts as this one. */
    public Builder toBuilder() {
        return new Builder(document());
    }

    /** The application; empty text for a plan of a component group. */
    public String application() {
        return text("spec", "application");
    }

    /** The component group; empty text for a plan of an application. */
    public String componentGroup() {
        return text("spec", "componentGroup");
    }

    /** The application, or the component group when there is no application: the name admissions are asked for. */
    public String groupName() {
        return application().isEmpty() ? componentGroup() : application();
    }

    /** The managed namespace; absent for a plan that only releases inside its own. */
    public Optional<String> target() {
        return spec().findText("target").filter(target -> !target.isEmpty());
    }

    /** The pipeline that runs in the plan's namespace before the managed one. */
    public Optional<Pipeline> tenantPipeline() {
        return spec().findObject("tenantPipeline").map(Pipeline::of);
    }

    /** The pipeline that runs in the plan's namespace last, also after failures. */
    public Optional<Pipeline> finalPipeline() {
        return spec().findObject("finalPipeline").map(Pipeline::of);
    }

    /** The collectors that run in the plan's namespace. */
    public Optional<CollectorSettings> collectors() {
        return spec().findObject("collectors").map(CollectorSettings::of);
    }

    /** The plan's data; an empty object when it has none. */
    public DataObject data() {
        return spec().findObject("data").orElse(DataObject.empty());
    }

    /** The release notes in {@code data}. */
    public ReleaseNotes releaseNotes() {
        return ReleaseNotes.in(data());
    }

    /** The mapping in {@code data}. */
    public Mapping mapping() {
        return Mapping.in(data());
    }

    /** Days a release is kept. The schema fills in {@value #DEFAULT_GRACE_PERIOD_DAYS} where the field is missing. */
    public long releaseGracePeriodDays() {
        return spec().find("releaseGracePeriodDays")
                .flatMap(Data::asNumber)
                .map(DataNumber::asLong)
                .filter(days -> days.isPresent())
                .map(days -> days.getAsLong())
                .orElse(DEFAULT_GRACE_PERIOD_DAYS);
    }

    /** The CEL expression that decides about automatic releases instead of the label. */
    public Optional<String> autoReleaseExpression() {
        return findAnnotation(MetadataKeys.AUTO_RELEASE).filter(text -> !text.isEmpty());
    }

    /** Whether the label lets snapshots be released automatically: any text but {@code false} does, and so does no label. */
    public boolean isAutoRelease() {
        return findLabel(MetadataKeys.AUTO_RELEASE).filter("false"::equals).isEmpty();
    }

    /** Whether the plan's author stands for automated releases. */
    public boolean hasStandingAttribution() {
        return findLabel(MetadataKeys.STANDING_ATTRIBUTION)
                .filter("true"::equals)
                .isPresent();
    }

    /** The user in the author label. */
    public Optional<String> author() {
        return findLabel(MetadataKeys.AUTHOR).filter(author -> !author.isEmpty());
    }

    /** The admission the plan names directly by its label. */
    public Optional<String> releasePlanAdmission() {
        return findLabel(MetadataKeys.RELEASE_PLAN_ADMISSION).filter(name -> !name.isEmpty());
    }

    /** Writes a ReleasePlan. */
    public static final class Builder extends OwnedBuilder<ReleasePlan, Builder> {

        private Builder(DataObject start) {
            super(start);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Sets the managed namespace. */
        @CanIgnoreReturnValue
        public Builder target(String namespace) {
            return text(namespace, "spec", "target");
        }

        /** Sets the pipeline that runs before the managed one. */
        @CanIgnoreReturnValue
        public Builder tenantPipeline(Pipeline pipeline) {
            return set(pipeline.data(), "spec", "tenantPipeline");
        }

        /** Sets the pipeline that runs last. */
        @CanIgnoreReturnValue
        public Builder finalPipeline(Pipeline pipeline) {
            return set(pipeline.data(), "spec", "finalPipeline");
        }

        /** Sets the collectors. */
        @CanIgnoreReturnValue
        public Builder collectors(CollectorSettings collectors) {
            return set(collectors.data(), "spec", "collectors");
        }

        /** Sets the plan's data. */
        @CanIgnoreReturnValue
        public Builder data(DataObject data) {
            return set(data, "spec", "data");
        }

        /** Sets the days a release is kept. */
        @CanIgnoreReturnValue
        public Builder releaseGracePeriodDays(long days) {
            return set(Data.of(days), "spec", "releaseGracePeriodDays");
        }

        /** Sets the auto-release label. */
        @CanIgnoreReturnValue
        public Builder autoRelease(boolean wanted) {
            return label(MetadataKeys.AUTO_RELEASE, Boolean.toString(wanted));
        }

        /** Sets the CEL expression that decides about automatic releases. */
        @CanIgnoreReturnValue
        public Builder autoReleaseExpression(String expression) {
            return annotation(MetadataKeys.AUTO_RELEASE, expression);
        }

        /** Sets the standing-attribution label. */
        @CanIgnoreReturnValue
        public Builder standingAttribution(boolean wanted) {
            return label(MetadataKeys.STANDING_ATTRIBUTION, Boolean.toString(wanted));
        }

        /** Sets the author label. */
        @CanIgnoreReturnValue
        public Builder author(String user) {
            return label(MetadataKeys.AUTHOR, user);
        }

        /** Sets the label that names the admission directly. */
        @CanIgnoreReturnValue
        public Builder releasePlanAdmission(String name) {
            return label(MetadataKeys.RELEASE_PLAN_ADMISSION, name);
        }

        @Override
        public ReleasePlan build() {
            return new ReleasePlan(document());
        }
    }
}
