/** Enterprise Contract evaluation in the JVM. */
module dev.konflux.release.policy {
    requires transitive dev.konflux.release.model;
    requires com.google.common;
    requires re2j;
    requires static org.jspecify;
    requires static org.immutables.value.annotations;
    requires static com.google.errorprone.annotations;
    requires static java.compiler;

    exports dev.konflux.release.policy;
    exports dev.konflux.release.policy.builtin;
    exports dev.konflux.release.policy.report;

    uses dev.konflux.release.policy.PolicyRule;
}
