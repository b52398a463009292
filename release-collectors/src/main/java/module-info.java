/** What was fixed since the previous release: collector SPI and built-in collectors. */
module dev.konflux.release.collectors {
    requires transitive dev.konflux.release.model;
    requires com.google.common;
    requires org.eclipse.jgit;
    requires java.net.http;
    requires static org.jspecify;
    requires static org.immutables.value.annotations;
    requires static com.google.errorprone.annotations;
    requires static java.compiler;
}
