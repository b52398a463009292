package dev.konflux.release.notes.embargo;

import java.util.List;

/** Tells whether CVEs are public; asked once for all CVEs of a release. */
@FunctionalInterface
public interface CveEmbargo {

    /** The answer for these CVEs, which are sorted and at least one. */
    Answer ask(List<String> cves);

    /** What was found out. */
    sealed interface Answer {

        /** All CVEs are public. */
        record Clear() implements Answer {}

        /**
         * Some CVEs are not known to be public.
         *
         * @param cves which ones, as text
         */
        record Embargoed(String cves) implements Answer {}

        /**
         * It could not be found out.
         *
         * @param reason why
         */
        record Failed(String reason) implements Answer {}
    }
}
