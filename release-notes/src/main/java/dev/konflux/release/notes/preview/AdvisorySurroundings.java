package dev.konflux.release.notes.preview;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.datakeys.RequiredSystems;
import dev.konflux.release.notes.AdvisoryTemplate;
import dev.konflux.release.notes.advisory.AdvisoryRepository;
import dev.konflux.release.notes.advisory.ChecksumMap;
import dev.konflux.release.notes.content.ContentSources;
import dev.konflux.release.notes.content.GitHubRelease;
import dev.konflux.release.notes.content.ImageArchitectures;
import dev.konflux.release.notes.rpm.RpmFilter;
import dev.konflux.release.notes.severity.FlawDatabase;
import dev.konflux.release.notes.tracker.IssueTracker;
import java.time.InstantSource;
import java.util.Optional;

/** The world a preview looks at. Whatever is not given is not looked at, and the preview says so where that matters. */
public final class AdvisorySurroundings {

    private static final String PIPELINE = "rh-advisories";

    private final ImageArchitectures architectures;
    private final AdvisoryRepository repository;
    private final InstantSource clock;
    private final Optional<IssueTracker> tracker;
    private final Optional<FlawDatabase> flaws;
    private final AdvisoryWriter writer;
    private final DataObject signing;
    private final GitHubRelease gitHub;
    private final RequiredSystems systems;
    private final Optional<ChecksumMap> checksums;
    private final Optional<RpmFilter> rpms;

    private AdvisorySurroundings(Builder builder) {
        this.architectures = builder.architectures;
        this.repository = builder.repository;
        this.clock = builder.clock;
        this.tracker = builder.tracker;
        this.flaws = builder.flaws;
        this.writer = builder.writer;
        this.signing = builder.signing;
        this.gitHub = builder.gitHub;
        this.systems = builder.systems;
        this.checksums = builder.checksums;
        this.rpms = builder.rpms;
    }

    /** Starts with what every preview needs. */
    public static Builder of(ImageArchitectures architectures, AdvisoryRepository repository, InstantSource clock) {
        return new Builder(architectures, repository, clock);
    }

    ImageArchitectures architectures() {
        return architectures;
    }

    AdvisoryRepository repository() {
        return repository;
    }

    InstantSource clock() {
        return clock;
    }

    Optional<IssueTracker> tracker() {
        return tracker;
    }

    Optional<FlawDatabase> flaws() {
        return flaws;
    }

    AdvisoryWriter writer() {
        return writer;
    }

    DataObject signing() {
        return signing;
    }

    RequiredSystems systems() {
        return systems;
    }

    Optional<ChecksumMap> checksums() {
        return checksums;
    }

    Optional<RpmFilter> rpms() {
        return rpms;
    }

    ContentSources contentSources() {
        return new ContentSources(architectures, tracker.orElse(IssueTracker.none()), gitHub);
    }

    /** Collects the surroundings. */
    public static final class Builder {

        private final ImageArchitectures architectures;
        private final AdvisoryRepository repository;
        private final InstantSource clock;
        private Optional<IssueTracker> tracker = Optional.empty();
        private Optional<FlawDatabase> flaws = Optional.empty();
        private AdvisoryWriter writer = AdvisoryWriter.by(AdvisoryTemplate.standard());
        private DataObject signing = DataObject.empty();
        private GitHubRelease gitHub = GitHubRelease.NONE;
        private RequiredSystems systems = RequiredSystems.ofPipeline(PIPELINE).orElseThrow();
        private Optional<ChecksumMap> checksums = Optional.empty();
        private Optional<RpmFilter> rpms = Optional.empty();

        private Builder(ImageArchitectures architectures, AdvisoryRepository repository, InstantSource clock) {
            this.architectures = architectures;
            this.repository = repository;
            this.clock = clock;
        }

        /** Where issues are looked up. */
        @CanIgnoreReturnValue
        public Builder tracker(IssueTracker value) {
            this.tracker = Optional.of(value);
            return this;
        }

        /** Where flaws are looked up: their severity, and whether they are public. */
        @CanIgnoreReturnValue
        public Builder flaws(FlawDatabase value) {
            this.flaws = Optional.of(value);
            return this;
        }

        /** What writes the document; the Release Service's own template when nothing else is said. */
        @CanIgnoreReturnValue
        public Builder writer(AdvisoryWriter value) {
            this.writer = value;
            return this;
        }

        /** The data of the config map that names the signing key. */
        @CanIgnoreReturnValue
        public Builder signing(DataObject value) {
            this.signing = value;
            return this;
        }

        /** The release on GitHub, for data that speaks of one. */
        @CanIgnoreReturnValue
        public Builder gitHub(GitHubRelease value) {
            this.gitHub = value;
            return this;
        }

        /** The systems the data has to have settings for; those of the pipeline rh-advisories when nothing else is said. */
        @CanIgnoreReturnValue
        public Builder systems(RequiredSystems value) {
            this.systems = value;
            return this;
        }

        /** The checksums of signed files; without them the package URLs of files stay placeholders. */
        @CanIgnoreReturnValue
        public Builder checksums(ChecksumMap value) {
            this.checksums = Optional.of(value);
            return this;
        }

        /** How packages of an RPM release are found; without it the Snapshot has to list them as {@code rpmsToPublish} already. */
        @CanIgnoreReturnValue
        public Builder rpms(RpmFilter value) {
            this.rpms = Optional.of(value);
            return this;
        }

        /** The surroundings. */
        public AdvisorySurroundings build() {
            return new AdvisorySurroundings(this);
        }
    }
}
