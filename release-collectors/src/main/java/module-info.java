/** What was fixed since the previous release: collector SPI and built-in collectors. */
module dev.konflux.release.collectors {
    requires transitive dev.konflux.release.model;
    requires transitive java.net.http;
    requires com.google.common;
    requires re2j;
    requires org.eclipse.jgit;
    requires static org.eclipse.jgit.ssh.apache;
    requires static org.apache.sshd.osgi;
    requires static org.jspecify;
    requires static org.immutables.value.annotations;
    requires static com.google.errorprone.annotations;
    requires static java.compiler;

    exports dev.konflux.release.collectors;
    exports dev.konflux.release.collectors.git;
    exports dev.konflux.release.collectors.notify;

    uses dev.konflux.release.collectors.Collector;

    provides dev.konflux.release.collectors.Collector with
            dev.konflux.release.collectors.builtin.CommitIssuesCollector,
            dev.konflux.release.collectors.builtin.ConvertYamlCollector,
            dev.konflux.release.collectors.builtin.CveCollector,
            dev.konflux.release.collectors.builtin.JiraCollector,
            dev.konflux.release.collectors.builtin.SbomDiffCollector,
            dev.konflux.release.collectors.builtin.SingleComponentCveCollector,
            dev.konflux.release.collectors.builtin.SingleComponentSimpleJiraCollector;
}
