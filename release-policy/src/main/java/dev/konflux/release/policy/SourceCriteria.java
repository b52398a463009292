package dev.konflux.release.policy;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.policy.Criterion.Binding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The includes and excludes of one source group at a time. */
record SourceCriteria(Criteria include, Criteria exclude) {

    private static final String EVERYTHING = "*";

    /**
     * The criteria of a source group: its own, its volatile ones whose window contains the time, and the deprecated global ones only
     * where both lists are still empty. Without any include everything is included.
     */
    static SourceCriteria collect(DataObject source, DataObject globalConfiguration, Instant now) {
        List<Criterion> include = local(source, "include", now);
        List<Criterion> exclude = local(source, "exclude", now);
        if (include.isEmpty() && exclude.isEmpty()) {
            include.addAll(plain(globalConfiguration, "include"));
            plain(globalConfiguration, "collections").stream()
                    .map(collection -> Criterion.of("@" + collection.text()))
                    .forEach(include::add);
            exclude.addAll(plain(globalConfiguration, "exclude"));
        }
        if (include.isEmpty()) {
            include.add(Criterion.of(EVERYTHING));
        }
        return new SourceCriteria(new Criteria(include), new Criteria(exclude));
    }

    private static List<Criterion> local(DataObject source, String list, Instant now) {
        List<Criterion> criteria = new ArrayList<>();
        source.findObject("config").ifPresent(config -> criteria.addAll(plain(config, list)));
        source.items("volatileConfig", list).stream()
                .filter(entry -> isActive(entry, now))
                .flatMap(SourceCriteria::volatileCriteria)
                .forEach(criteria::add);
        return criteria;
    }

    private static List<Criterion> plain(DataObject holder, String list) {
        return holder.items(list).stream()
                .flatMap(item -> item.asText().stream())
                .map(Criterion::of)
                .toList();
    }

    /** Both ends belong to the window. */
    private static boolean isActive(Data entry, Instant now) {
        return holds(entry, "effectiveOn", from -> !now.isBefore(from))
                && holds(entry, "effectiveUntil", until -> !now.isAfter(until));
    }

    /** A missing bound always holds, one that is no date never. */
    private static boolean holds(Data entry, String bound, Predicate<Instant> test) {
        String text = entry.findText(bound).orElse("");
        return text.isEmpty() || PolicyTimes.findDate(text).filter(test).isPresent();
    }

    private static Stream<Criterion> volatileCriteria(Data entry) {
        String text = entry.findText("value").orElse("");
        // of several bindings upstream takes the first of this list
        Optional<String> image = Stream.of("imageRef", "imageUrl", "imageDigest")
                .flatMap(name -> entry.findText(name).stream())
                .filter(bound -> !bound.isEmpty())
                .findFirst();
        if (image.isPresent()) {
            return Stream.of(new Criterion(text, Binding.IMAGE, image.get()));
        }
        List<Data> components = entry.items("componentNames");
        if (components.isEmpty()) {
            return Stream.of(Criterion.of(text));
        }
        return components.stream()
                .flatMap(name -> name.asText().stream())
                .map(name -> new Criterion(text, Binding.COMPONENT, name));
    }
}
