package dev.konflux.release.testkit.kube;

import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.testkit.store.ObjectKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Where the next part of a list begins.
 *
 * @param start namespace and name of the last object listed
 */
record ContinueToken(long version, String start) {

    /** In the place of a version: whatever is there now. */
    private static final long LATEST = -1;

    static String after(List<DataObject> page, long version) {
        String last = ObjectKey.of(page.get(page.size() - 1)).reference();
        return new ContinueToken(version, last + "\0").encoded();
    }

    static ContinueToken parse(String text) {
        try {
            String json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            DataObject token = JsonReader.create().read(json, "").asObject().orElseThrow(ContinueToken::invalid);
            long version = token.find("rv")
                    .flatMap(number -> number.asNumber())
                    .map(number -> number.asLong().orElse(0))
                    .orElseThrow(ContinueToken::invalid);
            return new ContinueToken(version, token.findText("start").orElseThrow(ContinueToken::invalid));
        } catch (IllegalArgumentException | DataSyntaxException e) {
            throw invalid();
        }
    }

    /** A token for the rest of the list as it is now. */
    ContinueToken inconsistent() {
        return new ContinueToken(LATEST, start);
    }

    boolean isInconsistent() {
        return version == LATEST;
    }

    String encoded() {
        DataObject token = DataObject.builder()
                .put("v", "meta.k8s.io/v1")
                .put("rv", version)
                .put("start", start)
                .build();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(token.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Refusal invalid() {
        return Refusal.badRequest("continue key is not valid: malformed value");
    }

    boolean isBefore(DataObject object) {
        ObjectKey last = ObjectKey.parse("", start.replace("\0", ""));
        ObjectKey key = ObjectKey.of(object);
        return last.compareTo(new ObjectKey("", key.namespace(), key.name())) < 0;
    }
}
