package dev.konflux.release.model.jackson;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.ResourceKind;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import org.jspecify.annotations.Nullable;

/** Finds the reader of a declared type: any kind of data, any kind of resource. */
final class ResourceDeserializers extends SimpleDeserializers {

    private static final long serialVersionUID = 1;

    @Override
    public @Nullable JsonDeserializer<?> findBeanDeserializer(
            JavaType declared, DeserializationConfig config, BeanDescription description) {
        Class<?> type = declared.getRawClass();
        if (Data.class.isAssignableFrom(type)) {
            return reader(type.asSubclass(Data.class));
        }
        return Resource.class.isAssignableFrom(type) ? resourceReader(type.asSubclass(Resource.class)) : null;
    }

    private static <T extends Data> JsonDeserializer<T> reader(Class<T> type) {
        return new DataDeserializer<>(type, type::cast);
    }

    // A class of one kind insists on that kind; the general class takes all.
    private static <T extends Resource> JsonDeserializer<T> resourceReader(Class<T> type) {
        return new DataDeserializer<>(type, data -> {
            DataObject document = data.asObject().orElseThrow(() -> new IllegalArgumentException("expected an object"));
            return type.cast(ResourceKind.read(document));
        });
    }
}
