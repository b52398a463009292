package dev.konflux.release.kubernetes;

import dev.konflux.release.model.ReleaseService;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.ResourceKind;
import dev.konflux.release.model.Resources;
import dev.konflux.release.model.data.DataObject;
import io.fabric8.kubernetes.api.Pluralize;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.net.HttpURLConnection;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A Release Service that a fabric8 client reaches. The client stays the user's: it is not closed here, and its rights are what counts. A kind
 * that the cluster does not serve has no objects. Secrets are never read.
 *
 * <pre>{@code
 * ReleaseService konflux = KubernetesReleaseService.of(client);
 * Explain.in(konflux.resources("shop-tenant")).release(release);
 * }</pre>
 */
public final class KubernetesReleaseService implements ReleaseService {

    private final KubernetesClient client;

    private KubernetesReleaseService(KubernetesClient client) {
        this.client = client;
    }

    /** The service behind a client. */
    public static KubernetesReleaseService of(KubernetesClient client) {
        return new KubernetesReleaseService(client);
    }

    /**
     * Everything in all namespaces.
     *
     * @throws KubernetesClientException when the cluster does not answer, or does not let the client list a kind
     */
    @Override
    public Resources resources() {
        return all(kind -> objects(kind).inAnyNamespace().list());
    }

    /**
     * Everything in one namespace.
     *
     * @throws KubernetesClientException when the cluster does not answer, or does not let the client list a kind
     */
    @Override
    public Resources resources(String namespace) {
        return all(kind -> objects(kind).inNamespace(namespace).list());
    }

    /**
     * The present form of an object; empty when it is gone.
     *
     * @throws KubernetesClientException when the cluster does not answer, or does not let the client read the object
     */
    @Override
    public <R extends Resource> Optional<R> find(R resource) {
        return ResourceKind.find(resource.document())
                .filter(KubernetesReleaseService::isRead)
                .map(kind -> objects(kind)
                        .inNamespace(resource.namespace())
                        .withName(resource.name())
                        .get())
                .map(found -> typed(resource, document(found)));
    }

    @SuppressWarnings("unchecked") // a document of the same kind is read as the same class
    private static <R extends Resource> R typed(R like, DataObject document) {
        return (R) like.getClass().cast(ResourceKind.read(document));
    }

    private static boolean isRead(ResourceKind kind) {
        return kind != ResourceKind.SECRET;
    }

    private Resources all(Function<ResourceKind, GenericKubernetesResourceList> list) {
        return Resources.ofDocuments(Arrays.stream(ResourceKind.values())
                .filter(KubernetesReleaseService::isRead)
                .flatMap(kind -> served(kind, list))
                .toList());
    }

    private Stream<DataObject> served(ResourceKind kind, Function<ResourceKind, GenericKubernetesResourceList> list) {
        try {
            String apiVersion = apiVersion(kind);
            return list.apply(kind).getItems().stream()
                    .map(this::document)
                    .map(found -> withType(found, apiVersion, kind.kind()));
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
                return Stream.of();
            }
            throw e;
        }
    }

    /** Items of lists of built-in kinds do not say what they are. */
    private static DataObject withType(DataObject found, String apiVersion, String kind) {
        return found.has("kind")
                ? found
                : DataObject.builder()
                        .put("apiVersion", apiVersion)
                        .put("kind", kind)
                        .putAll(found)
                        .build();
    }

    private static String apiVersion(ResourceKind kind) {
        String version = kind.versions().get(0);
        return kind.group().isEmpty() ? version : kind.group() + "/" + version;
    }

    private MixedOperation<GenericKubernetesResource, GenericKubernetesResourceList, ?> objects(ResourceKind kind) {
        // Said in full: a client that only knows version and kind asks for discovery first, and fails where a kind is
        // not served.
        return client.genericKubernetesResources(new ResourceDefinitionContext.Builder()
                .withGroup(kind.group())
                .withVersion(kind.versions().get(0))
                .withKind(kind.kind())
                .withPlural(Pluralize.toPlural(kind.kind().toLowerCase(Locale.ROOT)))
                .withNamespaced(true)
                .build());
    }

    private DataObject document(GenericKubernetesResource found) {
        return PlainData.object(client.getKubernetesSerialization().convertValue(found, Map.class));
    }
}
