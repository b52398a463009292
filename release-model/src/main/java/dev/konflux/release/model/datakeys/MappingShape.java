package dev.konflux.release.model.datakeys;

import static dev.konflux.release.model.datakeys.Shape.arrayOf;
import static dev.konflux.release.model.datakeys.Shape.object;
import static dev.konflux.release.model.datakeys.Shape.textOf;

/** The keys of the mapping from components to the places they are released to. */
final class MappingShape {

    private static final Shape GATEWAY_DEFAULTS = object().texts(
                    "productName", "productCode", "productVersionName", "filePrefix")
            .booleans("mirrorOpenshiftPush");

    private static final Shape GATEWAY = GATEWAY_DEFAULTS
            .key("contentType", textOf("disk-image", "binary", "generic"))
            .booleans("sign");

    private static final Shape STAGED =
            object().texts("destination", "version").key("files", arrayOf(object().texts("filename", "source")));

    private static final Shape MARKETPLACE_TARGET = object().texts("name", "workflow", "cloud")
            .key("mappings", object())
            .key("billing-code-config", object());

    private static final Shape COMPONENT = object().texts("name", "canonicalName")
            .key("repositories", arrayOf(object().texts("url").textLists("tags")))
            .textLists("tags", "componentTags")
            .key("staged", STAGED)
            .key("files", arrayOf(object().texts("source", "arch", "os")))
            .key("contentGateway", GATEWAY)
            .key("productInfo", object().texts("productName", "productCode", "productVersionName"))
            .key("starmap", arrayOf(MARKETPLACE_TARGET))
            .booleans("pushSourceContainer", "public");

    private static final Shape RPM_REPOSITORY =
            object().texts("name", "arch", "repository_id", "repository_name", "distro");

    private static final Shape DEFAULTS = object().textLists("tags")
            .booleans("pushSourceContainer", "public")
            .key("contentGateway", GATEWAY_DEFAULTS);

    static final Shape MAPPING = object().key("rpm-repositories", arrayOf(RPM_REPOSITORY))
            .key("components", arrayOf(COMPONENT))
            .key("defaults", DEFAULTS)
            .texts("registrySecret", "cloudMarketplacesSecret")
            .booleans("cloudMarketplacesPrePush");

    private MappingShape() {}
}
