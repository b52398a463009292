package dev.konflux.release.testkit.autorelease;

/** The git provider, as far as the integration service asks it: which pull requests are still open. */
@FunctionalInterface
public interface PullRequests {

    /**
     * Whether a pull request is open.
     *
     * @param repository the repository's address as Pipelines as Code names it; empty text when it does not
     * @param number the pull request's number; empty text when nobody says
     * @throws dev.konflux.release.testkit.store.ApiException when the provider cannot be asked; the service asks again later
     */
    boolean isOpen(String repository, String number);

    /** A provider that has never closed or merged one. */
    static PullRequests allOpen() {
        return (repository, number) -> true;
    }
}
