package dev.konflux.release.notes.content;

/** Names of files inside paths. */
public final class FileNames {

    private FileNames() {}

    /** The last part of a path, slashes at the end and parts that are a single dot not counted; empty for a path of nothing else. */
    public static String last(String path) {
        String rest = path;
        while (true) {
            int slash = rest.lastIndexOf('/');
            String name = rest.substring(slash + 1);
            if (!name.isEmpty() && !name.equals(".")) {
                return name;
            }
            if (slash < 0) {
                return "";
            }
            rest = rest.substring(0, slash);
        }
    }
}
