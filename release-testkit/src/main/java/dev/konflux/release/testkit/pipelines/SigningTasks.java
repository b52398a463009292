package dev.konflux.release.testkit.pipelines;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.mapping.ImagePlatform;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tasks that sign the images of the mapped Snapshot. */
final class SigningTasks {

    private SigningTasks() {}

    /** Signs every tag of every repository under the name customers use, for each platform and for the index. */
    static Archive signImages(TaskDesk desk) {
        return sign(SigningTasks::deliveryName, configMapName(desk), desk);
    }

    /** The name of the config map that tells the key. */
    static String configMapName(TaskDesk desk) {
        return desk.dataText("sign", "configMapName")
                .orElseThrow(() -> new TaskFailure("sign.configMapName is missing in the release data"));
    }

    /** The name under which customers pull from a repository. */
    static String deliveryName(Data repository) {
        return repository
                .findText("rh-registry-repo")
                .or(() -> repository.findText("url"))
                .orElse("");
    }

    /** Signs what was pushed, where it was pushed, with the key in a Secret of the run's namespace. */
    static Archive cosign(TaskDesk desk) {
        return sign(SigningTasks::url, cosignKey(desk), desk);
    }

    /** The name of the Secret with the key, which must be there. */
    private static String cosignKey(TaskDesk desk) {
        String name = desk.resultOf("collect-task-params", ParameterTasks.COSIGN_SECRET)
                .orElse("");
        if (desk.input().findSecret(name).isEmpty()) {
            throw new TaskFailure("there is no Secret " + name + " in namespace "
                    + desk.input().namespace());
        }
        return name;
    }

    /** Signs what was pushed in the name of the pipeline itself, for which its issuer of tokens vouches. */
    static Archive cosignKeyless(TaskDesk desk) {
        String issuer = desk.resultOf("collect-signing-params", "defaultOIDCIssuer")
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new TaskFailure("keyless signing needs defaultOIDCIssuer in the cluster's config"));
        return sign(SigningTasks::url, issuer, desk);
    }

    private static String url(Data repository) {
        return repository.findText("url").orElse("");
    }

    private static Archive sign(Function<Data, String> name, String key, TaskDesk desk) {
        for (DataObject component : desk.components()) {
            List<String> digests = digests(component, desk);
            for (Data repository : component.items("repositories")) {
                for (String tag : ImageTasks.tags(repository)) {
                    String reference = name.apply(repository) + ":" + tag;
                    digests.forEach(digest -> desk.world().sign(reference, digest, key));
                    desk.log("signed " + reference + " for " + digests.size() + " digests");
                }
            }
        }
        return desk.archive();
    }

    /** The digest of the index, if there is one, and those of the platforms. */
    private static List<String> digests(DataObject component, TaskDesk desk) {
        String image = component.findText("containerImage").orElse("");
        return Stream.concat(
                        Stream.of(image.substring(image.indexOf('@') + 1)),
                        desk.world().images().platforms(image).stream().map(ImagePlatform::digest))
                .distinct()
                .toList();
    }
}
