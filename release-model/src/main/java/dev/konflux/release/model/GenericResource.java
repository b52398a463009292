package dev.konflux.release.model;

import dev.konflux.release.model.data.DataObject;

/** A resource of a kind this library has no words for. */
public final class GenericResource extends Resource {

    private GenericResource(DataObject document) {
        super(document);
    }

    /** The resource that is the given document. */
    public static GenericResource of(DataObject document) {
        return new GenericResource(document);
    }

    /** Writes a resource that starts as the given document. */
    public static Builder builder(DataObject start) {
        return new Builder(start);
    }

    /** Writes a resource that starts as this one. */
    public Builder toBuilder() {
        return new Builder(document());
    }

    /** Writes a resource of any kind. */
    public static final class Builder extends ResourceBuilder<GenericResource, Builder> {

        private Builder(DataObject start) {
            super(start);
        }

        @Override
        Builder self() {
            return this;
        }

        @Override
        public GenericResource build() {
            return new GenericResource(document());
        }
    }
}
