/** Konflux release resources, their admission, matching, release data, lint and explanation. */
@SuppressWarnings("module") // a module that is built later may use a package that is nobody else's business
module dev.konflux.release.model {
    requires transitive com.fasterxml.jackson.core;
    requires transitive com.fasterxml.jackson.databind;
    requires com.google.common;
    requires transitive java.net.http;
    requires static transitive org.jspecify;
    requires static org.immutables.value.annotations;
    requires static com.google.errorprone.annotations;
    requires static java.compiler;

    exports dev.konflux.release.model.admission;
    exports dev.konflux.release.model.data;
    exports dev.konflux.release.model.datakeys;
    exports dev.konflux.release.model.explain;
    exports dev.konflux.release.model.golang to
            dev.konflux.release.policy,
            dev.konflux.release.testkit;
    exports dev.konflux.release.model.http;
    exports dev.konflux.release.model.jackson;
    exports dev.konflux.release.model.lint;
    exports dev.konflux.release.model.mapping;
    exports dev.konflux.release.model.matching;
    exports dev.konflux.release.model.registry;
    exports dev.konflux.release.model.releasedata;
    exports dev.konflux.release.model.text;
    exports dev.konflux.release.model.validation;
    exports dev.konflux.release.model;
}
