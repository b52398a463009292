package dev.konflux.release.policy;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataObject;
import java.util.List;

/**
 * A violation that one of two verdicts has and the other has not.
 *
 * @param target what it is found in
 * @param result the violation
 */
public record ForecastViolation(Target target, PolicyResult result) {

    /** What makes two violations the same, whatever the time they were judged for. */
    private record Identity(String code, List<String> terms, String message) {

        static Identity of(PolicyResult result) {
            return new Identity(result.code().orElse(""), result.terms(), result.message());
        }
    }

    static List<ForecastViolation> onlyIn(PolicyReport report, PolicyReport other) {
        Multiset<Identity> known = HashMultiset.create();
        other.violations().forEach(violation -> known.add(Identity.of(violation)));
        return report.violations().stream()
                .filter(violation -> !known.remove(Identity.of(violation)))
                .map(violation -> new ForecastViolation(report.target(), violation))
                .toList();
    }

    /** The texts to add to {@code config.exclude}, one for each term; empty when no criterion can select it. */
    public List<String> exclusions() {
        return result.code().isPresent() ? Dependencies.exclusions(result) : List.of();
    }

    /**
     * The entries to add to {@code volatileConfig.exclude}: as {@link #exclusions()}, bound to the component, or to the digest of an image
     * without one.
     */
    public List<DataObject> volatileExclusions() {
        return exclusions().stream().map(this::bound).toList();
    }

    private DataObject bound(String criterion) {
        DataObject.Builder entry = DataObject.builder().put("value", criterion);
        if (!target.componentName().isEmpty()) {
            entry.put("componentNames", DataArray.ofTexts(List.of(target.componentName())));
        } else {
            ImageName.parse(target.imageReference())
                    .flatMap(ImageName::digest)
                    .ifPresent(digest -> entry.put("imageDigest", digest));
        }
        return entry.build();
    }
}
