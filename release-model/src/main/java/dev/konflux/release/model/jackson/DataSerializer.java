package dev.konflux.release.model.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataBoolean;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;
import java.io.IOException;
import java.util.Map;

final class DataSerializer extends StdSerializer<Data> {

    private static final long serialVersionUID = 1;

    DataSerializer() {
        super(Data.class);
    }

    @Override
    public void serialize(Data value, JsonGenerator out, SerializerProvider provider) throws IOException {
        write(value, out);
    }

    static void write(Data value, JsonGenerator out) throws IOException {
        if (value instanceof DataObject object) {
            out.writeStartObject();
            for (Map.Entry<String, Data> member : object.members().entrySet()) {
                out.writeFieldName(member.getKey());
                write(member.getValue(), out);
            }
            out.writeEndObject();
        } else if (value instanceof DataArray array) {
            out.writeStartArray();
            for (Data item : array) {
                write(item, out);
            }
            out.writeEndArray();
        } else {
            writeScalar(value, out);
        }
    }

    private static void writeScalar(Data value, JsonGenerator out) throws IOException {
        if (value instanceof DataString string) {
            out.writeString(string.text());
        } else if (value instanceof DataNumber number) {
            writeNumber(number, out);
        } else if (value instanceof DataBoolean) {
            out.writeBoolean(value.asBoolean().orElse(false));
        } else {
            out.writeNull();
        }
    }

    private static void writeNumber(DataNumber number, JsonGenerator out) throws IOException {
        if (!number.isFinite()) {
            out.writeNumber(number.doubleValue());
        } else if (out.canWriteFormattedNumbers() && out.getCodec() != null) {
            out.writeNumber(number.text());
        } else if (number.isInteger()) {
            out.writeNumber(number.decimal().toBigIntegerExact());
        } else {
            out.writeNumber(number.decimal());
        }
    }
}
