package dev.konflux.release.collectors.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.collectors.Collector;
import dev.konflux.release.collectors.CollectorContext;
import dev.konflux.release.collectors.CollectorFailure;
import dev.konflux.release.collectors.LoopbackAnswers;
import dev.konflux.release.collectors.LoopbackAnswers.Said;
import dev.konflux.release.collectors.Secret;
import dev.konflux.release.collectors.git.GitEntry;
import dev.konflux.release.collectors.git.GitRepository;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the collectors do on request beyond upstream's programs. */
class BeyondUpstreamTest {

    private static final String FIX = "a".repeat(40);
    private static final String REVERT = "b".repeat(40);

    /** A repository whose log is given, newest first; asked for one revision it shows the first commit. */
    private record Given(List<GitEntry> entries, List<String> asked) implements GitRepository {

        @Override
        public void log(String since, String until, Optional<String> path, Consumer<? super GitEntry> reader) {
            asked.add(since + ".." + until);
            entries.forEach(reader);
        }

        @Override
        public List<GitEntry> show(String revision, Optional<String> path) {
            asked.add(revision);
            return entries.subList(0, 1);
        }

        @Override
        public Optional<byte[]> file(String branch, String path) {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    private static GitEntry commit(String id, String message) {
        return new GitEntry(GitEntry.Kind.COMMIT, id, "Ana <ana@example.com>", message);
    }

    private final List<String> asked = new ArrayList<>();

    private static Data json(String text) {
        return JsonReader.create().read(text, "");
    }

    private static DataObject release(String snapshot) {
        return json("{\"metadata\":{\"namespace\":\"dev\"},\"spec\":{\"snapshot\":\"" + snapshot + "\"}}")
                .asObject()
                .orElseThrow();
    }

    private static DataObject snapshot(String revision) {
        return json("{\"spec\":{\"components\":[{\"name\":\"app\",\"containerImage\":\"quay.io/app@" + revision
                        + "\",\"source\":{\"git\":{\"url\":\"u\",\"revision\":\"" + revision + "\"}}}]}}")
                .asObject()
                .orElseThrow();
    }

    private CollectorContext.Builder context(GitEntry... newestFirst) {
        return CollectorContext.builder()
                .release(release("new"))
                .snapshots((namespace, name) -> Optional.of(snapshot(name)))
                .git(request -> new Given(List.of(newestFirst), asked));
    }

    private static List<String> ids(Collector collector, CollectorContext context) {
        Data found = collector.collect(context);
        List<Data> entries = found.items("releaseNotes", "cves");
        List<Data> issues = found.items("releaseNotes", "issues", "fixed");
        return (entries.isEmpty() ? issues : entries)
                .stream()
                        .map(entry -> entry.findText("key")
                                .or(() -> entry.findText("id"))
                                .orElseThrow())
                        .toList();
    }

    @Test
    void withoutPreviousReleaseTheStartingPointCounts() {
        CollectorContext.Builder context = context(commit(FIX, "CVE-2024-1111"), commit(REVERT, "CVE-2024-2222"));

        assertThat(ids(new CveCollector(), context.build())).containsExactly("CVE-2024-1111");
        assertThat(ids(
                        new CveCollector(),
                        context.putParameters("from", List.of("v1.0")).build()))
                .containsExactly("CVE-2024-1111", "CVE-2024-2222");
        assertThat(asked).containsExactly("new", "v1.0..new");
    }

    @Test
    void aPreviousReleaseIsStrongerThanTheStartingPoint() {
        CollectorContext context = context(commit(FIX, "x"))
                .previousRelease(release("old"))
                .putParameters("from", List.of("v1.0"))
                .build();

        assertThat(ids(new CveCollector(), context)).isEmpty();
        assertThat(asked).containsExactly("old..new");
    }

    @Test
    void onRequestOnlyWholeIdsThatStandAloneCount() {
        CollectorContext.Builder context = context(
                commit(FIX, "XCVE-2024-1111 CVE-2024-2222y CVE-2024 CVE-2024-33 (CVE-2024-4444), CVE-2024-55555."));

        assertThat(ids(
                        new CveCollector(),
                        context.putParameters("match", List.of("words")).build()))
                .containsExactly("CVE-2024-4444", "CVE-2024-55555");
    }

    private CollectorContext standing(GitEntry... newestFirst) {
        return context(newestFirst)
                .previousRelease(release("old"))
                .putParameters("fixes", List.of("standing"))
                .build();
    }

    @Test
    void onRequestRevertedFixesDoNotCount() {
        GitEntry fix = commit(FIX, "Fix CVE-2024-1111");
        GitEntry revert = commit(REVERT, "Revert \"Fix CVE-2024-1111\"\n\nThis reverts commit " + FIX + ".\n");
        GitEntry other = commit("c".repeat(40), "Fix CVE-2024-2222");

        assertThat(ids(new CveCollector(), standing(revert, other, fix))).containsExactly("CVE-2024-2222");
    }

    @Test
    void aRevertNamesItsCommitByTheBeginningOfTheHash() {
        GitEntry fix = commit(FIX, "Fix CVE-2024-1111");
        GitEntry revert = commit(REVERT, "Oops\n\nThis reverts commit " + FIX.substring(0, 12) + ".\n");

        assertThat(ids(new CveCollector(), standing(revert, fix))).isEmpty();
    }

    @Test
    void aFixWhoseRevertWasRevertedCounts() {
        GitEntry fix = commit(FIX, "Fix it");
        GitEntry revert = commit(REVERT, "Revert \"Fix it\"\n\nThis reverts commit " + FIX + ".\n");
        GitEntry again =
                commit("c".repeat(40), "Reapply \"Fix CVE-2024-1111\"\n\nThis reverts commit " + REVERT + ".\n");

        assertThat(ids(new CveCollector(), standing(again, revert, fix))).containsExactly("CVE-2024-1111");
    }

    @Test
    void aWordThatIsNoChoiceIsNamed() {
        CollectorContext context = context(commit(FIX, "x"))
                .putParameters("fixes", List.of("some"))
                .build();

        assertThatThrownBy(() -> new CveCollector().collect(context))
                .isInstanceOf(CollectorFailure.class)
                .hasMessage("Error: fixes must be 'all' or 'standing', found 'some'");
    }

    @Test
    void issuesOfAnyTrackerAreFoundInCommits() {
        CollectorContext context = context(commit(FIX, "Closes #12, closes #12 and gh-7"))
                .putParameters("pattern", List.of("(?i)closes #(\\d+)", "gh-\\d+"))
                .putParameters("tracker", List.of("github.com/org/app"))
                .build();

        assertThat(new CommitIssuesCollector().collect(context).toString())
                .isEqualTo("{\"releaseNotes\":{\"issues\":{\"fixed\":["
                        + "{\"id\":\"12\",\"component\":\"app\",\"source\":\"github.com/org/app\"},"
                        + "{\"id\":\"gh-7\",\"component\":\"app\",\"source\":\"github.com/org/app\"}]}}}");
    }

    private static Data sbomDifference(String before, String now) {
        CollectorContext context = CollectorContext.builder()
                .release(release("new"))
                .previousRelease(release("old"))
                .snapshots((namespace, name) -> Optional.of(snapshot(name)))
                .sboms(image -> json(image.endsWith("old") ? before : now).asObject())
                .putParameters("compare", List.of("packages"))
                .build();
        return new SbomDiffCollector().collect(context);
    }

    @Test
    void sbomsOfBothFormatsAreReadAndCompared() {
        String cyclone = "{\"bomFormat\":\"CycloneDX\",\"components\":[{\"name\":\"a\",\"version\":\"1\","
                + "\"purl\":\"pkg:npm/%40org/a@1?arch=x\",\"components\":[{\"name\":\"inner\",\"version\":\"3\"}]}],"
                + "\"vulnerabilities\":[{\"id\":\"CVE-2024-1111\"},"
                + "{\"id\":\"CVE-2024-2222\",\"analysis\":{\"state\":\"not_affected\"}}]}";
        String spdx = "{\"spdxVersion\":\"SPDX-2.3\",\"packages\":[{\"name\":\"a\",\"versionInfo\":\"2\","
                + "\"externalRefs\":[{\"referenceType\":\"purl\",\"referenceLocator\":\"pkg:npm/%40org/a@2\"}]},"
                + "{\"name\":\"inner\",\"versionInfo\":\"3\"}]}";

        assertThat(sbomDifference(cyclone, spdx).toString())
                .isEqualTo(
                        "{\"releaseNotes\":{\"cves\":[{\"key\":\"CVE-2024-1111\",\"component\":\"app\"}]},"
                                + "\"packages\":{\"app\":[{\"package\":\"pkg:npm/%40org/a\",\"before\":[\"1\"],\"after\":[\"2\"]}]}}");
    }

    @Test
    void aDocumentThatIsNoSbomLeavesItsComponentOut() {
        assertThat(sbomDifference("{\"a\":1}", "{\"b\":2}").toString())
                .isEqualTo("{\"releaseNotes\":{\"cves\":[]},\"packages\":{}}");
    }

    private static CollectorContext jira(LoopbackAnswers server, Map<String, String> parameters) {
        CollectorContext.Builder context = CollectorContext.builder()
                .release(release("new"))
                .secrets((namespace, name) -> Optional.of(Secret.ofText(name, Map.of("apitoken", "hunter2"))))
                .http(HttpClient.newHttpClient())
                .pause(time -> {})
                .putParameters("url", List.of(server.url()))
                .putParameters("query", List.of("project = SHOP"))
                .putParameters("secretName", List.of("jira"))
                .putParameters("auth", List.of("bearer"));
        parameters.forEach((name, value) -> context.putParameters(name, List.of(value)));
        return context.build();
    }

    @Test
    void aDataCenterIsSearchedPageByPageWithABearerToken() {
        List<Said> answers = new ArrayList<>(List.of(
                Said.ok("{\"total\":2,\"issues\":[{\"key\":\"SHOP-1\",\"fields\":{}}]}"),
                Said.ok("{\"total\":2,\"issues\":[{\"key\":\"SHOP-2\",\"fields\":{}}]}")));
        try (LoopbackAnswers server = LoopbackAnswers.with(asked -> answers.remove(0))) {
            assertThat(ids(new JiraCollector(), jira(server, Map.of("edition", "datacenter"))))
                    .containsExactly("SHOP-1", "SHOP-2");
            assertThat(server.requests())
                    .extracting(LoopbackAnswers.Asked::path)
                    .allMatch(path -> path.startsWith("/rest/api/2/search?jql=project+%3D+SHOP&fields="))
                    .last()
                    .asString()
                    .endsWith("&startAt=1&maxResults=100");
            assertThat(server.requests().get(0).headers()).containsEntry("authorization", "Bearer hunter2");
        }
    }

    @Test
    void aBusyJiraIsAskedAgainOnRequest() {
        List<Said> answers =
                new ArrayList<>(List.of(Said.status(429), Said.ok("{\"issues\":[{\"key\":\"S-1\",\"fields\":{}}]}")));
        try (LoopbackAnswers server = LoopbackAnswers.with(asked -> answers.remove(0))) {
            assertThat(ids(new JiraCollector(), jira(server, Map.of("tries", "3"))))
                    .containsExactly("S-1");
        }
    }

    @Test
    void nestedComponentsOfADeepSbomAreReadToTheirEnd() {
        Data innermost = DataObject.of("name", Data.of("deep"), "version", Data.of("1"));
        for (int depth = 0; depth < 200; depth++) {
            innermost = DataObject.of("components", DataArray.of(List.of(innermost)));
        }
        DataObject sbom =
                DataObject.of("bomFormat", Data.of("CycloneDX"), "components", DataArray.of(List.of(innermost)));

        assertThat(Sbom.read(sbom).packages()).containsKey("deep");
    }
}
