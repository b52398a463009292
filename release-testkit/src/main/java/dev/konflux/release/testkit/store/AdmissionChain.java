package dev.konflux.release.testkit.store;

import dev.konflux.release.model.data.DataObject;

/** What a write passes before it is stored: defaults, pruning, mutation, schemas, validation. */
@FunctionalInterface
public interface AdmissionChain {

    /**
     * The object to store.
     *
     * @throws ApiException when the write is refused
     */
    DataObject admit(WriteRequest request);

    /** This chain, and then another one for what it lets through. */
    default AdmissionChain then(AdmissionChain next) {
        return request -> next.admit(request.with(admit(request)));
    }

    /** Stores everything as it is given. */
    static AdmissionChain open() {
        return WriteRequest::object;
    }
}
