package dev.konflux.release.model.jackson;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.module.SimpleSerializers;
import dev.konflux.release.model.Resource;
import dev.konflux.release.model.data.Data;

/**
 * Teaches a Jackson mapper to read and write {@link Data} and resources: {@code mapper.registerModule(new ReleaseModelModule())}.
 * A property declared as {@link Resource} becomes the class of its kind. Nothing is lost on the way: unknown fields and the text of
 * numbers survive.
 */
public final class ReleaseModelModule extends Module {

    /** A module ready to be registered. */
    public ReleaseModelModule() {}

    @Override
    public String getModuleName() {
        return "dev.konflux.release.model";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        SimpleSerializers serializers = new SimpleSerializers();
        serializers.addSerializer(Data.class, new DataSerializer());
        serializers.addSerializer(Resource.class, new ResourceSerializer());
        context.addSerializers(serializers);
        context.addDeserializers(new ResourceDeserializers());
    }
}
