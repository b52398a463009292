package dev.konflux.release.model.admission;

import com.google.common.collect.ImmutableList;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataObject;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Go struct: its fields sorted by name, the order in which the members of an object are decoded. */
final class GoStruct {

    private final String name;
    private final String packageName;
    private final ImmutableList<Field> fields;

    GoStruct(String name, String packageName, List<Field> fields) {
        this.name = name;
        this.packageName = packageName;
        this.fields =
                fields.stream().sorted(Comparator.comparing(Field::name)).collect(ImmutableList.toImmutableList());
    }

    /** A field. One that comes from an embedded struct is reported with that struct's name in the path. */
    record Field(String name, GoType type, boolean kept, String owner, String embedding) {

        boolean leavesOut(Data value) {
            boolean always = kept
                    || type instanceof GoType.Pointer
                    || type instanceof GoType.Named
                    || type instanceof GoType.Any;
            return value.isNull() || (!always && GoType.isEmpty(value));
        }

        Field embeddedAs(String struct) {
            return new Field(name, type, kept, owner, struct + ".");
        }
    }

    List<Field> fields() {
        return fields;
    }

    String qualifiedName() {
        return packageName + "." + name;
    }

    DataObject empty() {
        DataObject.Builder written = DataObject.builder();
        for (Field field : fields) {
            boolean shown = field.kept() || field.type() instanceof GoType.Named;
            if (shown && !field.type().zero().isNull()) {
                written.put(field.name(), field.type().zero());
            }
        }
        return written.build();
    }

    @Nullable
    Data passed(Data value, GoPath path, GoProblems problems) {
        if (!(value instanceof DataObject object)) {
            return problems.mismatch(value, path, qualifiedName());
        }
        DataObject.Builder written = DataObject.builder().at(object.position());
        for (Field field : fields) {
            Data member = object.member(field.name());
            Data passed = member == null
                    ? null
                    : field.type()
                            .passed(member, path.field(field.owner(), field.embedding() + field.name()), problems);
            Data shown = passed == null ? zeroOf(field) : passed;
            if (!field.leavesOut(shown)) {
                written.put(field.name(), object.positionOfName(field.name()), shown);
            }
        }
        return written.build();
    }

    /** Adds the paths of the members, at any depth, that no field takes. */
    void noteUnknown(Data value, String path, List<String> unknown) {
        if (value instanceof DataObject object) {
            object.members().forEach((member, inside) -> {
                String place = path + "." + member;
                fields.stream()
                        .filter(field -> field.name().equals(member))
                        .findFirst()
                        .ifPresentOrElse(
                                field -> field.type().noteUnknown(inside, place, unknown), () -> unknown.add(place));
            });
        }
    }

    private static Data zeroOf(Field field) {
        return field.type() instanceof GoType.Any
                ? Data.nothing()
                : field.type().zero();
    }
}
