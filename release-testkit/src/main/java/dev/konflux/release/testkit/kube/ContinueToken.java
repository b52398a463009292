package dev.konflux.release.testkit.kube;

import com.google.common.base.Splitter;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.text.DataSyntaxException;
import dev.konflux.release.model.text.JsonReader;
import dev.konflux.release.testkit.store.ObjectKey;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * Where the next part of a list begins.
 *
 * @param start name of the last object listed, after its namespace where several are listed
 */
record ContinueToken(long version, String start) {

    private static final String FORMAT = "meta.k8s.io/v1";
    private static final Set<String> DOTS = Set.of(".", "..", "");

    /** In the place of a version: whatever is there now. */
    private static final long LATEST = -1;

    /**
     * What comes after a page.
     *
     * @param namespace the namespace that is listed; empty for all
     */
    static String after(List<DataObject> page, long version, String namespace) {
        return new ContinueToken(version, place(page.get(page.size() - 1), namespace) + "\0").encoded();
    }

    private static String place(DataObject object, String namespace) {
        ObjectKey key = ObjectKey.of(object);
        return key.namespace().equals(namespace) ? key.name() : key.reference();
    }

    static ContinueToken parse(String text) {
        Data token = read(decoded(text));
        String format = token.findText("v").orElse("");
        if (!format.equals(FORMAT)) {
            throw invalid(": server does not recognize this encoded version " + format);
        }
        long version = token.find("rv")
                .flatMap(Data::asNumber)
                .map(number -> number.asLong().orElse(0))
                .orElse(0L);
        if (version == 0) {
            throw invalid(": incorrect encoded start resourceVersion (version meta.k8s.io/v1)");
        }
        String start = token.findText("start").orElse("");
        if (start.isEmpty()) {
            throw invalid(": encoded start key empty (version meta.k8s.io/v1)");
        }
        if (Splitter.on('/').splitToStream(start).anyMatch(DOTS::contains)) {
            throw invalid(": " + start);
        }
        return new ContinueToken(version, start);
    }

    private static byte[] decoded(String text) {
        GoBase64.RAW_URL.fault(text).ifPresent(fault -> {
            throw invalid(": " + fault);
        });
        return Base64.getUrlDecoder().decode(text);
    }

    private static Data read(byte[] json) {
        try {
            return JsonReader.create().read(new String(json, StandardCharsets.UTF_8), "");
        } catch (DataSyntaxException e) {
            throw invalid(": "
                    + GoJsonFault.of(new String(json, StandardCharsets.ISO_8859_1))
                            .orElse(e.problem()));
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
                .put("v", FORMAT)
                .put("rv", version)
                .put("start", start)
                .build();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(token.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Refusal invalid(String why) {
        return Refusal.badRequest("invalid continue token: continue key is not valid" + why);
    }

    boolean isBefore(DataObject object, String namespace) {
        ObjectKey last = ObjectKey.parse("", start.replace("\0", ""));
        return last.compareTo(ObjectKey.parse("", place(object, namespace))) < 0;
    }
}
