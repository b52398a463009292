package dev.konflux.release.model.registry;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Credentials of registries by host or repository. Its text never shows them. */
public final class RegistryLogins {

    private static final RegistryLogins NONE = new RegistryLogins(Map.of());

    /** User, colon and password in Base64, by {@code host} or {@code host/repository}. */
    private final Map<String, String> byPlace;

    private RegistryLogins(Map<String, String> byPlace) {
        this.byPlace = byPlace;
    }

    /** Nobody logs in. */
    public static RegistryLogins none() {
        return NONE;
    }

    /** These credentials and one more. */
    public RegistryLogins with(String place, String user, String password) {
        Map<String, String> more = new TreeMap<>(byPlace);
        byte[] bytes = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        more.put(place, Base64.getEncoder().encodeToString(bytes));
        return new RegistryLogins(more);
    }

    /**
     * The credentials of a {@code .dockerconfigjson}, the form that registry secrets have. Its keys name a host or a repository, as
     * container tools write them; entries without {@code auth} or user and password are passed over.
     *
     * @throws dev.konflux.release.model.text.DataSyntaxException when the text is no JSON
     */
    public static RegistryLogins ofDockerConfig(String json) {
        DataObject entries =
                JsonReader.create().read(json, "").findObject("auths").orElse(DataObject.empty());
        RegistryLogins logins = NONE;
        for (Map.Entry<String, Data> entry : entries.members().entrySet()) {
            logins = logins.withEntry(place(entry.getKey()), entry.getValue());
        }
        return logins;
    }

    private RegistryLogins withEntry(String place, Data entry) {
        Optional<String> auth = entry.findText("auth").filter(text -> !text.isEmpty());
        if (auth.isPresent()) {
            Map<String, String> more = new TreeMap<>(byPlace);
            more.put(place, auth.get());
            return new RegistryLogins(more);
        }
        return entry.findText("username")
                .flatMap(user -> entry.findText("password").map(password -> with(place, user, password)))
                .orElse(this);
    }

    /** Older files name the host as a URL. */
    private static String place(String key) {
        return key.replaceFirst("^https?://", "").replaceFirst("(/v[12])?/$", "");
    }

    /** The value of an {@code Authorization} header for a repository: the longest place that it lies in decides. */
    Optional<String> basicFor(ImageReference reference) {
        String name = reference.name();
        while (!byPlace.containsKey(name)) {
            int slash = name.lastIndexOf('/');
            if (slash < 0) {
                return Optional.empty();
            }
            name = name.substring(0, slash);
        }
        return Optional.of("Basic " + byPlace.get(name));
    }

    /** The places only. */
    @Override
    public String toString() {
        return "logins for " + byPlace.keySet();
    }
}
