package dev.konflux.release.examples.rehearsal;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.mapping.MappedSnapshot;
import dev.konflux.release.model.mapping.MappedTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Repositories and tags that would be pushed, and where each tag came from. */
final class TagsSection {

    private static final String KEY = "tags";
    private static final String TITLE = "Repositories and tags";

    private TagsSection() {}

    static Section of(MappedSnapshot mapped) {
        Section.Builder section = Section.builder(KEY, TITLE);
        if (!mapped.isMapped()) {
            section.row(Cell.faint("nothing is pushed: the release data has no mapping"));
        }
        List<Data> rows = new ArrayList<>();
        Optional<String> repository = Optional.empty();
        for (MappedTag tag : mapped.tags().all()) {
            boolean first = !Optional.of(tag.component() + tag.repository()).equals(repository);
            repository = Optional.of(tag.component() + tag.repository());
            section.row(
                    first ? Cell.plain(tag.component()) : Cell.plain(""),
                    first ? Cell.plain(tag.repository()) : Cell.plain(""),
                    Cell.good(tag.tag()),
                    Cell.faint(template(tag)));
            rows.add(DataObject.builder()
                    .put("component", tag.component())
                    .put("repository", tag.repository())
                    .put("tag", tag.tag())
                    .put(
                            "from",
                            DataArray.ofTexts(
                                    tag.sources().stream().map(Object::toString).toList()))
                    .build());
        }
        return section.build(DataArray.of(rows));
    }

    static Section failed(String why) {
        return Section.builder(KEY, TITLE).row(Cell.bad(why)).build(DataObject.of("error", Data.of(why)));
    }

    private static String template(MappedTag tag) {
        return tag.sources().stream()
                .map(MappedTag.Source::template)
                .filter(template -> !template.equals(tag.tag()))
                .findFirst()
                .map(template -> "from " + template)
                .orElse("");
    }
}
