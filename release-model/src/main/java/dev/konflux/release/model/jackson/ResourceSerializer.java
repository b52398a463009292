package dev.konflux.release.model.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.konflux.release.model.Resource;
import java.io.IOException;

final class ResourceSerializer extends StdSerializer<Resource> {

    private static final long serialVersionUID = 1;

    ResourceSerializer() {
        super(Resource.class);
    }

    @Override
    public void serialize(Resource value, JsonGenerator out, SerializerProvider provider) throws IOException {
        DataSerializer.write(value.document(), out);
    }
}
