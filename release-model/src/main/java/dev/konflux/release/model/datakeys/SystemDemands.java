package dev.konflux.release.model.datakeys;

import static dev.konflux.release.model.datakeys.Demand.isTrue;
import static dev.konflux.release.model.datakeys.Demand.mandatory;
import static dev.konflux.release.model.datakeys.Demand.named;
import static dev.konflux.release.model.datakeys.Demand.present;
import static dev.konflux.release.model.datakeys.Demand.switched;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the systems that a release works with demand of its data. */
final class SystemDemands {

    static final String[] SYSTEM_NAMES = {
        "releaseNotes",
        "cdn",
        "fbc",
        "sign",
        "mrrc",
        "nrrc",
        "cgw",
        "jira",
        "infra",
        "github",
        "contentGateway",
        "pyxis",
        "mapping",
        "ootsign",
        "conforma",
        "intention",
        "atlas",
        "pulp",
        "cloudMarketplaces"
    };

    private static final Shape ANY = Shape.ANY;
    private static final Shape ARRAY = Shape.arrayOf(ANY);

    /** In the order in which the real check reports them. */
    private static final List<Demand> DEMANDS = Stream.of(
                    releaseNotes(),
                    catalogFragment(),
                    signing(),
                    artifactStores(),
                    gateway(),
                    catalogAndModules(),
                    storage(),
                    mapping(),
                    others())
            .flatMap(List::stream)
            .toList();

    private SystemDemands() {}

    static void check(DataObject document, Violations violations) {
        NamedSystems systems = NamedSystems.in(document);
        DEMANDS.stream()
                .filter(demand -> demand.condition().test(document, systems))
                .forEach(demand -> demand.shape().check(document, violations));
    }

    private static List<Demand> releaseNotes() {
        Shape cve = ANY.with(Constraint.anyOf(SystemDemands::isWholeOrNoCve));
        Shape notes = ANY.requiring("product_id", "product_name", "product_version", "product_stream", "cpe")
                .requiring("synopsis", "topic", "description", "solution", "content")
                .key("content", ANY.with(Constraint.exactlyOne("images", "artifacts")))
                .key("cves", ARRAY.each(cve));
        return List.of(
                mandatory("releaseNotes", "releaseNotes"),
                named("releaseNotes", "releaseNotes", notes),
                mandatory("cdn", "cdn"),
                named("cdn", "cdn", ANY.requiring("env")));
    }

    private static boolean isWholeOrNoCve(DataObject cve) {
        boolean isWhole = cve.has("key") && cve.has("component");
        return isWhole || !(cve.has("key") || cve.has("component") || cve.has("packages"));
    }

    /** An index with a mode of its own needs more; what {@code fbc} itself needs does not depend on the systems. */
    private static List<Demand> catalogFragment() {
        return List.of(
                mandatory("fbc", "fbc"),
                present("fbc", ANY.requiring("fromIndex", "publishingCredentials", "allowedPackages")),
                named("fbc", "fbc", ANY.requiring("targetIndex", "productName", "productVersion"))
                        .when(document -> isTrue(document, "fbc", "preGA")),
                named("fbc", "fbc", ANY.requiring("targetIndex", "issueId"))
                        .when(document -> isTrue(document, "fbc", "hotfix")),
                named("fbc", "fbc", ANY.requiring("targetIndex"))
                        .when(document -> !isTrue(document, "fbc", "stagedIndex")));
    }

    private static List<Demand> signing() {
        return List.of(mandatory("sign", "sign"), named("sign", "sign", ANY.requiring("configMapName")));
    }

    /** Nothing makes {@code charon} mandatory for nrrc; and mrrc looks at {@code charon.sign}, where {@code signing} was meant. */
    private static List<Demand> artifactStores() {
        Shape product = ANY.requiring("product_name", "product_version");
        Shape mrrc = ANY.requiring("environment", "release", "awsSecret", "config", "signing")
                .key("sign", ANY.requiring("signKey", "signCASecret"));
        Shape nrrc = ANY.requiring("environment", "release", "awsSecret", "packageType", "config");
        return List.of(
                mandatory("mrrc", "charon"),
                named("mrrc", "charon", mrrc).and("releaseNotes", product),
                named("nrrc", "charon", nrrc).and("releaseNotes", product),
                mandatory("github", "github"),
                named("github", "github", ANY.requiring("githubSecret")));
    }

    private static List<Demand> gateway() {
        Shape haveGateway = ANY.requiring("components").key("components", ARRAY.each(ANY.requiring("contentGateway")));
        Shape gateway = ANY.requiring("productName", "productCode", "productVersionName", "contentType");
        return List.of(
                mandatory("contentGateway", ANY.requiring("mapping").key("mapping", haveGateway)),
                named("contentGateway", "mapping", ANY.key("components", ANY.each(ANY.key("contentGateway", gateway))))
                        .when(SystemDemands::everyComponentHasGateway));
    }

    private static boolean everyComponentHasGateway(DataObject document) {
        Optional<DataArray> components = document.find("mapping", "components").flatMap(Data::asArray);
        return components.isPresent()
                && components.get().items().stream()
                        .allMatch(item -> item.asObject()
                                .map(component -> component.has("contentGateway"))
                                .orElse(true));
    }

    private static List<Demand> catalogAndModules() {
        Shape modules = ANY.requiring("kmodsPath", "vendor", "signedKmodsPath", "signing-secret")
                .requiring("signingAuthor", "checksumFingerprint", "checksumKeytab");
        return List.of(
                mandatory("pyxis", "pyxis"),
                named("pyxis", "pyxis", ANY.requiring("server", "secret")),
                mandatory("ootsign", "ootsign"),
                named("ootsign", "ootsign", modules));
    }

    private static List<Demand> storage() {
        return List.of(
                switched("pushToGit", "git", "repoUrl", "tokenSecret"),
                switched("pushToS3", "s3", "endpoint", "bucket", "credentialsSecret"),
                switched("pushToAzure", "azure", "storageAccount", "container", "spSecret"));
    }

    private static List<Demand> mapping() {
        Shape target = ANY.requiring("name").with(Constraint.anyOf(SystemDemands::hasTarget));
        Shape staged = Shape.object()
                .requiring("destination", "version", "files")
                .key("files", ARRAY.with(Constraint.notEmpty()).each(ANY.requiring("filename", "source")));
        Shape offer = ANY.requiring("name", "contentType", "staged", "starmap")
                .key("staged", staged)
                .key("starmap", ARRAY.with(Constraint.notEmpty()));
        return List.of(
                mandatory("mapping", requiredMapping("components")),
                named("mapping", "mapping", components(target)),
                mandatory("cloudMarketplaces", requiredMapping("components", "cloudMarketplacesSecret")),
                named("cloudMarketplaces", "mapping", components(offer)));
    }

    private static List<Demand> others() {
        return List.of(
                // The real rule looks for a plain text among the entries, which an entry may not be: demanding
                // intention has no effect.
                new Demand((document, systems) -> systems.hasPlain("intention"), ANY.requiring("intention")),
                mandatory("atlas", "atlas"),
                named("atlas", "atlas", ANY.requiring("server")),
                mandatory("pulp", "pulp"),
                named("pulp", "pulp", ANY.requiring("domain", "secretName")));
    }

    private static boolean hasTarget(DataObject component) {
        return component.has("repositories") || component.has("contentType");
    }

    private static Shape requiredMapping(String... keys) {
        return ANY.requiring("mapping").key("mapping", Shape.object().requiring(keys));
    }

    private static Shape components(Shape component) {
        return ANY.key("components", ARRAY.with(Constraint.notEmpty()).each(component));
    }
}
