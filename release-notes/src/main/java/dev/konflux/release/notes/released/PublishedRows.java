package dev.konflux.release.notes.released;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.PythonEquality;
import dev.konflux.release.model.data.PythonText;
import dev.konflux.release.notes.content.ContentType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rows of content that an advisory has published. A row is known again by what customers get: an image by digest, repository and the very
 * same list of tags; a file by its package URL. Texts, CVEs and signing keys do not matter.
 */
public final class PublishedRows {

    private static final Pattern FURTHER_CHECKSUM = Pattern.compile("&checksum=[^&]*");
    private static final Pattern FIRST_CHECKSUM = Pattern.compile("\\?checksum=[^&]*&");
    private static final Pattern ONLY_CHECKSUM = Pattern.compile("\\?checksum=[^&]*$", Pattern.UNIX_LINES);

    private final RowIdentity identity;
    private final Set<Object> published;

    private PublishedRows(RowIdentity identity, Set<Object> published) {
        this.identity = identity;
        this.published = published;
    }

    /** The rows an advisory of that content type has published; unknown types count as images. */
    public static PublishedRows of(ContentType type, List<Data> rows) {
        RowIdentity identity = RowIdentity.forType(type);
        Set<Object> published = new HashSet<>();
        for (Data row : rows) {
            row.asObject().map(identity::publishedKey).ifPresent(key -> key.ifPresent(published::add));
        }
        return new PublishedRows(identity, published);
    }

    /** The rows that are not among the published ones, in order. What is no object, or can never be published, is dropped. */
    public List<Data> unpublished(List<Data> rows) {
        List<Data> left = new ArrayList<>();
        for (Data row : rows) {
            if (row instanceof DataObject object && identity.isUnpublished(object, published)) {
                left.add(row);
            }
        }
        return left;
    }

    /** A package URL without its checksum, which changes whenever a file is signed again. */
    public static String withoutChecksum(String packageUrl) {
        String without = FURTHER_CHECKSUM.matcher(packageUrl).replaceAll("");
        without = FIRST_CHECKSUM.matcher(without).replaceAll("?");
        return ONLY_CHECKSUM.matcher(without).replaceAll("");
    }

    static Object imageKey(DataObject row) {
        return List.of(key(row, "containerImage"), key(row, "tags"), key(row, "repository"));
    }

    private static Object key(DataObject row, String name) {
        return PythonEquality.key(row.find(name).orElse(Data.nothing()));
    }

    static String fileKey(Data packageUrl) {
        return withoutChecksum(PythonText.str(packageUrl));
    }
}
