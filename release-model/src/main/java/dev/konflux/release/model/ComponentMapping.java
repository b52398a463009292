package dev.konflux.release.model;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.model.data.DataObject;
import java.util.List;
import java.util.Optional;

/** Where one component goes. */
public final class ComponentMapping extends Part {

    private ComponentMapping(DataObject data) {
        super(data);
    }

    /** The component's mapping that is the given object. */
    public static ComponentMapping of(DataObject data) {
        return new ComponentMapping(data);
    }

    /** The component's name. */
    public String name() {
        return text("name");
    }

    /** The repositories in document order: the old single {@code repository} first, then the newer {@code repositories}. */
    public List<String> repositories() {
        ImmutableList.Builder<String> urls = ImmutableList.builder();
        data().findText("repository").ifPresent(urls::add);
        parts(data(), repository -> repository.findText("url"), "repositories")
                .forEach(url -> url.ifPresent(urls::add));
        return urls.build();
    }

    /** Tags of this component. */
    public List<String> tags() {
        return texts(data(), "tags");
    }

    /** Whether the source container is pushed too. */
    public Optional<Boolean> pushSourceContainer() {
        return truth(data(), "pushSourceContainer");
    }
}
