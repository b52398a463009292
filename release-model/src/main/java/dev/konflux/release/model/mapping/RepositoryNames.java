package dev.konflux.release.model.mapping;

import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.List;

/**
 * The two names of a repository: the one customers pull from ({@code registry.redhat.io/product/repo}) and the one releases push to
 * ({@code quay.io/redhat-prod/product----repo}).
 */
public final class RepositoryNames {

    private static final String SEPARATOR = "----";

    private static final List<Pair> PAIRS = List.of(
            new Pair("registry.redhat.io/", "quay.io/redhat-prod/", "registry.access.redhat.com/"),
            new Pair("registry.stage.redhat.io/", "quay.io/redhat-pending/", "registry.access.stage.redhat.com/"),
            new Pair("flatpaks.registry.redhat.io/", "quay.io/rh-flatpaks-prod/", "registry.access.redhat.com/"),
            new Pair(
                    "flatpaks.registry.stage.redhat.io/",
                    "quay.io/rh-flatpaks-stage/",
                    "registry.access.stage.redhat.com/"));

    private static final Pair INDEX_IMAGES =
            new Pair("registry.redhat.io/", "quay.io/redhat/", "registry.access.redhat.com/");

    private RepositoryNames() {}

    private record Pair(String registry, String quay, String access) {
        boolean isFlatpaks() {
            return registry.startsWith("flatpaks.");
        }
    }

    /**
     * What customers see of a repository.
     *
     * @param registry the name at the Red Hat registry
     * @param access the name at the registry without login; empty text when there is none
     */
    public record Delivery(String registry, String access) {}

    /** The name releases push to; names of other registries stay as they are. */
    public static String toQuay(String repository) {
        for (Pair pair : PAIRS) {
            if (repository.startsWith(pair.registry())) {
                return pair.quay()
                        + repository.substring(pair.registry().length()).replace("/", SEPARATOR);
            }
        }
        return repository;
    }

    /** The name customers pull from; empty text for names of other registries, and for those of flatpaks already in this form. */
    public static String toRegistry(String repository) {
        for (Pair pair : PAIRS) {
            if (repository.startsWith(pair.quay())) {
                return pair.registry()
                        + repository.substring(pair.quay().length()).replace(SEPARATOR, "/");
            }
            if (!pair.isFlatpaks() && repository.startsWith(pair.registry())) {
                return repository;
            }
        }
        return "";
    }

    /** The name at the registry without login of a repository customers pull from; empty text for flatpaks and other registries. */
    public static String toRegistryAccess(String repository) {
        for (Pair pair : PAIRS) {
            if (!pair.isFlatpaks() && repository.startsWith(pair.registry())) {
                return pair.access() + repository.substring(pair.registry().length());
            }
        }
        return "";
    }

    /** Whether mapping speaks of the repository in both forms. */
    static boolean isDelivered(String repository) {
        return PAIRS.stream()
                .anyMatch(pair -> repository.startsWith(pair.registry()) || repository.startsWith(pair.quay()));
    }

    /** The customers' name of a repository in either form of a delivered repository. */
    static String delivered(String repository) {
        return PAIRS.stream().anyMatch(pair -> repository.startsWith(pair.quay()))
                ? toRegistry(repository)
                : repository;
    }

    /**
     * The names by which signing and index images speak of a repository that releases push to. It differs from the translations above: index
     * images are known, flatpaks have a name without login, and names of other registries come back with separators turned into slashes.
     *
     * @throws ReleaseDataException when the name is blank
     */
    public static Delivery deliveryOf(String repository) {
        if (repository.isBlank()) {
            throw new ReleaseDataException(
                    "Please pass a repo to translate like 'quay.io/redhat-prod/product----repo'");
        }
        String name = repository.replace(SEPARATOR, "/");
        for (Pair pair : PAIRS) {
            if (name.startsWith(pair.quay())) {
                return delivery(pair, name);
            }
        }
        return name.startsWith(INDEX_IMAGES.quay()) ? delivery(INDEX_IMAGES, name) : new Delivery(name, "");
    }

    private static Delivery delivery(Pair pair, String name) {
        String rest = name.substring(pair.quay().length());
        return new Delivery(pair.registry() + rest, pair.access() + rest);
    }
}
