package dev.konflux.release.policy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.re2j.Pattern;
import dev.konflux.release.policy.Criterion.Binding;
import java.util.ArrayList;
import java.util.List;

/** All includes or all excludes of one source group, found by what they are bound to. */
final class Criteria {

    private static final Pattern PLATFORM_SUFFIX = Pattern.compile("-sha256:[0-9a-f]{64}-\\S+$");

    private final ImmutableList<Criterion> all;
    private final ImmutableListMultimap<String, Criterion> byImage;
    private final ImmutableListMultimap<String, Criterion> byComponent;
    private final ImmutableList<Criterion> unbound;

    Criteria(List<Criterion> all) {
        this.all = ImmutableList.copyOf(all);
        this.byImage = boundTo(Binding.IMAGE);
        this.byComponent = boundTo(Binding.COMPONENT);
        this.unbound = ImmutableList.copyOf(boundTo(Binding.NONE).values());
    }

    private ImmutableListMultimap<String, Criterion> boundTo(Binding binding) {
        ImmutableListMultimap.Builder<String, Criterion> bound = ImmutableListMultimap.builder();
        all.stream().filter(one -> one.binding() == binding).forEach(one -> bound.put(one.boundTo(), one));
        return bound.build();
    }

    /** Every criterion in the order of the policy. */
    List<Criterion> all() {
        return all;
    }

    /** The criteria of a target: by repository, digest, component, and the unbound ones. */
    List<Criterion> of(Target target) {
        return ImageName.parse(target.imageReference())
                .map(image -> of(image, target.componentName()))
                // upstream: without an image even the component is lost
                .orElse(unbound);
    }

    private List<Criterion> of(ImageName image, String component) {
        List<Criterion> applicable = new ArrayList<>(byImage.get(image.repository()));
        image.digest().ifPresent(digest -> applicable.addAll(byImage.get(digest)));
        if (!component.isEmpty()) {
            applicable.addAll(byComponent.get(component));
            String withoutPlatform = PLATFORM_SUFFIX.matcher(component).replaceFirst("");
            if (!withoutPlatform.equals(component)) {
                applicable.addAll(byComponent.get(withoutPlatform));
            }
        }
        applicable.addAll(unbound);
        return applicable;
    }
}
