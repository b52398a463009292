package dev.konflux.release.testkit.pipelines;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.HashMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.SetMultimap;
import com.google.common.hash.Hashing;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.git.GitAccess;
import dev.konflux.release.model.PolicySource;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.mapping.ImageRegistry;
import dev.konflux.release.model.registry.RegistryImages;
import dev.konflux.release.notes.advisory.LiveIds;
import dev.konflux.release.notes.pyxis.PyxisPublication;
import dev.konflux.release.notes.pyxis.PyxisRecords;
import dev.konflux.release.notes.tracker.IssueTracker;
import dev.konflux.release.policy.Capabilities;
import dev.konflux.release.testkit.surroundings.AdvisoriesInMemory;
import dev.konflux.release.testkit.surroundings.CatalogInMemory;
import dev.konflux.release.testkit.surroundings.FlawsInMemory;
import dev.konflux.release.testkit.surroundings.ImagesInMemory;
import dev.konflux.release.testkit.surroundings.IssuesInMemory;
import dev.konflux.release.testkit.surroundings.SampleImage;
import dev.konflux.release.testkit.surroundings.SignaturesInMemory;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A world in memory. Its parts are filled by the test beforehand and looked at afterwards.
 *
 * <pre>{@code
 * WorldInMemory world = new WorldInMemory();
 * String image = world.registries().push("quay.io/shop/web:build", SampleImage.named("web"));
 * }</pre>
 */
public final class WorldInMemory implements ReleaseWorld {

    private final ImagesInMemory registries = new ImagesInMemory();
    private final SignaturesInMemory signatures = new SignaturesInMemory();
    private final CatalogInMemory catalog = new CatalogInMemory();
    private final IssuesInMemory tracker = new IssuesInMemory();
    private final FlawsInMemory flaws = new FlawsInMemory();
    private final AdvisoriesInMemory advisories = new AdvisoriesInMemory();
    private final Map<String, DataObject> attested = new HashMap<>();
    private final Map<String, Data> sboms = new HashMap<>();
    private final Map<String, Data> storedSboms = new HashMap<>();
    private final Map<String, List<String>> packages = new HashMap<>();
    private final Map<String, DataObject> fileChanges = new HashMap<>();
    private final Set<String> optedIn = new HashSet<>();
    private final SetMultimap<String, String> fragmentsOf = HashMultimap.create();
    private final ListMultimap<String, String> fragmentPackages = ArrayListMultimap.create();
    private DataObject policyData = DataObject.empty();
    private Capabilities capabilities = registries.capabilities();
    private GitAccess git = GitAccess.none();
    private Optional<HttpClient> http = Optional.empty();

    /** All registries. */
    public ImagesInMemory registries() {
        return registries;
    }

    /** The signing service. */
    public SignaturesInMemory signatures() {
        return signatures;
    }

    /** The catalog, Pyxis. */
    public CatalogInMemory catalog() {
        return catalog;
    }

    /** All issue trackers. */
    public IssuesInMemory tracker() {
        return tracker;
    }

    @Override
    public FlawsInMemory flaws() {
        return flaws;
    }

    @Override
    public AdvisoriesInMemory advisories() {
        return advisories;
    }

    /** Says what the policy finds of an image: an object with {@code attestations} and whatever else rules read. */
    @CanIgnoreReturnValue
    public WorldInMemory attest(String image, DataObject input) {
        attested.put(image, input);
        return this;
    }

    /** Sets the data document of all policy sources. */
    @CanIgnoreReturnValue
    public WorldInMemory policyData(DataObject document) {
        this.policyData = document;
        return this;
    }

    /** Sets what policy rules may ask of registries and signatures; without it, the registries answer and signatures are not checked. */
    @CanIgnoreReturnValue
    public WorldInMemory capabilities(Capabilities answers) {
        this.capabilities = answers;
        return this;
    }

    /** Says which SBOM comes with an image. */
    @CanIgnoreReturnValue
    public WorldInMemory sbom(String image, Data sbom) {
        sboms.put(image, sbom);
        return this;
    }

    /** Sets the git repositories collectors read. */
    @CanIgnoreReturnValue
    public WorldInMemory git(GitAccess repositories) {
        this.git = repositories;
        return this;
    }

    /** Sets the client with which collectors reach servers, those on the loopback address for instance. */
    @CanIgnoreReturnValue
    public WorldInMemory http(HttpClient client) {
        this.http = Optional.of(client);
        return this;
    }

    /** Puts packages into a fragment of a catalog. */
    @CanIgnoreReturnValue
    public WorldInMemory putPackages(String fragment, String... names) {
        fragmentPackages.putAll(fragment, List.of(names));
        return this;
    }

    /** The owners of the bundles in a fragment of a catalog agree to releases. */
    @CanIgnoreReturnValue
    public WorldInMemory optIn(String fragment) {
        optedIn.add(fragment);
        return this;
    }

    /** The SBOMs that were stored, by image; those of products by name and version. */
    public Map<String, Data> storedSboms() {
        return Map.copyOf(storedSboms);
    }

    /** The packages in the catalog's records of images, as package URLs, by the record's id. */
    public Map<String, List<String>> packages() {
        return Map.copyOf(packages);
    }

    /** The files that were changed, {@code repository path}, and how. */
    public Map<String, DataObject> fileChanges() {
        return Map.copyOf(fileChanges);
    }

    @Override
    public ImageRegistry images() {
        return registries.registry();
    }

    @Override
    public Optional<String> findDigest(String reference) {
        return new RegistryImages(registries).findDigest(reference);
    }

    @Override
    public void push(String source, String target) {
        registries.copy(source, target);
    }

    @Override
    public void sign(String reference, String digest, String key) {
        signatures.sign(reference, digest, key);
    }

    @Override
    public DataObject policyInput(String image) {
        DataObject nothing =
                DataObject.of("attestations", DataArray.empty(), "image", DataObject.of("ref", Data.of(image)));
        return attested.getOrDefault(image, nothing);
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public DataObject policyData(PolicySource source) {
        return policyData;
    }

    @Override
    public PyxisRecords repositoryRecords() {
        return catalog;
    }

    @Override
    public void changeRepositoryRecord(String id, DataObject fields) {
        catalog.apply(new PyxisPublication.Change(id, fields));
    }

    @Override
    public String createImageRecord(DataObject image) {
        return catalog.addImage(image).findText("_id").orElse("");
    }

    @Override
    public void addPackages(String imageId, List<String> found) {
        packages.put(imageId, List.copyOf(found));
    }

    @Override
    public boolean isQuay(String registry) {
        return registry.startsWith("quay.");
    }

    @Override
    public void makePublic(String repository) {
        registries.makePublic(repository);
    }

    @Override
    public void storeSbom(String subject, Data sbom) {
        storedSboms.put(subject, sbom);
    }

    @Override
    public Optional<Data> findSbom(String image) {
        return Optional.ofNullable(sboms.get(image));
    }

    @Override
    public IssueTracker issues() {
        return tracker;
    }

    @Override
    public void closeIssue(String site, String issue, String comment) {
        tracker.comment(issue, comment);
        tracker.close(issue);
    }

    @Override
    public LiveIds liveIds() {
        return advisories;
    }

    @Override
    public void commitAdvisory(String path, String yaml, String message) {
        advisories.commit(path, yaml, message);
    }

    @Override
    public void updateFile(String repository, String path, DataObject change) {
        fileChanges.put(repository + " " + path, change);
    }

    @Override
    public String buildIndex(String fromIndex, List<String> fragments) {
        String contents = fromIndex + "\n" + String.join("\n", fragments);
        String name =
                Hashing.sha256().hashString(contents, StandardCharsets.UTF_8).toString();
        String built = registries.push("registry-proxy.example.com/iib:" + name, SampleImage.named(contents));
        if (!fromIndex.isEmpty()) {
            findDigest(fromIndex).ifPresent(from -> fragmentsOf.putAll(digest(built), fragmentsOf.get(from)));
        }
        fragmentsOf.putAll(digest(built), fragments);
        return built;
    }

    private static String digest(String image) {
        return image.substring(image.indexOf('@') + 1);
    }

    @Override
    public boolean hasFragment(String index, String fragment) {
        return !index.isEmpty()
                && findDigest(index)
                        .filter(digest -> fragmentsOf.containsEntry(digest, fragment))
                        .isPresent();
    }

    @Override
    public List<String> packagesOf(String fragment) {
        return List.copyOf(fragmentPackages.get(fragment));
    }

    @Override
    public boolean hasOptedIn(String fragment) {
        return optedIn.contains(fragment);
    }

    @Override
    public CollectorContext collecting(CollectorContext.Builder context) {
        context.git(git).sboms(image -> findSbom(image).flatMap(Data::asObject));
        http.ifPresent(context::http);
        return context.build();
    }
}
