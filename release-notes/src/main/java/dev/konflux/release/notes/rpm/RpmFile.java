package dev.konflux.release.notes.rpm;

/**
 * An RPM file of a component.
 *
 * @param fileName without folders, {@code hello-1.0-1.el9.x86_64.rpm}
 * @param sha256 of the file, in hexadecimal digits
 * @param name of the package, as its header says
 * @param epoch {@code 0} for packages that have none
 * @param version of the packaged program
 * @param release of the package
 * @param headerArchitecture as the header says; that of a source package names the machine it was built on
 */
public record RpmFile(
        String fileName,
        String sha256,
        String name,
        String epoch,
        String version,
        String release,
        String headerArchitecture) {

    private static final String SOURCE = "src";

    /** The architecture the package is published for: {@code src} for source packages, which only their file's name tells. */
    public String architecture() {
        return fileName.endsWith(".src.rpm") ? SOURCE : headerArchitecture;
    }

    /** {@code hello-1.0-1.x86_64}. */
    @Override
    public String toString() {
        return name + "-" + version + "-" + release + "." + architecture();
    }
}
