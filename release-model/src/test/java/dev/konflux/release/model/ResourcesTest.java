package dev.konflux.release.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourcesTest {

    private static final String PLAN = """
            apiVersion: appstudio.redhat.com/v1alpha1
            kind: ReleasePlan
            metadata:
              name: %s
              namespace: dev
            spec:
              application: app
            """;

    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void everyDocumentOfEveryFileIsRead() throws IOException {
        write("b.yaml", PLAN.formatted("b1") + "---\n" + PLAN.formatted("b2"));
        write("a/deep.yml", PLAN.formatted("a"));
        write("c.json", "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"c\"}}");
        write("notes.txt", "kind: [");

        Resources resources = Resources.read(folder);

        assertThat(resources.findings()).isEmpty();
        assertThat(resources).extracting(Resource::name).containsExactly("a", "b1", "b2", "c");
        assertThat(resources.all(Secret.class)).hasSize(1);
        assertThat(resources.find(ReleasePlan.class, "dev", "b2")).isPresent();
    }

    @Test
    void allFaultsComeAtOnceEachWithItsPlace() throws IOException {
        Path file = write("plan.yaml", "kind: [\n---\n" + PLAN.formatted("p") + "---\na: b: c\n");

        Resources resources = Resources.read(file);

        assertThat(resources).extracting(Resource::name).containsExactly("p");
        assertThat(resources.findings()).extracting(Finding::id).containsExactly("read.syntax", "read.syntax");
        assertThat(resources.findings().get(1).position().line()).isEqualTo(11);
        assertThat(resources.findings().get(1).toString()).startsWith(file + ":11:");
    }

    @Test
    void aRepeatedKeyAndARepeatedResourceAreReported() {
        Resources resources =
                Resources.parse(PLAN.formatted("p") + "---\n" + PLAN.formatted("p") + "  application: b\n", "f");

        assertThat(resources.findings())
                .extracting(Finding::id)
                .containsExactly("read.repeated-key", "read.repeated-resource");
    }

    @Test
    void listsOfResourcesAreOpened() {
        Resources resources = Resources.parse(
                "{apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: ConfigMap, metadata: {name: m}}]}", "f");

        assertThat(resources).extracting(Resource::name).containsExactly("m");
    }

    @Test
    void whatIsNoResourceIsMentioned() {
        assertThat(Resources.parse("- op: add\n", "f").findings())
                .extracting(Finding::id)
                .containsExactly("read.not-a-resource");
        assertThat(Resources.parse("kind: ReleasePlan\n", "f").findings())
                .extracting(Finding::id)
                .containsExactly("read.incomplete-type");
        assertThat(Resources.parse("# nothing\n---\n", "f").findings()).isEmpty();
    }

    @Test
    void anUnrenderedTemplateIsNamedAsSuch() {
        assertThat(Resources.parse("kind: ReleasePlan\nspec:\n  application: {{ .Values.app }}\n", "f")
                        .findings())
                .singleElement()
                .returns("read.syntax", Finding::id)
                .returns(3, finding -> finding.position().line())
                .returns(
                        "this looks like a template: render it first, or quote a value that begins with {{",
                        Finding::hint);
    }

    @Test
    void linksInCirclesAndBrokenLinksDoNoHarm() throws IOException {
        write("a/plan.yaml", PLAN.formatted("p"));
        Files.createSymbolicLink(folder.resolve("a/loop"), folder);
        Files.createSymbolicLink(folder.resolve("self.yaml"), folder.resolve("self.yaml"));
        Files.createSymbolicLink(folder.resolve("z.yaml"), folder.resolve("a/plan.yaml"));

        Resources resources = Resources.read(folder);

        assertThat(resources).extracting(Resource::name).containsExactly("p");
        assertThat(resources.findings()).extracting(Finding::id).containsExactly("read.unreadable");
    }

    @Test
    void binaryFilesAndMissingFoldersAreFindings() throws IOException {
        Files.write(folder.resolve("b.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        write("n.yaml", "a: \0");
        write("e.yaml", "");

        assertThat(Resources.read(folder).findings())
                .extracting(Finding::id)
                .containsExactly("read.not-text", "read.not-text");
        assertThat(Resources.read(folder.resolve("nowhere")).findings())
                .extracting(Finding::id)
                .containsExactly("read.unreadable");
    }

    @Test
    void anAliasBombIsAFinding() {
        String levels = IntStream.range(0, 30)
                .mapToObj(i -> "a" + (i + 1) + ": &a" + (i + 1) + " [*a" + i + ", *a" + i + ", *a" + i + "]\n")
                .collect(Collectors.joining());

        assertThat(Resources.parse("a0: &a0 [x, x, x]\n" + levels, "bomb.yaml").findings())
                .extracting(Finding::id)
                .containsExactly("read.syntax");
    }

    @Test
    void deepNestingAndOneHugeDocumentAreFindings() {
        assertThat(Resources.parse("[".repeat(100_000), "f").findings()).hasSize(1);
        assertThat(Resources.parse("- a\n".repeat(13_000_000), "f").findings())
                .extracting(Finding::id)
                .containsExactly("read.syntax");
    }

    @Test
    void excerptsOfTextsWithSecretsAreNotGivenOut() {
        assertThat(Resources.parse("kind: ReleasePlan\napiVersion: v1\n", "f")
                        .sources()
                        .lines("f"))
                .containsExactly("kind: ReleasePlan", "apiVersion: v1");
        assertThat(Resources.parse("kind: Secret\nstringData: {a: hunter2}\n", "f")
                        .sources()
                        .lines("f"))
                .isEmpty();
    }

    @Property(tries = 300)
    void noTextWhateverMakesItFail(@ForAll String text) {
        assertThatCode(() -> Resources.parse(text, "f")).doesNotThrowAnyException();
    }

    @Property(tries = 300)
    void noDamageToADocumentMakesItFail(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = PLAN.formatted("p").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) (random.nextInt(95) + 32);
        }

        assertThatCode(() -> Resources.parse(new String(bytes, StandardCharsets.UTF_8), "f"))
                .doesNotThrowAnyException();
    }

    @Test
    void aPolicyTellsWhoSignsAndItsOlderCriteria() {
        EnterpriseContractPolicy policy = EnterpriseContractPolicy.of(json("""
                {"kind": "EnterpriseContractPolicy", "spec": {
                  "identity": {"subjectRegExp": "^ci@", "issuer": "https://issuer.example.com"},
                  "configuration": {"include": ["@slsa3"], "exclude": ["cve"], "collections": ["minimal"]}}}"""));

        SignerIdentity identity = policy.identity().orElseThrow();
        assertThat(identity.subject()).isEmpty();
        assertThat(identity.subjectRegExp()).contains("^ci@");
        assertThat(identity.issuer()).contains("https://issuer.example.com");
        assertThat(identity.issuerRegExp()).isEmpty();
        PolicyConfiguration configuration = policy.configuration().orElseThrow();
        assertThat(configuration.include()).containsExactly("@slsa3");
        assertThat(configuration.exclude()).containsExactly("cve");
        assertThat(configuration.collections()).containsExactly("minimal");
        SignerIdentity exact = SignerIdentity.of("ci@example.com", "https://issuer.example.com");
        assertThat(policy.toBuilder().identity(exact).build().identity()).contains(exact);
    }

    @Test
    void aSnapshotTellsItsTitleAndWhatItsMakerLeft() {
        Snapshot snapshot = Snapshot.of(json("""
                {"kind": "Snapshot", "spec": {"displayName": "Nightly", "displayDescription": "Of Monday",
                  "artifacts": {"unstableFields": {"charts": ["web"]}}}}"""));

        assertThat(snapshot.displayName()).contains("Nightly");
        assertThat(snapshot.displayDescription()).contains("Of Monday");
        assertThat(snapshot.unstableArtifacts()).contains(json("{\"charts\": [\"web\"]}"));
        assertThat(Snapshot.builder().name("s").build().unstableArtifacts()).isEmpty();
    }

    private static DataObject json(String text) {
        return JsonReader.create().read(text, "test").asObject().orElseThrow();
    }
}
