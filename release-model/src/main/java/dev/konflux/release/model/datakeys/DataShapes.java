package dev.konflux.release.model.datakeys;

import static dev.konflux.release.model.datakeys.Shape.arrayOf;
import static dev.konflux.release.model.datakeys.Shape.bool;
import static dev.konflux.release.model.datakeys.Shape.object;
import static dev.konflux.release.model.datakeys.Shape.text;
import static dev.konflux.release.model.datakeys.Shape.textOf;

/** The known keys and their types. Unknown keys are accepted except where a shape is closed. */
final class DataShapes {

    private static final Shape SYSTEM =
            object().key("systemName", textOf(SystemDemands.SYSTEM_NAMES)).booleans("dynamic");

    /** Here alone the schema demands a key after it has looked at all of them. */
    private static final Shape SYSTEMS = arrayOf(Shape.ANY.with(SYSTEM::check).requiring("systemName"));

    private static final Shape CATALOG_FRAGMENT = object().texts("request", "publishingCredentials")
            .textLists("buildTags", "addArches")
            .booleans("hotfix", "preGA", "stagedIndex")
            .texts("productName", "productVersion")
            .integers("buildTimeoutSeconds", "requestTimeoutSeconds")
            .texts("timestampFormat", "issueId")
            .textLists("allowedPackages")
            .texts("fromIndex", "targetIndex", "configMapName", "pipelineImage", "internalRequestServiceAccount");

    private static final Shape PYXIS = object().texts("secret")
            .key("server", textOf("stage", "production", "production-internal", "stage-internal"))
            .booleans("skipRepoPublishing", "includeLayers");

    private static final Shape ATLAS = object().key("server", textOf("stage", "production"))
            .texts("atlas-sso-secret-name", "atlas-retry-aws-secret-name")
            .closed();

    private static final Shape KERNEL_MODULES = object().texts(
                    "kmodsPath", "vendor", "signedKmodsPath", "signing-secret")
            .texts("signingAuthor", "checksumFingerprint", "checksumKeytab");

    private static final Shape CHARON = object().key("release", textOf("ga", "ea"))
            .key("environment", textOf("dev", "stage", "production"))
            .texts("awsSecret")
            .key("packageType", textOf("maven", "npm"))
            .key("signing", object().texts("signKey", "signCASecret").textLists("signIgnores"))
            .texts("config");

    private static final Shape KOJI = object().textLists("koji_tags")
            .texts("koji_profile")
            .booleans("koji_import_draft")
            .textLists("components")
            .key("pushKeytab", object().texts("principal", "secret", "name"))
            .texts("pushPipelineImage")
            .key("pushType", textOf("import", "promote"));

    /** The whole document. */
    static final Shape DOCUMENT = storage(publishing(object().booleans("enforceContainerFirstSecurityLabels")
                    .key("systems", SYSTEMS)
                    .key("requestType", textOf("internal-request", "internal-pipelinerun"))
                    .key("fbc", CATALOG_FRAGMENT)
                    .key("releaseNotes", ReleaseNotesShape.RELEASE_NOTES)
                    .key("sign", object().texts("cosignSecretName", "request", "configMapName", "pipelineImage"))))
            .key("cdn", object().key("env", textOf("qa", "stage", "production")))
            .key("charon", CHARON)
            .key("pushOptions", KOJI)
            .key("skipFilter", bool());

    private DataShapes() {}

    private static Shape publishing(Shape document) {
        return document.key("cgw", object().texts("cgwSecret"))
                .key("jira", object().texts("jiraAdvisorySecret"))
                .key("infra", object().texts("prCreatorSecret"))
                .key("github", object().texts("githubSecret"))
                .key("conforma", object().integers("workerCount"))
                .key("pyxis", PYXIS)
                .key("pulp", object().texts("baseUrl", "domain", "apiRoot", "repository", "secretName", "taskTimeout"))
                .key(
                        "signOptions",
                        object().texts("unsignedRpmsDomain", "signedRpmsDomain").booleans("skipUploadToPulp"))
                .key("atlas", ATLAS)
                .key("slack", object().texts("slack-notification-secret", "slack-webhook-notification-secret-keyname"))
                .key("infra-deployment-update-script", text())
                .key("intention", textOf("production", "staging"))
                .booleans("singleComponentMode")
                .key("mapping", MappingShape.MAPPING)
                .key("ootsign", KERNEL_MODULES);
    }

    private static Shape storage(Shape document) {
        return document.booleans("pushToGit", "pushToS3", "pushToAzure")
                .key("git", object().texts("repoUrl", "branch", "tokenSecret"))
                .key("s3", object().texts("endpoint", "bucket", "credentialsSecret"))
                .key("azure", object().texts("storageAccount", "container", "spSecret"));
    }
}
