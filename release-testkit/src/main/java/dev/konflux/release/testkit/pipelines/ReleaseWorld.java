package dev.konflux.release.testkit.pipelines;

import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.model.PolicySource;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.mapping.ImageRegistry;
import dev.konflux.release.notes.advisory.AdvisoryRepository;
import dev.konflux.release.notes.advisory.LiveIds;
import dev.konflux.release.notes.pyxis.PyxisRecords;
import dev.konflux.release.notes.severity.FlawDatabase;
import dev.konflux.release.notes.tracker.IssueTracker;
import dev.konflux.release.policy.Capabilities;
import java.util.List;
import java.util.Optional;

/**
 * What lies outside the cluster, as far as pipelines look at it and change it: registries, signatures, the catalog of repositories, issue
 * trackers, the flaw database and the repository of advisories. Methods that change something are the only ones of the pipelines that do.
 */
public interface ReleaseWorld {

    /** Images, their platforms and tags. */
    ImageRegistry images();

    /** The digest a reference stands for; empty when no registry knows it. */
    Optional<String> findDigest(String reference);

    /**
     * Pushes an image.
     *
     * @param source pull spec with the digest
     * @param target repository and tag, {@code quay.io/org/name:tag}
     */
    void push(String source, String target);

    /**
     * Signs an image.
     *
     * @param reference under which customers pull it, {@code registry.redhat.io/product/name:tag}
     * @param digest of one platform or of the index
     * @param key name of the key, or of the config map that tells it
     */
    void sign(String reference, String digest, String key);

    /** Attestations of an image as the policy sees them, and what else is known of it: an object with {@code attestations}, {@code image} ... */
    DataObject policyInput(String image);

    /** What policy rules may ask of registries and signatures. */
    Capabilities capabilities();

    /** The data document of a source of a policy: {@code rule_data}, {@code trusted_tasks} ... */
    DataObject policyData(PolicySource source);

    /** The catalog's records of repositories. */
    PyxisRecords repositoryRecords();

    /** Changes fields of a repository's record in the catalog. */
    void changeRepositoryRecord(String id, DataObject fields);

    /** Creates the record of an image in the catalog and answers with its id. */
    String createImageRecord(DataObject image);

    /** Adds the packages of an image, as package URLs, to its record in the catalog. */
    void addPackages(String imageId, List<String> packages);

    /** Whether a registry is a Quay, which can be asked to make repositories public. */
    boolean isQuay(String registry);

    /** Lets everybody pull from a repository of a Quay, {@code quay.io/shop/web}. */
    void makePublic(String repository);

    /**
     * Stores an SBOM.
     *
     * @param subject the image, or name and version of the product it is about
     */
    void storeSbom(String subject, Data sbom);

    /** The SBOM that comes with an image. */
    Optional<Data> findSbom(String image);

    /** The trackers of issues. */
    IssueTracker issues();

    /** Closes an issue of a tracker with a comment. */
    void closeIssue(String site, String issue, String comment);

    /** The database of flaws. */
    FlawDatabase flaws();

    /** Earlier advisories. */
    AdvisoryRepository advisories();

    /** The numbers of advisories. */
    LiveIds liveIds();

    /** Commits a document to the repository of advisories. */
    void commitAdvisory(String path, String yaml, String message);

    /** Changes a file of a git repository, as {@code fileUpdates} of the release data say. */
    void updateFile(String repository, String path, DataObject change);

    /**
     * Builds an index image with the fragments of catalogs in it and answers with its pull spec with digest.
     *
     * @param fromIndex the index it starts from, may be empty
     */
    String buildIndex(String fromIndex, List<String> fragments);

    /**
     * Whether an index image holds a fragment of a catalog.
     *
     * @param index repository and tag; one that nobody pushed holds nothing
     * @param fragment pull spec with digest
     */
    boolean hasFragment(String index, String fragment);

    /** The names of the packages in a fragment of a catalog. */
    List<String> packagesOf(String fragment);

    /** Whether the owners of all bundles in a fragment of a catalog agreed to releases. */
    boolean hasOptedIn(String fragment);

    /** Completes what collectors may use: git, HTTP, image scanner, SBOMs. */
    CollectorContext collecting(CollectorContext.Builder context);
}
