package dev.konflux.release.notes.fbc;

import dev.konflux.release.model.releasedata.Located;
import dev.konflux.release.model.releasedata.ReleaseDataException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The packages that fragments of operator catalogs bring: each must be allowed, and none may come twice for one OpenShift version. */
public final class FragmentPackages {

    private FragmentPackages() {}

    /**
     * Holds packages against {@code fbc.allowedPackages} of the release data; no list allows none.
     *
     * @param version the OpenShift version all fragments are for, such as {@code v4.16}
     * @param packages the names of the packages in each fragment, by its pull spec
     * @throws ReleaseDataException naming the first package that may not go out, and its fragment
     */
    public static void check(Located data, String version, Map<String, List<String>> packages) {
        Located fbc = data.objectOrEmpty("fbc");
        List<String> allowed =
                fbc.itemsOf("allowedPackages").stream().map(Located::text).toList();
        Map<String, String> fragments = new HashMap<>();
        packages.forEach((fragment, names) -> names.forEach(name -> {
            if (!allowed.contains(name)) {
                throw fbc.problem("package '" + name + "' of " + fragment + " is not in allowedPackages, which has "
                        + allowed.stream().collect(Collectors.joining("', '", "'", "'")));
            }
            String before = fragments.putIfAbsent(name, fragment);
            if (before != null) {
                throw fbc.problem("package '" + name + "' comes twice for OpenShift " + version + ": from " + before
                        + " and from " + fragment);
            }
        }));
    }
}
