package dev.konflux.release.notes.pyxis;

import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.List;

/**
 * A repository as the catalog names it.
 *
 * @param registry under which customers know it
 * @param name such as {@code product/repository}
 */
public record PyxisRepository(String registry, String name) {

    private static final List<String> FLATPAKS = List.of("quay.io/rh-flatpaks-prod/", "quay.io/rh-flatpaks-stage/");
    private static final List<String> PRODUCTION = List.of("quay.io/redhat-prod/", "quay.io/rh-flatpaks-prod/");
    private static final List<String> STAGE = List.of("quay.io/redhat-pending/", "quay.io/rh-flatpaks-stage/");
    private static final String ACCESS = "registry.access.redhat.com";
    private static final int PARTS = 3;

    /** The repository behind a mapped url, such as {@code quay.io/redhat-prod/product----repository}. */
    public static PyxisRepository of(String url) {
        return new PyxisRepository(
                startsWithAny(url, FLATPAKS) ? "flatpaks.registry.redhat.io" : ACCESS,
                url.substring(url.lastIndexOf('/') + 1).replace("----", "/"));
    }

    /** Whether images of the repository are signed for access without a login when its terms allow that. */
    public boolean isAccessible() {
        return registry.equals(ACCESS);
    }

    /**
     * The page of the repository in the catalog.
     *
     * @param url the mapped url
     * @param id of the repository in the catalog
     * @throws ReleaseDataException when the url is neither of production nor of the stage
     */
    public String catalogPage(String url, String id) {
        if (startsWithAny(url, PRODUCTION)) {
            return "https://catalog.redhat.com/software/containers/" + name + "/" + id;
        }
        if (startsWithAny(url, STAGE)) {
            return "https://catalog.stage.redhat.com/software/containers/" + name + "/" + id;
        }
        throw new ReleaseDataException("Unknown repository prefix for " + PythonText.repr(url));
    }

    /**
     * The URL of the catalog's record for what a pull spec names, with its tag if it has one.
     *
     * @throws ReleaseDataException when the pull spec has fewer than three parts
     */
    public static String recordUrl(String pyxisUrl, String pullSpec) {
        String known = replaceFirst(pullSpec, "registry.redhat.io", ACCESS);
        String[] parts = known.split("/", PARTS);
        if (parts.length < PARTS) {
            throw new ReleaseDataException("invalid pull spec: " + PythonText.repr(pullSpec));
        }
        int colon = parts[2].indexOf(':');
        String image = colon < 0 ? parts[2] : parts[2].substring(0, colon);
        String tag = colon < 0 ? "" : parts[2].substring(colon + 1);
        String base =
                withoutEnd(pyxisUrl) + "/repositories/registry/" + parts[0] + "/repository/" + parts[1] + "/" + image;
        return tag.isEmpty() ? base : base + "/tag/" + tag;
    }

    private static String withoutEnd(String url) {
        int end = url.length();
        while (end > 0 && url.charAt(end - 1) == '/') {
            end--;
        }
        return url.substring(0, end);
    }

    private static String replaceFirst(String text, String old, String fresh) {
        int at = text.indexOf(old);
        return at < 0 ? text : text.substring(0, at) + fresh + text.substring(at + old.length());
    }

    private static boolean startsWithAny(String url, List<String> prefixes) {
        return prefixes.stream().anyMatch(url::startsWith);
    }
}
