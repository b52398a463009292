package dev.konflux.release.testkit.surroundings;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.Dialect;
import dev.konflux.release.model.text.YamlReader;
import dev.konflux.release.notes.advisory.AdvisoryRepository;
import dev.konflux.release.notes.advisory.LiveIds;
import dev.konflux.release.notes.advisory.PublishedAdvisory;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The repository of advisories and the numbers of new ones, held in memory. */
public final class AdvisoriesInMemory implements AdvisoryRepository, LiveIds {

    private static final String FOLDER = "data/advisories/";
    private static final long FIRST_NUMBER = 1000;

    private final String gitUrl;
    private final Map<String, String> files = new TreeMap<>();
    private final List<String> oldestFirst = new ArrayList<>();
    private final List<String> commits = new ArrayList<>();
    private long lastNumber = FIRST_NUMBER;

    /** A repository for production at {@code https://gitlab.example.com/releng/advisories.git}. */
    public AdvisoriesInMemory() {
        this("https://gitlab.example.com/releng/advisories.git");
    }

    /** A repository at an address; one with {@code /rhtap-release/} in it is the stage's. */
    public AdvisoriesInMemory(String gitUrl) {
        this.gitUrl = gitUrl;
    }

    /**
     * Adds a document as a new commit; one of that path is replaced.
     *
     * @param path such as {@code data/advisories/tenant/2026/1001/advisory.yaml}
     */
    @CanIgnoreReturnValue
    public synchronized AdvisoriesInMemory commit(String path, String yaml, String message) {
        files.put(path, yaml);
        oldestFirst.remove(path);
        oldestFirst.add(path);
        commits.add(message);
        return this;
    }

    /** All paths, sorted. */
    public synchronized List<String> paths() {
        return List.copyOf(files.keySet());
    }

    /** The text of a document. */
    public synchronized Optional<String> findText(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The messages of the commits, oldest first. */
    public synchronized List<String> commits() {
        return List.copyOf(commits);
    }

    @Override
    public String gitUrl() {
        return gitUrl;
    }

    @Override
    public synchronized List<PublishedAdvisory> newestFirst(String origin) {
        List<PublishedAdvisory> advisories = new ArrayList<>();
        for (String path : oldestFirst) {
            if (path.startsWith(FOLDER + origin + "/")) {
                advisories.add(0, new PublishedAdvisory(path, document(path)));
            }
        }
        return advisories;
    }

    private DataObject document(String path) {
        return YamlReader.of(Dialect.PYTHON)
                .read(files.getOrDefault(path, ""), path)
                .asObject()
                .orElse(DataObject.empty());
    }

    @Override
    public synchronized boolean hasNumber(String year, String number) {
        String end = "/" + year + "/" + number + "/advisory.yaml";
        return files.keySet().stream().anyMatch(path -> path.endsWith(end));
    }

    /** {@inheritDoc} The first is 1001. */
    @Override
    public synchronized BigInteger reserve() {
        lastNumber++;
        return BigInteger.valueOf(lastNumber);
    }
}
