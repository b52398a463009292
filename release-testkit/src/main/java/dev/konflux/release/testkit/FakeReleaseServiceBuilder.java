package dev.konflux.release.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.ConfigMap;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.Resources;
import dev.konflux.release.testkit.autorelease.PullRequests;
import dev.konflux.release.testkit.operator.OperatorSettings;
import dev.konflux.release.testkit.runs.GitRemotes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** Prepares a {@link FakeReleaseService}. */
public final class FakeReleaseServiceBuilder {

    private static final int USUAL_STORIES = 100_000;
    private static final Instant USUAL_START = Instant.parse("2030-01-01T00:00:00Z");

    Instant start = USUAL_START;
    String user = "developer";
    OperatorSettings settings = OperatorSettings.defaults();
    Function<InstantSource, GitRemotes> remotes = clock -> GitRemotes.anything();
    Optional<PipelineRunner> runner = Optional.empty();
    int mostStories = USUAL_STORIES;
    boolean isOperated = true;
    Optional<PullRequests> pullRequests = Optional.empty();

    FakeReleaseServiceBuilder() {}

    /** Sets the time at which the service starts. */
    @CanIgnoreReturnValue
    public FakeReleaseServiceBuilder at(Instant time) {
        this.start = time;
        return this;
    }

    /** Sets who creates and changes objects. */
    @CanIgnoreReturnValue
    public FakeReleaseServiceBuilder user(String name) {
        this.user = name;
        return this;
    }

    /** Sets the operator's environment. */
    @CanIgnoreReturnValue
    public FakeReleaseServiceBuilder settings(OperatorSettings environment) {
        this.settings = environment;
        return this;
    }

    /** Sets the repositories pipelines are fetched from; usually every branch of every repository exists. */
    @CanIgnoreReturnValue
    public FakeReleaseServiceBuilder remotes(GitRemotes repositories) {
        return remotes(clock -> repositories);
    }

    /** Sets the repositories pipelines are fetched from, which change with the time of the service. */
    @CanIgnoreReturnValue
    public FakeReleaseServiceBuilder remotes(Function<InstantSource, GitRemotes> repositories) {
        this.remotes = repositories;
        return this;
    }

    /** Sets of how many releases the timelines are kept, usually 100,000; those of the oldest are forgotten first. */
    @CanIgnoreReturnValue
    public FakeReleaseServiceBuilder mostTimelines(int releases) {
        this.mostStories = releases;
        return this;
    }

    /** Leaves the operator out: nobody follows up on releases but the test, or an operator that it serves the cluster to. */
    @CanIgnoreReturnValue
    public FakeReleaseServiceBuilder withoutOperator() {
        this.isOperated = false;
        return this;
    }

    /** Lets the integration service take part: it makes Snapshots of builds, tests Snapshots, and releases those that pass. */
    @CanIgnoreReturnValue
    public FakeReleaseServiceBuilder withIntegrationService() {
        return withIntegrationService(PullRequests.allOpen());
    }

    /** Lets the integration service take part, with a git provider that knows which pull requests are open. */
    @CanIgnoreReturnValue
    public FakeReleaseServiceBuilder withIntegrationService(PullRequests provider) {
        this.pullRequests = Optional.of(provider);
        return this;
    }

    /** Sets who runs the pipelines about which the script says nothing. */
    @CanIgnoreReturnValue
    public FakeReleaseServiceBuilder runner(PipelineRunner pipelines) {
        this.runner = Optional.of(pipelines);
        return this;
    }

    /**
     * A service whose cluster holds the given resources, and the ConfigMap with the policy task's defaults that every installation has.
     *
     * @throws dev.konflux.release.testkit.store.ApiException when the cluster does not accept a resource
     */
    public FakeReleaseService start(Resources resources) {
        FakeReleaseService service = new FakeReleaseService(this);
        for (Resource resource : resources) {
            service.create(resource);
        }
        ConfigMap defaults = ConfigMap.builder()
                .namespace("enterprise-contract-service")
                .name("ec-defaults")
                .value("verify_ec_task_git_revision", "main")
                .build();
        if (service.find(defaults).isEmpty()) {
            service.create(defaults);
        }
        return service;
    }
}
