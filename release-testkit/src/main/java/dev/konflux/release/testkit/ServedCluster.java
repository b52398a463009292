package dev.konflux.release.testkit;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.testkit.kube.KubernetesApi;
import dev.konflux.release.testkit.kube.KubernetesHandler;
import dev.konflux.release.testkit.store.ObjectApi;
import dev.konflux.release.testkit.store.ObjectKey;
import dev.konflux.release.testkit.store.ObjectStore;
import dev.konflux.release.testkit.store.ResourceTypes;
import dev.konflux.release.testkit.store.Selection;

/** Opens a service's cluster to Kubernetes clients. */
record ServedCluster(Engine engine, ObjectStore store, ObjectApi user) {

    KubernetesApi serve(KubernetesHandler.Builder handler, KubernetesApi.Builder server) {
        return engine.inside(() -> {
            handler.turns(request -> engine.doing(request)).collectingGarbage();
            KubernetesHandler served = handler.over(store);
            engine.follow(served::collectGarbage);
            createNamespaces();
            return server.serve(served);
        });
    }

    /** Clients look for the namespaces of what is there, which the service itself does without. */
    private void createNamespaces() {
        ResourceTypes.known().stream()
                .flatMap(type -> store.list(type.kind(), Selection.everything()).stream())
                .map(object -> ObjectKey.of(object).namespace())
                .filter(name -> !name.isEmpty())
                .distinct()
                .filter(name -> store.find(new ObjectKey("Namespace", "", name)).isEmpty())
                .toList()
                .forEach(name -> user.create(namespace(name)));
    }

    private static DataObject namespace(String name) {
        return DataObject.builder()
                .put("apiVersion", "v1")
                .put("kind", "Namespace")
                .put("metadata", DataObject.of("name", Data.of(name)))
                .build();
    }
}
