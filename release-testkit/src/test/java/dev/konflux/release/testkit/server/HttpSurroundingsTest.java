package dev.konflux.release.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.http.HttpAccess;
import dev.konflux.release.model.http.ServerException;
import dev.konflux.release.notes.advisory.GitLabAdvisories;
import dev.konflux.release.notes.advisory.HttpLiveIds;
import dev.konflux.release.notes.advisory.PublishedAdvisory;
import dev.konflux.release.notes.fbc.FbcOptIn;
import dev.konflux.release.notes.pyxis.HttpPyxis;
import dev.konflux.release.notes.pyxis.PyxisPublication;
import dev.konflux.release.notes.pyxis.PyxisRepository;
import dev.konflux.release.notes.severity.Flaw;
import dev.konflux.release.notes.severity.HttpFlawDatabase;
import dev.konflux.release.notes.tracker.HttpIssueTracker;
import dev.konflux.release.notes.tracker.IssueTracker;
import dev.konflux.release.notes.tracker.IssueTracker.Login;
import dev.konflux.release.testkit.surroundings.AdvisoriesInMemory;
import dev.konflux.release.testkit.surroundings.CatalogInMemory;
import dev.konflux.release.testkit.surroundings.FlawsInMemory;
import dev.konflux.release.testkit.surroundings.IssuesInMemory;
import dev.konflux.release.testkit.surroundings.SignaturesInMemory;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HttpSurroundingsTest {

    private static final String SITE = "redhat.atlassian.net";
    private static final String ISSUE = "https://redhat.atlassian.net/rest/api/2/issue/";

    private final HttpAccess http = HttpAccess.of(HttpClient.newHttpClient()).within(Duration.ofSeconds(20));

    @Test
    void aHiddenIssueShowsWithALoginOnly() {
        IssuesInMemory issues = new IssuesInMemory()
                .vulnerability("SHOP-1", "CVE-2026-1111")
                .hide("SHOP-1")
                .issue("SHOP-2", "Cart forgets");
        try (JiraServer jira = JiraServer.start(issues)) {
            IssueTracker tracker =
                    HttpIssueTracker.anonymous(http).loggedInAs("bot", "s3cret").at(SITE, jira.uri());

            assertThat(tracker.get(ISSUE + "SHOP-1", Login.SERVICE).body())
                    .isEqualTo(issues.find("SHOP-1", Login.SERVICE));
            assertThat(tracker.get(ISSUE + "SHOP-1", Login.ANONYMOUS).isNotFound())
                    .isTrue();
            assertThat(tracker.get(ISSUE + "SHOP-2", Login.ANONYMOUS).isSuccess())
                    .isTrue();
            assertThat(jira.requests()).extracting(RecordedRequest::login).containsExactly("Basic", "", "");
        }
    }

    @Test
    void theLoginOfOneTrackerIsNotShownToAnother() {
        try (JiraServer jira = JiraServer.start(new IssuesInMemory().issue("X-1", "x"))) {
            IssueTracker tracker =
                    HttpIssueTracker.anonymous(http).loggedInAs("bot", "s3cret").at("jira.atlassian.com", jira.uri());

            tracker.get("https://jira.atlassian.com/rest/api/2/issue/X-1", Login.SERVICE);

            assertThat(jira.requests()).extracting(RecordedRequest::login).containsExactly("");
        }
    }

    @Test
    void aTrackerThatFailsIsAnAnswerAndNoException() {
        try (JiraServer jira = JiraServer.start(new IssuesInMemory().issue("X-1", "x"))) {
            jira.suffer(ServerFault.status(500));
            jira.suffer(ServerFault.cutAfter(0).onPath("X-2").times(10));
            IssueTracker tracker = HttpIssueTracker.anonymous(http).at(SITE, jira.uri());

            assertThat(tracker.get(ISSUE + "X-1", Login.ANONYMOUS).status()).isEqualTo(500);
            assertThat(tracker.get(ISSUE + "X-2", Login.ANONYMOUS).status()).isZero();
            assertThat(tracker.get(ISSUE + "not an id", Login.ANONYMOUS).status())
                    .isZero();
            assertThat(tracker.get(ISSUE + "X-1", Login.ANONYMOUS).status()).isEqualTo(200);
        }
    }

    @Test
    void anIssueIsClosedAndCommented() {
        IssuesInMemory issues = new IssuesInMemory().issue("SHOP-1", "Cart forgets");
        try (JiraServer jira = JiraServer.start(issues)) {
            DataObject closing = DataObject.of("transition", DataObject.of("id", Data.of("61")))
                    .withPath(
                            DataArray.of(DataObject.of("add", DataObject.of("body", Data.of("Fixed")))),
                            "update",
                            "comment");

            int status = http.to(jira.uri(), "rest", "api", "2", "issue", "SHOP-1", "transitions")
                    .secret("Authorization", "Basic eA==")
                    .post(closing)
                    .status();

            assertThat(status).isEqualTo(204);
            assertThat(issues.status("SHOP-1")).isEqualTo("Closed");
            assertThat(issues.comments("SHOP-1")).containsExactly("Fixed");
        }
    }

    @Test
    void flawsAreAskedForWithATokenThatIsRenewed() {
        FlawsInMemory flaws = new FlawsInMemory()
                .flaw("CVE-2026-1111", "LOW")
                .impactOn("CVE-2026-1111", "registry.redhat.io/shop/web", "CRITICAL");
        try (FlawServer server = FlawServer.start(flaws)) {
            HttpFlawDatabase database = new HttpFlawDatabase(http, server.uri(), "Negotiate s3cret");

            assertThat(database.flaws("CVE-2026-1111")).isEqualTo(flaws.flaws("CVE-2026-1111"));
            server.expireTokens();
            assertThat(Flaw.of("CVE-2026-1111", database).impactFor("registry.redhat.io/shop/web"))
                    .isEqualTo("CRITICAL");
            assertThat(server.requests())
                    .extracting(RecordedRequest::path)
                    .filteredOn("/auth/token"::equals)
                    .hasSize(2);
            assertThat(server.requests().toString()).doesNotContain("s3cret");
        }
    }

    @Test
    void aFlawDatabaseThatIsDownIsNamed() {
        try (FlawServer server = FlawServer.start(new FlawsInMemory())) {
            server.suffer(ServerFault.status(502).onPath("/osidb/"));
            HttpFlawDatabase database = new HttpFlawDatabase(http, server.uri(), "Negotiate s3cret");

            assertThatThrownBy(() -> database.flaws("CVE-2026-1111"))
                    .isInstanceOf(ServerException.class)
                    .hasMessage(server.url() + "/osidb/api/v1/flaws: answered 502");
        }
    }

    @Test
    void repositoriesOfTheCatalogAreReadAndPublished() {
        CatalogInMemory catalog = new CatalogInMemory().repository("registry.access.redhat.com", "shop/web");
        PyxisRepository web = new PyxisRepository("registry.access.redhat.com", "shop/web");
        try (CatalogServer server = CatalogServer.start(catalog)) {
            HttpPyxis pyxis = HttpPyxis.at(http, server.uri().resolve("/v1")).withKey("s3cret");
            DataObject published = DataObject.of("published", Data.of(true));

            pyxis.apply(List.of(new PyxisPublication.Change("repository-1", published)));

            assertThat(pyxis.of(web).find("published")).contains(Data.of(true));
            assertThat(pyxis.of(new PyxisRepository("registry.access.redhat.com", "shop/none")))
                    .isEqualTo(DataObject.empty());
            assertThat(FbcOptIn.of(pyxis.findRecordOf("registry.redhat.io/shop/web:1")))
                    .isFalse();
            assertThat(server.requests().toString()).doesNotContain("s3cret");
        }
    }

    @Test
    void advisoriesAreFoundNewestFirstOverSeveralPages() {
        AdvisoriesInMemory advisories = new AdvisoriesInMemory();
        IntStream.rangeClosed(1001, 1250)
                .forEach(number -> advisories.commit(
                        "data/advisories/shop-tenant/2026/" + number + "/advisory.yaml",
                        "metadata: {name: '2026:" + number + "'}\nspec: {type: RHBA}\n",
                        "add"));
        try (AdvisoryServer gitLab = AdvisoryServer.start(advisories)) {
            GitLabAdvisories repository = GitLabAdvisories.of(http, gitLab.uri(), AdvisoryServer.PROJECT);

            assertThat(repository.newestFirst("shop-tenant"))
                    .isEqualTo(advisories.newestFirst("shop-tenant"))
                    .hasSize(250)
                    .first()
                    .extracting(PublishedAdvisory::name)
                    .isEqualTo("2026:1250");
            assertThat(repository.newestFirst("other-tenant")).isEmpty();
            assertThat(repository.hasNumber("2026", "1100")).isTrue();
            assertThat(repository.hasNumber("2025", "1100")).isFalse();
            assertThat(repository.gitUrl()).isEqualTo(gitLab.url() + "/releng/advisories.git");
        }
    }

    @Test
    void everyReservedNumberIsAnotherOne() {
        try (AdvisoryServer errata = AdvisoryServer.start(new AdvisoriesInMemory())) {
            HttpLiveIds numbers = new HttpLiveIds(http, errata.uri().resolve("/api/v1"), "Bearer s3cret");

            assertThat(numbers.reserve()).isEqualTo(1001);
            assertThat(numbers.reserve()).isEqualTo(1002);
        }
    }

    @Test
    void aSignatureIsMadeOnce() {
        SignaturesInMemory signatures = new SignaturesInMemory();
        DataObject order = DataObject.builder()
                .put("reference", "registry.redhat.io/shop/web:1")
                .put("digest", "sha256:" + "0f".repeat(32))
                .put("key", "release-key")
                .build();
        try (SigningServer server = SigningServer.start(signatures)) {
            for (int i = 0; i < 2; i++) {
                http.to(server.uri(), "v1", "signatures")
                        .secret("Authorization", "Bearer s3cret")
                        .post(order)
                        .requireSuccess();
            }

            assertThat(signatures.all()).hasSize(1);
            assertThat(http.to(server.uri(), "v1", "signatures").post(order).status())
                    .isEqualTo(401);
        }
    }
}
