/** A collector of one's own. */
module dev.konflux.release.examples.changelog {
    requires dev.konflux.release.collectors;
    requires static org.jspecify;

    provides dev.konflux.release.collectors.Collector with
            dev.konflux.release.examples.changelog.ChangelogCollector;
}
