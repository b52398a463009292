package dev.konflux.release.model;

import java.util.List;

/** Keys of labels and annotations that the service gives a meaning. */
public final class MetadataKeys {

    private static final String RELEASE = "release.appstudio.openshift.io/";
    private static final String TEST = "test.appstudio.openshift.io/";
    private static final String PAC = "pac.test.appstudio.openshift.io/";

    /** On a plan or a snapshot: {@code false} stops automatic releases. As annotation of a plan: a CEL expression that decides instead. */
    public static final String AUTO_RELEASE = RELEASE + "auto-release";
    /** On an admission: {@code true} makes every release through it fail its validation. */
    public static final String BLOCK_RELEASES = RELEASE + "block-releases";
    /** On a plan: {@code true} lets the plan's author stand for automated releases. */
    public static final String STANDING_ATTRIBUTION = RELEASE + "standing-attribution";
    /** On a plan or a release: the user who answers for it. */
    public static final String AUTHOR = RELEASE + "author";
    /** On a release: {@code true} when the integration service made it. */
    public static final String AUTOMATED = RELEASE + "automated";
    /** On a plan: names the admission directly. */
    public static final String RELEASE_PLAN_ADMISSION = RELEASE + "releasePlanAdmission";
    /** On a release: copy of the snapshot's name. */
    public static final String SNAPSHOT = RELEASE + "snapshot";
    /** On a release: copy of the plan's name. */
    public static final String RELEASE_PLAN = RELEASE + "releasePlan";
    /** On a pipeline run: name of the release. */
    public static final String RELEASE_NAME = RELEASE + "name";
    /** On a pipeline run: namespace of the release. */
    public static final String RELEASE_NAMESPACE = RELEASE + "namespace";
    /** On a managed pipeline run: which try it is, counted from 0. */
    public static final String ATTEMPT = RELEASE + "attempt";
    /** On a pipeline run, as annotation: the Release it was made for, as {@code namespace/name}. */
    public static final String PRIMARY_RESOURCE = "operator-sdk/primary-resource";
    /** On a pipeline run: which of the five pipelines it is. */
    public static final String PIPELINE_TYPE = "pipelines.appstudio.openshift.io/type";
    /** On a pipeline run: which service made it. */
    public static final String SERVICE = "appstudio.openshift.io/service";
    /** On runs, snapshots and releases: the application. The web interface lists releases by it. */
    public static final String APPLICATION = "appstudio.openshift.io/application";
    /** On snapshots: the component that was built. */
    public static final String COMPONENT = "appstudio.openshift.io/component";
    /** On a snapshot: {@code component}, {@code group} or {@code override}. */
    public static final String SNAPSHOT_TYPE = TEST + "type";
    /** On a scenario: {@code true} when its failure does not count. */
    public static final String OPTIONAL = TEST + "optional";
    /** On a snapshot, as annotation: {@code false} when the build asked not to be released. */
    public static final String RESULT_SHOULD_RELEASE = TEST + "result-should-release";
    /** On a snapshot: the event that led to the build. */
    public static final String EVENT_TYPE = PAC + "event-type";
    /** On a snapshot: number of the pull request that led to the build. */
    public static final String PULL_REQUEST = PAC + "pull-request";
    /** On a snapshot, as annotation: the branch that was built. */
    public static final String SOURCE_BRANCH = PAC + "source-branch";
    /** On any object, as labels: it came from a backup. */
    public static final List<String> RESTORED = List.of("velero.io/backup-name", "velero.io/restore-name");

    private MetadataKeys() {}
}
