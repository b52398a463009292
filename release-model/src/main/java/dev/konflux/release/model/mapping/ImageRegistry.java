package dev.konflux.release.model.mapping;

import dev.konflux.release.model.data.DataObject;
import java.util.List;

/** What mapping asks image registries. Answers that cannot be had are exceptions of the implementation's choice; they end the mapping. */
public interface ImageRegistry {

    /** The platforms an image was built for, in the order of its index; a single image is a list of one. */
    List<ImagePlatform> platforms(String image);

    /** The raw manifest that a reference with a digest leads to. */
    DataObject manifest(String image);

    /** The image of one platform, as {@code skopeo inspect} tells of it: {@code Labels}, {@code Created}, {@code Env}. */
    DataObject inspect(String image, ImagePlatform platform);

    /** The tags of a repository, in any order. */
    List<String> tags(String repository);
}
