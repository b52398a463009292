package dev.konflux.release.model.mapping;

import dev.konflux.release.model.releasedata.Origin;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One tag a release pushes.
 *
 * @param component the component's name
 * @param repository the repository it is pushed to
 * @param tag the tag
 * @param sources the templates that gave it, the decisive one first
 */
public record MappedTag(String component, String repository, String tag, List<Source> sources) {

    /**
     * Where a tag came from.
     *
     * @param template the text before it was expanded
     * @param origins the documents it stands in; none when the Snapshot gave it or the pipeline added it
     */
    public record Source(String template, List<Origin> origins) {

        /** {@code '{{ timestamp }}' in ReleasePlan team/plan: spec.data.mapping.defaults.tags[0]}. */
        @Override
        public String toString() {
            String places = origins.stream().map(Origin::toString).collect(Collectors.joining(" and "));
            return "'" + template + "'" + (places.isEmpty() ? "" : " in " + places);
        }
    }

    /** {@code comp quay.io/org/repo:v1 from 'v1' in ...}. */
    @Override
    public String toString() {
        String from = sources.stream().map(Source::toString).collect(Collectors.joining(", "));
        return component + " " + repository + ":" + tag + " from " + from;
    }
}
